package vedette.model;

import static vedette.math.Require.require;

/// What nodes tell each other. No sensor's name or position is in these types, nor anything from which one follows:
/// they cannot leave the node.
public sealed interface Shared permits SharedWarning, SharedTrack, SharedNotice {
    /// Where it comes from.
    Origin origin();

    /// A stretch of time that holds a moment with 95 % probability.
    ///
    /// @param earliest its begin
    /// @param latest its end
    record Span(Moment earliest, Moment latest) {
        /// Checks the order.
        public Span {
            require(!latest.isBefore(earliest), "earliest %s, latest %s", earliest, latest);
        }

        /// Whether the other lies within it.
        public boolean contains(Span other) {
            return !other.earliest.isBefore(earliest) && !other.latest.isAfter(latest);
        }
    }

    /// A direction over the ground that holds the true one with 95 % probability.
    ///
    /// @param azimuthRad clockwise from true north, radians, [0, 2π)
    /// @param halfWidthRad to either side, radians, [0, π]
    record Heading(double azimuthRad, double halfWidthRad) {
        /// Checks the ranges.
        public Heading {
            require(azimuthRad >= 0 && azimuthRad < 2 * Math.PI, "azimuthRad %s", azimuthRad);
            require(halfWidthRad >= 0 && halfWidthRad <= Math.PI, "halfWidthRad %s", halfWidthRad);
        }
    }

    /// How far a ballistic missile reaches, in the classes of the arms-control treaties; from launch to impact.
    enum Reach {
        /// Not known.
        UNKNOWN,
        /// Up to 1,000 km.
        SHORT,
        /// Up to 3,000 km.
        MEDIUM,
        /// Up to 5,500 km.
        INTERMEDIATE,
        /// Farther.
        INTERCONTINENTAL;

        private static final double SHORT_M = 1.0e6;
        private static final double MEDIUM_M = 3.0e6;
        private static final double INTERMEDIATE_M = 5.5e6;

        /// The class of a range over the ground, metres.
        public static Reach of(double rangeM) {
            if (rangeM <= SHORT_M) {
                return SHORT;
            }
            if (rangeM <= MEDIUM_M) {
                return MEDIUM;
            }
            return rangeM <= INTERMEDIATE_M ? INTERMEDIATE : INTERCONTINENTAL;
        }
    }
}
