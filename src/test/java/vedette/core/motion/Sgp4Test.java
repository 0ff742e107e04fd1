package vedette.core.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.Shared;
import vedette.math.Vec3;
import vedette.model.LeapSeconds;
import vedette.model.MeanElements;
import vedette.model.Moment;

class Sgp4Test {
    /// The published places have eight digits behind the kilometre's point; a sum of two million minutes loses some.
    private static final double GOLDEN_M = 1e-3;

    private static final double GOLDEN_MPS = 1e-5;
    private static final long TESTS_OF_TWO = 33_334;

    // Spacetrack Report 3's own two tests, and one simple, low orbit of AIAA 2006-6753: elements as printed there.
    private static final String NEAR = """
        1 88888U          80275.98708465  .00073094  13844-3  66816-4 0    87
        2 88888  72.8435 115.9689 0086731  52.6988 110.5714 16.05824518  1058""";
    private static final String DEEP = """
        1 11801U          80230.29629788  .01431103  00000-0  14311-1      13
        2 11801  46.7916 230.4354 7318036  47.4722  10.4117  2.28537848    13""";
    private static final String LOW = """
        1 29238U 06022G   06177.28732010  .00766286  10823-4  13334-2 0   101
        2 29238  51.5595 213.7903 0202579  95.2503 267.9010 15.73823839  1061""";

    private static MeanElements elements(String twoLines) {
        List<String> lines = twoLines.lines().toList();
        return Sgp4Sets.elements(lines.get(0), lines.get(1));
    }

    private static String set(String which) {
        return which.equals("NEAR") ? NEAR : which.equals("DEEP") ? DEEP : LOW;
    }

    private static Teme there(Propagated propagated) {
        return assertInstanceOf(Propagated.There.class, propagated).state();
    }

    // Vallado, Crawford, Hujsak, Kelso 2006, appendix E (improved mode, WGS-72): kilometres at minutes.
    @ParameterizedTest
    @CsvSource({
        "NEAR, 0, 2328.96975262, -5995.22051338, 1719.97297192",
        "NEAR, 360, 2456.10706533, -6071.93855503, 1222.89768554",
        "DEEP, 0, 7473.37102491, 428.94748312, 5828.74846783",
        "DEEP, 360, -3305.22148694, 32410.84323331, -24697.16974954",
        "DEEP, 1440, 9787.87836256, 33753.32249667, -15030.79874625",
        "LOW, 0, -5566.59512819, -3789.75991159, 67.60382245",
        "LOW, 240, 1922.17712474, 5113.01138342, -4087.08470203"
    })
    void thePapersPlacesComeOut(String which, double minutes, double xKm, double yKm, double zKm) {
        Teme there = there(Sgp4.of(elements(set(which))).after(minutes * 60));

        assertEquals(
                0, there.placeM().minus(new Vec3(xKm, yKm, zKm).times(1000)).norm(), GOLDEN_M);
    }

    @Test
    void allPlacesOfTheVerificationSetComeOutWithinAMillimetre() throws IOException {
        int compared = 0;
        for (Sgp4Sets.Case each : Sgp4Sets.cases(Shared.file("data/space/sgp4"))) {
            if (each.elements().number() == TESTS_OF_TWO) {
                // Its one row is the last of the case before it: the theory says nothing of it at all.
                continue;
            }
            Sgp4 theory = Sgp4.of(each.elements());
            for (Sgp4Sets.Place place : each.places()) {
                String of = each.elements().number() + " at " + place.minutes() + " min";
                Teme there = there(theory.after(place.minutes() * 60));
                assertEquals(0, there.placeM().minus(place.km().times(1000)).norm(), GOLDEN_M, of);
                assertEquals(
                        0, there.velocityMps().minus(place.kmps().times(1000)).norm(), GOLDEN_MPS, of);
                compared++;
            }
        }
        assertTrue(compared > 600, () -> "few places compared");
    }

