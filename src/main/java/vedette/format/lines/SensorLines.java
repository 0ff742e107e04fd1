package vedette.format.lines;

import java.util.List;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Health;
import vedette.model.Moment;

/// `sensors.jsonl`: one line a change of a sensor's health.
public final class SensorLines {
    private SensorLines() {}

    /// A health as one line, without the line's end.
    ///
    /// @param health the health
    /// @param at when it was found
    /// @param times how moments stand in the file
    public static String write(Health health, Moment at, TimeForm times) {
        return JsonText.write(
                new Json.Members(List.of(
                        new Json.Member("t", times.json(at)),
                        new Json.Member("sensor", new Json.Text(health.sensor().name())),
                        new Json.Member("state", new Json.Text(health.state().name())),
                        new Json.Member("why", new Json.Text(health.why())))),
                0);
    }
}
