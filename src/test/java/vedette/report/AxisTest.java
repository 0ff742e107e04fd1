package vedette.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/// Axes have round values in digits without noise.
class AxisTest {
    private static List<String> texts(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::text).toList();
    }

    @Test
    void anAxisEndsAtARoundValue() {
        assertEquals(List.of("0", "200", "400", "600", "800"), texts(Axis.Linear.fromZero(739)));
        assertEquals(List.of("0", "0.05", "0.1", "0.15", "0.2", "0.25"), texts(Axis.Linear.fromZero(0.25)));
        assertEquals(List.of("80", "85", "90", "95", "100"), texts(Axis.Linear.between(80, 100, 5)));
        assertEquals(List.of("0.5", "1", "2", "5", "10"), texts(Axis.Ratio.around(0.7, 12)));
    }

    @Test
    void anAxisOfNothingIsStillAnAxis() {
        assertEquals("0", texts(Axis.Linear.fromZero(0)).getFirst());
        assertEquals(0, Axis.Linear.between(3, 3, 10).share(3));
    }

    @Property
    void everyValueLiesBetweenTheEndsAndTheStepsAreFew(@ForAll @DoubleRange(min = 0.01, max = 1e9) double most) {
        Axis.Linear axis = Axis.Linear.fromZero(most);

        assertTrue(axis.high() >= most * (1 - 1e-8), axis.toString());
        assertTrue(axis.ticks().size() >= 3 && axis.ticks().size() <= 8, axis.toString());
        assertEquals(axis.high(), axis.ticks().getLast().value(), 1e-9 * axis.high());
    }
}
