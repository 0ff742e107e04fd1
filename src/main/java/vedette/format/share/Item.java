package vedette.format.share;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Domain;
import vedette.model.NodeId;
import vedette.model.Origin;
import vedette.model.Releasability;

/// What its maker signs: who made it, and its fields at each grade.
///
/// @param matter what it is
/// @param origin who made it; without a path
/// @param parts its fields, in the order they were signed
record Item(Matter matter, Origin origin, List<Part> parts) {
    /// A digest over these starts with this byte.
    static final int DIGESTED = 1;

    /// An item has so many parts at most: a warning has 24.
    static final int MOST_PARTS = 64;

    private static final int SHOWN = 1;
    private static final byte[] FORM = {'V', 'S', 'H', '1'};

    /// What an item is.
    enum Matter {
        WARNING,
        TRACK,
        NOTICE
    }

    Item {
        parts = List.copyOf(parts);
        require(parts.size() <= MOST_PARTS, "%s parts", parts.size());
        require(origin.path().isEmpty(), "the path is not the maker's");
    }

    /// What its maker signs.
    Octets digest() {
        List<byte[]> digested = new ArrayList<>();
        digested.add(FORM);
        digested.add(head(new ByteOut()).bytes());
        parts.forEach(part -> digested.add(part.digest().inner()));
        return Octets.digest(DIGESTED, digested.toArray(byte[][]::new));
    }

    /// The item with what a community may see of it; nothing when it may not know of it.
    Optional<Item> seenBy(String community) {
        if (!origin.releasability().includes(community)) {
            return Optional.empty();
        }
        List<Part> seen = new ArrayList<>(parts.size());
        parts.forEach(part -> seen.add(
                switch (part) {
                    case Part.Shown shown ->
                        shown.label().includes(community) ? shown : new Part.Withheld(shown.digest());
                    case Part.Withheld withheld -> withheld;
                }));
        return Optional.of(new Item(matter, origin, seen));
    }

    private ByteOut head(ByteOut out) {
        return out.value(matter)
                .value(origin.domain())
                .name(origin.node().name())
                .name(origin.id())
                .u32(origin.issue())
                .moment(origin.at())
                .moment(origin.expires())
                .label(origin.releasability())
                .u16(parts.size());
    }

    ByteOut written(ByteOut out) {
        head(out);
        for (Part part : parts) {
            switch (part) {
                case Part.Shown shown -> shown.written(out.u8(SHOWN));
                case Part.Withheld(Octets digest) -> out.u8(0).raw(digest.inner());
            }
        }
        return out;
    }

    static Item read(ByteIn in) {
        Matter matter = in.field("matter").value(Matter.values());
        Domain domain = in.field("domain").value(Domain.values());
        NodeId node = node(in.field("node"));
        String id = in.field("id").name();
        int issue = (int) in.field("issue").u32();
        Origin origin = new Origin(
                node,
                id,
                issue,
                domain,
                in.field("at").moment(),
                in.field("expires").moment(),
                in.field("label").label(),
                List.of());
        int count = in.field("parts").count(MOST_PARTS);
        List<Part> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(part(in.field("part " + (i + 1))));
        }
        return new Item(matter, origin, parts);
    }

    static NodeId node(ByteIn in) {
        String name = in.name();
        if (!NodeId.isLegal(name)) {
            throw in.fault("no name of a node");
        }
        return new NodeId(name);
    }

    private static Part part(ByteIn in) {
        if (!in.truth()) {
            return new Part.Withheld(in.octets(Octets.DIGEST));
        }
        Field field = in.value(Field.values());
        Grade grade = in.value(Grade.values());
        Releasability label = in.label();
        return new Part.Shown(field, grade, label, in.octets(Part.SALT), in.octets(in.u16()));
    }
}