    // AIAA 2006-6753, appendix D: what each of these cases is there for.
    @ParameterizedTest
    @CsvSource({
        "22312, 494.2028672, MEAN_ECCENTRICITY",
        "28872, 55, DECAYED",
        "29141, 440, DECAYED",
        "33333, 25, PARAMETER",
        "33334, 1, ECCENTRICITY",
        "20413, 1844345, DECAYED"
    })
    void whatTheSetSaysCannotBeIsNowhere(long number, double minutes, Propagated.Why why) throws IOException {
        MeanElements elements = Sgp4Sets.cases(Shared.file("data/space/sgp4")).stream()
                .map(Sgp4Sets.Case::elements)
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow();

        assertEquals(new Propagated.Nowhere(why), Sgp4.of(elements).after(minutes * 60));
    }

    @Property(tries = 2000)
    void whateverTheElementsThePlaceIsFiniteAboveGroundOrNowhere(
            @ForAll @Scale(4) @DoubleRange(min = 1e-4, max = 20) double turnsADay,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.999999) double eccentricity,
            @ForAll @Scale(5) @DoubleRange(min = 0, max = 3.14159) double inclination,
            @ForAll @DoubleRange(min = -1, max = 1) double bstar,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double afterS) {
        MeanElements elements = new MeanElements(
                1,
                "",
                new Moment(0),
                turnsADay * 2 * Math.PI / 86_400,
                eccentricity,
                inclination,
                6 * eccentricity,
                2,
                4,
                bstar * bstar * bstar);

        switch (Sgp4.of(elements).after(afterS)) {
            case Propagated.There(Teme(Vec3 place, Vec3 velocity)) -> {
                assertTrue(place.norm() >= 6_378_134.9, () -> "in the Earth at " + place.norm());
                assertTrue(Double.isFinite(velocity.norm()));
            }
            case Propagated.Nowhere(Propagated.Why why) ->
                assertTrue(why.words().length() > 10);
        }
    }

    // The theory's velocity leaves out small terms of its place's change: up to 0.2 m/s near, 4.1 m/s far were seen.
    @ParameterizedTest
    @CsvSource({"NEAR, 0.5", "LOW, 0.5", "DEEP, 5"})
    void theVelocityIsHowThePlaceChanges(String which, double mostMps) {
        Sgp4 theory = Sgp4.of(elements(set(which)));
        for (int i = 0; i < 50; i++) {
            double atS = 997 * i;
            Vec3 before = there(theory.after(atS - 0.5)).placeM();
            Vec3 after = there(theory.after(atS + 0.5)).placeM();
            Vec3 velocity = there(theory.after(atS)).velocityMps();

            assertEquals(0, after.minus(before).minus(velocity).norm(), mostMps);
        }
    }

    // The same paper, appendix C: 2004-04-06T07:51:28.386009 UTC, at which UT1 was 0.4399619 s behind.
    @Test
    void aPlaceAgainstTheStarsIsTurnedToTheEarthAsThePaperHasIt() {
        Moment utc = LeapSeconds.standard().moment(1_081_237_888_386_009_000L);
        Teme teme = new Teme(
                new Vec3(5_094_180.16210, 6_127_644.65950, 6_380_344.53270),
                new Vec3(-4746.131487, 785.818041, 5531.931288));

        double[] fixed = teme.earthFixed(utc.plusS(-0.4399619));

        assertEquals(-1_033_475.03130, fixed[0], 0.01);
        assertEquals(7_901_305.58560, fixed[1], 0.01);
        assertEquals(6_380_344.53270, fixed[2], 0.01);
        assertEquals(-3225.632747, fixed[3], 1e-3);
        assertEquals(-2872.442511, fixed[4], 1e-3);
        assertEquals(5531.931288, fixed[5], 1e-3);
    }

    @Test
    void airBringsASatelliteAheadOfItsUnbrakedSelf() {
        assertTrue(Sgp4.of(elements(LOW)).dragAheadRad(86_400) > 1e-3);
        assertEquals(0, Sgp4.of(elements(LOW)).dragAheadRad(0));
    }

    @Test
    void theSameQuestionHasTheSameAnswerToTheBitInWhateverOrderItIsAsked() {
        Sgp4 theory = Sgp4.of(elements(DEEP));
        Propagated far = theory.after(9e6);
        Propagated near = theory.after(-3e4);

        assertEquals(far, Sgp4.of(elements(DEEP)).after(9e6));
        assertEquals(near, theory.after(-3e4));
    }
}
