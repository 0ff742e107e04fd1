package vedette.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Engine;
import vedette.edge.EventLog;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// The writer records ahead of the engine, within its bound.
class WriterTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final long SNAPSHOT_EVERY_NS = 1_000_000_000L;

    private final Engine engine = Engine.starting(Domain.TEST);
    private final Log log = new Log();
    private final Writer writer = new Writer(engine, log, List.of(), SNAPSHOT_EVERY_NS);

    private static List<Inlet.Waiting> claims(int count, Moment at) {
        Measurement sweep =
                new Measurement.Sweep(Provenance.open(new SensorId("r"), at), 0, 0.1, OptionalDouble.empty());
        return Collections.nCopies(count, new Inlet.Waiting.Claim(sweep, at));
    }

    private void workOff() {
        while (!writer.isIdle()) {
            writer.work();
        }
    }

    @Test
    void whatCameIsInTheRecordWhileTheEngineIsStillBusy() {
        writer.record(claims(Inlet.BATCH, START));
        writer.work();

        assertEquals(Inlet.BATCH, log.events.size());
        assertTrue(
                engine.picture().seq() < Inlet.BATCH,
                "stepped " + engine.picture().seq());
        workOff();
        assertEquals(Inlet.BATCH, engine.picture().seq());
    }

    @Test
    void itRecordsNoFurtherAheadThanItsBound() {
        while (writer.hasRoom()) {
            writer.record(claims(Inlet.BATCH, START));
        }

        assertTrue(log.events.size() <= Writer.AHEAD);
        workOff();
        assertTrue(writer.hasRoom());
    }

    @Test
    void aSlowEngineHasLessRecordedAheadOfItSoThatOrdersDoNotWait() {
        long[] clock = {0};
        Writer slow = new Writer(engine, log, List.of(), SNAPSHOT_EVERY_NS, () -> clock[0] += 320_000_000);
        slow.record(claims(Inlet.BATCH, START));
        assertTrue(slow.hasRoom());

        slow.work();

        assertFalse(slow.hasRoom(), "192 events at 5 ms each would keep an order waiting for a second");
        while (!slow.isIdle()) {
            slow.work();
        }
        assertTrue(slow.hasRoom());
    }

    @Test
    void ticksTakeTheirTurn() {
        writer.record(claims(3, START));
        writer.ticked(START.plusS(0.1));
        writer.record(claims(2, START.plusS(0.2)));

        workOff();

        List<Long> numbers =
                log.events.stream().map(event -> event.stamp().seq()).toList();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), numbers);
        assertTrue(log.events.get(3) instanceof Event.Tick);
        assertEquals(START.plusS(0.2), engine.picture().now());
    }

    @Test
    void aSnapshotHoldsAllThatIsRecordedBeforeIt() {
        writer.ticked(START);
        writer.record(claims(Inlet.BATCH, START));
        workOff();
        log.snapshots.clear();

        writer.ticked(START.plusS(2));
        writer.record(claims(Inlet.BATCH, START.plusS(2)));
        writer.work();

        assertFalse(writer.hasRoom());
        workOff();
        assertEquals(List.of((long) log.events.size()), log.snapshots);
        assertTrue(writer.hasRoom());
    }

    private static final class Log implements EventLog {
        private final List<Event> events = new ArrayList<>();
        private final List<Long> snapshots = new ArrayList<>();

        @Override
        public void append(Event event) {
            events.add(event);
        }

        @Override
        public void digest(long seq, long digest) {}

        @Override
        public void snapshot(long seq, Moment at, Supplier<byte[]> bytes) {
            snapshots.add(seq);
        }

        @Override
        public boolean wantsSnapshot() {
            return false;
        }

        @Override
        public State state() {
            return new State(true, events.size(), 0, 0, "");
        }

        @Override
        public void close() {}
    }
}
