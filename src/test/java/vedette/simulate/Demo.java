package vedette.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// The demonstration's exercise as the program carries it.
final class Demo {
    /// 2026-11-22 23:58:30 UTC: the first telling runs over midnight.
    static final Moment START = LeapSeconds.standard().moment(1_795_391_910L * 1_000_000_000L);

    private Demo() {}

    static Scenario scenario() {
        return switch (ScenarioText.read(resource("scenario.yaml"))) {
            case ScenarioText.Read(Scenario scenario) -> scenario;
            case ScenarioText.NotRead(String reason) -> throw new IllegalStateException(reason);
        };
    }

    static World world(long seed) {
        return new World(scenario(), seed, START, LeapSeconds.standard());
    }

    static String resource(String name) {
        String path = "/data/scenarios/demo/" + name;
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
