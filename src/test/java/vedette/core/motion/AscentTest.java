package vedette.core.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vedette.model.Wgs84;

class AscentTest {
    static List<Flight> flights() {
        return Flight.all();
    }

    @ParameterizedTest
    @MethodSource("flights")
    void burnsOutWhereAnotherIntegratorDoesInFineSteps(Flight flight) {
        Ascent ascent = new Ascent();

        ascent.fly(flight.p(), flight.stages());

        assertEquals(flight.burnoutS(), ascent.burnoutS(), 1e-9);
        // A satellite sees it within a kilometre.
        assertEquals(0, Flight.distance(flight.burnout(), 0, ascent.burnout(), 0), 10);
        assertEquals(0, Flight.distance(flight.burnout(), 3, ascent.burnout(), 3), 0.1);
    }

    @Test
    void aFlightTakenUpAtALaterStageIsTheWholeFlightToTheBit() {
        Flight flight = Flight.all().stream()
                .filter(each -> each.stages() > 1)
                .findFirst()
                .orElseThrow();
        Ascent whole = new Ascent();
        Ascent resumed = new Ascent();
        resumed.fly(flight.p(), flight.stages());
        for (int stage = flight.stages() - 1; stage >= 0; stage--) {
            double[] p = flight.p().clone();
            p[Ascent.STAGE + Ascent.PER_STAGE * stage] *= 1.01;
            whole.fly(p, flight.stages());

            resumed.flyFrom(stage, p, flight.stages());

            assertEquals(whole.burnoutS(), resumed.burnoutS());
            assertArrayEquals(whole.burnout(), resumed.burnout());
        }
    }

    @Test
    void stepsAreJoinedSmoothlyFromLaunchPastBurnout() {
        Flight flight = Flight.all().get(2);
        Ascent ascent = new Ascent();
        ascent.fly(flight.p(), flight.stages());
        double[] before = new double[6];
        double[] now = new double[6];
        ascent.at(flight.p()[Ascent.LAUNCH], before);

        for (double t = flight.p()[Ascent.LAUNCH] + 0.1; t < ascent.burnoutS() + 5; t += 0.1) {
            assertTrue(ascent.at(t, now));
            for (int i = 0; i < 3; i++) {
                assertEquals((before[3 + i] + now[3 + i]) / 2, (now[i] - before[i]) / 0.1, 1);
            }
            System.arraycopy(now, 0, before, 0, 6);
        }

        assertEquals(0, Flight.distance(ascent.burnout(), 3, now, 3));
    }

    @Test
    void startsAtRestOnTheGroundAndGoesUpThenOver() {
        Flight flight = Flight.all().getFirst();
        Ascent ascent = new Ascent();
        ascent.fly(flight.p(), flight.stages());
        double[] s = new double[6];

        assertFalse(ascent.at(flight.p()[Ascent.LAUNCH] - 0.001, s));
        assertTrue(ascent.at(flight.p()[Ascent.LAUNCH], s));

        var place = Wgs84.geodetic(s[0], s[1], s[2], new double[9]);
        assertEquals(0, place.heightM(), 1e-6);
        assertEquals(flight.p()[Ascent.LATITUDE], place.latRad(), 1e-12);
        assertEquals(flight.p()[Ascent.LONGITUDE], place.lonRad(), 1e-12);
        assertEquals(0.01, Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]), 1e-9);
    }

    @Test
    void aBurnShorterThanTheFirstTurnEndsInIt() {
        double[] p = {0.5, 0.5, 10, 1, 0.1, 30, 60, 3};
        Ascent ascent = new Ascent();

        ascent.fly(p, 1);

        assertEquals(13, ascent.burnoutS());
        assertEquals(3 * 21, Math.sqrt(square(ascent.burnout())), 4);
    }

    @Test
    void nonsenseIsRefused() {
        Ascent ascent = new Ascent();
        double[] p = {0.5, 0.5, 10, 1, 0.1, 30, 60, Double.NaN};

        assertThrows(IllegalArgumentException.class, () -> ascent.fly(p, 1));
        assertThrows(IllegalArgumentException.class, () -> ascent.fly(p, 2));
        assertThrows(IllegalArgumentException.class, () -> ascent.fly(p, 0));
    }

    private static double square(double[] s) {
        return s[3] * s[3] + s[4] * s[4] + s[5] * s[5];
    }
}
