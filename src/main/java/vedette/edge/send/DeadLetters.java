package vedette.edge.send;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// The list of what a channel could not bring: `dead-letters-NAME.jsonl`, one line a parcel, for a person to read.
final class DeadLetters {
    private final String name;
    private final Ties ties;
    private final AtomicLong count = new AtomicLong();

    DeadLetters(String name, Ties ties) {
        this.name = name;
        this.ties = ties;
    }

    void add(Parcel parcel, int tries, String why) {
        count.incrementAndGet();
        String line = JsonText.write(
                new Json.Members(List.of(
                        new Json.Member("at", Parcel.TIMES.json(ties.clock().now())),
                        new Json.Member("channel", new Json.Text(name)),
                        new Json.Member("tries", new Json.Whole(tries)),
                        new Json.Member("why", new Json.Text(why)),
                        new Json.Member("parcel", parcel.json()))),
                0);
        try (LineFile file = new LineFile(ties.folder().resolve("dead-letters-" + name + ".jsonl"))) {
            file.add(line);
            ties.troubles().accept("Channel " + name + " has not got " + parcel.key() + ": see its dead letters");
        } catch (IOException fault) {
            ties.troubles()
                    .accept("Channel " + name + " has not got " + parcel.key() + ", which cannot be listed: "
                            + fault.getMessage());
        }
    }

    long count() {
        return count.get();
    }
}
