package vedette.simulate;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any text as a scenario: read, or refused with a reason.
public final class ScenarioTextFuzz {
    // Loads the YAML library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(ScenarioTextFuzz::fuzzerTestOneInput);
    }

    private ScenarioTextFuzz() {}

    /// The demonstration's scenario.
    public static List<byte[]> seeds() {
        return List.of(Demo.resource("scenario.yaml").getBytes(StandardCharsets.UTF_8));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (ScenarioText.read(new String(bytes, StandardCharsets.UTF_8)) instanceof ScenarioText.NotRead(String reason)
                && reason.isBlank()) {
            throw new AssertionError("refused without a reason");
        }
    }
}
