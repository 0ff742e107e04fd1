package vedette.edge.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.lines.SensorLines;
import vedette.format.lines.TimeForm;
import vedette.model.Health;
import vedette.model.Output;
import vedette.model.SensorId;

/// Writes `sensors.jsonl`: one line a change of a sensor's state.
public final class SensorsFile implements Sender {
    /// As many sensors as the engine watches.
    private static final int MOST_SENSORS = 16_384;

    private final LineFile file;
    private final TimeForm times;
    private final Outbox outbox;
    private final Map<SensorId, Health.State> known = new HashMap<>();

    /// A sender that adds to a file.
    ///
    /// @param path the file; its folder is made when it is missing
    /// @param times how moments stand in it
    /// @param whenFull what happens when the disk is too slow
    /// @param troubles told in one line when something goes wrong, and when it is well again
    public SensorsFile(Path path, TimeForm times, WhenFull whenFull, Consumer<String> troubles) {
        file = new LineFile(path);
        this.times = times;
        outbox = new Outbox(path.toString(), this::write, whenFull, troubles);
    }

    @Override
    public void send(Emission emission) {
        if (emission.output() instanceof Output.SensorHealth(Health health) && isChange(health)) {
            outbox.put(emission);
        }
    }

    private boolean isChange(Health health) {
        if (known.size() >= MOST_SENSORS && !known.containsKey(health.sensor())) {
            return true;
        }
        return known.put(health.sensor(), health.state()) != health.state();
    }

    private void write(Emission emission) throws IOException {
        if (emission.output() instanceof Output.SensorHealth(Health health)) {
            file.add(SensorLines.write(health, emission.at(), times));
        }
    }

    @Override
    public void close() {
        outbox.close();
        file.close();
    }
}
