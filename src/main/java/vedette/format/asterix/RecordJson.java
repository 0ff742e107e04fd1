package vedette.format.asterix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes records as JSON lines, the contract of `decode asterix`: item and sub-item names of the specification,
/// quantities in its units, texts as strings, everything else as raw unsigned integers.
///
/// Nothing is lost. What the values cannot tell stands beside the items: `bits` are spare bits that are not 0 and
/// characters that have no letter, `fspec` leading octets (the record's under the empty name) that are longer than they
/// need be. Expansion fields of an
/// unknown shape are hex digits, extents of a later edition are `spareN`.
final class RecordJson {
    private final ByteSink out;
    private final ByteSink untold = new ByteSink(256);
    private final ByteSink longHeads = new ByteSink(256);
    private final ArrayList<String> path = new ArrayList<>();
    private Member<Shape> item = new Member<>("", Undefined.HERE, 0);
    private int itemAt;
    private boolean toldOfItem;

    RecordJson(ByteSink out) {
        this.out = out;
    }

    // A row [first bit of the item, width, value] for the way back.
    private void untold(int at, int bit, int bits, long raw) {
        if (!toldOfItem) {
            if (untold.size() > 0) {
                untold.ascii("],");
            }
            item.writeKey(untold);
            untold.octet('[');
            toldOfItem = true;
        } else {
            untold.octet(',');
        }
        untold.octet('[');
        untold.unsigned((at - itemAt) * (long) Byte.SIZE + bit);
        untold.octet(',');
        untold.unsigned(bits);
        untold.octet(',');
        untold.unsigned(raw);
        untold.octet(']');
    }

    /// Writes `{"010":{…},…}`: the items of a record.
    void items(AsterixRecord record) {
        List<Member<Shape>> items = record.plan().items();
        Uap uap = record.uap();
        out.octet('{');
        untold.clear();
        longHeads.clear();
        longHead(record.bytes(), record.offset(), record.itemsStart() - record.offset());
        for (int frn = 0; frn < Uap.MAX_FIELDS; frn++) {
            int slot = uap.slot[frn];
            boolean defined = uap.defined << frn < 0;
            int at = defined ? record.itemAt(slot) : -1;
            if (at >= 0) {
                item = items.get(slot);
                itemAt = at;
                toldOfItem = false;
                item.writeKey(out);
                path.add(item.name());
                value(uap.shapes[frn], record.bytes(), at, record.offset() + record.length());
                path.clear();
                out.octet(',');
            }
        }
        close('}');
        if (untold.size() > 0) {
            out.ascii(",\"bits\":{");
            out.bytes(untold.buffer(), untold.size());
            out.ascii("]}");
        }
        if (longHeads.size() > 0) {
            out.ascii(",\"fspec\":{");
            out.bytes(longHeads.buffer(), longHeads.size());
            out.octet('}');
        }
    }

    // The way back writes the shortest leading octets unless told otherwise.
    private void longHead(byte[] bytes, int at, int octets) {
        if (octets < 2 || (bytes[at + octets - 1] & 0xFE) != 0) {
            return;
        }
        if (longHeads.size() > 0) {
            longHeads.octet(',');
        }
        longHeads.octet('"');
        longHeads.ascii(String.join("/", path));
        longHeads.ascii("\":\"");
        longHeads.hex(bytes, at, at + octets);
        longHeads.octet('"');
    }

    private void close(char bracket) {
        out.dropLast(',');
        out.octet(bracket);
    }

    private void value(Shape shape, byte[] bytes, int at, int end) {
        switch (shape) {
            case Leaf leaf -> leaf(leaf, bytes, at, 0);
            case Choice choice -> leaf(choice.chosen(0), bytes, at, 0);
            case Group group -> {
                out.octet('{');
                members(group, bytes, at, 0);
                close('}');
            }
            case Extended extended -> extended(extended, bytes, at, end);
            case Compound compound -> compound(compound, bytes, at, end);
            case Chain chain -> chain(chain, bytes, at, end);
            case Repeat repeat -> repeat(repeat, bytes, at);
            case Counted counted -> counted(counted, bytes, at);
            case RandomFields fields -> randomFields(fields, bytes, at, end);
            case Undefined _ -> out.ascii("null");
        }
    }

    /// @param bitBase bits from `at` to where the group's own bits start counting
    private void members(Group group, byte[] bytes, int at, int bitBase) {
        List<Member<BitShape>> members = group.members();
        for (int i = 0; i < members.size(); i++) {
            Member<BitShape> member = members.get(i);
            int bit = bitBase + member.bitAt();
            if (member.isSpare()) {
                spare(bytes, at, bit, member.shape().bits());
                continue;
            }
            member.writeKey(out);
            BitShape shape = member.shape() instanceof Choice choice
                    ? choice.chosen(flag(choice, group, bytes, at, bitBase))
                    : member.shape();
            bitValue(shape, bytes, at, bit);
            out.octet(',');
        }
    }

    private void spare(byte[] bytes, int at, int bit, int bits) {
        long raw = Bits.unsigned(bytes, at, bit, bits);
        if (raw != 0) {
            untold(at, bit, bits, raw);
        }
    }

