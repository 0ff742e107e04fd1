package vedette.model;

import static vedette.math.Require.require;

/// How surely a radar measures: standard deviations.
///
/// @param rangeM metres, above 0
/// @param azimuthRad radians, above 0
/// @param elevationRad radians, 0 or more; 0 where it is not measured
/// @param rangeRateMps metres a second, 0 or more; 0 where it is not measured
public record PlotSigma(double rangeM, double azimuthRad, double elevationRad, double rangeRateMps) {
    /// Checks the ranges.
    public PlotSigma {
        require(rangeM > 0 && azimuthRad > 0, "sigma of range %s m, azimuth %s rad", rangeM, azimuthRad);
        require(
                elevationRad >= 0 && rangeRateMps >= 0,
                "sigma of elevation %s, range rate %s",
                elevationRad,
                rangeRateMps);
    }
}
