package vedette.model;

import static vedette.math.Require.require;

/// What is known beforehand of a radar that watches for ballistic objects. Its plots go to the missile watch, not
/// into the air picture.
///
/// @param sensor its name, as its plots bear it
/// @param place where it stands
/// @param periodS time between two looks at an object, seconds, above 0
/// @param noise standard deviations of one plot
/// @param bias standard deviations of its constant errors, of the same axes as the noise
/// @param minElevationRad lowest elevation above the tangent plane of the ellipsoid at its place
/// @param maxRangeM farthest slant range, metres, above 0
/// @param detection probability that it sees what is in its volume, (0, 1)
public record WarningRadar(
        SensorId sensor,
        Geodetic place,
        double periodS,
        Noise noise,
        Bias bias,
        double minElevationRad,
        double maxRangeM,
        double detection) {
    /// Checks the ranges.
    public WarningRadar {
        require(periodS > 0 && periodS < 3600, "periodS %s", periodS);
        require(maxRangeM > 0 && maxRangeM < 1e8, "maxRangeM %s", maxRangeM);
        require(Math.abs(minElevationRad) <= Math.PI / 2, "minElevationRad %s", minElevationRad);
        require(detection > 0 && detection < 1, "probability of detection %s", detection);
    }

    /// How one plot scatters.
    ///
    /// @param rangeM of the range, metres, above 0
    /// @param angleRad of the direction, on each axis across the line of sight, radians, above 0; of the azimuth it
    /// is this over the cosine of the elevation
    /// @param rangeRateMps of the range rate, metres a second; 0 where it measures none
    public record Noise(double rangeM, double angleRad, double rangeRateMps) {
        /// Checks the ranges.
        public Noise {
            require(rangeM > 0 && rangeM < 1e6, "range sigma %s m", rangeM);
            require(angleRad > 0 && angleRad < 1, "angle sigma %s rad", angleRad);
            require(rangeRateMps >= 0 && rangeRateMps < 1e5, "range rate sigma %s m/s", rangeRateMps);
        }
    }

    /// How wrong all its plots may be together.
    ///
    /// @param rangeM of the range, metres, 0 or more
    /// @param angleRad of the direction, on each axis across the line of sight, radians, 0 or more
    public record Bias(double rangeM, double angleRad) {
        /// Checks the ranges.
        public Bias {
            require(rangeM >= 0 && rangeM < 1e6, "range bias %s m", rangeM);
            require(angleRad >= 0 && angleRad < 1, "angle bias %s rad", angleRad);
        }
    }
}
