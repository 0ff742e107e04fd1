package vedette.format.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.format.asterix.Found.from;
import static vedette.format.asterix.Found.utc;
import static vedette.format.asterix.Found.values;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Moment;

class AsterixStreamTest {
    private static final Moment NOON = utc("2026-03-01T12:00:00Z");
    private static final byte[] PLOT = Found.block(
            48,
            from(25, 12)
                    .with("140", 43_199.0)
                    .with("020", values().with("TYP", 5L))
                    .with("040", values().with("RHO", 10.0).with("THETA", 90.0)));

    private final AsterixStream stream = new AsterixStream(AsterixSetting.usual());
    private final Found found = new Found();
    private byte[] held = {};

    // As a feed does: what was not used up stands before the next bytes.
    private void comes(byte[] bytes) {
        byte[] all = Arrays.copyOf(held, held.length + bytes.length);
        System.arraycopy(bytes, 0, all, held.length, bytes.length);
        int used = stream.decode(all, 0, all.length, NOON, found);
        held = Arrays.copyOfRange(all, used, all.length);
    }

    private static byte[] plots(int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            out.writeBytes(PLOT);
        }
        return out.toByteArray();
    }

    @Property(tries = 200)
    void blocksAreFoundHoweverTheStreamIsCut(@ForAll @IntRange(min = 1, max = 60) int piece) {
        held = new byte[0];
        found.measurements.clear();
        byte[] all = plots(10);
        for (int at = 0; at < all.length; at += piece) {
            comes(Arrays.copyOfRange(all, at, Math.min(all.length, at + piece)));
        }

        assertEquals(10, found.of(RadarPlot.class).size());
        assertEquals(0, held.length);
        assertEquals(0, found.rejections.size());
    }

    @Test
    void aStreamOutOfStepIsToldOnceAndGoesOn() {
        comes(new byte[] {0, 0, 0, 9, 0, 1});
        comes(plots(2));

        assertEquals(2, found.of(RadarPlot.class).size());
        assertEquals(1, found.rejections.size());
        assertTrue(found.rejections.getFirst().reason().startsWith("no data block stands here"));
    }

    @Property(tries = 500)
    void anyBytesAreUsedUpOrHeldAndNeverTwice(@ForAll @Size(max = 200) byte[] bytes) {
        int used = stream.decode(bytes, 0, bytes.length, NOON, found);

        assertTrue(used >= 0 && used <= bytes.length);
        assertEquals(0, stream.decode(bytes, used, bytes.length, NOON, found));
    }
}
