package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Skies.Fault;
import vedette.model.Health;
import vedette.model.SensorSite;

/// One of four radars errs from the first plot on: its health says how, and the picture is worth as much as without it.
class ErringSensorTest {
    private static final double END_S = 240;

    /// Thirty seconds are five to eight turns of the radars: the picture stands.
    private static final double STANDS_S = 30;

    private static final double SETTLED_S = 120;
    private static final double PERIOD_S = 4;
    private static final double BEGINS_S = 60;
    private static final List<SensorSite> SITES = Skies.with(Fault.NONE).sites();
    private static final Watch CLEAN = Watch.over(Skies.with(Fault.NONE), END_S);
    private static final Watch SILENT = Watch.over(Skies.with(Fault.SILENT), END_S);

    private static Watch watch(Fault fault) {
        return Watch.over(Skies.with(fault), END_S);
    }

    private static double looksUntilBiased(Watch watch) {
        return watch.firstS("A", health -> health.state() == Health.State.BIASED) / PERIOD_S;
    }

    private static void assertNamed(Watch watch, double looks, String words) {
        double needed = looksUntilBiased(watch);
        String why = watch.health("A").why();
        assertTrue(needed <= looks, needed + " looks");
        assertEquals(Health.State.BIASED, watch.health("A").state());
        assertTrue(why.contains(words), why);
        for (String well : List.of("B", "C", "D")) {
            assertEquals(
                    Health.State.OK,
                    watch.health(well).state(),
                    watch.health(well).why());
        }
    }

    private static void assertAtMost(double factor, double of, double gospaM) {
        assertTrue(gospaM <= factor * of, gospaM + " m of " + of + " m");
    }

    @Test
    void withoutFaultNobodyIsNamed() {
        for (String radar : List.of("A", "B", "C", "D")) {
            assertTrue(CLEAN.healths(radar).allMatch(health -> health.state() == Health.State.OK), radar);
        }
    }

    @Test
    void aRadarTenKilometresOutOfPlaceIsNamedWithThePlaceWhereItStands() {
        for (double eastM : new double[] {10_000, -10_000}) {
            Watch watch = watch(Fault.place(eastM));

            assertNamed(watch, 6, "10.0 km out of place: it stands " + (eastM > 0 ? "10.0" : "-10.0") + " km east");
            assertAtMost(1.15, CLEAN.gospaM(STANDS_S, END_S), watch.gospaM(STANDS_S, END_S));
            assertAtMost(1, SILENT.gospaM(STANDS_S, END_S), watch.gospaM(STANDS_S, END_S));
            assertAtMost(1, SILENT.gospaM(SETTLED_S, END_S), watch.gospaM(SETTLED_S, END_S));
        }
    }

    @Test
    void aClockASecondLateIsNamedAndTakenOff() {
        Watch watch = watch(Fault.clock(1));

        assertNamed(watch, 8, "clock about 1.0 s off");
        assertTrue(
                watch.health("A").why().contains("stamps late"),
                watch.health("A").why());
        assertAtMost(1.3, CLEAN.gospaM(STANDS_S, END_S), watch.gospaM(STANDS_S, END_S));
        assertAtMost(1, SILENT.gospaM(SETTLED_S, END_S), watch.gospaM(SETTLED_S, END_S));
    }

    @Test
    void aClockASecondEarlyIsNamedAndTakenOff() {
        Watch watch = watch(Fault.clock(-1));

        assertNamed(watch, 8, "clock about 1.0 s off");
        assertTrue(
                watch.health("A").why().contains("stamps early"),
                watch.health("A").why());
        assertAtMost(1.15, CLEAN.gospaM(STANDS_S, END_S), watch.gospaM(STANDS_S, END_S));
        assertAtMost(1, SILENT.gospaM(SETTLED_S, END_S), watch.gospaM(SETTLED_S, END_S));
    }

    @Test
    void aRangeSixSigmasTooLongIsNamedAndTakenOff() {
        Watch watch = watch(Fault.bias(300, 0.3));

        assertNamed(watch, 8, "estimated bias of range 3");
        assertAtMost(1.7, CLEAN.gospaM(STANDS_S, END_S), watch.gospaM(STANDS_S, END_S));
        assertAtMost(1.05, SILENT.gospaM(SETTLED_S, END_S), watch.gospaM(SETTLED_S, END_S));
    }

