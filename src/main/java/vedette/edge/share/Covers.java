package vedette.edge.share;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.format.share.Cover;
import vedette.format.share.Envelope;
import vedette.format.share.Octets;

/// Signatures over many items of others, so that a peer that catches up need not verify one for each. They are
/// kept on disk: what was handed on before a restart goes under them after it too.
final class Covers implements AutoCloseable {
    /// A cover is kept for every so many items: it holds twice as many.
    private static final int EVERY = 128;

    /// Items of others that are known to be covered; about 20 MB with their covers.
    private static final int MOST = 32_768;

    /// A cover has 8 kB, and 256 of them are over [#MOST] items.
    private static final ItemStore.Size SIZE = new ItemStore.Size(1 << 19, 3L << 20);

    private static final int BATCH = 64;

    private final Map<Octets, Cover> covers = new LinkedHashMap<>();
    private final ItemStore store;

    /// Opens what was kept.
    ///
    /// @param folder where
    Covers(Path folder) {
        store = ItemStore.open(folder, SIZE);
        long from = store.first();
        for (List<ItemStore.Kept> some = store.read(from, BATCH); !some.isEmpty(); some = store.read(from, BATCH)) {
            some.forEach(kept -> Cover.read(kept.content()).ifPresent(this::put));
            from = some.getLast().seq() + 1;
        }
    }

    /// Takes the cover that an item brings, when it is time for one.
    ///
    /// @param run the maker's newest items on its connection, this one last
    /// @param since how many came since the last cover
    /// @return whether there is one
    boolean take(Run run, Envelope last, int since) {
        if (since < EVERY) {
            return false;
        }
        Optional<Cover> cover = Cover.of(run.newest(), last);
        cover.ifPresent(this::keep);
        return cover.isPresent();
    }

    private void keep(Cover cover) {
        store.append(cover.bytes(), Long.MAX_VALUE);
        put(cover);
    }

    private synchronized void put(Cover cover) {
        for (Octets digest : cover.digests()) {
            covers.remove(digest);
            covers.put(digest, cover);
        }
        while (covers.size() > MOST) {
            covers.remove(covers.keySet().iterator().next());
        }
    }

    /// The item under a signature that it shares with others, where there is one.
    Envelope best(Envelope envelope) {
        @Nullable Cover cover;
        synchronized (this) {
            cover = covers.get(envelope.digest());
        }
        return cover == null ? envelope : cover.over(envelope);
    }

    @Override
    public void close() {
        store.close();
    }
}
