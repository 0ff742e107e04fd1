package vedette.edge.serve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// News for everybody, made into frames when the first client wants them, and then shared by all.
final class Batch {
    /// Characters of one message, about; more goes in several, so that a warning never waits behind a whole
    /// picture.
    static final int LONGEST_MESSAGE = 256 * 1024;

    /// The version up to which it tells.
    private final long to;

    private final List<Item> items;
    private @Nullable List<WsFrame> open;
    private @Nullable List<WsFrame> all;

    private final boolean tellsComplete;

    /// @param tellsComplete whether the last frame says that the picture is complete: what overtakes others
    /// cannot
    Batch(long to, Collection<Item> items, boolean tellsComplete) {
        this.to = to;
        this.tellsComplete = tellsComplete;
        this.items = List.copyOf(items);
    }

    long to() {
        return to;
    }

    /// The frames, in order.
    ///
    /// @param local whether for operators, who get everything
    synchronized List<WsFrame> frames(boolean local) {
        List<WsFrame> known = local ? all : open;
        if (known == null) {
            known = made(local);
            all = local ? known : all;
            open = local ? open : known;
        }
        return known;
    }

    private List<WsFrame> made(boolean local) {
        List<WsFrame> frames = new ArrayList<>();
        for (int from = 0; from < items.size(); ) {
            Map<Item.Section, List<String>> sections = new EnumMap<>(Item.Section.class);
            int length = 0;
            for (; from < items.size() && length < LONGEST_MESSAGE; from++) {
                Item item = items.get(from);
                String json = local ? item.json() : item.open();
                length += json.length();
                sections.computeIfAbsent(item.section(), _ -> new ArrayList<>()).add(json);
            }
            JsonWriter json = new JsonWriter(length + 200).open('{').text("type", "delta");
            sections.forEach((section, parts) -> section(json, section, parts));
            if (tellsComplete) {
                json.truth("complete", from == items.size());
            }
            frames.add(WsFrame.text(json.close('}').toString()));
        }
        return List.copyOf(frames);
    }

    private static void section(JsonWriter json, Item.Section section, List<String> parts) {
        json.name(section.member());
        if (!section.many()) {
            json.raw(parts.getLast());
            return;
        }
        json.open('[');
        parts.forEach(json::raw);
        json.close(']');
    }
}