    @Test
    void aRangeSixSigmasTooShortIsNamedAndTakenOff() {
        Watch watch = watch(Fault.bias(-300, 0.3));

        assertNamed(watch, 8, "estimated bias of range -");
        assertAtMost(1.4, CLEAN.gospaM(STANDS_S, END_S), watch.gospaM(STANDS_S, END_S));
        assertAtMost(1.05, SILENT.gospaM(SETTLED_S, END_S), watch.gospaM(SETTLED_S, END_S));
    }

    private static Watch laterErring(Fault fault, double fromS, double looks) {
        Watch watch = Watch.over(SITES, Skies.erring(fault, fromS, END_S), END_S);
        double needed = looksUntilBiased(watch) - fromS / PERIOD_S;
        assertTrue(needed > 0 && needed <= looks, needed + " looks");
        assertEquals(
                Health.State.BIASED,
                watch.health("A").state(),
                watch.health("A").why());
        return watch;
    }

    // A clock that was set amid a settled picture: known at once, and the picture is nearly that of the other radars.
    private static void assertSetClockIsFound(double lateS, double atS) {
        Watch watch = laterErring(Fault.clock(lateS), atS, 3);
        Watch silent = Watch.over(SITES, Skies.erring(Fault.SILENT, atS, END_S), END_S);

        String why = watch.health("A").why();
        assertTrue(why.matches(".*clock about (0\\.9|1\\.0|1\\.1) s off.*"), why);
        assertAtMost(1.12, silent.gospaM(atS, END_S), watch.gospaM(atS, END_S));
    }

    @Test
    void aClockThatIsSetAmidASettledPictureIsNamedWithinThreeTurns() {
        assertSetClockIsFound(1, BEGINS_S);
        assertSetClockIsFound(-1, BEGINS_S);
        assertSetClockIsFound(1, 90);
        assertSetClockIsFound(-1, 90);
    }

    @Test
    void aRadarThatBeginsToErrIsNamedWithinThreeTurns() {
        double clean = CLEAN.gospaM(BEGINS_S, END_S);

        assertAtMost(1.6, clean, laterErring(Fault.bias(300, 0.3), BEGINS_S, 3).gospaM(BEGINS_S, END_S));
        assertAtMost(1.9, clean, laterErring(Fault.bias(-300, 0.3), BEGINS_S, 3).gospaM(BEGINS_S, END_S));
        assertAtMost(1.5, clean, laterErring(Fault.bias(150, 0), BEGINS_S, 3).gospaM(BEGINS_S, END_S));
        assertAtMost(2.1, clean, laterErring(Fault.bias(-150, 0), BEGINS_S, 3).gospaM(BEGINS_S, END_S));
        assertAtMost(1.15, clean, laterErring(Fault.bias(0, 1.2), BEGINS_S, 5).gospaM(BEGINS_S, END_S));
        assertAtMost(1.15, clean, laterErring(Fault.place(10_000), BEGINS_S, 5).gospaM(BEGINS_S, END_S));
    }

    @Test
    void anAzimuthBeyondAllGatesIsFoundByVotesAndTakenOff() {
        Watch watch = watch(Fault.bias(0, 1.2));

        assertNamed(watch, 6, "estimated bias of azimuth 1.2");
        assertAtMost(1.6, CLEAN.gospaM(STANDS_S, END_S), watch.gospaM(STANDS_S, END_S));
        assertAtMost(1, SILENT.gospaM(SETTLED_S, END_S), watch.gospaM(SETTLED_S, END_S));
    }

    @Test
    void aSilentRadarIsSilentWithinThreeTurns() {
        assertTrue(SILENT.firstS("A", health -> health.state() == Health.State.SILENT) <= 3 * PERIOD_S);
        assertAtMost(1.2, CLEAN.gospaM(STANDS_S, END_S), SILENT.gospaM(STANDS_S, END_S));
    }
}
