package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vedette.model.Operator;

class SessionsTest {
    private static final Sessions.Session SESSION =
            new Sessions.Session(new Operator("Anna", Operator.Role.OPERATOR), Optional.empty());

    private final AtomicLong clock = new AtomicLong();
    private final Sessions sessions = new Sessions(clock::get);
    private final Attempts attempts = new Attempts(clock::get);

    @Test
    void aSessionEndsIdle() {
        String token = sessions.open(SESSION);
        clock.set(Sessions.IDLE_NS - 1);
        boolean before = sessions.of(token, false).isPresent();
        clock.set(Sessions.IDLE_NS);

        assertTrue(before);
        assertFalse(sessions.of(token, true).isPresent());
    }

    @Test
    void usingItKeepsItUntilTheShiftIsOver() {
        String token = sessions.open(SESSION);
        clock.set(Sessions.IDLE_NS - 1);
        sessions.of(token, true);
        clock.set(Sessions.LIFE_NS - 1);
        boolean before = sessions.of(token, true).isPresent();
        clock.set(Sessions.LIFE_NS);

        assertTrue(before);
        assertFalse(sessions.of(token, true).isPresent());
    }

    @Test
    void theOldestMakesRoom() {
        String first = sessions.open(SESSION);
        IntStream.range(0, Sessions.MOST).forEach(_ -> sessions.open(SESSION));

        assertFalse(sessions.of(first, true).isPresent());
    }

    @Test
    void whoLeavesIsOut() {
        String token = sessions.open(SESSION);
        sessions.end(token);

        assertFalse(sessions.of(token, true).isPresent());
    }

    @Test
    void guessingAtAnAccountIsStoppedFromEveryAddressForAWhile() {
        IntStream.range(0, Attempts.MOST_AN_ACCOUNT).forEach(i -> attempts.take("anna", "10.0.0." + i));
        boolean stopped = !attempts.take("anna", "10.0.0.99");
        boolean others = attempts.take("berta", "10.0.0.99");
        clock.set(Attempts.WINDOW_NS);

        assertTrue(stopped && others);
        assertTrue(attempts.take("anna", "10.0.0.99"));
    }

    @Test
    void guessingFromAnAddressIsStoppedForEveryAccount() {
        IntStream.range(0, Attempts.MOST_AN_ADDRESS).forEach(i -> attempts.take("a" + i, "10.0.0.1"));

        assertFalse(attempts.take("anna", "10.0.0.1"));
        assertTrue(attempts.take("anna", "10.0.0.2"));
    }

    @Test
    void whoComesInRightIsNotCounted() {
        IntStream.range(0, 100).forEach(_ -> {
            assertTrue(attempts.take("anna", "10.0.0.1"));
            attempts.succeeded("anna", "10.0.0.1");
        });
    }
}
