package vedette.simulate.launches;

import vedette.core.motion.EarthPull;
import vedette.math.Exact;
import vedette.model.Ecef;

/// Where an infrared satellite is.
public sealed interface Vantage {
    /// Its place at a second of the world.
    Ecef at(double timeS);

    /// Over one place of the equator.
    ///
    /// @param lonRad its longitude
    record Still(double lonRad) implements Vantage {
        private static final double RADIUS_M = 42_164e3;

        @Override
        public Ecef at(double timeS) {
            return new Ecef(RADIUS_M * Exact.cos(lonRad), RADIUS_M * Exact.sin(lonRad), 0);
        }
    }

    /// High over the north for most of twelve hours: an orbit of eccentricity 0.74, inclined by 63.4°.
    ///
    /// @param lonRad longitude of its highest point
    /// @param sinceS seconds since that point at the world's second 0
    record High(double lonRad, double sinceS) implements Vantage {
        private static final double AXIS_M = 26_562e3;
        private static final double ECCENTRICITY = 0.74;
        private static final double COS_TILT = 0.447758974;
        private static final double SIN_TILT = 0.894154247;
        private static final int ROUNDS = 30;

        @Override
        public Ecef at(double timeS) {
            double t = timeS + sinceS;
            double mean = Math.PI + Math.sqrt(EarthPull.GM / (AXIS_M * AXIS_M * AXIS_M)) * t;
            double e = mean;
            for (int i = 0; i < ROUNDS; i++) {
                e -= (e - ECCENTRICITY * Exact.sin(e) - mean) / (1 - ECCENTRICITY * Exact.cos(e));
            }
            // The perigee is the southernmost point: along the way from there, and across.
            double along = AXIS_M * (Exact.cos(e) - ECCENTRICITY);
            double across = AXIS_M * Math.sqrt(1 - ECCENTRICITY * ECCENTRICITY) * Exact.sin(e);
            double north = -along;
            double turn = lonRad - Math.PI / 2 - EarthPull.SPIN_RADPS * t;
            double x = across;
            double y = north * COS_TILT;
            return new Ecef(
                    x * Exact.cos(turn) - y * Exact.sin(turn),
                    x * Exact.sin(turn) + y * Exact.cos(turn),
                    north * SIN_TILT);
        }
    }
}
