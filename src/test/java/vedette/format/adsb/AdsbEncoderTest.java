package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// What is sent is what is read.
class AdsbEncoderTest {
    private final AdsbEncoder aircraft = new AdsbEncoder(0x4B1234, 11, 9);

    @Test
    void everyMessageIsAValidFrameOfItsSender() {
        byte[][] messages = {
            aircraft.identification(4, 7, "VDT 1"),
            aircraft.airbornePosition(0.9, 0.1, 1000, true),
            aircraft.surfacePosition(0.9, 0.1, 5, 1, false),
            aircraft.velocity(100, -50, 3),
            aircraft.emergency(1, 7700),
            aircraft.operationalStatus(),
            aircraft.allCall(),
        };

        for (byte[] message : messages) {
            assertEquals(Verdict.VALID, Frames.read(message).verdict());
            assertEquals(0x4B1234, Frames.read(message).address());
        }
    }

    @Test
    void repliesCarryTheAddressInTheirParity() {
        assertEquals(0x4B1234, Frames.read(aircraft.altitudeReply(300)).address());
        assertEquals(1000, Frames.read(aircraft.altitudeReply(304.8)).altitudeFt());
        assertEquals(7700, Frames.read(aircraft.identityReply(7700)).squawk());
    }

    @Test
    void callsignsKeepTheirLettersAndBlankTheRest() {
        long me = Frames.read(aircraft.identification(4, 7, "VDT_01x")).message();

        assertEquals("VDT 01", Callsign.text(me));
    }

    @Test
    void addressesOutsideTwentyFourBitsAreOurOwnMistake() {
        assertThrows(IllegalArgumentException.class, () -> new AdsbEncoder(0x1000000, 11, 8));
        assertThrows(IllegalArgumentException.class, () -> new AdsbEncoder(1, 19, 8));
    }

    @Property
    void altitudesReturnWithinHalfAStep(@ForAll @DoubleRange(min = -1000, max = 50_000) double feet) {
        assertEquals(feet, AltitudeCode.feet12(AltitudeCode.code12(feet)), 12.5);
    }

    @Property
    void squawksReturn(
            @ForAll @IntRange(max = 7) int a, @ForAll @IntRange(max = 7) int b, @ForAll @IntRange(max = 7) int cd) {
        int digits = 1000 * a + 100 * b + 11 * cd;

        assertEquals(digits, IdentityCode.digits(IdentityCode.code(digits)));
    }

    @Property
    void surfaceSpeedsReturnWithinTheirStep(@ForAll @DoubleRange(min = 0, max = 174) double knots) {
        double read = SurfacePosition.speedKt(SurfacePosition.movementCode(knots));

        assertEquals(true, read <= knots && knots - read <= 5);
    }
}
