package vedette.core.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.SensorId;

/// How far beside its told place radars see something, and what that says.
class BesideTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final SensorId RADAR = new SensorId("radar");

    private static Beside.Plot plot(double timeS, double eastM, double noiseM, double biasM) {
        return new Beside.Plot(
                RADAR, START.plusS(timeS), eastM, 0, Spread.round(noiseM), Spread.round(biasM), Spread.round(10));
    }

    private static Beside seen(int plots, double eastM, double biasM) {
        Draws draws = Draws.of(1, 1, "beside");
        Beside beside = Beside.NOTHING;
        for (int i = 0; i < plots; i++) {
            beside = beside.with(plot(4 * i, eastM + 50 * draws.gaussian(), 50, biasM));
        }
        return beside;
    }

    private static double said(Beside beside) {
        return beside.shift(START.plusS(60)).probability(Beside.Size.LARGE);
    }

    @Test
    void whoIsSeenWhereItSaysIsBelievedMoreThanBefore() {
        assertTrue(said(seen(12, 0, 20)) < Beside.Size.LARGE.lying());
    }

    @Test
    void aShiftIsToldFromAboutFiveSigmasOn() {
        assertTrue(said(seen(12, 60, 20)) < 0.1);
        assertTrue(said(seen(12, 250, 20)) > 0.9);
    }

    @Test
    void noNumberOfPlotsTakesARadarsBiasAway() {
        assertTrue(said(seen(15, 250, 200)) < 0.1);
    }

    @Test
    void twoPlotsSayNothing() {
        assertEquals(0, said(seen(2, 2_000, 20)));
    }

    @Test
    void aPlotElsewhereBeginsAnew() {
        Beside beside = seen(12, 0, 20).with(plot(60, 3_000, 50, 20));

        assertEquals(1, beside.radars().getFirst().plots());
    }

    @Test
    void whoeverIsInACellIsFoundAroundItUntilItLeaves() {
        LatLon here = LatLon.ofDegrees(57, 24);
        LatLon near = LatLon.ofDegrees(57.03, 24.05);
        LatLon far = LatLon.ofDegrees(58, 24);
        ClaimCells cells = ClaimCells.EMPTY.moved(7, null, here).moved(8, null, far);
        List<Long> found = new ArrayList<>();

        cells.around(near, found::add);
        cells.moved(7, here, far).around(near, found::add);
        cells.moved(8, far, near).without(7, here).around(here, found::add);

        assertEquals(List.of(7L, 8L), found);
    }

    @Test
    void cellsJoinAtTheDateLineAndThePoles() {
        List<Long> found = new ArrayList<>();
        ClaimCells.EMPTY
                .moved(1, null, LatLon.ofDegrees(10, 179.999))
                .around(LatLon.ofDegrees(10, -179.999), found::add);
        ClaimCells.EMPTY.moved(2, null, LatLon.ofDegrees(90, 0)).around(LatLon.ofDegrees(90, 0), found::add);

        assertTrue(found.contains(1L) && found.contains(2L), found.toString());
    }
}
