package vedette.model;

import static vedette.math.Require.require;

import vedette.math.Exact;
import vedette.math.SymMatrix;

/// What is known of a sensor beforehand.
///
/// @param sensor its name, as measurements bear it
/// @param kind how it looks
/// @param place where it stands
/// @param placeCovariance of the place along east, north, up, m²
/// @param volume where it can see
/// @param sigma how surely it measures
/// @param performance how often it sees what is there and what is not
/// @param periodS time between two looks at the same place (or two reports), seconds, above 0
public record SensorSite(
        SensorId sensor,
        Kind kind,
        Geodetic place,
        SymMatrix placeCovariance,
        Volume volume,
        PlotSigma sigma,
        Performance performance,
        double periodS) {
    /// Checks the period.
    public SensorSite {
        require(periodS > 0, "periodS %s", periodS);
    }

    /// How a sensor looks.
    public enum Kind {
        /// Its beam turns; each azimuth has its own time.
        ROTATING,
        /// It gives a whole frame at one time.
        FRAME,
        /// Objects report to it when they like (ADS-B, Remote ID).
        REPORTS
    }

    /// Where a sensor can see, horizon aside.
    ///
    /// @param minRangeM nearest slant range, metres, 0 or more
    /// @param maxRangeM farthest slant range, metres
    /// @param fromAzimuthRad start of its span, clockwise from true north, [0, 2π)
    /// @param azimuthWidthRad width of its span, (0, 2π]
    /// @param minElevationRad lowest elevation
    /// @param maxElevationRad highest elevation
    public record Volume(
            double minRangeM,
            double maxRangeM,
            double fromAzimuthRad,
            double azimuthWidthRad,
            double minElevationRad,
            double maxElevationRad) {
        /// Checks the order of the bounds.
        public Volume {
            require(minRangeM >= 0 && maxRangeM > minRangeM, "ranges %s to %s m", minRangeM, maxRangeM);
            require(azimuthWidthRad > 0 && azimuthWidthRad <= Exact.TWO_PI, "azimuth width %s", azimuthWidthRad);
            require(maxElevationRad > minElevationRad, "elevations %s to %s", minElevationRad, maxElevationRad);
        }

        /// All around, from the horizon to the zenith.
        public static Volume around(double maxRangeM) {
            return new Volume(0, maxRangeM, 0, Exact.TWO_PI, -Math.PI / 2, Math.PI / 2);
        }
    }

    /// How a sensor detects.
    ///
    /// @param detection probability of detection within the volume, (0, 1)
    /// @param clutterPerLook mean number of false plots in one look at the whole volume, 0 or more
    /// @param rangeRateSpanMps span over which false range rates are spread, or 0 where it measures none
    public record Performance(double detection, double clutterPerLook, double rangeRateSpanMps) {
        /// Checks the ranges.
        public Performance {
            require(detection > 0 && detection < 1, "probability of detection %s", detection);
            require(
                    clutterPerLook >= 0 && rangeRateSpanMps >= 0,
                    "clutter %s, span %s",
                    clutterPerLook,
                    rangeRateSpanMps);
        }
    }
}
