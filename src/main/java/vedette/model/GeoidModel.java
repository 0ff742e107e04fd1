package vedette.model;

/// How the mean sea level lies to the ellipsoid.
public interface GeoidModel {
    /// The geoid above the WGS-84 ellipsoid, metres; negative below it.
    double undulationM(LatLon place);

    /// How well [#undulationM] is known, standard deviation, metres.
    double sigmaM();
}
