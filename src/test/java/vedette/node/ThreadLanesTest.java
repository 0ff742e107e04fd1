package vedette.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/// Lanes on threads.
class ThreadLanesTest {
    @Test
    void everyLaneIsWorkedOnOnce() {
        AtomicIntegerArray done = new AtomicIntegerArray(4);
        try (ThreadLanes lanes = new ThreadLanes(4)) {
            for (int i = 0; i < 200; i++) {
                lanes.run(done::incrementAndGet);
            }
        }

        for (int lane = 0; lane < 4; lane++) {
            assertEquals(200, done.get(lane));
        }
    }

    @Test
    void oneLaneIsTheCallersThread() {
        Thread[] worked = new Thread[1];
        try (ThreadLanes lanes = new ThreadLanes(1)) {
            lanes.run(lane -> worked[lane] = Thread.currentThread());
        }

        assertEquals(Thread.currentThread(), worked[0]);
    }

    @Test
    void aFaultIsThrownWhenAllLanesHaveEnded() {
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        try (ThreadLanes lanes = new ThreadLanes(3)) {
            RuntimeException fault = assertThrows(
                    RuntimeException.class,
                    () -> lanes.run(lane -> {
                        if (lane == 1) {
                            throw new IllegalArgumentException("lane 1");
                        }
                        done.set(lane, 1);
                    }));

            assertTrue(fault.toString().contains("lane 1"), fault::toString);
            assertEquals(1, done.get(0));
            assertEquals(1, done.get(2));
            lanes.run(done::incrementAndGet);
            assertEquals(1, done.get(1));
        }
    }

    @Test
    void anInterruptedCallerStillWaitsAndStaysInterrupted() {
        AtomicIntegerArray done = new AtomicIntegerArray(2);
        try (ThreadLanes lanes = new ThreadLanes(2)) {
            Thread.currentThread().interrupt();
            lanes.run(done::incrementAndGet);
        }

        assertTrue(Thread.interrupted());
        assertEquals(1, done.get(1));
    }

    @Test
    void noLaneAtAllIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ThreadLanes(0).close());
    }
}
