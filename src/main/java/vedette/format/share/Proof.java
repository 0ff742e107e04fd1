package vedette.format.share;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;

/// That the maker signed an item, perhaps together with others.
///
/// @param signature over the root of the tree of digests
/// @param way from the item up to the root
record Proof(Octets signature, List<Step> way) {
    /// A tree of 256 items has ways of 8 steps.
    private static final int LONGEST_WAY = 8;

    /// An Ed25519 signature has 64 bytes (RFC 8032 §5.1.6).
    static final int LONGEST_SIGNATURE = 512;

    /// A step up the tree.
    ///
    /// @param left whether the other digest stands left of ours
    /// @param beside the other digest
    record Step(boolean left, Octets beside) {}

    Proof {
        way = List.copyOf(way);
        require(way.size() <= LONGEST_WAY, "a way of %s steps", way.size());
        require(signature.length() <= LONGEST_SIGNATURE, "a signature of %s bytes", signature.length());
    }

    ByteOut written(ByteOut out) {
        out.u16(signature.length()).raw(signature.inner()).u8(way.size());
        way.forEach(step -> out.u8(step.left ? 1 : 0).raw(step.beside.inner()));
        return out;
    }

    static Proof read(ByteIn in) {
        Octets signature = in.field("signature").octets(in.count(LONGEST_SIGNATURE));
        int steps = in.field("way").choice(LONGEST_WAY + 1);
        List<Step> way = new ArrayList<>(steps);
        for (int i = 0; i < steps; i++) {
            way.add(new Step(in.truth(), in.octets(Octets.DIGEST)));
        }
        return new Proof(signature, way);
    }
}
