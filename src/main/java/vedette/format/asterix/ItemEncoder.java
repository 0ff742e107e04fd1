package vedette.format.asterix;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.format.asterix.TreeParser.Refused;

/// Writes items from their values: the way back of [RecordJson].
///
/// A value that is not given is 0; a name that the edition does not have is refused.
final class ItemEncoder {
    private static final int MAX_COUNT = 255;

    private final ByteSink out;
    private final Tree.Branch longHeads;

    /// @param out where the bytes go
    /// @param longHeads leading octets by path, where they are longer than they need be
    ItemEncoder(ByteSink out, Tree.Branch longHeads) {
        this.out = out;
        this.longHeads = longHeads;
    }

    void item(Shape shape, Tree value, String path) throws Refused {
        switch (shape) {
            case BitShape bits -> bits(bits, value, 0, path);
            case Extended extended -> extended(extended, branch(value, path), path);
            case Compound compound -> compound(compound, branch(value, path), path);
            case Chain chain -> {
                List<Tree> parts = row(value, path);
                for (int i = 0; i < parts.size(); i++) {
                    bits(chain.element(), parts.get(i), i + 1 < parts.size() ? 1 : 0, path);
                }
            }
            case Repeat repeat -> {
                List<Tree> parts = row(value, path);
                check(parts.size() <= MAX_COUNT, path, "has more than 255 elements");
                out.octet(parts.size());
                for (Tree part : parts) {
                    bits(repeat.element(), part, 0, path);
                }
            }
            case Counted counted -> counted(counted, value, path);
            case RandomFields fields -> randomFields(fields, row(value, path), path);
            case Undefined _ -> throw new Refused(path + " is not defined");
        }
    }

    private void randomFields(RandomFields fields, List<Tree> parts, String path) throws Refused {
        check(parts.size() <= MAX_COUNT, path, "has more than 255 elements");
        out.octet(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            String place = path + "/" + i;
            Map<String, Tree> field = branch(parts.get(i), place).parts();
            check(field.size() == 1, place, "is not one item");
            Map.Entry<String, Tree> item = field.entrySet().iterator().next();
            int number = fields.numberOf(item.getKey());
            check(number > 0, place + "/" + item.getKey(), "has no place in it");
            out.octet(number);
            item(fields.field(number).shape(), item.getValue(), place + "/" + item.getKey());
        }
    }

    private void counted(Counted counted, Tree value, String path) throws Refused {
        ByteSink inner = new ByteSink(256);
        Optional<Shape> content = counted.content();
        if (value instanceof Tree.Words hex) {
            inner.bytes(bytesOf(hex.text(), path));
        } else if (content.isPresent()) {
            new ItemEncoder(inner, longHeads).item(content.get(), value, path);
        } else {
            throw new Refused(path + " is not a text of hex digits");
        }
        check(inner.size() < MAX_COUNT, path, "is longer than 254 octets");
        out.octet(inner.size() + 1);
        out.bytes(inner.copy());
    }

    static byte[] bytesOf(String hex, String path) throws Refused {
        boolean digits = hex.length() % 2 == 0 && hex.chars().allMatch(HexFormat::isHexDigit);
        check(digits, path, "is not a text of hex digits");
        return HexFormat.of().parseHex(hex);
    }

    // One bit shape as whole octets; an FX bit follows where the widths leave room for it.
    private void bits(BitShape shape, Tree value, int fx, String path) throws Refused {
        int octets = (shape.bits() + 7) / Byte.SIZE;
        byte[] bytes = new byte[octets];
        put(shape, value, new Spot(bytes, 0), path);
        bytes[octets - 1] |= (byte) fx;
        out.bytes(bytes);
    }

    /// @param bit from the start of `bytes`
    private record Spot(byte[] bytes, int bit) {
        Spot plus(int bits) {
            return new Spot(bytes, bit + bits);
        }
    }

    private void put(BitShape shape, Tree value, Spot spot, String path) throws Refused {
        switch (shape) {
            case Leaf leaf -> put(leaf, RawValue.of(leaf, value, path), spot);
            case Choice choice -> put(choice.chosen(0), RawValue.of(choice.chosen(0), value, path), spot);
            case Group group -> {
                Map<String, Tree> parts = branch(value, path).parts();
                int used = members(group, parts, spot, path);
                checkAllUsed(parts, used, group.members(), path);
            }
        }
    }

    private static void put(Leaf leaf, long raw, Spot spot) {
        for (int i = 0; i < leaf.bits(); i++) {
            int bit = spot.bit() + i;
            spot.bytes()[bit >>> 3] |= (byte) (((raw >>> (leaf.bits() - 1 - i)) & 1) << (7 - (bit & 7)));
        }
    }

    /// @return how many parts were used
    private int members(Group group, Map<String, Tree> parts, Spot spot, String path) throws Refused {
        int used = 0;
        for (Member<BitShape> member : group.members()) {
            Optional<Tree> given = Optional.ofNullable(parts.get(member.name()));
            if (given.isPresent()) {
                used++;
                String inner = path + "/" + member.name();
                Spot at = spot.plus(member.bitAt());
                if (member.shape() instanceof Choice choice) {
                    Leaf leaf = choice.chosen(flag(choice, parts, path));
                    put(leaf, RawValue.of(leaf, given.get(), inner), at);
                } else {
                    put(member.shape(), given.get(), at, inner);
                }
            }
        }
        return used;
    }

