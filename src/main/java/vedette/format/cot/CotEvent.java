package vedette.format.cot;

import java.util.OptionalDouble;

/// A Cursor-on-Target event as somebody sent it.
///
/// @param version of the event schema, as `2.0`
/// @param type what it is about, as `a-f-A-M-F-Q`
/// @param uid the name of what it is about; a later event with the same name replaces it
/// @param how where its place comes from, as `m-g`
/// @param times when it was made and how long it holds
/// @param marks what its receivers are to make of it
/// @param point where
/// @param detail everything else
public record CotEvent(
        String version, String type, String uid, String how, Times times, Marks marks, Point point, Detail detail) {
    /// A distance in this schema that nobody knows, metres.
    public static final double UNKNOWN_M = 9_999_999;

    /// Some write one digit less.
    private static final double FROM_HERE_UNKNOWN_M = 999_999;

    /// Milliseconds of UTC since 1970.
    ///
    /// @param madeMs when the event was made
    /// @param startMs from when it holds
    /// @param staleMs until when
    public record Times(long madeMs, long startMs, long staleMs) {}

    /// What receivers are to make of an event; empty texts where nothing is said.
    ///
    /// @param access who may see it
    /// @param qos priority, overtaking and assurance, as `9-r-g`
    /// @param opex operation (o), exercise (e) or simulation (s), with a name
    public record Marks(String access, String qos, String opex) {}

    /// Where, with its uncertainty.
    ///
    /// @param latDeg WGS-84, degrees, [−90, 90]
    /// @param lonDeg degrees east, [−180, 180]
    /// @param haeM above the ellipsoid, metres; [#UNKNOWN_M] where not known
    /// @param ceM circular error, one sigma, metres; [#UNKNOWN_M] where not known
    /// @param leM error of the height, one sigma, metres; [#UNKNOWN_M] where not known
    public record Point(double latDeg, double lonDeg, double haeM, double ceM, double leM) {
        /// The height, where it is known.
        public OptionalDouble heightM() {
            return Math.abs(haeM) >= FROM_HERE_UNKNOWN_M ? OptionalDouble.empty() : OptionalDouble.of(haeM);
        }
    }
}
