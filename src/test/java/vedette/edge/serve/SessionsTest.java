package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vedette.model.Operator;

class SessionsTest {
    private static final Sessions.Session SESSION =
            new Sessions.Session(new Operator("Anna", Operator.Role.OPERATOR), Optional.empty(), Sessions.Way.PASSWORD);

    private static final long IDLE_NS = TimeUnit.MINUTES.toNanos(30);

    private final AtomicLong clock = new AtomicLong();
    private final Sessions sessions = new Sessions(clock::get, Admission.Stay.USUAL);
    private final Attempts attempts = new Attempts(clock::get);

    @Test
    void aSessionLapsesIdleAtTheBorderAndStillShows() {
        String token = open(SESSION);
        clock.set(IDLE_NS - 1);
        boolean before = lapsed(sessions.of(token));
        clock.set(IDLE_NS);

        assertFalse(before);
        assertTrue(lapsed(sessions.of(token)));
    }

    @Test
    void whatHasLapsedIsNotRevivedByAnAct() {
        String token = open(SESSION);
        clock.set(IDLE_NS);

        assertTrue(lapsed(sessions.act(token)));
        assertTrue(lapsed(sessions.act(token)));
    }

    @Test
    void lookingIsNoAct() {
        String token = open(SESSION);
        clock.set(IDLE_NS - 1);
        sessions.of(token);
        clock.set(IDLE_NS);

        assertTrue(lapsed(sessions.of(token)));
    }

    @Test
    void actingKeepsItUntilTheShiftIsOver() {
        String token = open(SESSION);
        for (long now = 0; now < Sessions.LIFE_NS; now += IDLE_NS - 1) {
            clock.set(now);
            sessions.act(token);
        }
        clock.set(Sessions.LIFE_NS - 1);
        boolean before = sessions.act(token).isPresent();
        clock.set(Sessions.LIFE_NS);

        assertTrue(before);
        assertFalse(sessions.act(token).isPresent());
    }

    @Test
    void oneSessionsActsAreNotAnothers() {
        String first = open(SESSION);
        String second = open(SESSION);
        clock.set(IDLE_NS - 1);
        sessions.act(second);
        clock.set(IDLE_NS);

        assertTrue(lapsed(sessions.of(first)));
        assertFalse(lapsed(sessions.of(second)));
    }

    @Test
    void whereTheSettingsSaySoIdlenessEndsItWholly() {
        Sessions strict = new Sessions(clock::get, new Admission.Stay(30, true));
        String token = strict.open(SESSION, "127.0.0.1");
        clock.set(IDLE_NS - 1);
        boolean before = strict.of(token).isPresent();
        clock.set(IDLE_NS);

        assertTrue(before);
        assertFalse(strict.of(token).isPresent());
    }

    @Test
    void whatNobodyProvedDoesNotLapse() {
        String token = open(new Sessions.Session(SESSION.operator(), Optional.empty(), Sessions.Way.PLAY));
        clock.set(Sessions.LIFE_NS - 1);

        assertFalse(lapsed(sessions.act(token)));
    }

    private static boolean lapsed(Optional<Sessions.Standing> standing) {
        return standing.orElseThrow().lapsed();
    }

    @Test
    void theOldestMakesRoom() {
        String first = open(SESSION);
        IntStream.range(0, Sessions.MOST).forEach(_ -> open(SESSION));

        assertFalse(sessions.of(first).isPresent());
    }

    @Test
    void tokensAreLongAndNeverTheSame() {
        List<String> tokens =
                IntStream.range(0, 1_000).mapToObj(_ -> open(SESSION)).toList();

        assertTrue(tokens.stream().allMatch(token -> token.length() == 43), "256 bits in base64url");
        assertTrue(Set.copyOf(tokens).size() == 1_000);
    }

    @Test
    void whoLeavesIsOut() {
        String token = open(SESSION);
        sessions.end(token);

        assertFalse(sessions.of(token).isPresent());
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

    private String open(Sessions.Session session) {
        return sessions.open(session, "127.0.0.1");
    }

    @Test
    void whereNothingWasProvedNobodySeesTheSessionsOfWhoTookTheSameName() {
        Sessions.Session play = new Sessions.Session(SESSION.operator(), Optional.empty(), Sessions.Way.PLAY);
        open(play);
        open(SESSION);

        assertEquals(
                1,
                sessions.seats(open(play)).stream()
                        .filter(each -> each.session().way() == Sessions.Way.PLAY)
                        .count());
        assertEquals(
                1,
                sessions.seats(open(SESSION)).stream()
                        .filter(Sessions.Seat::own)
                        .count());
        assertEquals(
                2,
                sessions.seats(open(SESSION)).stream()
                        .filter(each -> !each.own())
                        .count());
        assertEquals(List.of(), sessions.seats("no token"));
    }
}
