package vedette.simulate;

import static vedette.math.Require.require;

import vedette.math.SymMatrix;
import vedette.model.Geodetic;
import vedette.model.PlotSigma;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// A receiver of what aircraft transmit of themselves.
///
/// @param id its name in the node
/// @param place where its antenna stands
/// @param maxRangeM how far it hears, metres
public record Receiver(SensorId id, Geodetic place, double maxRangeM) {
    /// An empty sky says nothing; a receiver that hears nothing for some such periods is held to have failed.
    private static final double QUIET_S = 5;

    /// Checks the range.
    public Receiver {
        require(maxRangeM > 0, "maxRangeM %s", maxRangeM);
    }

    /// What a node is told of it beforehand.
    ///
    /// @param emptyS how long nothing may fly, seconds
    SensorSite site(double emptyS) {
        return new SensorSite(
                id,
                SensorSite.Kind.REPORTS,
                place,
                SymMatrix.diagonal(1, 1, 1),
                SensorSite.Volume.around(maxRangeM),
                new PlotSigma(1, 1e-3, 0, 0),
                new SensorSite.Performance(0.9, 0, 0),
                Math.max(QUIET_S, emptyS / 2));
    }
}
