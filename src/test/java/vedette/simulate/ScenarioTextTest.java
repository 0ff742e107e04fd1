package vedette.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vedette.simulate.ScenarioText.NotRead;

class ScenarioTextTest {
    private static String refusal(String yaml) {
        return switch (ScenarioText.read(yaml)) {
            case NotRead(String reason) -> reason;
            case ScenarioText.Read read -> "read " + read.scenario().title();
        };
    }

    private static String demoWith(String was, String is) {
        String text = Demo.resource("scenario.yaml");
        assertTrue(text.contains(was), was);
        return refusal(text.replaceFirst(Pattern.quote(was), is));
    }

    @Test
    void theDemonstrationIsRead() {
        Scenario scenario = Demo.scenario();

        assertEquals("A drone at the power plant", scenario.title());
        assertEquals(285, scenario.loopS());
        assertEquals(2, scenario.radars().size());
        assertEquals(
                6,
                scenario.actors().stream()
                        .filter(a -> a.name().equals("petrels"))
                        .findFirst()
                        .orElseThrow()
                        .count());
    }

    @Test
    void aMissingValueIsNamedWithItsPlace() {
        assertEquals("radars, shore-radar: periodS is missing or not a number", demoWith("periodS: 2", "period: 2"));
    }

    @Test
    void anUnknownKindIsNamed() {
        assertEquals("objects, helicopter: kind 'gyro' is not known", demoWith("kind: helicopter", "kind: gyro"));
    }

    @Test
    void aBadCodeIsNamed() {
        assertEquals("objects, emergency: codes need four octal digits in quotes", demoWith("\"7700\"", "\"9900\""));
    }

    @Test
    void aValueOutOfRangeIsNamed() {
        assertEquals("storyS 0.0", demoWith("storyS: 240", "storyS: 0"));
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertTrue(refusal("title: [").startsWith("line "));
    }
}
