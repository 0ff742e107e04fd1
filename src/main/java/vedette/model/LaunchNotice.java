package vedette.model;

import static vedette.math.Require.require;

import java.util.OptionalDouble;

/// A launch that was told of beforehand (the Hague Code of Conduct asks for such notices).
///
/// @param kind what flies, in the notice's own words
/// @param place where from
/// @param from begin of the window
/// @param to end of the window
/// @param azimuthRad which way, clockwise from true north, where told
/// @param hazardRadiusM how far round the place parts may come down, metres, where told
public record LaunchNotice(
        String kind, LatLon place, Moment from, Moment to, OptionalDouble azimuthRad, OptionalDouble hazardRadiusM) {
    /// Checks the ranges.
    public LaunchNotice {
        require(!to.isBefore(from), "a window from %s to %s", from, to);
        require(Double.isFinite(azimuthRad.orElse(0)), "azimuthRad %s", azimuthRad);
        require(hazardRadiusM.orElse(1) > 0 && hazardRadiusM.orElse(1) < 2.0e7, "hazardRadiusM %s", hazardRadiusM);
    }
}
