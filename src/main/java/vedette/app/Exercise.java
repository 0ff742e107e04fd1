package vedette.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import vedette.simulate.Scenario;
import vedette.simulate.ScenarioText;

/// An exercise that the program carries: who flies and looks, and what is protected.
///
/// @param scenario who flies and who looks
/// @param zones GeoJSON of the protected zones
record Exercise(Scenario scenario, String zones) {
    private static final String DEMO = "/data/scenarios/demo/";

    /// The demonstration's: a drone at the power plant (data/scenarios/demo/README.md).
    static Exercise demo() {
        return new Exercise(scenario(resource(DEMO + "scenario.yaml")), resource(DEMO + "zones.geojson"));
    }

    private static Scenario scenario(String yaml) {
        return switch (ScenarioText.read(yaml)) {
            case ScenarioText.Read(Scenario scenario) -> scenario;
            case ScenarioText.NotRead(String reason) ->
                throw new Failure("The exercise cannot be read: " + reason, "Correct it, or build the program again");
        };
    }

    private static String resource(String path) {
        try (@Nullable InputStream in = Exercise.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new Failure("The program lacks " + path, "Build it again with ./vedette");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException fault) {
            throw new Failure("Cannot read " + path + " in the program", "Build it again with ./vedette", fault);
        }
    }
}
