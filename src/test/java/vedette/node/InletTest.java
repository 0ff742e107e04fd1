package vedette.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.TrackId;

class InletTest {
    private static final Moment NOW = new Moment(1_700_000_000_000_000_000L);
    private final Inlet inlet = new Inlet(() -> NOW);

    @Test
    void anOrderOvertakesAFloodOfMeasurements() throws Exception {
        for (int i = 0; i < 1000; i++) {
            inlet.offer(sweep(), NOW);
        }
        inlet.place(new Operator("Ana", Operator.Role.OPERATOR), new Order.Note(new TrackId(1), "looks like a bird"));

        List<Inlet.Waiting> batch = inlet.next(0);

        assertInstanceOf(Inlet.Waiting.Wish.class, batch.getFirst());
        assertEquals(Inlet.BATCH, batch.size());
    }

    @Test
    void aFloodOfDatagramsIsShedAndCountedAndHeartbeatsStillComeIn() {
        for (int i = 0; i < Inlet.MEASUREMENTS + 500; i++) {
            inlet.offer(sweep(), NOW);
        }

        boolean heartbeat = inlet.offer(
                new Measurement.FeedStatus(Provenance.open(new SensorId("f"), NOW), 1, 0, 0, true, ""), NOW);

        assertEquals(500, inlet.shed());
        assertTrue(heartbeat);
    }

    @Test
    void aConnectionWaitsForRoom() throws Exception {
        for (int i = 0; i < Inlet.MEASUREMENTS; i++) {
            inlet.put(sweep(), NOW);
        }
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                inlet.put(sweep(), NOW);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.join(50);
        boolean waited = waiting.isAlive();
        inlet.next(0);
        waiting.join();

        assertTrue(waited);
        assertEquals(0, inlet.shed());
    }

    @Test
    void aClosedInletLetsNobodyWait() throws Exception {
        inlet.close();

        assertEquals(List.of(), inlet.next(Long.MAX_VALUE));
        assertFalse(inlet.offer(sweep(), NOW));
        assertFalse(
                inlet.place(new Operator("Ana", Operator.Role.OPERATOR), new Order.Note(new TrackId(1), "too late")));
    }

    private static Measurement sweep() {
        return new Measurement.Sweep(Provenance.open(new SensorId("r"), NOW), 0, 0.1, OptionalDouble.empty());
    }
}
