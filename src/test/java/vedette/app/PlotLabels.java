package vedette.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.math.ChiSquare;
import vedette.math.Exact;
import vedette.math.Matching;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.LocalFrame;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;

/// Which object each plot of a benchmark came from, found from the truth: in each scan of a sensor the one-to-one
/// assignment of plots to objects with the least normalised distances, within five sigmas.
final class PlotLabels {
    /// The probability of five sigmas or more in one dimension.
    private static final double BEYOND = 5.7e-7;

    private final Map<TruthPath, List<BenchStream.Arrival>> byPath = new LinkedHashMap<>();
    private final List<TruthPath> paths;
    private int labelled;
    private int plots;

    private PlotLabels(List<TruthPath> paths) {
        this.paths = paths;
        paths.forEach(path -> byPath.put(path, new ArrayList<>()));
    }

    /// Labels plots.
    ///
    /// @param arrivals what the sensors said, by time; sweeps are passed over
    static PlotLabels of(List<BenchStream.Arrival> arrivals, List<BenchSensors.Timed> sensors, List<TruthPath> paths) {
        PlotLabels labels = new PlotLabels(paths);
        for (BenchSensors.Timed sensor : sensors) {
            Map<Long, List<BenchStream.Arrival>> scans = new LinkedHashMap<>();
            for (BenchStream.Arrival arrival : arrivals) {
                if (arrival.measurement() instanceof RadarPlot plot
                        && plot.provenance().sensor().equals(sensor.site().sensor())) {
                    long scan = (long) Math.floor(
                            (arrival.timeS() - sensor.phaseS()) / sensor.site().periodS() + 1e-6);
                    scans.computeIfAbsent(scan, _ -> new ArrayList<>()).add(arrival);
                }
            }
            LocalFrame frame = LocalFrame.at(sensor.site().place());
            scans.values()
                    .forEach(scan -> labels.label(scan, frame, sensor.site().periodS()));
        }
        labels.byPath.values().forEach(own -> own.sort((a, b) -> Double.compare(a.timeS(), b.timeS())));
        return labels;
    }

    /// The plots of an object, by time.
    List<BenchStream.Arrival> of(TruthPath path) {
        return byPath.getOrDefault(path, List.of());
    }

    /// How many plots were found to be an object's.
    int labelled() {
        return labelled;
    }

    /// How many plots there were.
    int plots() {
        return plots;
    }

    private void label(List<BenchStream.Arrival> scan, LocalFrame frame, double periodS) {
        plots += scan.size();
        double middleS = (scan.getFirst().timeS() + scan.getLast().timeS()) / 2;
        Matching matching = new Matching(paths.size(), scan.size());
        double[] state = new double[6];
        for (int p = 0; p < paths.size(); p++) {
            if (!paths.get(p).at(middleS, state)
                    && !paths.get(p).at(scan.getFirst().timeS(), state)
                    && !paths.get(p).at(scan.getLast().timeS(), state)) {
                continue;
            }
            double speed = Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
            double rangeM = range(frame.enu(new Ecef(state[0], state[1], state[2])));
            for (int k = 0; k < scan.size(); k++) {
                RadarPlot plot = (RadarPlot) scan.get(k).measurement();
                double slackM = 1.5 * (speed + 10) * periodS + 6 * plot.sigma().rangeM();
                if (Math.abs(plot.polar().rangeM() - rangeM) <= slackM
                        && paths.get(p).at(scan.get(k).timeS(), state)) {
                    matching.add(p, k, gain(frame, plot, state));
                }
            }
        }
        int[] plotOf = matching.best();
        for (int p = 0; p < plotOf.length; p++) {
            if (plotOf[p] >= 0) {
                of(paths.get(p)).add(scan.get(plotOf[p]));
                labelled++;
            }
        }
    }

    // How far inside the gate, in squared sigmas; 0 or less outside.
    private static double gain(LocalFrame frame, RadarPlot plot, double[] state) {
        Enu at = frame.enu(new Ecef(state[0], state[1], state[2]));
        Enu v = frame.turned(state[3], state[4], state[5]);
        double rangeM = range(at);
        Polar polar = plot.polar();
        PlotSigma sigma = plot.sigma();
        double azimuth = Exact.halfTurn(polar.azimuthRad() - Exact.atan2(at.east(), at.north()));
        double sum = square((polar.rangeM() - rangeM) / sigma.rangeM()) + square(azimuth / sigma.azimuthRad());
        int dimension = 2;
        if (polar.elevationRad().isPresent()) {
            double elevation = Exact.atan2(at.up(), at.horizontal());
            sum += square((polar.elevationRad().getAsDouble() - elevation) / sigma.elevationRad());
            dimension++;
        }
        if (polar.rangeRateMps().isPresent()) {
            double rate = (at.east() * v.east() + at.north() * v.north() + at.up() * v.up()) / rangeM;
            sum += square((polar.rangeRateMps().getAsDouble() - rate) / sigma.rangeRateMps());
            dimension++;
        }
        return GATES[dimension] - sum;
    }

    private static final double[] GATES = {
        0, 0, ChiSquare.quantile(1 - BEYOND, 2), ChiSquare.quantile(1 - BEYOND, 3), ChiSquare.quantile(1 - BEYOND, 4)
    };

    private static double range(Enu at) {
        return Math.sqrt(at.east() * at.east() + at.north() * at.north() + at.up() * at.up());
    }

    private static double square(double x) {
        return x * x;
    }
}
