package vedette.edge.share;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.format.share.Cover;
import vedette.format.share.Envelope;
import vedette.format.share.Octets;

/// Signatures over many items of others, so that a peer that catches up need not verify one for each. After a restart
/// items go with the signatures they came with.
final class Covers {
    /// A cover is kept for every so many items: it holds twice as many.
    private static final int EVERY = 128;

    /// Items of others that are known to be covered; about 20 MB with their covers.
    private static final int MOST = 32_768;

    private final Map<Octets, Cover> covers = new LinkedHashMap<>();

    /// Takes the cover that an item brings, when it is time for one.
    ///
    /// @param run the maker's newest items on its connection, this one last
    /// @param since how many came since the last cover
    /// @return whether there is one
    boolean take(Run run, Envelope last, int since) {
        if (since < EVERY) {
            return false;
        }
        var digests = run.newest();
        Optional<Cover> cover = Cover.of(digests, last);
        cover.ifPresent(found -> digests.forEach(digest -> put(digest, found)));
        return cover.isPresent();
    }

    private synchronized void put(Octets digest, Cover cover) {
        covers.remove(digest);
        covers.put(digest, cover);
        if (covers.size() > MOST) {
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
}
