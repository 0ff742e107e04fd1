package vedette.simulate;

import static vedette.math.Require.require;

import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// A rotating radar of a simulated world.
///
/// @param id its name in the node
/// @param sac its system area code, 0 to 255
/// @param sic its system identification code, 0 to 255
/// @param place where its antenna stands
/// @param periodS time of a turn, seconds
/// @param minRangeM nearest slant range, metres
/// @param maxRangeM farthest slant range, metres
/// @param sigma how surely it measures range and azimuth
/// @param replies probability that a transponder's reply is received; 0: it does not interrogate
/// @param echoRangeM range at which half the echoes of 1 m² are detected, metres; 0: it has no primary channel
/// @param detection the probability of detection that trackers are told; how often it truly detects what flies here is
/// the scenario's to make so
/// @param clutterPerTurn mean number of false echoes in a turn
public record Radar(
        SensorId id,
        int sac,
        int sic,
        Geodetic place,
        double periodS,
        double minRangeM,
        double maxRangeM,
        PlotSigma sigma,
        double replies,
        double echoRangeM,
        double detection,
        double clutterPerTurn) {
    /// Sectors of a turn: it sends what it saw at the end of each.
    static final int SECTORS = 32;

    /// Checks the numbers.
    public Radar {
        require((sac | sic) >>> 8 == 0, "SAC %s, SIC %s", sac, sic);
        require(periodS >= 1 && periodS <= 60, "periodS %s", periodS);
        require(minRangeM >= 0 && maxRangeM > minRangeM && maxRangeM < 470_000, "ranges %s, %s", minRangeM, maxRangeM);
        require(replies >= 0 && replies < 1, "replies %s", replies);
        require(echoRangeM >= 0 && clutterPerTurn >= 0, "echoRangeM %s, clutter %s", echoRangeM, clutterPerTurn);
    }

    /// What a node is told of it beforehand.
    SensorSite site() {
        SensorSite.Volume around = SensorSite.Volume.around(maxRangeM);
        return new SensorSite(
                id,
                SensorSite.Kind.ROTATING,
                place,
                SymMatrix.diagonal(1, 1, 1),
                new SensorSite.Volume(
                        minRangeM,
                        maxRangeM,
                        around.fromAzimuthRad(),
                        around.azimuthWidthRad(),
                        around.minElevationRad(),
                        around.maxElevationRad()),
                sigma,
                new SensorSite.Performance(detection, clutterPerTurn, 0),
                periodS);
    }
}
