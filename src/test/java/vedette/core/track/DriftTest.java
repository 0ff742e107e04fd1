package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.model.SensorSite;

/// A sensor that begins to measure otherwise is known by its residuals; one that does not is left alone.
class DriftTest {
    private static final double RANGE_SIGMA_M = 50;
    private static final double PERIOD_S = 4;
    private final SensorSite site =
            new Sky(Sky.HOME).radar2d("A", 0, PERIOD_S).sites().getFirst();
    private final double azimuthSigma = site.sigma().azimuthRad();
    private final Residuals residuals = new Residuals();
    private final Registration known = settled();

    private Registration settled() {
        Registration of = Registration.of(List.of(site));
        double[] information = of.information().clone();
        for (int i = 0; i < 4; i++) {
            information[Information.at(i, i)] = 100;
        }
        return new Registration(
                        of.units(),
                        information,
                        of.vector(),
                        of.estimate(),
                        of.sigma(),
                        of.applied(),
                        of.solvedNs(),
                        of.studies(),
                        1,
                        0)
                .solved(0);
    }

    // A look at so many tracks that fly every way at 200 m/s, 50 km off.
    private Drift looked(Drift drift, int look, int tracks, double rangeM, double clockS) {
        residuals.begin(site.sigma(), SensorKnowledge.of(site));
        double[] rows = residuals.rows();
        for (int r = 0; r < tracks; r++) {
            Draws draws = Draws.of(1, 100L * look + r, "residual");
            double course = draws.uniform(0, 2 * Math.PI);
            double[] rates = {200 * Math.cos(course), 200 * Math.sin(course) / 50_000};
            double[] sigmas = {RANGE_SIGMA_M, azimuthSigma};
            for (int axis = 0; axis < 2; axis++) {
                int row = r * Residuals.WIDTH + axis;
                rows[row + Residuals.RATE] = rates[axis];
                rows[row + Residuals.PLOT_VARIANCE] = sigmas[axis] * sigmas[axis];
                rows[row + Residuals.TRACK_VARIANCE] = 0;
                rows[row + Residuals.RESIDUAL] =
                        sigmas[axis] * draws.gaussian() + (axis == 0 ? rangeM : 0) - clockS * rates[axis];
            }
            rows[r * Residuals.WIDTH + Residuals.PLOT_VARIANCE + 2] = 0;
        }
        residuals.count = tracks;
        return drift.learnt(residuals, 0, PERIOD_S, Math.round(look * 1e8), known);
    }

    @Test
    void aClockThatWasSetIsKnownAfterHalfATurn() {
        Drift drift = Drift.NONE;
        for (int look = 0; look < 20; look++) {
            drift = looked(drift, look, 1, 0, 1);
        }

        Drift.Change change = drift.change();
        assertFalse(change.isNone());
        assertEquals(1, change.mean()[3], 0.3);
        assertEquals(0, change.mean()[0], 0.3);
    }

    @Test
    void aRangeThatBecameLongerIsToldFromAClock() {
        Drift drift = Drift.NONE;
        for (int look = 0; look < 20; look++) {
            drift = looked(drift, look, 1, 150, 0);
        }

        Drift.Change change = drift.change();
        assertEquals(1, change.mean()[0], 0.3);
        assertEquals(0, change.mean()[3], 0.3);
    }

    @Test
    void aSensorThatMeasuresAsItDidIsNeverNamed() {
        Drift drift = Drift.NONE;
        for (int look = 0; look < 5000; look++) {
            drift = looked(drift, look, 2, 0, 0);
            assertTrue(drift.change().isNone(), "look " + look);
        }
    }

    @Test
    void oneLargeResidualHasTheNextOnesLookedAt() {
        Drift calm = looked(Drift.NONE, 0, 0, 0, 0);
        Drift one = looked(calm, 1, 1, 400, 0);

        assertFalse(calm.suspicious());
        assertTrue(one.suspicious());
        assertTrue(one.change().isNone());
    }

    @Test
    void whatIsNotKnownYetCannotChange() {
        Registration unknown = Registration.of(List.of(site));
        residuals.begin(site.sigma(), SensorKnowledge.of(site));
        residuals.count = 1;

        assertEquals(Drift.NONE, Drift.NONE.learnt(residuals, 0, PERIOD_S, 0, unknown));
    }

    @Property(tries = 100)
    void looseningKeepsTheMeanAndAddsTheVariance(
            @ForAll @IntRange(min = 0, max = 2) int which, @ForAll @DoubleRange(min = 0.01, max = 10) double variance) {
        double[] lambda = {4, 1, 3, -1, 0.5, 2};
        double[] mean = {1, -2, 3};
        double[] eta = times(lambda, mean);

        Information.loosened(lambda, eta, which, variance);

        double[] again = times(lambda, mean);
        for (int i = 0; i < 3; i++) {
            assertEquals(again[i], eta[i], 1e-9);
        }
        double[] before = {4, 1, 3, -1, 0.5, 2};
        // Sherman-Morrison the other way round: 1/(λ' of which given nothing else) grows by the variance.
        assertEquals(variance, marginal(lambda, which) - marginal(before, which), 1e-9);
    }

    private static double[] times(double[] lambda, double[] x) {
        double[] y = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                y[i] += lambda[Information.at(Math.max(i, j), Math.min(i, j))] * x[j];
            }
        }
        return y;
    }

    // One diagonal element of the inverse, by cofactors.
    private static double marginal(double[] l, int which) {
        double[][] a = {{l[0], l[1], l[3]}, {l[1], l[2], l[4]}, {l[3], l[4], l[5]}};
        int p = (which + 1) % 3;
        int q = (which + 2) % 3;
        double det = a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
                - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
                + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
        return (a[p][p] * a[q][q] - a[p][q] * a[q][p]) / det;
    }
}