    private void bitValue(BitShape shape, byte[] bytes, int at, int bit) {
        switch (shape) {
            case Leaf leaf -> leaf(leaf, bytes, at, bit);
            case Choice choice -> leaf(choice.chosen(0), bytes, at, bit);
            case Group group -> {
                out.octet('{');
                members(group, bytes, at, bit);
                close('}');
            }
        }
    }

    private static long flag(Choice choice, Group around, byte[] bytes, int at, int bitBase) {
        for (Member<BitShape> member : around.members()) {
            if (member.name().equals(choice.selector())) {
                return Bits.unsigned(
                        bytes, at, bitBase + member.bitAt(), member.shape().bits());
            }
        }
        return 0;
    }

    private void leaf(Leaf leaf, byte[] bytes, int at, int bit) {
        long raw = Bits.unsigned(bytes, at, bit, leaf.bits());
        switch (leaf.meaning()) {
            case RAW, SPARE -> out.unsigned(raw);
            case UNSIGNED -> out.number(leaf.scaled(raw));
            case SIGNED -> out.number(leaf.scaled(raw << (Long.SIZE - leaf.bits()) >> (Long.SIZE - leaf.bits())));
            case OCTAL, ASCII, SIX_BIT -> text(leaf, raw, at, bit);
        }
    }

    private void text(Leaf leaf, long raw, int at, int bit) {
        int width = Text.width(leaf.meaning());
        boolean allLetters = true;
        out.octet('"');
        for (int shift = leaf.bits() - width; shift >= 0; shift -= width) {
            char letter = Text.character(leaf.meaning(), (int) (raw >>> shift) & (1 << width) - 1);
            if (letter == Text.NO_LETTER) {
                allLetters = false;
            } else {
                out.jsonCharacter(letter);
            }
        }
        out.octet('"');
        if (!allLetters) {
            untold(at, bit, leaf.bits(), raw);
        }
    }

    private void extended(Extended extended, byte[] bytes, int at, int end) {
        int left = extended.length(bytes, at, end);
        out.octet('{');
        int bit = 0;
        for (Extended.Extent extent : extended.extents()) {
            if (left <= 0) {
                break;
            }
            members(extent.group(), bytes, at, 0);
            left -= extent.bytes();
            bit += extent.bytes() * Byte.SIZE;
        }
        for (; left > 0; left--, bit += Byte.SIZE) {
            out.ascii("\"spare");
            out.unsigned(bit);
            out.ascii("\":");
            out.unsigned(Bits.unsigned(bytes, at, bit, 7));
            out.octet(',');
        }
        close('}');
    }

    private void compound(Compound compound, byte[] bytes, int at, int end) {
        int heads = compound.headBytes(bytes, at, end);
        out.octet('{');
        longHead(bytes, at, heads);
        int p = at + heads;
        List<Member<Shape>> slots = compound.slots();
        int reach = Math.min(slots.size(), heads * (compound.isChained() ? 7 : 8));
        for (int slot = 0; slot < reach; slot++) {
            if (compound.isSet(bytes, at, slot)) {
                Member<Shape> sub = slots.get(slot);
                sub.writeKey(out);
                path.add(sub.name());
                value(sub.shape(), bytes, p, end);
                path.removeLast();
                out.octet(',');
                p += Math.max(0, sub.shape().length(bytes, p, end));
            }
        }
        close('}');
    }

    private void chain(Chain chain, byte[] bytes, int at, int end) {
        int length = chain.length(bytes, at, end);
        out.octet('[');
        for (int p = at; p < at + length; p += chain.elementBytes()) {
            value(chain.element(), bytes, p, end);
            out.octet(',');
        }
        close(']');
    }

    private void repeat(Repeat repeat, byte[] bytes, int at) {
        int count = bytes[at] & 0xFF;
        int step = repeat.element().fixedBytes();
        out.octet('[');
        for (int i = 0; i < count; i++) {
            value(repeat.element(), bytes, at + 1 + i * step, bytes.length);
            out.octet(',');
        }
        close(']');
    }

    // A row of `{"070":{…}}`: the order is told, and repetitions.
    private void randomFields(RandomFields fields, byte[] bytes, int at, int end) {
        int count = bytes[at] & 0xFF;
        int p = at + 1;
        out.octet('[');
        for (int i = 0; i < count; i++) {
            Member<Shape> field = fields.field(bytes[p++] & 0xFF);
            out.octet('{');
            field.writeKey(out);
            path.add(Integer.toString(i));
            path.add(field.name());
            value(field.shape(), bytes, p, end);
            path.removeLast();
            path.removeLast();
            out.ascii("},");
            p += Math.max(0, field.shape().length(bytes, p, end));
        }
        close(']');
    }

    private void counted(Counted counted, byte[] bytes, int at) {
        int past = at + (bytes[at] & 0xFF);
        Optional<Shape> content = counted.fitting(bytes, at, past);
        if (content.isPresent()) {
            value(content.get(), bytes, at + 1, past);
        } else {
            out.octet('"');
            out.hex(bytes, at + 1, past);
            out.octet('"');
        }
    }
}
