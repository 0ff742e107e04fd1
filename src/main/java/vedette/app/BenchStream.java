package vedette.app;

import static vedette.math.Require.require;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import vedette.app.BenchSensors.Timed;
import vedette.format.lines.CsvTable;
import vedette.model.Altitude;
import vedette.model.Identity;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorSite;

/// The plots of a tracking benchmark and the sweeps of its beams, in the order in which a node would receive them.
final class BenchStream {
    private static final int SECTORS = 32;

    /// Noise may make a range of nothing negative by so many sigmas.
    private static final double NOISE_SIGMAS = 6;

    /// No scenario is longer than a day, seconds: sweeps are made up to the last plot.
    private static final double LONGEST_S = 86_400;

    private BenchStream() {}

    /// A measurement and when it comes.
    ///
    /// @param timeS seconds from the scenario's start
    /// @param order at the same time plots come before sweeps
    /// @param measurement it
    record Arrival(double timeS, int order, Measurement measurement) {}

    /// The scenario's second as a moment.
    static Moment moment(double timeS) {
        return new Moment(Math.round(timeS * 1e9));
    }

    static List<Arrival> read(Path plots, List<Timed> sensors) throws IOException {
        return read(plots, sensors, new ArrayList<>());
    }

    /// The same, with a word for each row that no sensor can have measured; it is left out.
    ///
    /// @param refused takes the words
    static List<Arrival> read(Path plots, List<Timed> sensors, List<String> refused) throws IOException {
        List<Arrival> arrivals = new ArrayList<>(plots(plots, sensors, refused));
        double last = arrivals.stream().mapToDouble(Arrival::timeS).max().orElse(0);
        for (Timed sensor : sensors) {
            sweeps(sensor, last, arrivals);
        }
        arrivals.sort((a, b) -> {
            int byTime = Double.compare(a.timeS, b.timeS);
            return byTime != 0 ? byTime : Integer.compare(a.order, b.order);
        });
        return arrivals;
    }

    private static List<Arrival> plots(Path file, List<Timed> sensors, List<String> refused) throws IOException {
        CsvTable table = TextFiles.csv(file, "time_s", "sensor_id", "range_m", "azimuth_deg");
        double[] time = table.numbers("time_s");
        double[] range = table.numbers("range_m");
        double[] azimuth = table.numbers("azimuth_deg");
        double[] elevation = table.numbers("elevation_deg");
        double[] rate = table.numbers("range_rate_mps");
        List<String> names = table.texts("sensor_id");
        TextFiles.checkNumbers(file, table);
        Map<String, SensorSite> sites = new LinkedHashMap<>();
        sensors.forEach(sensor -> sites.put(sensor.site().sensor().name(), sensor.site()));
        List<Arrival> arrivals = new ArrayList<>(table.size());
        for (int i = 0; i < table.size(); i++) {
            SensorSite site = sites.get(names.get(i));
            if (site == null) {
                throw new Failure(file + ", row " + (i + 1) + ": sensor " + names.get(i) + " is not known", "Add it");
            }
            try {
                double rangeM = range[i] > -NOISE_SIGMAS * site.sigma().rangeM() ? Math.max(0, range[i]) : range[i];
                Measurement.Polar polar = new Measurement.Polar(
                        rangeM, Math.toRadians(azimuth[i]), radians(elevation[i]), maybe(rate[i]));
                require(Math.abs(time[i]) <= LONGEST_S, "time_s %s", time[i]);
                arrivals.add(new Arrival(time[i], 0, plot(site, time[i], polar)));
            } catch (IllegalArgumentException impossible) {
                refused.add("row " + (i + 1) + ": " + impossible.getMessage());
            }
        }
        return arrivals;
    }

    private static Measurement plot(SensorSite site, double timeS, Measurement.Polar polar) {
        PlotSigma sigma = site.sigma();
        return new Measurement.RadarPlot(
                Provenance.open(site.sensor(), moment(timeS)),
                polar,
                sigma,
                Altitude.UNKNOWN,
                Identity.NONE,
                Measurement.Detection.PRIMARY,
                OptionalInt.empty());
    }

    private static OptionalDouble maybe(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static OptionalDouble radians(double degrees) {
        return Double.isNaN(degrees) ? OptionalDouble.empty() : OptionalDouble.of(Math.toRadians(degrees));
    }

    private static void sweeps(Timed sensor, double lastS, List<Arrival> arrivals) {
        boolean frame = sensor.site().kind() == SensorSite.Kind.FRAME;
        double period = sensor.site().periodS();
        for (double start = sensor.phaseS(); start <= lastS; start += period) {
            for (int k = 0; k < (frame ? 1 : SECTORS); k++) {
                double width = frame ? 2 * Math.PI : 2 * Math.PI / SECTORS;
                double timeS = frame ? start : start + (k + 1) * period / SECTORS;
                Provenance provenance = Provenance.open(sensor.site().sensor(), moment(timeS));
                arrivals.add(new Arrival(
                        timeS, 1, new Measurement.Sweep(provenance, k * width, width, OptionalDouble.of(period))));
            }
        }
    }
}
