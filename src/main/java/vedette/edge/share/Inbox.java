package vedette.edge.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.format.share.Frame;
import vedette.format.share.Octets;
import vedette.model.NodeId;

/// What peers told us, written before it is acknowledged: where each link stands, and which items are known, follows
/// from it after any death of the process.
final class Inbox implements AutoCloseable {
    private static final ItemStore.Size SIZE = new ItemStore.Size(16 << 20, 512L << 20);

    /// Items of a week with 20 issues a minute.
    private static final int KNOWN = 200_000;

    private static final int BATCH = 256;

    private final ItemStore store;
    private final Recent known = new Recent(KNOWN);
    private final SortedMap<NodeId, Arrival> latest = new TreeMap<>();
    private final Signal news;

    /// Opens the inbox.
    ///
    /// @param news raised when something came
    Inbox(SharingSettings settings, Signal news) {
        store = ItemStore.open(settings.folder().resolve("inbox"), SIZE);
        this.news = news;
        long from = store.first();
        for (List<Entry> some = read(from); !some.isEmpty(); some = read(from)) {
            some.forEach(entry -> note(entry.arrival()));
            from = some.getLast().record() + 1;
        }
    }

    /// A record.
    ///
    /// @param record its number in the inbox
    /// @param arrival what it holds
    record Entry(long record, Arrival arrival) {}

    /// Records in order, some at a time.
    List<Entry> read(long from) {
        List<Entry> entries = new ArrayList<>();
        for (ItemStore.Kept record : store.read(from, BATCH)) {
            entries.add(new Entry(record.seq(), Arrival.of(record.content())));
        }
        return entries;
    }

    private void note(Arrival arrival) {
        // Which store the number belongs to is what counts, not its size.
        latest.put(arrival.from(), new Arrival(arrival.from(), arrival.store(), arrival.seq(), Optional.empty()));
        arrival.item().ifPresent(envelope -> known.add(envelope.key()));
    }

    /// The greatest number of a peer's store that was dealt with.
    ///
    /// @return nothing when none of that store was
    synchronized Optional<Long> received(NodeId from, Octets of) {
        return Optional.ofNullable(latest.get(from))
                .filter(arrival -> arrival.store().equals(of))
                .map(Arrival::seq);
    }

    /// What a hello to a peer says of its store.
    synchronized Arrival place(NodeId from) {
        return latest.getOrDefault(from, new Arrival(from, Frame.Hello.NONE, 0, Optional.empty()));
    }

    /// Writes what came; an item that is known already is written as passed over.
    ///
    /// @return whether the item was new; false too when there was none
    synchronized boolean write(Arrival arrival) {
        boolean fresh =
                arrival.item().isPresent() && !known.has(arrival.item().get().key());
        Arrival kept = fresh ? arrival : new Arrival(arrival.from(), arrival.store(), arrival.seq(), Optional.empty());
        store.append(kept.bytes(), Long.MAX_VALUE);
        note(kept);
        news.raise();
        return fresh;
    }

    long first() {
        return store.first();
    }

    void force() {
        store.force();
    }

    @Override
    public void close() {
        store.close();
    }
}
