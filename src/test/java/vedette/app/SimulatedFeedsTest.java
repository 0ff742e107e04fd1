package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vedette.edge.Intake;
import vedette.model.Configuration;
import vedette.model.Measurement;
import vedette.model.Measurement.FeedStatus;
import vedette.model.Measurement.PositionReport;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;

class SimulatedFeedsTest {
    private static final long PATIENCE_NS = 30_000_000_000L;

    /// Remembers everything with its arrival.
    private static final class Memory implements Intake {
        private final List<Measurement> taken = new ArrayList<>();
        private double latestS;

        @Override
        public Moment now() {
            return new Moment(1_795_000_000L * 1_000_000_000L + System.nanoTime());
        }

        @Override
        public synchronized void put(Measurement measurement, Moment arrivedAt) {
            taken.add(measurement);
            double ageS = arrivedAt.secondsSince(measurement.provenance().observedAt());
            latestS = Math.max(latestS, Math.abs(ageS));
        }

        @Override
        public boolean offer(Measurement measurement, Moment arrivedAt) {
            put(measurement, arrivedAt);
            return true;
        }

        synchronized long count(Class<? extends Measurement> kind, String sensor) {
            return taken.stream()
                    .filter(kind::isInstance)
                    .filter(m -> m.provenance().sensor().name().equals(sensor))
                    .count();
        }

        synchronized List<FeedStatus> statuses() {
            return taken.stream()
                    .filter(FeedStatus.class::isInstance)
                    .map(FeedStatus.class::cast)
                    .toList();
        }

        synchronized double latestS() {
            return latestS;
        }
    }

    private static void until(String what, BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain until " + what);
            }
            Thread.sleep(10);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theWorldComesThroughTheFrontDoor(boolean sockets) throws InterruptedException {
        Memory memory = new Memory();
        var playing = new SimulatedFeeds.Playing(3, 4, sockets);
        try (SimulatedFeeds feeds = new SimulatedFeeds(Exercise.demo().scenario(), playing)) {
            feeds.start(memory);

            until(
                    "both radars and the receiver spoke",
                    () -> memory.count(RadarPlot.class, "approach-radar") > 3
                            && memory.count(RadarPlot.class, "shore-radar") > 3
                            && memory.count(PositionReport.class, "adsb-receiver") > 30
                            && memory.count(Sweep.class, "approach-radar") > 32);
            until("both feeds told of themselves", () -> memory.statuses().size() >= 4);
        }

        assertTrue(
                memory.statuses().stream().allMatch(s -> s.rejected() == 0),
                () -> memory.statuses().toString());
        // Four times as fast, what was observed is still now: within a sector of the slower radar and a busy machine's
        // sleep.
        assertTrue(memory.latestS() < 5, () -> memory.latestS() + " s");
    }

    @Test
    void whatANodeMustKnowIsTold() {
        try (SimulatedFeeds feeds =
                new SimulatedFeeds(Exercise.demo().scenario(), new SimulatedFeeds.Playing(1, 1, true))) {
            List<Configuration> told = feeds.configurations();

            assertEquals(new Configuration.Sensors(Exercise.demo().scenario().sites()), told.getFirst());
            assertEquals(new Configuration.Pressure(1013.25), told.getLast());
        }
    }
}
