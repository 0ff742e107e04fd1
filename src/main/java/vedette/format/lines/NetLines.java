package vedette.format.lines;

import static vedette.math.Require.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Configuration;
import vedette.model.LatLon;
import vedette.model.SensorId;

/// What is known beforehand of a net of listening nodes: `sensors.json` and `heartbeats.csv` of a raid's folder.
///
/// `sensors.json` is an array of `{"id", "latitude", "longitude"}`, degrees; `heartbeats.csv` has the columns `sensor`,
/// `first_s`, `last_s`, `interval_s`: the node beat from the first to the last second. Nothing is thrown: a node that
/// cannot be is refused by itself.
public final class NetLines {
    private static final int LONGEST = 64_000_000;
    private static final int MOST_NODES = 200_000;
    private static final double SHORTEST_INTERVAL_S = 0.1;
    private static final double LONGEST_S = 1e10;

    private NetLines() {}

    /// When a node's heart beat.
    ///
    /// @param sensor which
    /// @param firstS the first beat, seconds of the scenario
    /// @param lastS the last one
    /// @param intervalS between two of them, seconds
    public record Beats(SensorId sensor, double firstS, double lastS, double intervalS) {
        /// Checks the numbers.
        public Beats {
            require(firstS >= 0 && firstS <= lastS && lastS < LONGEST_S, "beats from %s to %s", firstS, lastS);
            require(intervalS >= SHORTEST_INTERVAL_S && intervalS < LONGEST_S, "interval_s %s", intervalS);
        }
    }

    /// The nodes of `sensors.json`; what stands there without a latitude is another kind of sensor, and passed over.
    public static Taken<Configuration.Listener> nodes(String text) {
        Taking<Configuration.Listener> taking = new Taking<>();
        if (text.length() > LONGEST) {
            taking.refuse("the file", "longer than " + LONGEST + " characters");
            return taking.done();
        }
        switch (JsonText.read(text)) {
            case JsonText.NotJson(String reason, int at) -> taking.refuse("character " + at, reason);
            case JsonText.Read(Json.Items(List<Json> items)) -> {
                Set<String> seen = new HashSet<>();
                for (int i = 0; i < items.size(); i++) {
                    Json item = items.get(i);
                    if (item.member("latitude").isPresent()) {
                        taking.take("item " + (i + 1), () -> node(item, seen));
                    }
                }
            }
            case JsonText.Read(var _) -> taking.refuse("the file", "no array of nodes");
        }
        return taking.done();
    }

    private static Configuration.Listener node(Json item, Set<String> seen) {
        String id = item.text("id").orElseThrow(missing("id"));
        double lat = item.number("latitude").orElseThrow(missing("latitude"));
        double lon = item.number("longitude").orElseThrow(missing("longitude"));
        require(Math.abs(lat) <= 90 && Math.abs(lon) <= 180, "latitude %s, longitude %s", lat, lon);
        require(seen.size() < MOST_NODES, "more than %s nodes", MOST_NODES);
        require(seen.add(id), "'%s' stands twice in the file", id);
        return new Configuration.Listener(new SensorId(id), LatLon.ofDegrees(lat, lon));
    }

    private static Supplier<IllegalArgumentException> missing(String what) {
        return () -> new IllegalArgumentException("no " + what);
    }

    /// The beats of `heartbeats.csv`.
    public static Taken<Beats> beats(String text) {
        Taking<Beats> taking = new Taking<>();
        if (text.length() > LONGEST) {
            taking.refuse("the file", "longer than " + LONGEST + " characters");
            return taking.done();
        }
        CsvTable table = CsvTable.parse(text);
        List<String> sensors = table.texts("sensor");
        double[] first = table.numbers("first_s");
        double[] last = table.numbers("last_s");
        double[] interval = table.numbers("interval_s");
        for (int row = 0; row < table.size(); row++) {
            int at = row;
            taking.take(
                    "line " + table.line(row),
                    () -> new Beats(new SensorId(sensors.get(at)), first[at], last[at], interval[at]));
        }
        return taking.done();
    }
}
