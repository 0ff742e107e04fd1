package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Frames as transmitted: the examples are real receptions printed in "The 1090 Megahertz Riddle" (J. Sun, TU Delft).
class ModeSFrameTest {
    private static final String SQUITTER = "8d406b902015a678d4d220aa4bda";

    @Test
    void aSquitterNamesItsSenderAndProvesItself() {
        ModeSFrame frame = Frames.read(SQUITTER);

        assertEquals(Verdict.VALID, frame.verdict());
        assertEquals(17, frame.df());
        assertEquals(0x406B90, frame.address());
        assertEquals(4, frame.typecode());
        assertEquals("EZY85MH", Callsign.text(frame.message()));
    }

    @Test
    void aReplyCarriesItsAddressInTheParity() {
        ModeSFrame frame = Frames.read("a0001838ca380031440000f24177");

        assertEquals(Verdict.ADDRESSED, frame.verdict());
        assertEquals(0x3C6DD0, frame.address());
        assertEquals(38000, frame.altitudeFt());
    }

    @Test
    void anAltitudeReplyGivesFeet() {
        assertEquals(36000, Frames.read("2000171806a983").altitudeFt());
    }

    @Test
    void anIdentityReplyGivesTheSquawk() {
        assertEquals(356, Frames.read("2a00516d492b80").squawk());
    }

    @Test
    void anAllCallReplyToAnInterrogatorIsValidThoughItsParityIsOverlaid() {
        byte[] reply = Frames.bytes("5d4d20237a55a6");
        reply[6] ^= 0x3C;

        assertEquals(Verdict.VALID, Frames.read(reply).verdict());
        assertEquals(0x3C, Frames.read(reply).syndrome());
    }

    @Test
    void tooFewBytesAndUnknownFormatsAreSaidSo() {
        ModeSFrame frame = new ModeSFrame();

        assertEquals(Verdict.TRUNCATED, frame.read(Frames.bytes(SQUITTER), 0, 7));
        assertEquals(Verdict.TRUNCATED, frame.read(Frames.bytes(SQUITTER), 10, 14));
        assertEquals(Verdict.FORMAT, frame.read(new byte[] {(byte) 0xC8, 0, 0, 0, 0, 0, 0}, 0, 7));
        assertEquals(Verdict.FORMAT, frame.read(new byte[] {(byte) 0x08, 0, 0, 0, 0, 0, 0}, 0, 7));
    }

    @Property
    void anyFlippedBitIsNoticed(@ForAll @IntRange(min = 5, max = 111) int bit) {
        byte[] torn = flipped(bit);

        assertEquals(Verdict.PARITY, Frames.read(torn).verdict());
    }

    @Property
    void anyFlippedBitIsTurnedBackWhereThatIsWanted(@ForAll @IntRange(min = 5, max = 111) int bit) {
        ModeSFrame frame = new ModeSFrame();

        Verdict verdict = frame.readRepairing(flipped(bit), 0, 14);

        byte[] written = new byte[14];
        frame.copyTo(written, 0);
        assertEquals(Verdict.REPAIRED, verdict);
        assertEquals(bit, frame.repairedBit());
        assertArrayEquals(Frames.bytes(SQUITTER), written);
    }

    @Property
    void twoFlippedBitsAreNeverTakenForTheTruth(
            @ForAll @IntRange(min = 5, max = 111) int one, @ForAll @IntRange(min = 5, max = 111) int other) {
        if (one == other) {
            return;
        }
        byte[] torn = flipped(one);
        torn[other / 8] ^= (byte) (0x80 >>> (other % 8));

        assertNotEquals(Verdict.VALID, Frames.read(torn).verdict());
    }

    @Property
    void whatIsReadIsWrittenBack(@ForAll @Size(14) byte[] bytes) {
        ModeSFrame frame = Frames.read(bytes);
        byte[] written = new byte[14];

        if (frame.verdict() == Verdict.FORMAT) {
            assertFalse(frame.verdict().readable());
            return;
        }
        int length = frame.copyTo(written, 0);

        for (int i = 0; i < length; i++) {
            assertEquals(bytes[i], written[i]);
        }
        assertTrue(length == 7 || length == 14);
    }

    private static byte[] flipped(int bit) {
        byte[] bytes = Frames.bytes(SQUITTER);
        bytes[bit / 8] ^= (byte) (0x80 >>> (bit % 8));
        return bytes;
    }
}
