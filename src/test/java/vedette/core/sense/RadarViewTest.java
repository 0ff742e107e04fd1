package vedette.core.sense;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.Measurement.Polar;
import vedette.model.PlotSigma;
import vedette.model.Plumb;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// A radar sees states as the plots say, and knows how what it sees depends on them.
class RadarViewTest {
    private static final PlotSigma SIGMA = new PlotSigma(50, 0.001, 0.002, 1);

    private static RadarView view() {
        return new RadarView(new SensorSite(
                new SensorId("R"),
                SensorSite.Kind.ROTATING,
                new Geodetic(0.9, 0.2, 300),
                SymMatrix.diagonal(0, 0, 0),
                new SensorSite.Volume(500, 200_000, 0, 2 * Math.PI, -0.02, 0.8),
                SIGMA,
                new SensorSite.Performance(0.9, 10, 0),
                5));
    }

    @Property(tries = 200)
    void whereAPlotLiesThereItIsSeen(
            @ForAll @DoubleRange(min = 1000, max = 190_000) double range,
            @ForAll @DoubleRange(min = 0, max = 6.28) double azimuth,
            @ForAll @DoubleRange(min = -0.01, max = 0.7) double elevation) {
        RadarView view = view();
        double[] place = new double[3];

        view.place(range, azimuth, elevation, place);
        view.look(place, 0);

        assertEquals(range, view.rangeM(), 1e-6);
        assertEquals(0, Exact.halfTurn(azimuth - view.azimuthRad()), 1e-9);
        assertEquals(elevation, view.elevationRad(), 1e-9);
    }

    @Property(tries = 100)
    void theElevationOfAHeightLeadsThere(
            @ForAll @DoubleRange(min = 15_000, max = 190_000) double range,
            @ForAll @DoubleRange(min = 500, max = 12_000) double heightM) {
        RadarView view = view();
        double[] place = new double[3];

        view.place(range, 1, view.elevationOfHeight(range, heightM), place);

        // A sphere of mean radius against the ellipsoid: d²/2 · (1/R − 1/R') at 190 km.
        assertEquals(heightM, Plumb.heightM(place, 0), 12);
    }

    @Property(tries = 100)
    void theRowsAreTheDerivativesOfWhatIsSeen(
            @ForAll @DoubleRange(min = 5000, max = 100_000) double range,
            @ForAll @DoubleRange(min = 0, max = 6.28) double azimuth,
            @ForAll @DoubleRange(min = 0.01, max = 0.6) double elevation) {
        RadarView view = view();
        double[] x = new double[7];
        view.place(range, azimuth, elevation, x);
        x[3] = 100;
        x[4] = -50;
        x[5] = 20;
        Rows rows = new Rows();
        RadarView.Sighting sighting = sighting(range, azimuth, elevation, 0.1);
        view.rows(x, 0, sighting, 0, rows);

        for (int k = 0; k < Rows.WIDTH; k++) {
            double step = k < 3 ? 0.5 : 0.1;
            double[] plus = x.clone();
            double[] minus = x.clone();
            plus[k] += step;
            minus[k] -= step;
            Rows up = new Rows();
            Rows down = new Rows();
            view.rows(plus, 0, sighting, 0, up);
            view.rows(minus, 0, sighting, 0, down);
            for (int row = 0; row < 4; row++) {
                // Innovations are measured less expected, hence the sign.
                double slope = -(up.innovation[row] - down.innovation[row]) / (2 * step);
                assertEquals(slope, rows.h[row * Rows.WIDTH + k], 1e-6 + 1e-3 * Math.abs(slope));
            }
        }
    }

    private static RadarView.Sighting sighting(double range, double azimuth, double elevation, double ahead) {
        Polar polar = new Polar(range, azimuth, OptionalDouble.of(elevation), OptionalDouble.of(10));
        return new RadarView.Sighting(polar, SIGMA, ahead);
    }

    @Test
    void whatIsBelowTheHorizonIsNotInView() {
        RadarView view = view();
        double[] place = new double[3];

        view.place(150_000, 1, view.elevationOfHeight(150_000, 3000), place);
        view.look(place, 0);
        assertTrue(view.inView(3000));

        view.place(150_000, 1, view.elevationOfHeight(150_000, 100), place);
        view.look(place, 0);
        assertFalse(view.inView(100));
    }

    @Test
    void anUnknownHeightMakesTheRangeLongerAndLessSure() {
        RadarView view = view();
        double[] x = new double[7];
        view.place(20_000, 1, 0.3, x);
        Rows sharp = new Rows();
        Rows blurred = new Rows();

        view.rows(x, 0, sighting(20_000, 1, 0.3, 0), 0, sharp);
        view.rows(x, 0, sighting(20_000, 1, 0.3, 0), 1e6, blurred);

        // Half of σ²/r: 25 m.
        assertEquals(sharp.innovation[0] - 25, blurred.innovation[0], 1e-3);
        assertTrue(blurred.variance[0] > sharp.variance[0]);
    }
}
