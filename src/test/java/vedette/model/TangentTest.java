package vedette.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/// A tangent frame tells the same places as the Earth's axes, wherever on the globe it stands.
class TangentTest {
    private static double[] frame(double latDeg, double lonDeg, double heightM) {
        Ecef place = new Geodetic(Math.toRadians(latDeg), Math.toRadians(lonDeg), heightM).ecef();
        return Tangent.at(new double[] {place.xM(), place.yM(), place.zM()});
    }

    @Property(tries = 200)
    void heightsAreThoseAboveTheEllipsoid(
            @ForAll @DoubleRange(min = -90, max = 90) double latDeg,
            @ForAll @DoubleRange(min = -180, max = 180) double lonDeg,
            @ForAll @DoubleRange(min = -14_000, max = 14_000) double eastM,
            @ForAll @DoubleRange(min = -14_000, max = 14_000) double northM) {
        double[] frame = frame(latDeg, lonDeg, 8000);
        double[] x = {eastM, northM, 300};
        double[] earth = new double[3];

        Tangent.place(frame, x, 0, earth);

        double heightM = new Ecef(earth[0], earth[1], earth[2]).geodetic().heightM();
        // A sphere in place of the ellipsoid (0.7 % of 31 m at the most), and the plumb line's height (0.07 m).
        assertEquals(heightM, Tangent.heightM(frame, x, 0), 0.3);
    }

    @Property(tries = 100)
    void aStateCarriedOverAndBackIsTheSame(
            @ForAll @DoubleRange(min = -90, max = 90) double latDeg,
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double east,
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double north) {
        double[] here = frame(latDeg, 179.95, 5000);
        double[] there = frame(Math.clamp(latDeg + north, -90, 90), 179.95 + east, 6000);
        double[] x = new double[35];
        for (int k = 0; k < x.length; k++) {
            x[k] = 100 + 7 * k % 13;
        }
        double[] before = x.clone();
        double[] placeBefore = new double[3];
        Tangent.place(here, x, 0, placeBefore);

        Tangent.carry(here, there, x, 0, 7);
        double[] place = new double[3];
        Tangent.place(there, x, 0, place);
        Tangent.carry(there, here, x, 0, 7);

        for (int k = 0; k < 3; k++) {
            assertEquals(placeBefore[k], place[k], 1e-6);
        }
        for (int k = 0; k < x.length; k++) {
            assertEquals(before[k], x[k], 1e-6);
        }
    }

    @Test
    void theEarthsOwnAxesReachEverywhere() {
        double[] far = {7e6, 0, 0};

        assertTrue(Tangent.reaches(Tangent.earthFixed(), far, 0));
        assertFalse(Tangent.reaches(frame(50, 10, 0), far, 0));
    }
}
