package vedette.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vedette.core.engine.Engine;
import vedette.edge.Emission;
import vedette.edge.EventLog;
import vedette.edge.Sender;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;

class NodeTest {
    private static final Moment START = LeapSeconds.standard().moment(1_700_000_000_000_000_000L);
    private final Recorded log = new Recorded();
    private final CountDownLatch beats = new CountDownLatch(2);
    private final Engine engine = Engine.starting(Domain.TEST);

    @Test
    void everyEventIsRecordedBeforeItIsStepped() throws Exception {
        try (Node node = node(new Counting())) {
            node.start(List.of(), List.of());
            node.intake().put(sweep(), node.intake().now());
            assertTrue(beats.await(20, TimeUnit.SECONDS));
        }

        assertTrue(log.wasEverBehind == 0, "events stepped before they were recorded: " + log.wasEverBehind);
        assertEquals(engine.picture().seq(), log.events.getLast().stamp().seq());
        assertTrue(log.events.stream().anyMatch(Event.Observed.class::isInstance));
        assertEquals(log.events.size(), engine.picture().seq());
    }

    @Test
    void aFailingSenderIsCountedAndTheOthersGoOn() throws Exception {
        Sender failing = new Sender() {
            @Override
            public void send(Emission emission) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void close() {}
        };
        try (Node node = node(failing, new Counting())) {
            node.start(List.of(), List.of());
            assertTrue(beats.await(20, TimeUnit.SECONDS));
            assertTrue(node.condition().senderFaults() >= 2);
            assertTrue(node.condition().running());
        }
    }

    @Test
    void aClosedNodeHasTakenASnapshotAndRunsNoMore() {
        Node node = node(new Counting());
        node.start(List.of(), List.of());
        node.close();

        assertEquals(engine.picture().seq(), log.snapshots.getLast());
        assertFalse(node.condition().running());
    }

    @Test
    void aReplayTicksTenTimesASecondOfTheRecording() {
        Replay replay = new Replay(engine, List.of(), 0);
        replay.take(sweep(), START);
        replay.take(sweep(), START.plusS(10));

        assertEquals(102, replay.events());
        assertEquals(START.plusS(10), replay.picture().now());
    }

    @Test
    void aHoleInARecordingIsNotTickedThroughForHours() {
        Replay replay = new Replay(engine, List.of(), 0);
        replay.take(sweep(), START);
        replay.take(sweep(), START.plusS(86_400));

        assertTrue(replay.events() < 1300, "events " + replay.events());
        assertEquals(START.plusS(86_400), replay.picture().now());
    }

    private Node node(Sender... senders) {
        Moment from = START;
        long startNs = System.nanoTime();
        return new Node(new Node.Parts(
                engine, log, () -> from.plusNs(System.nanoTime() - startNs), List.of(senders), 3_600_000_000_000L));
    }

    private static Measurement sweep() {
        return new Measurement.Sweep(Provenance.open(new SensorId("r"), START), 0, 0.1, OptionalDouble.empty());
    }

    private final class Counting implements Sender {
        @Override
        public void send(Emission emission) {
            if (emission.output() instanceof Output.Heartbeat) {
                beats.countDown();
            }
        }

        @Override
        public void close() {}
    }

    private final class Recorded implements EventLog {
        private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> snapshots = Collections.synchronizedList(new ArrayList<>());
        private int wasEverBehind;

        @Override
        public void append(Event event) {
            wasEverBehind += engine.picture().seq() >= event.stamp().seq() ? 1 : 0;
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
            return new State(true, events.size(), events.size(), 0, "");
        }

        @Override
        public void close() {}
    }
}