    private static long flag(Choice choice, Map<String, Tree> parts, String path) throws Refused {
        Optional<Tree> flag = Optional.ofNullable(parts.get(choice.selector()));
        return flag.isEmpty() ? 0 : RawValue.of(Leaf.plain(8, Leaf.Meaning.RAW), flag.get(), path);
    }

    // Searching for the strange name costs only who has one.
    private static <S extends Shape> void checkAllUsed(
            Map<String, Tree> parts, int used, List<Member<S>> members, String path) throws Refused {
        if (used == parts.size()) {
            return;
        }
        for (String name : parts.keySet()) {
            check(members.stream().anyMatch(member -> member.name().equals(name)), path + "/" + name, "is not defined");
        }
    }

    private void extended(Extended extended, Tree.Branch value, String path) throws Refused {
        List<Extended.Extent> extents = extended.extents();
        int further = furtherExtents(extended, value);
        int last = further > 0 ? extents.size() - 1 : lastExtent(extents, value, path);
        for (int i = 0; i <= last; i++) {
            extent(extents, i, value, path, i < last || further > 0);
        }
        int bit = extended.knownBytes() * Byte.SIZE;
        for (int i = 0; i < further; i++) {
            Tree given = value.parts().getOrDefault("spare" + (bit + i * Byte.SIZE), new Tree.Digits("0"));
            long raw = RawValue.of(Leaf.plain(7, Leaf.Meaning.RAW), given, path);
            out.octet((int) raw << 1 | (i + 1 < further ? 1 : 0));
        }
    }

    private void extent(List<Extended.Extent> extents, int i, Tree.Branch value, String path, boolean more)
            throws Refused {
        int firstBit =
                extents.subList(0, i).stream().mapToInt(Extended.Extent::bytes).sum() * Byte.SIZE;
        byte[] bytes = new byte[extents.get(i).bytes()];
        members(extents.get(i).group(), value.parts(), new Spot(bytes, -firstBit), path);
        bytes[bytes.length - 1] |= (byte) (more ? 1 : 0);
        out.bytes(bytes);
    }

    // Parts of a later edition than ours were kept as single octets named by their first bit.
    private static int furtherExtents(Extended extended, Tree.Branch value) {
        int bit = extended.knownBytes() * Byte.SIZE;
        int further = 0;
        while (value.parts().containsKey("spare" + (bit + further * Byte.SIZE))) {
            further++;
        }
        return further;
    }

    private static int lastExtent(List<Extended.Extent> extents, Tree.Branch value, String path) throws Refused {
        int last = 0;
        int used = 0;
        List<Member<BitShape>> all = new ArrayList<>();
        for (int i = 0; i < extents.size(); i++) {
            for (Member<BitShape> member : extents.get(i).group().members()) {
                all.add(member);
                if (value.parts().containsKey(member.name())) {
                    used++;
                    last = i;
                }
            }
        }
        checkAllUsed(value.parts(), used, all, path);
        return last;
    }

    private void compound(Compound compound, Tree.Branch value, String path) throws Refused {
        List<Member<Shape>> slots = compound.slots();
        boolean[] present = new boolean[slots.size()];
        int used = 0;
        for (int i = 0; i < present.length; i++) {
            present[i] = value.parts().containsKey(slots.get(i).name());
            used += present[i] ? 1 : 0;
        }
        checkAllUsed(value.parts(), used, slots, path);
        heads(present, compound.isChained(), path);
        for (Member<Shape> slot : slots) {
            Optional<Tree> given = value.part(slot.name());
            if (given.isPresent()) {
                item(slot.shape(), given.get(), path + "/" + slot.name());
            }
        }
    }

    /// Writes the leading octets: as given, where they are longer than they need be, else the shortest.
    void heads(boolean[] present, boolean chained, String path) throws Refused {
        if (longHeads.parts().get(path) instanceof Tree.Words hex) {
            out.bytes(bytesOf(hex.text(), path + "/fspec"));
            return;
        }
        int perOctet = chained ? 7 : 8;
        int last = 0;
        for (int i = 0; i < present.length; i++) {
            last = present[i] ? i : last;
        }
        for (int octet = 0; octet <= last / perOctet; octet++) {
            int bits = chained && octet < last / perOctet ? 1 : 0;
            for (int i = 0; i < perOctet; i++) {
                int slot = octet * perOctet + i;
                bits |= slot < present.length && present[slot] ? 0x80 >>> i : 0;
            }
            out.octet(bits);
        }
    }

    private static Tree.Branch branch(Tree value, String path) throws Refused {
        if (value instanceof Tree.Branch branch) {
            return branch;
        }
        throw new Refused(path + " is not a structure");
    }

    private static List<Tree> row(Tree value, String path) throws Refused {
        if (value instanceof Tree.Row row) {
            return row.parts();
        }
        throw new Refused(path + " is not a list");
    }

    static void check(boolean good, String path, String reason) throws Refused {
        if (!good) {
            throw new Refused(path + " " + reason);
        }
    }
}
