package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vedette.model.LatLon;

class LandingTest {
    private static final int THREE_STAGES = 2;
    private static final double LAT = 0.5;
    private static final double LON = -1.2;
    private static final double TILT = 1e-3;
    private static final double LONGER = 10;

    @Test
    void theImpactOfABurnSpreadsAcrossAsItsDirectionDoesWhereItComesDown() {
        LatLon middle = middle(burn(0, 0, 1e-6)).centre();
        Spread plane = new Spread();
        plane.origin = middle;

        double[] a = plane.plane(middle(burn(TILT, 0, 1e-6)).centre());
        double[] b = plane.plane(middle(burn(0, TILT, 1e-6)).centre());
        for (int i = 0; i < 2; i++) {
            b[i] *= LONGER;
        }
        Spread.Part part = middle(burn(0, 0, TILT));

        // Slices are cut along the way that moves it most; what is left is the spread across that way.
        double across = Math.abs(a[0] * b[1] - a[1] * b[0]) / longer(a, b);
        assertEquals(across, narrow(part), 0.05 * across);
    }

    private static Burn burn(double east, double north, double sigma) {
        double[] p = {0, 0, 30, 0.3 + east, 0.05 + north, 3.2, 0.71, 4.13, 3.45, 0.74, 4.13, 3.5, 0.77, 4.1};
        int n = p.length;
        double[] covariance = new double[n * n];
        covariance[3 * n + 3] = sigma * sigma;
        covariance[4 * n + 4] = LONGER * LONGER * sigma * sigma;
        return new Burn(THREE_STAGES, Slots.NONE, LAT, LON, new Numbers(p), new Numbers(covariance), 0, 0, 40);
    }

    private static Spread.Part middle(Burn burn) {
        Spread spread = new Spread();
        new Landing().of(burn, 1, spread);
        return spread.parts.get(3);
    }

    // Standard deviation along the longer axis of two independent moves.
    private static double longer(double[] a, double[] b) {
        double xx = a[0] * a[0] + b[0] * b[0];
        double yy = a[1] * a[1] + b[1] * b[1];
        double xy = a[0] * a[1] + b[0] * b[1];
        return Math.sqrt((xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy));
    }

    private static double narrow(Spread.Part part) {
        double middle = (part.ee() + part.nn()) / 2;
        return Math.sqrt(middle - Math.hypot((part.ee() - part.nn()) / 2, part.en()));
    }
}
