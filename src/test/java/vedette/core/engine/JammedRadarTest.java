package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Skies.Arrival;
import vedette.core.engine.Skies.Fault;
import vedette.core.engine.Skies.Jam;
import vedette.model.Health;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;

/// A radar full of false plots, all around or in a sector, or blind in one: its health says where, nothing true
/// is lost, and what is false stays bounded.
class JammedRadarTest {
    private static final double END_S = 180;
    private static final double FROM_S = 60;
    private static final double PERIOD_S = 4;
    private static final Skies SKIES = Skies.with(Fault.NONE);
    private static final Watch CLEAN = Watch.over(SKIES, END_S);

    private static Watch jammed(Jam jam) {
        return Watch.over(SKIES.sites(), SKIES.jammed(jam, FROM_S, END_S), END_S);
    }

    private static void assertNamed(Watch watch, double sinceS, double looks, String words) {
        double needed = (watch.firstS("A", health -> health.state() == Health.State.BIASED) - sinceS) / PERIOD_S;
        assertTrue(needed > 0 && needed <= looks, needed + " looks");
        assertEquals(Health.State.BIASED, watch.health("A").state());
        assertTrue(watch.health("A").why().contains(words), watch.health("A").why());
        for (String well : List.of("B", "C", "D")) {
            assertEquals(
                    Health.State.OK,
                    watch.health(well).state(),
                    watch.health(well).why());
        }
    }

    private static void assertAsWithout(Watch watch) {
        double gospaM = watch.gospaM(FROM_S, END_S);

        assertEquals(0, watch.falseTracks(FROM_S, END_S), 0.02);
        assertEquals(0, watch.missed(FROM_S, END_S), 0.02);
        assertTrue(gospaM < 1.03 * CLEAN.gospaM(FROM_S, END_S), gospaM + " m");
    }

    @Test
    void tenTimesTheFalsePlotsAreNamedAndLoseNothing() {
        Watch watch = Watch.over(Skies.with(Fault.clutter(100)), END_S);

        assertNamed(watch, 0, 5, "times as many false plots as stated");
        assertAsWithout(watch);
    }

    @Test
    void aSectorFullOfFalsePlotsIsNamedByItsBounds() {
        Watch watch = jammed(new Jam(95, 115, 100, false));

        assertNamed(watch, FROM_S, 3, "jammed between 90° and 124°");
        assertAsWithout(watch);
    }

    @Test
    void aFloodInASectorIsBoundedInTracks() {
        Watch watch = jammed(new Jam(95, 115, 500, false));

        assertNamed(watch, FROM_S, 3, "jammed between 90° and 124°");
        assertAsWithout(watch);
        // Tentative tracks of about a turn's false plots.
        assertTrue(
                watch.state().tracking().size() < 1000, watch.state().tracking().size() + " tracks");
    }

    @Test
    void aSectorWithoutPlotsIsNamedByItsBounds() {
        Watch watch = jammed(new Jam(95, 115, 0, true));

        assertNamed(watch, FROM_S, 12, "sees nothing between 100° and 110°");
        assertAsWithout(watch);
    }

    @Test
    void morePlotsThanMayWaitAreRefusedAndCounted() {
        List<Arrival> flood = new ArrayList<>();
        for (int i = 0; i < 50_100; i++) {
            Polar polar = Polar.flat(1000 + 2 * i, 1);
            flood.add(new Arrival(1, RadarPlot.primary(SKIES.site(0), Skies.START.plusS(0.9), polar)));
        }

        Watch watch = Watch.over(SKIES.sites(), flood, 3.5);

        assertEquals(100, watch.health("A").rejected());
        assertTrue(
                watch.health("A").why().contains("100 of its plots were more than can wait for the beam"),
                watch.health("A").why());
        assertTrue(watch.refused("held plots") > 0);
    }
}
