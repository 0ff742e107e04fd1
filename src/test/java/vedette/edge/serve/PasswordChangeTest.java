package vedette.edge.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.model.Operator;

/// People change their own password.
class PasswordChangeTest {
    private static final String NEW = "quite another one 7";

    @TempDir
    private Path folder = Path.of("");

    private final List<Desktop> open = new ArrayList<>();

    @BeforeEach
    void serve() {
        open.add(new Desktop(folder));
        desk().join("Anna", Operator.Role.RELEASER);
    }

    @AfterEach
    void close() {
        open.forEach(Desktop::close);
    }

    private Desktop desk() {
        return open.getFirst();
    }

    @Test
    void whoKnowsTheirPasswordGetsAnotherAndStaysIn() throws Exception {
        Wire.Answer changed = desk().change(Desktop.PASSWORD, NEW, desk().session("Anna"));

        assertEquals(200, changed.status(), changed.body());
        assertEquals(202, desk().orders(Desktop.APPROVE, Desktop.bearer(changed)));
        assertEquals(401, desk().logIn("Anna", Desktop.PASSWORD).status());
        assertEquals(200, desk().logIn("Anna", NEW).status());
    }

    @Test
    void everyOtherSessionOfTheAccountEndsAndNobodyElses() throws Exception {
        desk().join("Berta", Operator.Role.OPERATOR);
        String own = desk().session("Anna");
        String window = desk().session("Anna");
        String berta = desk().session("Berta");
        desk().change(Desktop.PASSWORD, NEW, own);

        assertEquals(401, desk().orders(Desktop.ACKNOWLEDGE, window));
        assertEquals(401, desk().orders(Desktop.ACKNOWLEDGE, own), "the token of before is replayed");
        assertEquals(202, desk().orders(Desktop.ACKNOWLEDGE, berta));
    }

    @Test
    void liveLinesOfTheAccountEnd() throws Exception {
        String own = desk().session("Anna");
        String window = desk().session("Anna");
        try (Watcher watcher = new Watcher(desk().server.port(), window.substring(22))) {
            watcher.with("protocol");
            desk().change(Desktop.PASSWORD, NEW, own);

            assertTrue(watcher.isClosed());
        }
    }

    @Test
    void guessesAtTheCurrentPasswordCountAsGuessesAtTheDoor() throws Exception {
        String anna = desk().session("Anna");
        for (int i = 0; i < Attempts.MOST_AN_ACCOUNT; i++) {
            assertEquals(403, desk().change("wrong", NEW, anna).status());
        }

        assertEquals(429, desk().change(Desktop.PASSWORD, NEW, anna).status());
        assertEquals(429, desk().logIn("Anna", Desktop.PASSWORD).status());
        desk().pass(10);
        assertEquals(200, desk().change(Desktop.PASSWORD, NEW, anna).status());
    }

    @Test
    void aPasswordThatIsRefusedCountsAsNoGuess() throws Exception {
        String anna = desk().session("Anna");
        for (int i = 0; i <= Attempts.MOST_AN_ACCOUNT; i++) {
            assertEquals(400, desk().change(Desktop.PASSWORD, "short", anna).status());
        }

        assertTrue(
                desk().change(Desktop.PASSWORD, "Anna Anna Anna", anna).body().contains("is guessed"));
        assertTrue(
                desk().change(Desktop.PASSWORD, Desktop.PASSWORD, anna).body().contains("the old one"));
        assertEquals(200, desk().change(Desktop.PASSWORD, NEW, anna).status());
    }

    @Test
    void whoHasNoPasswordHereIsToldWhy() throws Exception {
        String key = "Authorization: Bearer " + Desktop.KEY;
        String named = Desktop.bearer(
                desk().wire.post("/api/v1/session", "{\"secret\":\"" + Desktop.KEY + "\",\"name\":\"Berta\"}"));
        String program = "Authorization: Bearer " + desk().people().key("Anna", Operator.Role.OPERATOR, 1);
        List<Wire.Answer> answers = List.of(
                desk().change(Desktop.PASSWORD, NEW, key),
                desk().change(Desktop.PASSWORD, NEW, named),
                desk().change(Desktop.PASSWORD, NEW, program));

        assertEquals(
                List.of(403, 403, 403),
                answers.stream().map(Wire.Answer::status).toList());
        assertTrue(
                answers.get(1).body().contains("came by the operator key"),
                answers.get(1).body());
        assertTrue(
                answers.get(2).body().contains("log in with the account"),
                answers.get(2).body());
        assertEquals(401, desk().wire.post("/api/v1/password", "{}").status());
    }

    @Test
    void ofTwoChangesAtTheSameMomentOneCounts() throws Exception {
        String first = desk().session("Anna");
        String second = desk().session("Anna");
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = both.submit(race(together, NEW + "a", first));
            Future<Integer> two = both.submit(race(together, NEW + "b", second));
            int won = one.get() == 200 ? 0 : 1;

            assertEquals(200, won == 0 ? one.get() : two.get());
            assertTrue(List.of(401, 403, 409).contains(won == 0 ? two.get() : one.get()), two.get() + " " + one.get());
            assertEquals(200, desk().logIn("Anna", NEW + (won == 0 ? "a" : "b")).status());
            assertEquals(401, desk().logIn("Anna", NEW + (won == 0 ? "b" : "a")).status());
        }
    }

    private Callable<Integer> race(CyclicBarrier together, String wanted, String bearer) {
        return () -> {
            together.await();
            return desk().change(Desktop.PASSWORD, wanted, bearer).status();
        };
    }

    @Test
    void changesOfSeveralAccountsAndProcessesAtOnceAreAllKept() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 6; i++) {
                String name = "person " + i;
                all.add(crowd.submit(() ->
                        new People(desk().accounts).add(name, Operator.Role.VIEWER, Desktop.PASSWORD.toCharArray())));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertEquals(7, desk().people().all().size());
    }

    @Test
    void theFileStaysItsOwnersAlone() throws Exception {
        desk().change(Desktop.PASSWORD, NEW, desk().session("Anna"));
        String text = Files.readString(desk().accounts);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(desk().accounts)));
        assertFalse(text.contains(NEW));
        try (Stream<Path> all = Files.list(folder)) {
            assertFalse(all.anyMatch(file -> file.toString().endsWith(".tmp")));
        }
    }
}
