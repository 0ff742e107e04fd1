package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vedette.model.Altitude;
import vedette.model.Emergency;
import vedette.model.Identity;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// What codes weigh, and what a track makes of codes that contradict each other.
class IdentityEvidenceTest {
    private static final Provenance RADAR = Provenance.open(new SensorId("radar"), Sky.at(0));

    private static Identity modeS(int address, int modeA, String callsign) {
        return new Identity(
                OptionalInt.of(address), OptionalInt.of(modeA), Optional.of(callsign), Emergency.ofModeA(modeA));
    }

    private static Claims claims(Identity... told) {
        Claims claims = Claims.first(RADAR, told[0], Altitude.UNKNOWN);
        for (int i = 1; i < told.length; i++) {
            claims = claims.with(RADAR, told[i], Altitude.UNKNOWN);
        }
        return claims;
    }

    private static double weight(Identity track, Identity plot) {
        return IdentityEvidence.of(claims(track, track, track).codes(), plot);
    }

    @Test
    void codesThatAreNotToldOnBothSidesSayNothing() {
        assertEquals(0, weight(Sky.address(1), Identity.NONE));
        assertEquals(0, weight(Sky.address(1), Identity.ofModeA(01234)));
        assertEquals(0, weight(Identity.NONE, Sky.address(1)));
    }

    @Test
    void agreementIsWorthLessWhereManyShareTheCode() {
        double own = weight(Identity.ofModeA(01234), Identity.ofModeA(01234));
        double visual = weight(Identity.ofModeA(07000), Identity.ofModeA(07000));
        double address = weight(Sky.address(0x3C6585), Sky.address(0x3C6585));
        double unset = weight(Sky.address(0), Sky.address(0));

        assertTrue(own > 5 && own < 6, "a code of its own: " + own);
        assertTrue(visual > 2 && visual < 2.5, "shared by a tenth: " + visual);
        assertTrue(unset < address, unset + " against " + address);
    }

    @Test
    void allCodesTogetherWeighLessThanAPlaceThatIsImpossible() {
        Identity who = modeS(0x3C6585, 01234, "DLH123");

        double most = weight(who, who);

        assertTrue(most < 6, "a plot 3.5 sigmas nearer outweighs it: " + most);
    }

    @Test
    void anotherAddressIsHardlyTheSameObjectAndAnotherModeAMayBe() {
        double address = weight(Sky.address(1), Sky.address(2));
        double plain = weight(Identity.ofModeA(01234), Identity.ofModeA(04321));
        double underParity = weight(modeS(1, 01234, "A"), modeS(1, 04321, "A"));

        assertTrue(address < -15 && address > -20, "address " + address);
        assertTrue(plain < -5 && plain > -7, "Mode A " + plain);
        assertTrue(underParity > 0, "the same address with another squawk is a changed squawk: " + underParity);
    }

    @Test
    void aTrackToldOnceIsNotAsSureAsOneToldOften() {
        Identity held = Identity.ofModeA(01234);
        Identity other = Identity.ofModeA(04321);

        double once = IdentityEvidence.of(claims(held).codes(), other);
        double often = IdentityEvidence.of(claims(held, held, held, held).codes(), other);
        double doubted = IdentityEvidence.of(claims(held, held, held, other).codes(), other);

        assertTrue(often < once && once < doubted, often + " < " + once + " < " + doubted);
    }

    @Test
    void aGarbledReplyDoesNotOverwriteWhatIsKnown() {
        Identity held = Identity.ofModeA(01234);

        assertEquals(held, claims(held, held, Identity.ofModeA(01236)).identity());
        assertEquals(
                Sky.address(7),
                claims(Sky.address(7), Sky.address(7), Sky.address(8)).identity());
        assertEquals(
                held,
                claims(held, held, Identity.ofModeA(07), held, Identity.ofModeA(070))
                        .identity());
    }

    @Test
    void aSquawkChangeIsFollowedAtTheSecondReplyAndUnderParityAtTheFirst() {
        Identity before = Identity.ofModeA(01234);
        Identity after = Identity.ofModeA(04321);

        assertEquals(before, claims(before, before, before, after).identity());
        assertEquals(after, claims(before, before, before, after, after).identity());
        assertEquals(
                OptionalInt.of(04321),
                claims(modeS(1, 01234, "A"), modeS(1, 01234, "A"), modeS(1, 04321, "A"))
                        .identity()
                        .modeA());
    }

    @Test
    void aChangeToACodeThatManyUseIsBelievedAtOnce() {
        Identity before = Identity.ofModeA(01234);
        Identity visual = Identity.ofModeA(07000);

        assertEquals(visual, claims(before, before, visual).identity());
    }

    @Test
    void howeverLongACodeWasHeldItCanBeUnlearnt() {
        Claims claims = claims(Sky.address(7));
        for (int i = 0; i < 10_000; i++) {
            claims = claims.with(RADAR, Sky.address(7), Altitude.UNKNOWN);
        }
        for (int i = 0; i < 2; i++) {
            claims = claims.with(RADAR, Sky.address(8), Altitude.UNKNOWN);
        }

        assertEquals(Sky.address(8), claims.identity());
    }

