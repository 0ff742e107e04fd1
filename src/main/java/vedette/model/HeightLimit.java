package vedette.model;

import static vedette.math.Require.finite;

/// A floor or ceiling.
///
/// @param heightM metres above the datum
/// @param datum what it is counted from
public record HeightLimit(double heightM, Datum datum) {
    /// Checks the height.
    public HeightLimit {
        finite(heightM, "heightM");
    }

    /// What heights are counted from.
    public enum Datum {
        /// The ground below.
        AGL,
        /// Mean sea level.
        AMSL,
        /// The WGS-84 ellipsoid.
        WGS84,
        /// The pressure 1013.25 hPa in the standard atmosphere.
        FLIGHT_LEVEL
    }
}
