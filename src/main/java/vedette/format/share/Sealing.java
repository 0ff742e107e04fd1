package vedette.format.share;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Releasability;
import vedette.model.Shared;

/// Nouns become envelopes, and envelopes get their maker's signature: one for all that go together.
public final class Sealing {
    /// So many items go under one signature at most.
    public static final int MOST = Sheaf.MOST;

    private static final Proof UNSIGNED = new Proof(new Octets(new byte[0]), List.of());

    private Sealing() {}

    /// Makes the salts of an item's fields.
    @FunctionalInterface
    public interface Salts {
        /// Sixteen bytes that nobody else can guess; the same for the same words, so that an item is always the same.
        ///
        /// @param words the item's name, issue, field and grade
        byte[] salt(String words);
    }

    /// Signs.
    @FunctionalInterface
    public interface Signer {
        /// The node's signature.
        ///
        /// @param root what is signed
        byte[] sign(byte[] root);
    }

    /// An item as it stands in its maker's store: with all its grades, without a signature.
    ///
    /// @param shared what is told; without a path
    /// @param release who may see how much of it
    /// @param salts chance for its fields
    public static Envelope unsigned(Shared shared, Release release, Salts salts) {
        Item item = new Writer(shared, release, salts).item();
        Envelope.Hop first = new Envelope.Hop(item.origin().node(), Releasability.OPEN);
        return new Envelope(List.of(first), item, UNSIGNED);
    }

    /// Signs items of ours together. What was taken from them for a reader does not matter.
    ///
    /// @param envelopes 1 to [#MOST]
    /// @param signer ours
    public static List<Envelope> signed(List<Envelope> envelopes, Signer signer) {
        return signed(List.of(), envelopes, signer);
    }

    /// Signs items of ours together, and with those that went before them: who hands them on can put all of them
    /// under the last signature.
    ///
    /// @param before digests of the items before them, in their order
    /// @param envelopes 1 to [#MOST]
    /// @param signer ours
    public static List<Envelope> signed(List<Octets> before, List<Envelope> envelopes, Signer signer) {
        List<Octets> digests = new ArrayList<>(before);
        envelopes.forEach(envelope -> digests.add(envelope.digest()));
        Sheaf sheaf = new Sheaf(digests.subList(Math.max(0, digests.size() - MOST), digests.size()));
        Octets signature = new Octets(signer.sign(sheaf.root().bytes()));
        int first = Math.min(digests.size(), MOST) - envelopes.size();
        List<Envelope> all = new ArrayList<>(envelopes.size());
        for (int i = 0; i < envelopes.size(); i++) {
            all.add(envelopes.get(i).with(new Proof(signature, sheaf.way(first + i))));
        }
        return all;
    }
}
