package vedette.format.share;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One signature of a maker over many of its items, found by who hands them on: each item a maker sends is signed
/// together with those it sent just before, so the last one's signature holds for all of them.
public final class Cover {
    private final Sheaf sheaf;
    private final List<Octets> digests;
    private final Octets signature;
    private final Map<Octets, Integer> places = new HashMap<>();

    private Cover(Sheaf sheaf, List<Octets> digests, Octets signature) {
        this.sheaf = sheaf;
        this.digests = List.copyOf(digests);
        this.signature = signature;
        for (int i = 0; i < digests.size(); i++) {
            places.put(digests.get(i), i);
        }
    }

    /// The cover that an item brings with it.
    ///
    /// @param digests of the items its maker sent, in their order, this one last; 1 to [Sealing#MOST]
    /// @param last the item
    /// @return nothing when it was signed together with others than these
    public static Optional<Cover> of(List<Octets> digests, Envelope last) {
        if (!last.isLast()) {
            return Optional.empty();
        }
        Sheaf sheaf = new Sheaf(digests);
        return sheaf.root().equals(last.signed())
                ? Optional.of(new Cover(sheaf, digests, last.signature()))
                : Optional.empty();
    }

    /// The digests of the items it is over, in their order.
    public List<Octets> digests() {
        return digests;
    }

    /// Its bytes, for who keeps it over a restart.
    public byte[] bytes() {
        ByteOut out = new ByteOut().u16(digests.size());
        digests.forEach(digest -> out.raw(digest.inner()));
        return out.u16(signature.length()).raw(signature.inner()).bytes();
    }

    /// Reads what [#bytes] wrote; nothing when it is something else.
    public static Optional<Cover> read(byte[] bytes) {
        ByteIn in = new ByteIn(bytes).field("cover");
        try {
            int count = in.count(Sheaf.MOST);
            List<Octets> digests = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                digests.add(in.octets(Octets.DIGEST));
            }
            Octets signature = in.octets(in.count(Proof.LONGEST_SIGNATURE));
            in.end();
            return count == 0 ? Optional.empty() : Optional.of(new Cover(new Sheaf(digests), digests, signature));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /// An item under this signature instead of its own; as it is when this one is not over it.
    public Envelope over(Envelope envelope) {
        Integer place = places.get(envelope.digest());
        return place == null ? envelope : envelope.with(new Proof(signature, sheaf.way(place)));
    }
}
