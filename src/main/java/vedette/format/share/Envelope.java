package vedette.format.share;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Rejected;
import vedette.model.Releasability;
import vedette.model.Shared;

/// An item on its way: what its maker signed, the proof, and the nodes it went through.
public final class Envelope {
    /// The longest envelope, bytes.
    public static final int LONGEST = 1 << 20;

    private static final int VERSION = 1;

    private final List<Hop> path;
    private final Item item;
    private final Proof proof;

    Envelope(List<Hop> path, Item item, Proof proof) {
        this.path = List.copyOf(path);
        this.item = item;
        this.proof = proof;
        require(path.size() <= Origin.MOST_NODES && !path.isEmpty(), "a path of %s nodes", path.size());
        require(path.getFirst().node().equals(item.origin().node()), "a path that does not begin at the maker");
    }

    /// A node on the way.
    ///
    /// @param node which
    /// @param label who may see the item by this way, as far as this node is concerned
    record Hop(NodeId node, Releasability label) {}

    /// What became of bytes.
    public sealed interface Reading {}

    /// They are an envelope.
    ///
    /// @param envelope it
    public record Taken(Envelope envelope) implements Reading {}

    /// They are not.
    ///
    /// @param rejected why
    public record Refused(Rejected rejected) implements Reading {}

    /// Who made the item, by what way it came, and who may see it by that way.
    public Origin origin() {
        Releasability label = item.origin().releasability();
        List<NodeId> nodes = new ArrayList<>();
        for (Hop hop : path) {
            nodes.add(hop.node());
            label = label.meet(hop.label());
        }
        return item.origin().by(nodes, label);
    }

    /// Its name among all items ever: what it is, its maker, id and issue.
    public String key() {
        return thing() + "/" + item.origin().issue();
    }

    /// The name of what it is an issue of.
    public String thing() {
        Origin origin = item.origin();
        return item.matter().name().charAt(0) + "/" + origin.node() + "/" + origin.id();
    }

    /// Whether it is a track: those are worth nothing a minute later.
    public boolean isTrack() {
        return item.matter() == Item.Matter.TRACK;
    }

    /// What the maker has signed: the root of the tree this item belongs to.
    public Octets signed() {
        return Sheaf.root(item.digest(), proof.way());
    }

    /// What its maker signs of this item; the same whatever was taken from it.
    public Octets digest() {
        return item.digest();
    }

    List<Part> parts() {
        return item.parts();
    }

    // The last leaf of a tree has everything to its left.
    boolean isLast() {
        return proof.way().stream().allMatch(Proof.Step::left);
    }

    Envelope with(Proof other) {
        return new Envelope(path, item, other);
    }

    /// The maker's signature over [#signed].
    public Octets signature() {
        return proof.signature();
    }

    /// The item with what a community may see of it, whoever handed it on; nothing when it may not know of it.
    public Optional<Envelope> seenBy(String community) {
        if (!origin().releasability().includes(community)) {
            return Optional.empty();
        }
        return item.seenBy(community).map(seen -> new Envelope(path, seen, proof));
    }

    /// The item as a node hands it on; nothing when it has been there, or the path is at its end.
    ///
    /// @param node who hands it on
    /// @param label who may see it as far as that node is concerned: it narrows, it cannot widen
    public Optional<Envelope> onwards(NodeId node, Releasability label) {
        boolean was = path.stream().anyMatch(hop -> hop.node().equals(node));
        if (was || path.size() >= Origin.MOST_NODES) {
            return Optional.empty();
        }
        List<Hop> longer = new ArrayList<>(path);
        longer.add(new Hop(node, label));
        return Optional.of(new Envelope(longer, item, proof));
    }

    /// What can be read of it: of each field the finest grade that is there.
    ///
    /// @return a noun, or why there is none
    public Showing shown() {
        return Reader.read(item, origin());
    }

    /// What an envelope shows.
    public sealed interface Showing {}

    /// A noun.
    ///
    /// @param shared what is told; its releasability is the meet of those of all its fields
    public record Noun(Shared shared) implements Showing {}

    /// Nothing that can be read.
    ///
    /// @param rejected why
    public record Unreadable(Rejected rejected) implements Showing {}

    /// Its bytes.
    public byte[] bytes() {
        ByteOut out = new ByteOut().u8(VERSION).u8(path.size());
        path.forEach(hop -> out.name(hop.node().name()).label(hop.label()));
        return proof.written(item.written(out)).bytes();
    }

    /// Reads an envelope; never fails.
    ///
    /// @param bytes from anybody
    public static Reading of(byte[] bytes) {
        ByteIn in = new ByteIn(bytes);
        try {
            Envelope envelope = read(in);
            in.end();
            return new Taken(envelope);
        } catch (Malformed fault) {
            return new Refused(new Rejected(fault.offset(), fault.item(), String.valueOf(fault.getMessage())));
        } catch (IllegalArgumentException broken) {
            return new Refused(new Rejected(in.at(), "item", String.valueOf(broken.getMessage())));
        }
    }

    private static Envelope read(ByteIn in) {
        if (in.field("version").u8() != VERSION) {
            throw in.fault("a version other than " + VERSION);
        }
        int hops = in.field("path").choice(Origin.MOST_NODES + 1);
        List<Hop> path = new ArrayList<>(hops);
        for (int i = 0; i < hops; i++) {
            path.add(new Hop(Item.node(in), in.label()));
        }
        Item item = Item.read(in);
        return new Envelope(path, item, Proof.read(in));
    }
}
