package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.edge.Emission;
import vedette.format.sapient.Edition;
import vedette.format.sapient.Replies;
import vedette.format.sapient.Sapient;
import vedette.math.SymMatrix;
import vedette.model.Affiliation;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.Kinematics;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Track;
import vedette.model.TrackId;

class SapientUpstreamTest {
    private static final Moment NOW = LeapSeconds.standard().moment(1_767_225_600_000_000_000L);
    private static final int PATIENCE_MS = 20_000;

    @Test
    void aFusionNodeAboveIsToldOfTracksThatEveryoneMaySee() throws Exception {
        try (ServerSocket above = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SapientUpstream sender = to(above)) {
            sender.send(new Emission(NOW, 1, 0, new Output.TrackChanged(track(7, Releasability.only("police")))));
            sender.send(new Emission(NOW, 2, 0, new Output.TrackChanged(track(8, Releasability.OPEN))));
            try (Socket socket = above.accept()) {
                assertEquals("registration", hears(socket).content());
                acknowledge(socket);

                Sapient.Taken report = heard(socket, "detection_report");

                assertEquals(
                        24.1,
                        report.body().part("location").orElseThrow().number("x").orElseThrow(),
                        1e-9);
                assertEquals(2, report.body().parts("associated_detection").size());
                assertEquals(
                        "TEST: this is not real",
                        report.part().text("additional_information").orElseThrow());
                assertEquals(1, sender.told());
            }
        }
    }

    @Test
    void aTrackKeepsItsIdentifierUntilItIsLost() throws Exception {
        try (ServerSocket above = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SapientUpstream sender = to(above)) {
            sender.send(new Emission(NOW, 1, 0, new Output.TrackChanged(track(8, Releasability.OPEN))));
            try (Socket socket = above.accept()) {
                hears(socket);
                acknowledge(socket);
                Sapient.Taken first = heard(socket, "detection_report");

                sender.send(new Emission(NOW, 2, 0, new Output.TrackEnded(track(8, Releasability.OPEN), "gone")));
                Sapient.Taken last = heard(socket, "detection_report");

                assertEquals(first.body().text("object_id"), last.body().text("object_id"));
                assertEquals(Optional.of("lost"), last.body().text("state"));
            }
        }
    }

    @Test
    void aTaskFromAboveIsRefusedAndTheEndIsAGoodbye() throws Exception {
        try (ServerSocket above = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SapientUpstream sender = to(above);
            sender.send(new Emission(NOW, 1, 0, new Output.Heartbeat(NOW, 1, 0, 0)));
            try (Socket socket = above.accept()) {
                hears(socket);
                acknowledge(socket);
                Replies replies = new Replies("a8654cdf-4328-47de-81fa-c495589e30c9");
                socket.getOutputStream()
                        .write(replies.task(answer(), "01H4R63D7NVN8444Z5M77WEBY2", new Replies.Mode("default")));

                assertEquals(
                        Optional.of("REJECTED"),
                        heard(socket, "task_ack").body().choice("task_status"));

                Thread.ofVirtual().start(sender::close);
                Sapient.Taken status = heard(socket, "status_report");
                while (!status.body().choice("system").equals(Optional.of("GOODBYE"))) {
                    status = heard(socket, "status_report");
                }
                assertTrue(status.part().time("timestamp").isPresent());
            }
        }
    }

    private static SapientUpstream to(ServerSocket above) {
        return new SapientUpstream(
                InetSocketAddress.createUnresolved("127.0.0.1", above.getLocalPort()), Domain.TEST, _ -> {});
    }

    private static Replies.To answer() {
        return new Replies.To("", Edition.V2, NOW);
    }

    private static void acknowledge(Socket socket) throws IOException {
        Replies replies = new Replies("a8654cdf-4328-47de-81fa-c495589e30c9");
        socket.getOutputStream().write(replies.acknowledged(answer(), true, List.of()));
    }

    private static Sapient.Taken heard(Socket socket, String content) throws IOException {
        Sapient.Taken message = hears(socket);
        while (!message.content().equals(content)) {
            message = hears(socket);
        }
        return message;
    }

    private static Sapient.Taken hears(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MS);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bytes = new byte[Integer.reverseBytes(in.readInt())];
        in.readFully(bytes);
        return switch (Sapient.binary(bytes, 0, bytes.length, Optional.of(Edition.V2))) {
            case Sapient.Taken taken -> taken;
            case Sapient.Refused refused ->
                throw new AssertionError(refused.findings().toString());
        };
    }

    private static Track track(long number, Releasability who) {
        return new Track(
                new TrackId(number),
                Track.Stage.CONFIRMED,
                new Kinematics(
                        NOW,
                        LatLon.ofDegrees(56.9, 24.1).at(120),
                        new Enu(10, 5, 0),
                        SymMatrix.diagonal(25, 25, 100, 1, 1, 1)),
                Altitude.UNKNOWN,
                Identity.NONE,
                Kinds.certain(ObjectKind.DRONE),
                Affiliation.UNKNOWN,
                0.99,
                List.of(new SensorId("hill"), new SensorId("shore")),
                OptionalInt.empty(),
                NOW,
                NOW,
                who);
    }
}
