package vedette.edge.send;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import vedette.edge.DeliveryState;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Moment;

/// The list of what a channel could not bring: `dead-letters-NAME.jsonl`, one line a parcel, for a person to read. What
/// stood in it before a restart is counted and shown too.
final class DeadLetters {
    /// The latest are shown; all stand in the file.
    private static final int MOST_SHOWN = 20;

    /// So much of a list's end is read at the start, bytes.
    private static final int TAIL = 1 << 18;

    private static final int LONGEST_WHY = 200;

    private final String name;
    private final Ties ties;
    private final Path file;
    private final Deque<DeliveryState.Dead> latest = new ArrayDeque<>();
    private long count;

    DeadLetters(String name, Ties ties) {
        this.name = name;
        this.ties = ties;
        file = ties.folder().resolve("dead-letters-" + name + ".jsonl");
        readBack();
    }

    private void readBack() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            count = lines.count();
            tail().lines().skip(1).forEach(this::readBack);
        } catch (IOException | RuntimeException fault) {
            ties.troubles().accept("Cannot read " + file + ": " + fault.getMessage());
        }
    }

    // With a line's end before it, so that the first line is always a part of one, or empty.
    private String tail() throws IOException {
        try (RandomAccessFile list = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, list.length() - TAIL);
            byte[] end = new byte[(int) (list.length() - from)];
            list.seek(from);
            list.readFully(end);
            return (from == 0 ? "\n" : "") + new String(end, StandardCharsets.UTF_8);
        }
    }

    private void readBack(String line) {
        if (JsonText.read(line) instanceof JsonText.Read(Json letter)) {
            Moment at = letter.member("at")
                    .flatMap(Parcel.TIMES::moment)
                    .orElse(ties.clock().now());
            keep(new DeliveryState.Dead(
                    letter.text("key").orElse("?"), at, letter.text("why").orElse("")));
        }
    }

    private synchronized void keep(DeliveryState.Dead dead) {
        latest.addFirst(dead);
        if (latest.size() > MOST_SHOWN) {
            latest.removeLast();
        }
    }

    void add(Parcel parcel, int tries, String why) {
        Moment now = ties.clock().now();
        keep(new DeliveryState.Dead(parcel.key(), now, why.substring(0, Math.min(why.length(), LONGEST_WHY))));
        synchronized (this) {
            count++;
        }
        String line = JsonText.write(
                new Json.Members(List.of(
                        new Json.Member("at", Parcel.TIMES.json(now)),
                        new Json.Member("channel", new Json.Text(name)),
                        new Json.Member("key", new Json.Text(parcel.key())),
                        new Json.Member("tries", new Json.Whole(tries)),
                        new Json.Member("why", new Json.Text(why)),
                        new Json.Member("parcel", parcel.json()))),
                0);
        try (LineFile list = new LineFile(file)) {
            list.add(line);
            ties.troubles().accept("Channel " + name + " has not got " + parcel.key() + ": see its dead letters");
        } catch (IOException fault) {
            ties.troubles()
                    .accept("Channel " + name + " has not got " + parcel.key() + ", which cannot be listed: "
                            + fault.getMessage());
        }
    }

    synchronized long count() {
        return count;
    }

    /// The latest, the newest first.
    synchronized List<DeliveryState.Dead> latest() {
        return List.copyOf(latest);
    }
}
