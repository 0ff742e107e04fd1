package vedette.edge.serve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What changed lately, kept once for all clients: each only remembers up to which version it knows.
///
/// Later news of a thing replaces earlier news, so that it is never longer than the picture, and a slow
/// client gets fewer steps of the same picture, never a gap. Clients that keep step get the very same frames.
final class News {
    private final long memoryNs;
    private final boolean urgent;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<Long, Batch> batches = new LinkedHashMap<>();
    private volatile long version;
    private long forgotten;

    /// @param memoryNs for how long news is kept; who is farther behind has to begin anew
    /// @param urgent whether it overtakes other news
    News(long memoryNs, boolean urgent) {
        this.memoryNs = memoryNs;
        this.urgent = urgent;
    }

    private record Entry(Item item, long version, long atNs) {}

    /// The newest version.
    long version() {
        return version;
    }

    /// Takes news in: one more version, if there is any.
    synchronized void add(List<Item> items, long nowNs) {
        if (items.isEmpty()) {
            return;
        }
        long next = version + 1;
        for (Item item : items) {
            entries.remove(item.key());
            entries.put(item.key(), new Entry(item, next, nowNs));
        }
        forget(nowNs);
        batches.clear();
        version = next;
    }

    // Oldest first, as they stand.
    private void forget(long nowNs) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            Entry entry = oldest.next();
            if (nowNs - entry.atNs < memoryNs) {
                return;
            }
            forgotten = entry.version;
            oldest.remove();
        }
    }

    /// What a client has to know that knows everything up to a version; empty when that is too long ago to
    /// tell.
    synchronized Optional<Batch> since(long from) {
        return from < forgotten ? Optional.empty() : Optional.of(batches.computeIfAbsent(from, this::batch));
    }

    private Batch batch(long from) {
        List<Item> items = new ArrayList<>();
        for (Entry entry : entries.values()) {
            if (entry.version > from) {
                items.add(entry.item);
            }
        }
        return new Batch(version, items, !urgent);
    }
}
