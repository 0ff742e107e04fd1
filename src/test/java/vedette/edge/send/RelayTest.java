package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vedette.edge.send.Bulletins.NOW;
import static vedette.edge.send.Bulletins.bulletin;

import com.sun.net.httpserver.HttpServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.Warning;
import vedette.model.Warning.Stage;

class RelayTest {
    @TempDir
    private Path folder;

    private final List<Boolean> switched = new ArrayList<>();
    private Moment now = NOW;

    private Relay relay(boolean tests, boolean exercises, Warning.Kind... kinds) throws IOException {
        Ties ties = new Ties(() -> now, (_, _, _) -> {}, folder, _ -> {});
        return new Relay("siren", switched::add, new Relay.Sounding(List.of(kinds), 180, tests, exercises), ties);
    }

    private static void tell(Relay relay, Domain domain, String id, int issue, Stage stage) throws Exception {
        relay.carry(new Parcel.News(bulletin(id, issue, stage, domain)), _ -> {});
    }

    @Test
    void itSoundsFromTheWarningToTheAllClear() throws Exception {
        Relay relay = relay(false, false, Warning.Kind.IMPACT);
        tell(relay, Domain.LIVE, "W1", 1, Stage.PREALERT);
        tell(relay, Domain.LIVE, "W1", 2, Stage.ISSUED);
        tell(relay, Domain.LIVE, "W2", 1, Stage.ISSUED);
        tell(relay, Domain.LIVE, "W1", 3, Stage.ALL_CLEAR);
        tell(relay, Domain.LIVE, "W2", 2, Stage.CANCELLED);
        assertEquals(List.of(true, true, true, false), switched);
    }

    @Test
    void otherKindsTestsAndRehearsalsDoNotSoundIt() throws Exception {
        Relay relay = relay(false, false, Warning.Kind.IMPACT);
        tell(relay, Domain.EXERCISE, "W1", 1, Stage.ISSUED);
        relay.carry(new Parcel.Probe(Bulletins.probe(Domain.LIVE)), _ -> {});
        Relay other = relay(false, false, Warning.Kind.RAID);
        tell(other, Domain.LIVE, "W1", 1, Stage.ISSUED);
        tell(other, Domain.LIVE, "W1", 2, Stage.ALL_CLEAR);
        assertEquals(List.of(), switched);
    }

    @Test
    void aTestSoundsShortlyWhereItMay() throws Exception {
        Relay relay = relay(true, true, Warning.Kind.IMPACT);
        relay.carry(new Parcel.Probe(Bulletins.probe(Domain.EXERCISE)), _ -> {});
        relay.rest();
        now = NOW.plusS(6);
        relay.rest();
        relay.rest();
        assertEquals(List.of(true, false), switched);
    }

    @Test
    void itIsSilentAfterItsLongestAndAnUpdateDoesNotBeginItAnew() throws Exception {
        Relay relay = relay(false, false, Warning.Kind.IMPACT);
        tell(relay, Domain.LIVE, "W1", 1, Stage.ISSUED);
        now = NOW.plusS(181);
        relay.rest();
        tell(relay, Domain.LIVE, "W1", 2, Stage.UPDATED);
        assertEquals(List.of(true, false, false), switched);
    }

    @Test
    void aNodeThatWasStartedAgainSilencesIt() throws Exception {
        tell(relay(false, false, Warning.Kind.IMPACT), Domain.LIVE, "W1", 1, Stage.ISSUED);
        now = NOW.plusS(181);
        relay(false, false, Warning.Kind.IMPACT).rest();
        assertEquals(List.of(true, false), switched);
    }

    @Test
    void aSirenThatNoChannelReachesAnyMoreIsToldOfByName() throws Exception {
        tell(relay(false, false, Warning.Kind.IMPACT), Domain.LIVE, "W1", 1, Stage.ISSUED);

        assertEquals(List.of("siren"), Relay.forsaken(folder, List.of("http-1")));
        assertEquals(List.of(), Relay.forsaken(folder, List.of("siren")));
        tell(relay(false, false, Warning.Kind.IMPACT), Domain.LIVE, "W1", 2, Stage.ALL_CLEAR);
        assertEquals(List.of(), Relay.forsaken(folder, List.of()));
    }

    @Test
    void aWarningThatRanOutOnItsWayDoesNotSound() throws Exception {
        now = NOW.plusS(601);
        tell(relay(false, false, Warning.Kind.IMPACT), Domain.LIVE, "W1", 1, Stage.ISSUED);
        assertEquals(List.of(), switched);
    }

    @Test
    void aCoilIsWrittenAndReadBack() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            boolean[] coils = new boolean[8];
            Thread.ofVirtual().start(() -> serve(server, coils));
            var address = InetSocketAddress.createUnresolved("127.0.0.1", server.getLocalPort());
            new ModbusCoil(address, 1, 3).set(true);
            assertEquals(true, coils[3]);
            new ModbusCoil(address, 1, 3).set(false);
            assertEquals(false, coils[3]);
            // Coil 7 is stuck: it echoes, and stays off.
            assertThrows(IOException.class, () -> new ModbusCoil(address, 1, 7).set(true));
        }
    }

    // A Modbus/TCP unit with eight coils of which the last is stuck.
    private static void serve(ServerSocket server, boolean[] coils) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    var in = new DataInputStream(socket.getInputStream());
                    var out = new DataOutputStream(socket.getOutputStream());
                    for (int i = 0; i < 2; i++) {
                        byte[] ask = in.readNBytes(12);
                        int coil = ask[9];
                        if (ask[7] == 5) {
                            coils[coil] = ask[10] != 0 && coil < 7;
                            out.write(ask);
                        } else {
                            out.write(new byte[] {ask[0], ask[1], 0, 0, 0, 4, ask[6], 1, 1, (byte) (coils[coil] ? 1 : 0)
                            });
                        }
                        out.flush();
                    }
                }
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRelayByHttpIsSwitchedAndAskedForItsState() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new ArrayList<>();
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] body = "{\"ison\":true}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        HttpRelay relay = new HttpRelay(new HttpRelay.Addresses(
                URI.create(base + "/on"),
                URI.create(base + "/off"),
                true,
                Optional.of(URI.create(base + "/state")),
                "\"ison\":true"));
        relay.set(true);
        assertThrows(IOException.class, () -> relay.set(false));
        server.stop(0);
        assertEquals(List.of("POST /on", "GET /state", "POST /off", "GET /state"), asked);
    }
}
