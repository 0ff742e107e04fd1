package vedette.format.lines;

import static vedette.math.Require.require;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Geodetic;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.LaunchNotice;
import vedette.model.Moment;
import vedette.model.SensorId;
import vedette.model.WarningRadar;

/// What a missile watch is told beforehand: `sensors.json` and `notices.json` of the warning benchmark.
///
/// Angles are degrees, satellites' sigmas microradians. Nothing is thrown: a sensor or notice that cannot be is
/// refused by itself.
public final class WatchSettings {
    private static final double MICRO = 1e-6;

    /// A sensor that says it never misses is not believed: a single miss would be impossible.
    private static final double SUREST_DETECTION = 0.999;

    /// A notice's window ends within a year of the scenario, seconds.
    private static final double LONGEST_WINDOW_S = 366 * 86_400.0;

    private WatchSettings() {}

    /// The infrared satellites of `sensors.json`.
    public static Taken<InfraredSatellite> satellites(String text) {
        return each(
                text,
                "ir_sensors",
                (s, seen) -> new InfraredSatellite(
                        fresh(s, seen.stream().map(InfraredSatellite::sensor).toList()),
                        number(s, "revisit_s"),
                        number(s, "sigma_urad") * MICRO,
                        number(s, "bias_urad") * MICRO,
                        Math.min(number(s, "pd"), SUREST_DETECTION)));
    }

    /// The radars of `sensors.json`.
    public static Taken<WarningRadar> radars(String text) {
        return each(
                text,
                "radars",
                (s, seen) -> new WarningRadar(
                        fresh(s, seen.stream().map(WarningRadar::sensor).toList()),
                        new Geodetic(radians(s, "lat_deg"), radians(s, "lon_deg"), number(s, "alt_m")),
                        number(s, "period_s"),
                        new WarningRadar.Noise(
                                number(s, "sigma_r_m"), radians(s, "sigma_ang_deg"), number(s, "sigma_rr_mps")),
                        new WarningRadar.Bias(number(s, "bias_r_m"), radians(s, "bias_ang_deg")),
                        radians(s, "min_el_deg"),
                        number(s, "max_range_m"),
                        Math.min(number(s, "pd"), SUREST_DETECTION)));
    }

    /// The notices of `notices.json`.
    ///
    /// @param text the file's text
    /// @param epoch the moment of the scenario's second 0
    public static Taken<LaunchNotice> notices(String text, Moment epoch) {
        return each(text, "", (n, _) -> notice(n, epoch));
    }

    private static LaunchNotice notice(Json n, Moment epoch) {
        double[] window = n.numbers("window");
        require(window.length == 2, "window is not two numbers");
        require(Math.abs(window[0]) <= LONGEST_WINDOW_S && Math.abs(window[1]) <= LONGEST_WINDOW_S, "window too long");
        OptionalDouble azimuth = n.number("azimuth");
        OptionalDouble radius = n.number("hazard_radius_km");
        return new LaunchNotice(
                n.text("kind").orElseThrow(() -> new IllegalArgumentException("no kind")),
                new LatLon(radians(n, "lat"), radians(n, "lon")),
                epoch.plusS(window[0]),
                epoch.plusS(window[1]),
                azimuth.isPresent() ? OptionalDouble.of(Math.toRadians(azimuth.getAsDouble())) : azimuth,
                radius.isPresent() ? OptionalDouble.of(radius.getAsDouble() * 1e3) : radius);
    }

    // The items of an object's list, or of the text's own list where the name is empty.
    private static <T> Taken<T> each(String text, String list, BiFunction<Json, List<T>, T> maker) {
        Taking<T> taking = new Taking<>();
        switch (JsonText.read(text)) {
            case JsonText.NotJson(String reason, int line) -> taking.refuse("line " + line, "not JSON: " + reason);
            case JsonText.Read(Json value) -> {
                List<Json> items = list.isEmpty() ? value.items() : value.items(list);
                for (int i = 0; i < items.size(); i++) {
                    Json item = items.get(i);
                    String place = (list.isEmpty() ? "item " : list + ", item ") + (i + 1);
                    taking.take(place, () -> maker.apply(item, taking.items()));
                }
            }
        }
        return taking.done();
    }

    private static SensorId fresh(Json sensor, List<SensorId> seen) {
        SensorId id = new SensorId(sensor.text("id").orElseThrow(() -> new IllegalArgumentException("no id")));
        require(!seen.contains(id), "%s is there twice", id);
        return id;
    }

    private static double radians(Json value, String name) {
        return Math.toRadians(number(value, name));
    }

    private static double number(Json value, String name) {
        double number = value.number(name).orElseThrow(() -> new IllegalArgumentException("no number " + name));
        require(Double.isFinite(number), "%s %s", name, number);
        return number;
    }
}
