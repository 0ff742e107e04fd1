package vedette.model;

import static vedette.math.Require.finite;
import static vedette.math.Require.require;

/// How high, above what, and how surely. The kinds do not convert into each other without QNH, geoid or terrain.
public sealed interface Altitude {
    /// Height in the standard atmosphere by the pressure alone: flight levels, Mode C (1013.25 hPa).
    ///
    /// @param heightM metres
    /// @param sigmaM standard deviation, metres, 0 or more
    record Pressure(double heightM, double sigmaM) implements Altitude {
        /// Checks both.
        public Pressure {
            check(heightM, sigmaM);
        }
    }

    /// Above mean sea level.
    ///
    /// @param heightM metres
    /// @param sigmaM standard deviation, metres, 0 or more
    record Amsl(double heightM, double sigmaM) implements Altitude {
        /// Checks both.
        public Amsl {
            check(heightM, sigmaM);
        }
    }

    /// Above the WGS-84 ellipsoid.
    ///
    /// @param heightM metres
    /// @param sigmaM standard deviation, metres, 0 or more
    record Ellipsoidal(double heightM, double sigmaM) implements Altitude {
        /// Checks both.
        public Ellipsoidal {
            check(heightM, sigmaM);
        }
    }

    /// Above the ground below.
    ///
    /// @param heightM metres
    /// @param sigmaM standard deviation, metres, 0 or more
    record Agl(double heightM, double sigmaM) implements Altitude {
        /// Checks both.
        public Agl {
            check(heightM, sigmaM);
        }
    }

    /// Nobody measured it.
    record Unknown() implements Altitude {}

    /// The one unknown height.
    Altitude UNKNOWN = new Unknown();

    private static void check(double heightM, double sigmaM) {
        finite(heightM, "heightM");
        require(sigmaM >= 0, "sigmaM %s", sigmaM);
    }
}
