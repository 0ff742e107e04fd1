package vedette.report;

import java.util.List;
import java.util.Optional;

/// One plot: lines over a common abscissa.
///
/// @param title what is shown, with its unit, as `GOSPA, m`
/// @param across the axis of what runs
/// @param up the axis of the values
/// @param lines what is drawn
/// @param band what would be right
record Plot(String title, Axis across, Axis up, List<Line> lines, Optional<Band> band) {
    Plot {
        lines = List.copyOf(lines);
    }

    /// A line through the points; where a value is not known it is broken.
    ///
    /// @param name what it is
    /// @param style its class in the style sheet
    /// @param values one for each point, or NaN
    record Line(String name, String style, double[] values) {}

    /// A span of values that would be right, with the one that would be best.
    ///
    /// @param low its low end
    /// @param best the best value
    /// @param high its high end
    record Band(double low, double best, double high) {}
}
