package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.feed.Heard.until;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.Shared;
import vedette.format.asterix.AsterixDecoder;
import vedette.format.asterix.AsterixSetting;
import vedette.format.carrier.Framing;
import vedette.model.Measurement;
import vedette.model.Measurement.SystemTrack;
import vedette.model.SensorId;

/// The first 40 s of half an hour of category 062, recorded at 53,081 s of some day, sent now and ten times as fast.
class RecordingOverUdpTest {
    private static final int FIRST_BYTES = 60_000;
    private static final double RATE = 10;

    @Test
    void aRecordingSentTenTimesFasterIsSeenAsNow() throws IOException, InterruptedException {
        byte[] recording = Arrays.copyOf(
                Files.readAllBytes(Shared.file("data/surveillance/asterix/final_frame_062_30min.ff")), FIRST_BYTES);
        Heard heard = new Heard();
        Timebase anchored = new Timebase.Anchored(OptionalDouble.empty(), RATE);
        Source source = new Source(
                new SensorId("again"),
                () -> new AsterixDecoder(AsterixSetting.usual().takingTests()),
                anchored);
        try (UdpFeed feed = new UdpFeed(source, UdpAddress.loopback(0))) {
            feed.start(heard);
            long sent;
            try (UdpSender sender = UdpSender.to("127.0.0.1", feed.port())) {
                sent = new Resender(recording, Framing.FINAL, RATE).send(sender);
            }

            until("all came", () -> heard.tracks().size() == sent);
            assertEquals(
                    0,
                    feed.counts().rejected()
                            + feed.counts().duplicates()
                            + feed.counts().shed());
        }
        double spanS = spanS(heard.tracks());
        double arrivalS = heard.arrivalSpanS();
        assertTrue(spanS > 1, () -> "the recording spans " + spanS + " s");
        // Datagrams wait for a busy machine, the sensor's times do not.
        assertEquals(arrivalS, spanS, 1.5);
    }

    private static double spanS(List<SystemTrack> tracks) {
        Measurement first = tracks.getFirst();
        Measurement last = tracks.getLast();
        return last.provenance().observedAt().secondsSince(first.provenance().observedAt());
    }
}