    @Test
    void anEmergencyByAPlainReplyHoldsWhenItIsToldAgain() {
        Identity before = Identity.ofModeA(01234);
        Identity emergency = Identity.ofModeA(07700);

        assertEquals(
                Emergency.NONE, claims(before, before, emergency).identity().emergency());
        assertEquals(
                Emergency.GENERAL,
                claims(before, before, emergency, emergency).identity().emergency());
        assertEquals(Emergency.GENERAL, claims(emergency).identity().emergency());
    }

    @Test
    void anEmergencyThatIsDeclaredOrUnderParityHoldsAtOnce() {
        Identity before = modeS(1, 01234, "A");
        Identity declared =
                new Identity(OptionalInt.of(1), OptionalInt.empty(), Optional.empty(), Emergency.MINIMUM_FUEL);

        assertEquals(
                Emergency.GENERAL,
                claims(before, before, modeS(1, 07700, "A")).identity().emergency());
        assertEquals(
                Emergency.MINIMUM_FUEL,
                claims(before, before, declared).identity().emergency());
        assertEquals(
                Emergency.NONE,
                claims(before, modeS(1, 07700, "A"), before, before).identity().emergency());
    }

    @Test
    void aCallsignIsCorrectedAtTheSecondTelling() {
        Identity wrong = modeS(1, 01234, "DLH12");
        Identity right = modeS(1, 01234, "DLH123");

        assertEquals(
                Optional.of("DLH123"),
                claims(wrong, wrong, right, right).identity().callsign());
        assertEquals(
                Optional.of("DLH12"), claims(wrong, wrong, wrong).identity().callsign());
    }

    @Test
    void aSerialNumberIsEvidenceAsAnAddressIs() {
        Identity mine = Identity.ofSerial("1581F4XXX1234567890A");
        Identity other = Identity.ofSerial("1581F4XXX1234567890B");

        assertTrue(weight(mine, mine) > 5, "told again: " + weight(mine, mine));
        assertTrue(weight(mine, other) < -15, "another one: " + weight(mine, other));
        assertEquals(0, weight(mine, Sky.address(1)));
        assertEquals(0, weight(Sky.address(1), mine));
    }

    @Test
    void aSerialNumberThatNobodySetIsWorthLess() {
        Identity unset = Identity.ofSerial("00000000000000000000");
        Identity mine = Identity.ofSerial("1581F4XXX1234567890A");

        assertTrue(weight(unset, unset) < weight(mine, mine) - 0.05, weight(unset, unset) + "");
        assertEquals(Codes.code("0000"), Codes.code("XXXXXXXX"));
    }

    @Test
    void aGarbledSerialNumberIsDoubtedAndOneToldTwiceBelieved() {
        Identity mine = Identity.ofSerial("1581F4XXX1234567890A");
        Identity other = Identity.ofSerial("1581F4XXX1234567890B");

        assertEquals(mine, claims(mine, mine, other, mine).identity());
        assertEquals(other, claims(mine, mine, other, other).identity());
        assertEquals(Sky.address(7).updatedBy(mine).serial(), mine.serial());
    }

    @Test
    void whatASystemHasWeighedHoldsAtOnce() {
        Claims claims = claims(Identity.ofModeA(01234), Identity.ofModeA(01234));

        Claims after = claims.reported(RADAR, Identity.ofModeA(04321), Altitude.UNKNOWN);

        assertEquals(OptionalInt.of(04321), after.identity().modeA());
    }

    @Test
    void tellingTheKnownAgainMakesNothingNew() {
        Identity who = modeS(1, 01234, "DLH123");
        Claims claims = claims(who, who, who);

        Claims again = claims.with(RADAR, who, Altitude.UNKNOWN);

        assertSame(claims.codes(), again.codes());
        assertSame(claims.identity(), again.identity());
    }

    @Property
    void beliefsStayProbabilitiesAndTheShownCodeIsTheLikeliest(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 5) Integer> told) {
        for (CodeKind kind : CodeKind.values()) {
            Belief belief = Belief.NONE;
            for (int code : told) {
                belief = belief.after(kind, code);
                assertTrue(belief.held() >= belief.rivalHeld() && belief.rivalHeld() >= 0, belief::toString);
                assertTrue(belief.held() + belief.rivalHeld() <= 1 + 1e-12, belief::toString);
                assertTrue(belief.ratio(kind, code) > 0 && belief.ratio(kind, 4000) > 0, belief::toString);
            }
        }
    }

    @Property
    void aCodeToldThreeTimesInARowIsBelieved(
            @ForAll @Size(max = 30) List<@IntRange(max = 4095) Integer> before,
            @ForAll @IntRange(max = 4095) int code) {
        Claims claims = claims(Identity.NONE);
        for (int other : before) {
            claims = claims.with(RADAR, Identity.ofModeA(other), Altitude.UNKNOWN);
        }
        for (int i = 0; i < 3; i++) {
            claims = claims.with(RADAR, Identity.ofModeA(code), Altitude.UNKNOWN);
        }

        assertEquals(OptionalInt.of(code), claims.identity().modeA());
    }
}
