package vedette.model;

import static vedette.math.Require.require;

/// What is known beforehand of an infrared satellite that watches for launches.
///
/// @param sensor its name, as its looks bear it
/// @param revisitS time between two looks at the same place, seconds, above 0
/// @param sigmaRad standard deviation of a look across the line of sight, per axis, radians, above 0
/// @param biasRad standard deviation of its constant error per axis, radians, 0 or more
/// @param detection probability that it sees what burns above the clouds, (0, 1)
public record InfraredSatellite(SensorId sensor, double revisitS, double sigmaRad, double biasRad, double detection) {
    /// Checks the ranges.
    public InfraredSatellite {
        require(revisitS > 0 && revisitS < 3600, "revisitS %s", revisitS);
        require(sigmaRad > 0 && sigmaRad < 0.1, "sigmaRad %s", sigmaRad);
        require(biasRad >= 0 && biasRad < 0.1, "biasRad %s", biasRad);
        require(detection > 0 && detection < 1, "probability of detection %s", detection);
    }
}
