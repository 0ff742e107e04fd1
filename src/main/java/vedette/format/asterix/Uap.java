package vedette.format.asterix;

import static vedette.math.Require.require;

import java.util.List;

/// A user application profile: which item each bit of a record's leading octets (FSPEC) stands for.
///
/// Bit 63 of a `long` is field reference number 1, so that the next present item is a count of leading zeros.
final class Uap {
    /// 9 leading octets of 7 bits: what fits a `long`; the largest category has 7.
    static final int MAX_FIELDS = 63;

    static final long FIRST = Long.MIN_VALUE;

    static final Uap EMPTY = new Uap(List.of(), List.of());

    /// The fields that have an item.
    final long defined;

    /// The item's place in the plan, by field.
    final int[] slot = new int[MAX_FIELDS];

    /// The item's length, by field, or how to find it: the cases of most records stand in the walk itself, the
    /// others are asked through [#shapes] (measured: a third less time than asking all).
    final int[] fixedBytes = new int[MAX_FIELDS];

    /// Of no case below.
    static final int ASK = 0;

    /// Octets up to the first clear FX bit.
    static final int OCTET_CHAIN = -1;

    /// A compound: see [#compounds].
    static final int COMPOUND = -2;

    /// The item's compound, where it is one, by field.
    final Compound[] compounds = new Compound[MAX_FIELDS];

    /// The item's shape, by field.
    final Shape[] shapes = new Shape[MAX_FIELDS];

    /// The field that is a sequence of other fields (RFS), as a bit; 0 where there is none.
    final long sequence;

    /// That sequence.
    final RandomFields randomFields;

    /// Whether every field's slot is its own number, so that present fields are present slots.
    final boolean direct;

    /// @param slots the item of each field, -1 where there is none
    /// @param items the plan's items
    Uap(List<Integer> slots, List<Member<Shape>> items) {
        require(slots.size() <= MAX_FIELDS, "%s fields", slots.size());
        long fields = 0;
        long sequenceField = 0;
        randomFields = new RandomFields(slots, items);
        boolean own = true;
        for (int frn = 0; frn < MAX_FIELDS; frn++) {
            int item = frn < slots.size() ? slots.get(frn) : -1;
            shapes[frn] = item < 0 ? Undefined.HERE : items.get(item).shape();
            if (shapes[frn] instanceof RandomFields) {
                shapes[frn] = randomFields;
                sequenceField = FIRST >>> frn;
            }
            compounds[frn] = shapes[frn] instanceof Compound compound ? compound : Compound.NONE;
            fixedBytes[frn] = lengthCase(shapes[frn]);
            slot[frn] = Math.max(item, 0);
            fields |= item < 0 ? 0 : FIRST >>> frn;
            own &= item < 0 || item == frn;
        }
        defined = fields;
        sequence = sequenceField;
        direct = own;
    }

    private static int lengthCase(Shape shape) {
        if (shape.fixedBytes() > 0) {
            return shape.fixedBytes();
        }
        if (shape instanceof Compound) {
            return COMPOUND;
        }
        boolean chain = shape instanceof Extended extended && extended.isOctetChain();
        return chain ? OCTET_CHAIN : ASK;
    }

    /// The slots of these fields, as bits.
    long slotsOf(long fields) {
        long slots = 0;
        for (long left = fields; left != 0; ) {
            int frn = Long.numberOfLeadingZeros(left);
            left ^= FIRST >>> frn;
            slots |= FIRST >>> slot[frn];
        }
        return slots;
    }
}
