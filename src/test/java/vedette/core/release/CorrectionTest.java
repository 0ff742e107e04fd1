package vedette.core.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.math.Exact;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

/// Which corrections go out at once, which wait, and which say nothing new.
class CorrectionTest {
    private static final Moment NOON = new Moment(2_000_000_000_000_000_000L);
    private static final Told FIRST = new Told(600, 900, 20_000, 0, "Go inside", "Seen by 3 looks", "riga", 1);

    /// What a warning tells, in a few words.
    private record Told(
            double onsetS,
            double expiresS,
            double radiusM,
            double eastM,
            String advice,
            String why,
            String places,
            int revision) {
        Told inS(double seconds) {
            return new Told(seconds, expiresS, radiusM, eastM, advice, why, places, revision + 1);
        }

        Told holdsS(double seconds) {
            return new Told(onsetS, seconds, radiusM, eastM, advice, why, places, revision + 1);
        }

        Told within(double metres) {
            return new Told(onsetS, expiresS, metres, eastM, advice, why, places, revision + 1);
        }

        Told moved(double metres) {
            return new Told(onsetS, expiresS, radiusM, metres, advice, why, places, revision + 1);
        }

        Told says(String other) {
            return new Told(onsetS, expiresS, radiusM, eastM, other, why, places, revision + 1);
        }

        Told because(String other) {
            return new Told(onsetS, expiresS, radiusM, eastM, advice, other, places, revision + 1);
        }

        Told at(String other) {
            return new Told(onsetS, expiresS, radiusM, eastM, advice, why, other, revision + 1);
        }

        Warning warning() {
            List<ZoneId> zones = places.isEmpty()
                    ? List.of()
                    : List.of(places.split(" ", -1)).stream().map(ZoneId::new).toList();
            return new Warning(
                    new WarningId("W"),
                    revision,
                    NOON,
                    Domain.EXERCISE,
                    Warning.Stage.UPDATED,
                    Warning.Kind.IMPACT,
                    new Warning.Gravity(
                            Warning.Severity.EXTREME,
                            Warning.Urgency.IMMEDIATE,
                            Warning.Certainty.LIKELY,
                            Warning.Confidence.PROBABLE),
                    List.of(),
                    zones,
                    circle(radiusM, eastM),
                    new Warning.Validity(NOON.plusS(onsetS), NOON.plusS(onsetS + 60), NOON.plusS(expiresS)),
                    List.of(),
                    new Warning.Words("Missile", why, advice),
                    Releasability.OPEN);
        }
    }

    // On the antimeridian, where longitudes jump.
    private static List<LatLon> circle(double radiusM, double eastM) {
        return IntStream.range(0, 36)
                .mapToObj(i -> new LatLon(
                        radiusM * Exact.cos(i * Exact.TWO_PI / 36) / 6_371_000,
                        Exact.halfTurn(Math.PI + (eastM + radiusM * Exact.sin(i * Exact.TWO_PI / 36)) / 6_371_000)))
                .toList();
    }

    private static boolean goesOut(Told last, Told now, double afterS) {
        Bulletin out = new Bulletin(last.warning(), 1, NOON, new Authority.Engine());
        return new Correction(out, now.warning(), NOON.plusS(afterS)).goesOut();
    }

    @Test
    void aNewPlaceGoesOutAtOnce() {
        assertTrue(goesOut(FIRST, FIRST.at("riga tukums"), 1));
    }

    @Test
    void anEarlierMomentGoesOutAtOnceWhenItIsEarlierByATenthOfWhatIsLeft() {
        assertTrue(goesOut(FIRST, FIRST.inS(530), 1));
        assertFalse(goesOut(FIRST, FIRST.inS(580), 1));
        assertTrue(goesOut(FIRST.inS(60), FIRST.inS(50), 1));
        assertFalse(goesOut(FIRST.inS(60), FIRST.inS(56), 1));
    }

    @Test
    void smallStepsAddUpSinceTheyAreComparedWithWhatWentOut() {
        List<Boolean> out = IntStream.range(1, 8)
                .mapToObj(i -> goesOut(FIRST, FIRST.inS(600 - 15 * i), i))
                .toList();

        assertEquals(List.of(false, false, false, true, true, true, true), out);
    }

    @Test
    void otherAdviceGoesOutAtOnce() {
        assertTrue(goesOut(FIRST, FIRST.says("Take cover"), 1));
    }

    @Test
    void newGroundGoesOutAtOnceAndATremblingBorderNever() {
        assertTrue(goesOut(FIRST.at(""), FIRST.at("").moved(3_000), 1));
        assertFalse(goesOut(FIRST.at(""), FIRST.at("").moved(1_500), 600));
        assertTrue(goesOut(FIRST, FIRST.moved(6_000), 1), "places are known, the ground beyond them counts still");
        assertFalse(goesOut(FIRST, FIRST.moved(3_000), 1));
    }

    @Test
    void whatIsBetterWaitsAMinute() {
        assertFalse(goesOut(FIRST, FIRST.within(8_000), Correction.PAUSE_S - 1));
        assertTrue(goesOut(FIRST, FIRST.within(8_000), Correction.PAUSE_S));
        assertFalse(goesOut(FIRST.at("riga tukums"), FIRST.at("riga"), Correction.PAUSE_S - 1));
        assertTrue(goesOut(FIRST.at("riga tukums"), FIRST.at("riga"), Correction.PAUSE_S));
        assertFalse(goesOut(FIRST, FIRST.inS(900), Correction.PAUSE_S - 1));
        assertTrue(goesOut(FIRST, FIRST.inS(900), Correction.PAUSE_S));
    }

    @Test
    void figuresInTheReasonAreNoReasonToAlarmAnybodyAnewButAnotherReasonIs() {
        assertFalse(goesOut(FIRST, FIRST.because("Seen by 17 looks"), 300));
        assertTrue(goesOut(FIRST, FIRST.because("Confirmed by radar"), 300));
    }

    @Test
    void aBulletinIsRenewedBeforeItRunsOut() {
        assertFalse(goesOut(FIRST, FIRST.holdsS(2_000), 800));
        assertTrue(goesOut(FIRST, FIRST.holdsS(2_000), 900 - Correction.RENEWED_BEFORE_S + 1));
    }

    @Property(tries = 300)
    void whatGoesOutNeverWaitsLongerThanAMinuteAndNothingWorseWaitsAtAll(
            @ForAll @DoubleRange(min = 100, max = 1_000) double onsetS,
            @ForAll @DoubleRange(min = 1_000, max = 40_000) double radiusM,
            @ForAll @DoubleRange(min = -20_000, max = 20_000) double eastM) {
        Told now = FIRST.inS(onsetS).within(radiusM).moved(eastM);
        boolean much = 600 - onsetS > Math.max(5, 0.1 * (onsetS - 1)) || Math.abs(eastM) + radiusM > 20_000 * 1.26;

        if (much) {
            assertTrue(goesOut(FIRST, now, 1));
        }
        if (goesOut(FIRST, now, 1)) {
            assertTrue(goesOut(FIRST, now, Correction.PAUSE_S));
        }
    }
}
