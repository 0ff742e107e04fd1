package vedette.format.asterix;

import static vedette.math.Require.require;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The table of one category, all editions: what `catNNN.txt` says (notation: docs/formats.md).
final class Definition {
    private static final Pattern SPACE = Pattern.compile(" +");

    private final int category;
    private final String title;
    private final List<Edition> editions;
    private final List<Entry> uaps;
    private final List<Entry> items;

    private Definition(int category, String title, List<Edition> editions, List<Entry> uaps, List<Entry> items) {
        this.category = category;
        this.title = title;
        this.editions = List.copyOf(editions);
        this.uaps = List.copyOf(uaps);
        this.items = List.copyOf(items);
    }

    /// A head line and the indented lines below it.
    ///
    /// @param name an item's number, or `uap`
    /// @param range the editions that have it
    /// @param rest what else the head line says: an item's title, a record layout's condition
    /// @param body the indented lines, joined
    record Entry(String name, Edition.Range range, String rest, String body) {
        /// The body's words.
        List<String> words() {
            return SPACE.splitAsStream(body.strip()).toList();
        }
    }

    int category() {
        return category;
    }

    String title() {
        return title;
    }

    /// The editions, the preferred one first.
    List<Edition> editions() {
        return editions;
    }

    List<Entry> uaps(Edition edition) {
        return uaps.stream().filter(entry -> entry.range().contains(edition)).toList();
    }

    List<Entry> items(Edition edition) {
        return items.stream().filter(entry -> entry.range().contains(edition)).toList();
    }

    /// The table of a category, where we have one.
    static Optional<Definition> of(int category) {
        String digits = Integer.toString(1000 + category).substring(1);
        try (@Nullable InputStream in = Definition.class.getResourceAsStream("cat" + digits + ".txt")) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(
                    read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readAllLines()));
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own table of category " + digits, broken);
        }
    }

    /// Reads a table.
    ///
    /// @throws IllegalArgumentException when it is not in the notation
    static Definition read(List<String> lines) {
        String category = "";
        List<Edition> editions = new ArrayList<>();
        List<Entry> uaps = new ArrayList<>();
        List<Entry> items = new ArrayList<>();
        for (Entry entry : entries(lines)) {
            switch (entry.name()) {
                case "category" -> category = entry.rest();
                case "editions" -> SPACE.splitAsStream(entry.rest()).forEach(text -> editions.add(Edition.parse(text)));
                case "uap" -> uaps.add(entry);
                default -> items.add(entry);
            }
        }
        require(category.length() > 4 && !editions.isEmpty() && !uaps.isEmpty(), "a table without its head");
        return new Definition(Integer.parseInt(category, 0, 3, 10), category.substring(4), editions, uaps, items);
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                Entry head = entries.removeLast();
                entries.add(new Entry(head.name(), head.range(), head.rest(), head.body() + " " + line.strip()));
            } else {
                entries.add(head(line));
            }
        }
        return entries;
    }

    private static Entry head(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        int at = word.indexOf('@');
        return at < 0
                ? new Entry(word, Edition.Range.ALL, rest, "")
                : new Entry(word.substring(0, at), Edition.Range.parse(word.substring(at + 1)), rest, "");
    }
}
