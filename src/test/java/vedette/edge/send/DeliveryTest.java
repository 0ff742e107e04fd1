package vedette.edge.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vedette.edge.send.Bulletins.QUICK;
import static vedette.edge.send.Bulletins.exercise;
import static vedette.edge.send.Bulletins.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.text.JsonText;
import vedette.model.Cleared;
import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.Warning.Stage;

class DeliveryTest {
    @TempDir
    private Path folder;

    private final Bulletins.Heard heard = new Bulletins.Heard();
    private final Other other = new Other();
    private volatile Moment now = Bulletins.NOW;

    /// The other side: it may be down, or refuse some.
    private static final class Other implements Carrier {
        final List<String> got = new CopyOnWriteArrayList<>();
        volatile boolean down;
        volatile String refuses = "";
        volatile int tries;

        @Override
        public void carry(Parcel parcel, Consumer<String> who) throws IOException {
            tries++;
            if (down) {
                throw new IOException("nobody there");
            }
            if (parcel.id().name().equals(refuses)) {
                throw new Refusal("not that");
            }
            boolean past = parcel instanceof Parcel.News news && news.past();
            got.add(parcel.id() + " " + parcel.issue() + (past ? " past" : ""));
        }
    }

    private Delivery<Cleared.Exercise> channel(Pace pace) {
        return new Delivery<>("ops", other, heard.ties(folder), pace);
    }

    @Test
    void whatIsSaidAgainIsBroughtOnceAndTheReceiptRepeated() throws Exception {
        try (var channel = channel(QUICK)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> heard.receipts.size() == 1);
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> heard.receipts.size() == 2);
        }
        assertEquals(List.of("W1 1"), other.got);
        assertEquals(List.of("W1 1 ops", "W1 1 ops"), heard.receipts);
    }

    @Test
    void theAllClearReplacesWhatWaitedWhileTheOtherSideWasDown() throws Exception {
        other.down = true;
        try (var channel = channel(QUICK)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> other.tries > 0);
            channel.publish(exercise("W1", 2, Stage.UPDATED));
            channel.publish(exercise("W1", 3, Stage.ALL_CLEAR));
            until(() -> other.tries > 3);
            other.down = false;
            until(() -> !heard.receipts.isEmpty());
            // The receipt comes first, then the channel's own account of it.
            until(() ->
                    channel.state().waiting() == 0 && channel.state().fault().isEmpty());
        }
        assertEquals(List.of("W1 3"), other.got);
        assertEquals(List.of("W1 3 ops"), heard.receipts);
        assertEquals(2, heard.troubles.size(), heard.troubles::toString);
    }

    @Test
    void whatRanOutWhileTheOtherSideWasDownIsHistoryAndAnAllClearNeverIs() throws Exception {
        other.down = true;
        try (var channel = new Delivery<Cleared.Exercise>("ops", other, heard.ties(folder, () -> now), QUICK)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            channel.publish(exercise("W2", 3, Stage.ALL_CLEAR));
            until(() -> other.tries > 0);
            now = Bulletins.NOW.plusS(86_400);
            other.down = false;
            until(() -> heard.receipts.size() == 2);
        }

        assertEquals(List.of("W2 3", "W1 1 past"), other.got);
    }

    @Test
    void aPastBulletinSaysSoInEveryForm() {
        Parcel past = new Parcel.News(exercise("W1", 1, Stage.ISSUED).bulletin()).asOf(Bulletins.NOW.plusS(601));

        assertTrue(past.headline().startsWith("EXERCISE: PAST, it ran out"), past.headline());
        String json = JsonText.write(past.json(), 0);
        assertTrue(json.contains("\"past\": true") && json.contains("EXERCISE: PAST"), json);
        assertTrue(Body.cells("en").of(past).isEmpty(), "phones would alarm");
        assertTrue(new String(
                        Base64.getDecoder().decode(subject(Letter.of(past, "v@node.example"))), StandardCharsets.UTF_8)
                .startsWith("EXERCISE: Past: Warning"));
    }

    private static String subject(String letter) {
        int begin = letter.indexOf("Subject: =?UTF-8?B?") + "Subject: =?UTF-8?B?".length();
        return letter.substring(begin, letter.indexOf("?=", begin));
    }

    @Test
    void newsAreTriedAtOnceThoughAnOlderFaultIsWaitedOut() throws Exception {
        other.down = true;
        try (var channel = channel(new Pace(50_000, 60_000, 200, 86_400, 60, 50))) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> channel.state().fault().isPresent());
            other.down = false;
            channel.publish(exercise("W1", 2, Stage.CANCELLED));
            until(() -> !other.got.isEmpty());
        }
        assertEquals(List.of("W1 2"), other.got);
    }

    @Test
    void oneThatIsRefusedHoldsNobodyUp() throws Exception {
        other.refuses = "W1";
        try (var channel = channel(QUICK)) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            channel.publish(exercise("W2", 1, Stage.ISSUED));
            until(() -> !other.got.isEmpty());
            other.refuses = "";
            until(() -> other.got.size() == 2);
        }
        assertEquals(List.of("W2 1", "W1 1"), other.got);
    }

    @Test
    void whatIsGivenUpIsListedAndAnAllClearIsTriedOn() throws Exception {
        other.refuses = "W1";
        try (var channel = channel(new Pace(1, 2, 3, 60, 60, 50))) {
            channel.publish(exercise("W1", 1, Stage.ISSUED));
            until(() -> channel.state().givenUp() == 1 && channel.state().waiting() == 0);
            channel.publish(exercise("W1", 2, Stage.ALL_CLEAR));
            until(() -> channel.state().givenUp() == 2);
            other.refuses = "";
            until(() -> !other.got.isEmpty());
        }
        assertEquals(List.of("W1 2"), other.got);
        List<String> lines = Files.readAllLines(folder.resolve("dead-letters-ops.jsonl"));
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().contains("EXERCISE: Tallinn"), lines::getFirst);
    }

    @Test
    void aTestThatCannotBeBroughtSoonIsGivenUp() throws Exception {
        other.down = true;
        try (var channel = channel(new Pace(1, 2, 1000, 60, 0.01, 50))) {
            channel.attempt(Bulletins.probe(Domain.EXERCISE));
            until(() -> channel.state().givenUp() == 1);
            other.down = false;
            channel.publish(exercise("TEST-1", 1, Stage.ISSUED));
            until(() -> !other.got.isEmpty());
        }
        assertEquals(List.of("TEST-1 1"), other.got);
    }

    @Test
    void aFullBacklogLeavesOutWhatEndsNothing() {
        Backlog backlog = new Backlog();
        for (int i = 0; i < Backlog.MOST_WAITING; i++) {
            backlog.put(news("A" + i, i == 7 ? Stage.ISSUED : Stage.ALL_CLEAR), 0);
        }
        assertEquals(Backlog.Fate.WAITS, backlog.put(news("B", Stage.ALL_CLEAR), 0));
        assertEquals(Backlog.MOST_WAITING, backlog.size());
        assertEquals(Backlog.Fate.NO_ROOM, backlog.put(news("C", Stage.ISSUED), 0));
        assertEquals(Backlog.Fate.WAITS, backlog.put(news("D", Stage.CANCELLED), 0));
    }

    private static Parcel news(String id, Stage stage) {
        return new Parcel.News(exercise(id, 1, stage).bulletin());
    }
}
