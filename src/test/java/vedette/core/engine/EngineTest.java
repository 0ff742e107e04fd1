package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.canon.Read;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Output;

class EngineTest {
    private static final Moment START = LeapSeconds.standard().moment(1_700_000_000_000_000_000L);
    private final Engine engine = Engine.starting(Domain.EXERCISE);

    @Test
    void anEventOfAnotherDomainIsRefusedAndChangesNothing() {
        List<Output> outputs = engine.step(tick(1, 0, Domain.LIVE));

        assertEquals(
                List.of(new Output.Refused(1, "event out of order or domain", "a LIVE event in a EXERCISE engine", 1)),
                outputs);
        assertEquals(0, engine.picture().seq());
    }

    @Test
    void timeNeverRunsBack() {
        engine.step(tick(1, 10, Domain.EXERCISE));

        List<Output> outputs = engine.step(tick(2, 9, Domain.EXERCISE));

        assertInstanceOf(Output.Refused.class, outputs.getFirst());
        assertEquals(START.plusS(10), engine.picture().now());
    }

    @Test
    void aRepeatedEventIsRefused() {
        engine.step(tick(1, 0, Domain.EXERCISE));

        assertInstanceOf(
                Output.Refused.class, engine.step(tick(1, 0, Domain.EXERCISE)).getFirst());
    }

    @Test
    void aFloodOfRefusalsIsCountedAndNotRepeated() {
        int told = 0;
        for (int i = 0; i < 1000; i++) {
            told += engine.step(tick(1, 0, Domain.TEST)).size();
        }

        // The first ten, then 16, 32, 64, 128, 256, 512.
        assertEquals(16, told);
    }

    @Test
    void aHeartbeatComesOnceASecond() {
        int beats = 0;
        for (int i = 0; i < 100; i++) {
            beats += (int) engine.step(tick(i + 1, i * 0.1, Domain.EXERCISE)).stream()
                    .filter(Output.Heartbeat.class::isInstance)
                    .count();
        }

        assertEquals(10, beats);
    }

    @Test
    void anEngineFromASnapshotGoesOnAsIfNothingHadHappened() {
        Engine straight = Engine.starting(Domain.TEST);
        for (int i = 1; i <= 50; i++) {
            straight.step(tick(i, i * 0.3, Domain.TEST));
        }
        byte[] snapshot = Engine.pictures().bytes(straight.picture());
        Engine resumed = Engine.from(picture(snapshot));
        for (int i = 51; i <= 90; i++) {
            straight.step(tick(i, i * 0.3, Domain.TEST));
            resumed.step(tick(i, i * 0.3, Domain.TEST));
        }

        assertArrayEquals(
                Engine.pictures().bytes(straight.picture()), Engine.pictures().bytes(resumed.picture()));
        assertTrue(straight.picture().digest() != 0);
    }

    private static Picture picture(byte[] snapshot) {
        return switch (Engine.pictures().read(snapshot)) {
            case Read.Value<Picture>(Picture picture) -> picture;
            case Read.Damaged<Picture> damaged -> throw new AssertionError(damaged);
        };
    }

    private static Event tick(long seq, double afterS, Domain domain) {
        return new Event.Tick(new Event.Stamp(seq, START.plusS(afterS), domain));
    }
}
