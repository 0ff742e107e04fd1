package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vedette.format.text.Json;
import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// The sensors of a tracking benchmark (`sensors.json`) as sites, with what is needed to follow their beams.
final class BenchSensors {
    private static final double UNSEEN_SPAN_DEG = 90;

    private BenchSensors() {}

    /// A site and when its turns begin.
    ///
    /// @param site the site
    /// @param phaseS scan k begins at phaseS + k · period, its beam at true north
    record Timed(SensorSite site, double phaseS) {}

    static List<Timed> read(Path file) throws IOException {
        List<Timed> sensors = new ArrayList<>();
        for (Json sensor : TextFiles.json(file).items()) {
            sensors.add(new Timed(fit(file, sensor), number(file, sensor, "phase_s")));
        }
        if (sensors.isEmpty()) {
            throw new Failure(file + " names no sensors", "Give a list of sensors as bench/tracking writes it");
        }
        return sensors;
    }

    private static SensorSite fit(Path file, Json sensor) {
        try {
            return site(file, sensor);
        } catch (IllegalArgumentException unfit) {
            throw new Failure(
                    file + ": a sensor cannot be: " + unfit.getMessage(), "Give it as bench/tracking/README.md says");
        }
    }

    private static SensorSite site(Path file, Json s) {
        String id = s.text("id").orElseThrow(() -> new Failure(file + ": a sensor has no id", "Give it one"));
        boolean rotating = s.text("mode").orElse("rotating").equals("rotating");
        double[] rates = s.numbers("range_rate_span_mps");
        double pd = Math.clamp(number(file, s, "pd"), 0.01, 0.999);
        return new SensorSite(
                new SensorId(id),
                rotating ? SensorSite.Kind.ROTATING : SensorSite.Kind.FRAME,
                new Geodetic(radians(file, s, "lat"), radians(file, s, "lon"), number(file, s, "alt")),
                SymMatrix.diagonal(0, 0, 0),
                volume(file, s),
                new PlotSigma(
                        number(file, s, "sigma_range_m"),
                        radians(file, s, "sigma_azimuth_deg"),
                        Math.toRadians(s.number("sigma_elevation_deg").orElse(0)),
                        s.number("sigma_range_rate_mps").orElse(0)),
                new SensorSite.Performance(
                        pd, number(file, s, "clutter_per_scan"), rates.length == 2 ? rates[1] - rates[0] : 0),
                number(file, s, "scan_period_s"));
    }

    private static SensorSite.Volume volume(Path file, Json s) {
        double[] azimuth = s.numbers("azimuth_span_deg");
        double[] elevation = s.numbers("elevation_span_deg");
        boolean all = azimuth.length != 2 || azimuth[1] - azimuth[0] >= 360;
        double low = elevation.length == 2 ? elevation[0] : -UNSEEN_SPAN_DEG;
        double high = elevation.length == 2 ? elevation[1] : UNSEEN_SPAN_DEG;
        return new SensorSite.Volume(
                number(file, s, "min_range_m"),
                number(file, s, "max_range_m"),
                all ? 0 : Math.toRadians(azimuth[0]),
                all ? 2 * Math.PI : Math.toRadians(azimuth[1] - azimuth[0]),
                Math.toRadians(low),
                Math.toRadians(high));
    }

    private static double radians(Path file, Json sensor, String name) {
        return Math.toRadians(number(file, sensor, name));
    }

    private static double number(Path file, Json sensor, String name) {
        return sensor.number(name)
                .orElseThrow(() -> new Failure(
                        file + ": sensor " + sensor.text("id").orElse("without id") + " has no number " + name,
                        "Give it as bench/tracking/README.md says"));
    }
}
