package vedette.edge.share;

import java.util.ArrayList;
import java.util.List;
import vedette.format.share.Octets;
import vedette.format.share.Sealing;

/// The digests of the newest items that one side of a connection made itself, as both sides know them. Not for two
/// threads.
final class Run {
    private final List<Octets> digests = new ArrayList<>();

    void add(Octets digest) {
        digests.add(digest);
        if (digests.size() > 2 * Sealing.MOST) {
            digests.subList(0, digests.size() - Sealing.MOST).clear();
        }
    }

    void clear() {
        digests.clear();
    }

    /// The newest, at most so many as go under one signature.
    List<Octets> newest() {
        return List.copyOf(digests.subList(Math.max(0, digests.size() - Sealing.MOST), digests.size()));
    }
}
