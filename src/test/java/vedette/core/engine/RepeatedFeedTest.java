package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Skies.Arrival;
import vedette.core.engine.Skies.Fault;
import vedette.math.Draws;
import vedette.model.Enu;
import vedette.model.Health;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// Whatever comes twice counts once: tracks are the same to the bit, and the sensor's health says how often it
/// happened.
class RepeatedFeedTest {
    private static final double END_S = 90;
    private static final Skies SKIES = Skies.with(Fault.NONE);
    private static final List<Arrival> ONCE = SKIES.until(END_S);
    private static final Watch FIRST = Watch.over(SKIES.sites(), ONCE, END_S);

    // All that comes, and all of it a second time, so much later each.
    private static List<Arrival> twice(IntToDoubleFunction laterS) {
        List<Arrival> twice = new ArrayList<>();
        for (int i = 0; i < ONCE.size(); i++) {
            Arrival arrival = ONCE.get(i);
            twice.add(arrival);
            double againS = arrival.timeS() + laterS.applyAsDouble(i);
            if (againS < END_S) {
                twice.add(new Arrival(againS, arrival.measurement()));
            }
        }
        return Skies.sorted(twice);
    }

    private static void assertSameAsOnce(List<Arrival> arrivals) {
        Watch second = Watch.over(SKIES.sites(), arrivals, END_S);

        assertEquals(FIRST.courses(), second.courses());
        assertEquals(FIRST.picture(), second.picture());
        assertTold(second, arrivals.size() - ONCE.size());
    }

    private static void assertTold(Watch second, long repeats) {
        long refused = 0;
        for (String radar : List.of("A", "B", "C", "D")) {
            Health health = second.health(radar);
            assertEquals(Health.State.OK, health.state(), health.why());
            assertTrue(health.why().contains("plots came twice and were used once"), health.why());
            assertTrue(health.why().contains("sweeps came twice and were used once"), health.why());
            refused += health.rejected();
        }
        assertTrue(refused > 0.95 * repeats && refused <= repeats, refused + " of " + repeats);
    }

    @Test
    void aFeedTwiceOverIsUsedOnce() {
        assertSameAsOnce(twice(_ -> 0));
    }

    @Test
    void theSecondFeedMayLagByPartsOfASecond() {
        assertSameAsOnce(twice(_ -> 0.3));
    }

    @Test
    void theSecondFeedMayLagByATurn() {
        assertSameAsOnce(twice(_ -> 4.5));
    }

    @Test
    void theSecondFeedMayComeInAnotherOrder() {
        assertSameAsOnce(twice(i -> Draws.of(1, i, "lag").uniform(0, 2)));
    }

    @Test
    void theSecondFeedMayComeInBursts() {
        assertSameAsOnce(twice(i -> 1 - ONCE.get(i).timeS() % 1));
    }

    @Test
    void aSecondFeedThatIsQuickerAtTimesGivesThePictureOfTheQuickerOnes() {
        List<Arrival> both = twice(i -> Draws.of(2, i, "lag").uniform(-0.09, 0.3));

        Watch second = Watch.over(SKIES.sites(), both, END_S);

        assertEquals(FIRST.gospaM(30, END_S), second.gospaM(30, END_S), 0.01 * FIRST.gospaM(30, END_S));
        assertTold(second, both.size() - ONCE.size());
    }

    @Test
    void aSecondFeedUnderANameThatNobodyPlacedIsNotUsedAndSaysSo() {
        List<Arrival> both = new ArrayList<>(ONCE);
        ONCE.stream()
                .filter(arrival ->
                        arrival.measurement().provenance().sensor().name().equals("A"))
                .forEach(arrival -> both.add(new Arrival(arrival.timeS() + 0.05, renamed(arrival.measurement()))));

        Watch second = Watch.over(SKIES.sites(), Skies.sorted(both), END_S);

        assertEquals(FIRST.courses(), second.courses());
        Health health = second.health("A again");
        assertEquals(Health.State.BIASED, health.state());
        assertEquals("Nobody told where it stands, so nothing of what it measures is used", health.why());
        assertEquals(health.received(), health.rejected());
        assertTrue(second.refused("plot of an unknown sensor") > 0);
    }

    private static List<SensorSite> sitesWithCopy() {
        List<SensorSite> sites = new ArrayList<>(SKIES.sites());
        sites.add(Skies.site("A again", Enu.ZERO, 4));
        return sites;
    }

    private static boolean isOfA(Arrival arrival) {
        return arrival.measurement().provenance().sensor().name().equals("A");
    }

    // A radar under two names would count twice, and every track would be too sure of itself.
    private static void assertCopyIsNamed(double laterS) {
        List<Arrival> both = new ArrayList<>(ONCE);
        ONCE.stream()
                .filter(RepeatedFeedTest::isOfA)
                .forEach(arrival -> both.add(new Arrival(arrival.timeS() + laterS, renamed(arrival.measurement()))));
        both.removeIf(arrival -> arrival.timeS() >= END_S);

        Watch second = Watch.over(sitesWithCopy(), Skies.sorted(both), END_S);

        Health health = second.health("A again");
        assertEquals(Health.State.BIASED, health.state());
        assertTrue(health.why().contains("plots are another sensor's under a second name"), health.why());
        assertEquals(
                Health.State.OK, second.health("A").state(), second.health("A").why());
        assertEquals(FIRST.gospaM(30, END_S), second.gospaM(30, END_S), 0.001 * FIRST.gospaM(30, END_S));
    }

    @Test
    void aRadarUnderASecondNameIsNamedAndUsedOnce() {
        assertCopyIsNamed(0.05);
        assertCopyIsNamed(-0.05);
        assertCopyIsNamed(0);
    }

    // It is missed for two turns, until fifty of its plots were its own.
    @Test
    void theSecondNameIsUsedOnceTheFirstIsSilent() {
        List<Arrival> both = new ArrayList<>();
        for (Arrival arrival : ONCE) {
            if (isOfA(arrival)) {
                both.add(new Arrival(arrival.timeS(), renamed(arrival.measurement())));
            }
            if (!isOfA(arrival) || arrival.timeS() < 30) {
                both.add(arrival);
            }
        }

        Watch second = Watch.over(sitesWithCopy(), both, END_S);

        assertEquals(FIRST.gospaM(50, END_S), second.gospaM(50, END_S), 0.12 * FIRST.gospaM(50, END_S));
    }

    private static Measurement renamed(Measurement measurement) {
        SensorId name = new SensorId("A again");
        Provenance provenance = Provenance.open(name, measurement.provenance().observedAt());
        return switch (measurement) {
            case RadarPlot plot ->
                new RadarPlot(
                        provenance,
                        plot.polar(),
                        plot.sigma(),
                        plot.altitude(),
                        plot.identity(),
                        plot.detection(),
                        plot.sensorTrack());
            case Sweep sweep -> new Sweep(provenance, sweep.fromRad(), sweep.widthRad(), OptionalDouble.of(4));
            default -> throw new AssertionError(measurement);
        };
    }
}
