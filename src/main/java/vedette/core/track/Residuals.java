package vedette.core.track;

import java.util.Arrays;
import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;

/// How far the plots of one look lie from the well-known tracks that they belong to: a workbench that a round fills and
/// [SensorKnowledge#learnt] reads. It remembers nothing between two [#begin]s.
final class Residuals {
    /// Fields: place of the track at the plot's time; then for range, azimuth and elevation the residual, its variance
    /// from the track, that from the plot as the sensor states it, and how fast the track changes it, 1/s.
    private static final int PLACE = 0;

    static final int RESIDUAL = 3;
    static final int TRACK_VARIANCE = 6;
    static final int PLOT_VARIANCE = 9;
    static final int RATE = 12;
    static final int WIDTH = 15;

    /// A sector teaches from at most so many.
    private static final int MOST = 32;

    /// A track's own variance may be so many times the plot's.
    private static final double MOST_VARIANCE = 4;

    int count;

    /// What residuals tell of the place of a sensor that stands elsewhere: Λ of east east, east north, north north,
    /// then η east and north; and how many they are.
    final double[] shift = new double[5];

    int shifts;

    private PlotSigma stated = new PlotSigma(1, 1, 0, 0);
    private double[] inflation = {1, 1, 1};
    private boolean displaced;
    private final double[] rows = new double[MOST * WIDTH];
    private final double[] sight = new double[9];

    /// Begins anew.
    ///
    /// @param sigma what the sensor states
    /// @param known what is known of it
    void begin(PlotSigma sigma, SensorKnowledge known) {
        stated = sigma;
        inflation = known.fit().inflation();
        displaced = !known.place().isStated();
        count = 0;
        shifts = 0;
        Arrays.fill(shift, 0);
    }

    boolean room() {
        return count < MOST;
    }

    double at(int residual, int field) {
        return rows[residual * WIDTH + field];
    }

    double[] rows() {
        return rows;
    }

    /// A track takes a plot.
    ///
    /// @param view the sensor's, facing the track's frame
    /// @param merged the track's estimate before, one Gaussian
    /// @param plot the plot as it is used
    /// @param aheadS how far the plot lies ahead of the estimate, seconds
    void took(RadarView view, double[] merged, RadarPlot plot, double aheadS) {
        int row = count * WIDTH;
        residual(view, merged, plot, aheadS, row);
        if (displaced) {
            shift(view, row);
        } else {
            count++;
        }
    }

    // What a residual of a sensor that stands elsewhere tells of its place ([Whereabouts]).
    private void shift(RadarView view, int row) {
        double sine = Exact.sin(view.azimuthRad());
        double cosine = Exact.cos(view.azimuthRad());
        double flat = view.groundM() / view.rangeM();
        double rangeM2 = stated.rangeM() * stated.rangeM() + rows[row + TRACK_VARIANCE];
        double azimuth2 = stated.azimuthRad() * stated.azimuthRad() + rows[row + TRACK_VARIANCE + 1];
        shift(-flat * sine, -flat * cosine, rows[row + RESIDUAL], rangeM2);
        shift(-cosine / view.groundM(), sine / view.groundM(), rows[row + RESIDUAL + 1], azimuth2);
        shifts++;
    }

    void shift(double east, double north, double residual, double variance) {
        double weight = 1 / (SensorFit.CORRELATION * variance);
        shift[0] += weight * east * east;
        shift[1] += weight * east * north;
        shift[2] += weight * north * north;
        shift[3] += weight * east * residual;
        shift[4] += weight * north * residual;
    }

    @Kernel
    void residual(RadarView view, double[] merged, RadarPlot plot, double aheadS, int row) {
        for (int i = 0; i < 3; i++) {
            rows[row + PLACE + i] = merged[Mixture.MEAN + i] + aheadS * merged[Mixture.MEAN + 3 + i];
        }
        view.look(rows, row + PLACE);
        view.sight(sight);
        double across = view.acrossM2(rows, row + PLACE, merged, Mixture.COVARIANCE);
        double bend = across / (2 * view.rangeM());
        double ground = view.groundM();
        double range = view.rangeM();
        boolean solid = plot.polar().elevationRad().isPresent() && plot.sigma().elevationRad() > 0;
        rows[row + RESIDUAL] = plot.polar().rangeM() - range - bend;
        rows[row + RESIDUAL + 1] = Exact.halfTurn(plot.polar().azimuthRad() - view.azimuthRad());
        rows[row + RESIDUAL + 2] = solid ? plot.polar().elevationRad().getAsDouble() - view.elevationRad() : 0;
        rows[row + TRACK_VARIANCE] = quadratic(merged, sight, 0) + 2 * bend * bend;
        rows[row + TRACK_VARIANCE + 1] = quadratic(merged, sight, 3) / (ground * ground);
        rows[row + TRACK_VARIANCE + 2] = quadratic(merged, sight, 6) / (range * range);
        double sigmaR = plot.sigma().rangeM() / inflation[0];
        double sigmaAz = plot.sigma().azimuthRad() / inflation[1];
        double sigmaEl = solid ? plot.sigma().elevationRad() / inflation[2] : 0;
        rows[row + PLOT_VARIANCE] = sigmaR * sigmaR;
        rows[row + PLOT_VARIANCE + 1] = sigmaAz * sigmaAz;
        rows[row + PLOT_VARIANCE + 2] = sigmaEl * sigmaEl;
        rows[row + RATE] = along(merged, 0);
        rows[row + RATE + 1] = along(merged, 3) / ground;
        rows[row + RATE + 2] = along(merged, 6) / range;
    }

    private double along(double[] merged, int axis) {
        int v = Mixture.MEAN + 3;
        return sight[axis] * merged[v] + sight[axis + 1] * merged[v + 1] + sight[axis + 2] * merged[v + 2];
    }

    private static double quadratic(double[] block, double[] axes, int axis) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += axes[axis + i]
                        * axes[axis + j]
                        * block[Mixture.COVARIANCE + Mixture.at(Math.max(i, j), Math.min(i, j))];
            }
        }
        return sum;
    }

    /// Whether a residual tells something: the track is known about as well as the sensor measures.
    boolean tells(int residual, int axis) {
        double plot = at(residual, PLOT_VARIANCE + axis);
        return plot > 0 && at(residual, TRACK_VARIANCE + axis) < MOST_VARIANCE * plot;
    }
}
