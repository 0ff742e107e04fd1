package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Skies.Arrival;
import vedette.core.engine.Skies.Fault;
import vedette.core.sense.RadarView;
import vedette.math.Draws;
import vedette.math.SymMatrix;
import vedette.model.Enu;
import vedette.model.Health;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.SensorPose;
import vedette.model.Measurement.Sweep;
import vedette.model.Provenance;
import vedette.model.SensorSite;

/// Radar A is carried by a ship or an aircraft and tells where it is: the picture is as good as if it stood.
class MovingRadarTest {
    private static final double END_S = 180;
    private static final double STANDS_S = 30;
    private static final double PERIOD_S = 4;
    private static final List<SensorSite> SITES = Skies.with(Fault.NONE).sites();
    private static final double CLEAN_M =
            Watch.over(Skies.with(Fault.NONE), END_S).gospaM(STANDS_S, END_S);

    static Watch watch(double eastMps, boolean tells, double poseErrorM) {
        List<Arrival> arrivals = new ArrayList<>(Skies.with(Fault.SILENT).until(END_S));
        for (int second = 0; tells && second < END_S; second++) {
            Draws draws = Draws.of(5, second, "pose");
            Enu at = new Enu(eastMps * second + poseErrorM * draws.gaussian(), poseErrorM * draws.gaussian(), 0);
            Provenance whose = Provenance.open(SITES.getFirst().sensor(), Skies.START.plusS(second));
            double variance = poseErrorM * poseErrorM;
            arrivals.add(new Arrival(
                    second + 0.05,
                    new SensorPose(
                            whose,
                            Skies.site("A", at, PERIOD_S).place(),
                            SymMatrix.diagonal(variance, variance, variance))));
        }
        for (int turn = 0; (turn + 1) * PERIOD_S < END_S - 0.1; turn++) {
            turn(turn, eastMps, arrivals);
        }
        return Watch.over(SITES, Skies.sorted(arrivals), END_S);
    }

    private static void turn(int turn, double eastMps, List<Arrival> arrivals) {
        for (int object = 0; object < Skies.AEROPLANES; object++) {
            Draws draws = Draws.of(3, turn * 1000L + object, "plot");
            double timeS = turn * PERIOD_S;
            RadarView view = look(object, timeS, eastMps);
            for (int i = 0; i < 5; i++) {
                timeS = (turn + view.azimuthRad() / (2 * Math.PI)) * PERIOD_S;
                view = look(object, timeS, eastMps);
            }
            if (draws.uniform() < 0.9) {
                double errorRad = Math.toRadians(0.08) * draws.gaussian();
                Polar polar = Polar.flat(view.rangeM() + 50 * draws.gaussian(), view.azimuthRad() + errorRad);
                arrivals.add(
                        new Arrival(timeS + 0.1, RadarPlot.primary(SITES.getFirst(), Skies.START.plusS(timeS), polar)));
            }
        }
        for (int k = 1; k <= 32; k++) {
            double timeS = (turn + k / 32.0) * PERIOD_S;
            Provenance whose = Provenance.open(SITES.getFirst().sensor(), Skies.START.plusS(timeS));
            arrivals.add(new Arrival(
                    timeS + 0.1, new Sweep(whose, (k - 1) * Math.PI / 16, Math.PI / 16, OptionalDouble.of(PERIOD_S))));
        }
    }

    private static RadarView look(int object, double timeS, double eastMps) {
        RadarView view = new RadarView(Skies.site("A", new Enu(eastMps * timeS, 0, 0), PERIOD_S));
        view.look(Skies.state(object, timeS), 0);
        return view;
    }

    private static void assertAsGoodAsStanding(Watch watch, double factor) {
        Health health = watch.health("A");
        assertEquals(Health.State.OK, health.state(), health.why());
        double gospaM = watch.gospaM(STANDS_S, END_S);
        assertTrue(gospaM <= factor * CLEAN_M, gospaM + " m of " + CLEAN_M + " m");
    }

    @Test
    void aShipsRadarIsAsGoodAsOneThatStands() {
        assertAsGoodAsStanding(watch(12, true, 5), 1.1);
    }

    @Test
    void anAircraftsRadarIsNearlyAsGood() {
        assertAsGoodAsStanding(watch(180, true, 10), 1.25);
    }

    @Test
    void whoeverMovesAndTellsNobodyIsFoundOut() {
        Watch silent = watch(180, false, 0);

        assertEquals(Health.State.BIASED, silent.health("A").state());
        assertTrue(silent.gospaM(STANDS_S, END_S) > 1.2 * CLEAN_M);
    }
}
