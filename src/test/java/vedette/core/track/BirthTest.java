package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.associate.GlobalNearest;
import vedette.core.sense.RadarView;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Identity;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// What one plot tells of whether something new is there.
class BirthTest {
    private static final double SHARE = 0.1;

    private static Birth birth(double reachM) {
        SensorSite site = new SensorSite(
                new SensorId("R"),
                SensorSite.Kind.ROTATING,
                Sky.HOME,
                SymMatrix.diagonal(0, 0, 0),
                new SensorSite.Volume(10, reachM, 0, 2 * Math.PI, Math.toRadians(-2), Math.toRadians(30)),
                new PlotSigma(50, Math.toRadians(0.1), Math.toRadians(0.1), 0),
                new SensorSite.Performance(0.9, 5, 0),
                10);
        return new Birth(new Workshop(new GlobalNearest()), new RadarView(site));
    }

    private static RadarPlot plot(double rangeM, OptionalDouble elevation) {
        return new RadarPlot(
                Provenance.open(new SensorId("R"), Sky.at(0)),
                new Polar(rangeM, 1, elevation, OptionalDouble.empty()),
                new PlotSigma(50, Math.toRadians(0.1), elevation.isPresent() ? Math.toRadians(0.1) : 0, 0),
                Altitude.UNKNOWN,
                Identity.NONE,
                Detection.PRIMARY,
                OptionalInt.empty());
    }

    private static double existence(double rangeM, double elevationDeg, Realm realm) {
        RadarPlot plot = plot(rangeM, OptionalDouble.of(Math.toRadians(elevationDeg)));
        return birth(200_000).existence(plot, realm, SHARE);
    }

    @Test
    void aFlatRadarsPlotIsAsLikelyNewAsAnyOther() {
        assertEquals(SHARE, birth(200_000).existence(plot(50_000, OptionalDouble.empty()), Realm.AIR, SHARE));
    }

    @Test
    void aPlotWhereAeroplanesFlyIsLikelierNewThanOneHighAbove() {
        assertTrue(existence(150_000, 2, Realm.AIR) > 3 * SHARE);
        assertTrue(existence(150_000, 25, Realm.AIR) < SHARE / 3);
    }

    @Test
    void aPlotUnderTheGroundIsHardlyAnObject() {
        assertTrue(existence(60_000, -2, Realm.AIR) < SHARE / 3);
    }

    @Test
    void farAwayTheHeightsOfFlightFillLessOfTheElevations() {
        assertTrue(existence(150_000, 2, Realm.AIR) > existence(60_000, 2, Realm.AIR));
    }

    @Test
    void lowFlyersKeepLow() {
        assertTrue(existence(4000, 3, Realm.LOW) > existence(4000, 28, Realm.LOW));
    }
}
