package vedette.edge.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.format.carrier.Framing;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.Rejected;
import vedette.model.SensorId;
import vedette.model.TimeOfDay;

class RecordingTest {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final Moment DAY = LEAPS.moment(1_000_000_000_000_000_000L);
    private static final long S = 1_000_000_000L;

    /// Four-byte messages: a time of day in seconds; a negative one is refused, half a message waits for more.
    private static final Decoder SECONDS = (bytes, from, to, arrivedAt, sink) -> {
        int at = from;
        for (; at + 4 <= to; at += 4) {
            int second = ByteBuffer.wrap(bytes).getInt(at);
            if (second < 0) {
                sink.rejected(new Rejected(at - from, "second", "negative"));
            } else {
                Moment observed = TimeOfDay.resolve(second * S, arrivedAt, LEAPS);
                sink.measured(new Measurement.Sweep(
                        Provenance.open(new SensorId("s"), observed), 0, 1, OptionalDouble.empty()));
            }
        }
        return at - from;
    };

    @Test
    void withoutFrameTimesAMeasurementArrivesWhenItWasObservedAndNeverBeforeTheOneBefore() throws Exception {
        List<Long> arrivals = arrivals(words(100, 200, 150, 300), Framing.RAW);

        assertEquals(List.of(100L, 200L, 200L, 300L), arrivals);
    }

    @Test
    void aRecordingThatPassesMidnightGoesOn() throws Exception {
        List<Long> arrivals = arrivals(words(86_390, 86_399, 5), Framing.RAW);

        assertEquals(List.of(86_390L, 86_399L, 86_405L), arrivals);
    }

    @Test
    void refusedBytesAreNamedByTheirPlaceInTheRecordingAndTheRestIsRead() throws Exception {
        List<Rejected> refused = new ArrayList<>();
        int[] taken = {0};

        recording(words(1, -7, 3), Framing.RAW).play(new Recording.Listener() {
            @Override
            public void measured(Measurement measurement, Moment arrivedAt) {
                taken[0]++;
            }

            @Override
            public void rejected(Rejected rejected) {
                refused.add(rejected);
            }
        });

        assertEquals(List.of(new Rejected(4, "second", "negative")), refused);
        assertEquals(2, taken[0]);
    }

    @Test
    void aRecorderOnLocalTimeIsShiftedToTheSensorsTime() throws Exception {
        byte[] recording = finalFrames(7_200, words(50_000), words(50_010));

        Recording played = recording(recording, Framing.FINAL);

        assertEquals(7_200.0, played.shiftS());
        assertEquals(List.of(50_000L, 50_010L), arrivals(recording, Framing.FINAL));
    }

    @Test
    void aRecorderThatIsALittleLateIsBelieved() throws Exception {
        byte[] recording = finalFrames(2, words(50_000), words(50_010));

        assertEquals(0.0, recording(recording, Framing.FINAL).shiftS());
        assertEquals(List.of(50_002L, 50_012L), arrivals(recording, Framing.FINAL));
    }

    @Test
    void anUnfinishedMessageAtTheEndDoesNotHoldAnythingUp() throws Exception {
        byte[] cut = Arrays.copyOf(words(1, 2), 6);

        assertTrue(arrivals(cut, Framing.RAW).equals(List.of(1L)));
    }

    private static List<Long> arrivals(byte[] bytes, Framing framing) throws InterruptedException {
        List<Long> seconds = new ArrayList<>();
        recording(bytes, framing).play(new Recording.Listener() {
            @Override
            public void measured(Measurement measurement, Moment arrivedAt) {
                seconds.add(arrivedAt.nsSince(LEAPS.midnight(DAY, 0)) / S);
            }

            @Override
            public void rejected(Rejected rejected) {}
        });
        return seconds;
    }

    private static Recording recording(byte[] bytes, Framing framing) {
        return new Recording(bytes, new Recording.Kind(framing, false, () -> SECONDS, LEAPS, DAY));
    }

    private static byte[] words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * words.length);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    // The frame's clock is the message's first second plus a lag.
    private static byte[] finalFrames(int lagS, byte[]... payloads) {
        ByteBuffer out = ByteBuffer.allocate(1000);
        for (byte[] payload : payloads) {
            int hundredths = (ByteBuffer.wrap(payload).getInt(0) + lagS) * 100;
            out.putShort((short) (12 + payload.length)).putShort((short) 0).putInt(hundredths);
            out.put(payload).putInt(0xA5A5A5A5);
        }
        return Arrays.copyOf(out.array(), out.position());
    }
}
