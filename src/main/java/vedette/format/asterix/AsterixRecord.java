package vedette.format.asterix;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A cursor on one record: one object for a whole recording, valid until the next record is read.
///
/// Reading a record finds where each present item starts (17 items of a usual CAT062 record: some 60 ns) and allocates
/// nothing; values are fetched on demand by a [Field] of the record's [Plan].
public final class AsterixRecord {
    private static final byte[] NOTHING = {};

    private final int[] offsets = new int[Uap.MAX_FIELDS];
    private byte[] bytes = NOTHING;
    private @Nullable Plan plan;
    private Uap uap = Uap.EMPTY;
    private long present;

    /// Slots that are present only in the sequence (RFS) of the record.
    private long sequenced;

    private int start;
    private int end;
    private int itemsStart;

    private int faultAt;
    private String faultItem = "";
    private String faultReason = "";

    /// Reads the record that starts at `at`.
    ///
    /// @return where the next one starts, or -1 when this one is unsound (the fault methods then tell why)
    int read(Plan layout, byte[] block, int at, int blockEnd) {
        plan = layout;
        bytes = block;
        start = at;
        end = blockEnd;
        Optional<Uap> second = layout.second();
        int next = second.isPresent() ? walkChosen(layout, second.get()) : walk(layout.first());
        if (next >= 0) {
            end = next;
        }
        return next;
    }

    // Category 001: a value right after fields of fixed length, the same in both layouts, tells which one holds.
    private int walkChosen(Plan layout, Uap second) {
        Field selector = layout.selector().orElseThrow();
        int p = fieldsEnd();
        if (p < 0 || present << selector.slot >= 0) {
            return walkUnchosen(layout.first(), selector);
        }
        for (int frn = 0; frn < selector.slot; frn++) {
            p += present << frn < 0 ? Math.max(0, layout.first().fixedBytes[frn]) : 0;
        }
        boolean isSecond = p < end && Bits.unsigned(bytes, p, selector.byteAt * Byte.SIZE + selector.skipBits, 1) == 1;
        return walk(isSecond ? second : layout.first());
    }

    // Without the telling value the first layout holds. A sequence that then tells otherwise was read by wrong numbers.
    private int walkUnchosen(Uap layout, Field selector) {
        int next = walk(layout);
        if (next >= 0 && raw(selector) == 1) {
            return fault(offsets[selector.slot], "RFS/020", "tells a record layout other than it stands in");
        }
        return next;
    }

    private int walk(Uap layout) {
        uap = layout;
        sequenced = 0;
        int p = fieldsEnd();
        if (p < 0) {
            return p;
        }
        if ((present & ~layout.defined) != 0 || present == 0) {
            return badFields();
        }
        itemsStart = p;
        int[] fixed = layout.fixedBytes;
        for (long left = present; left != 0; ) {
            int frn = Long.numberOfLeadingZeros(left);
            left ^= Uap.FIRST >>> frn;
            offsets[frn] = p;
            int length = fixed[frn];
            if (length <= 0) {
                length = askedLength(layout, frn, p);
                if (length < 0) {
                    return fault(layout, frn, p, length);
                }
            }
            p += length;
        }
        if (p > end) {
            return truncated();
        }
        boolean hasSequence = (present & layout.sequence) != 0;
        int sequenceAt = hasSequence ? offsets[Long.numberOfLeadingZeros(layout.sequence)] : 0;
        if (!layout.direct) {
            moveToSlots();
        }
        if (hasSequence) {
            takeSequence(layout, sequenceAt);
        }
        return p;
    }

    // What the sequence tells is the record's as if it stood in its own place; what is told first holds.
    private void takeSequence(Uap layout, int at) {
        long standing = present;
        int p = at + 1;
        for (int left = bytes[at] & 0xFF; left > 0; left--) {
            int number = bytes[p] & 0xFF;
            int slot = layout.slot[number - 1];
            if (present << slot >= 0) {
                present |= Uap.FIRST >>> slot;
                offsets[slot] = p + 1;
            }
            p += 1 + layout.randomFields.field(number).shape().length(bytes, p + 1, end);
        }
        sequenced = present & ~standing;
    }

    private int askedLength(Uap layout, int frn, int at) {
        return switch (layout.fixedBytes[frn]) {
            case Uap.OCTET_CHAIN -> chainLength(at);
            case Uap.COMPOUND -> layout.compounds[frn].length(bytes, at, end);
            default -> layout.shapes[frn].length(bytes, at, end);
        };
    }

    private int chainLength(int at) {
        for (int p = at; p < end; p++) {
            if ((bytes[p] & 1) == 0) {
                return p + 1 - at;
            }
        }
        return Shape.TRUNCATED;
    }

    // From the layout's own field numbers to the plan's items.
    private void moveToSlots() {
        int[] byField = offsets.clone();
        for (long left = present; left != 0; ) {
            int frn = Long.numberOfLeadingZeros(left);
            left ^= Uap.FIRST >>> frn;
            offsets[uap.slot[frn]] = byField[frn];
        }
        present = uap.slotsOf(present);
    }

    // Reads the leading octets (FSPEC) into `present`, field 1 at bit 63.
    private int fieldsEnd() {
        int p = start;
        long fields = 0;
        int octet;
        for (int shift = Long.SIZE - 8; ; shift -= 7) {
            if (p >= end) {
                return fault(p, "FSPEC", "ends beyond its block");
            }
            octet = bytes[p++];
            fields |= (octet & 0xFEL) << shift;
            if ((octet & 1) == 0) {
                break;
            }
            if (shift < 7) {
                return fault(p, "FSPEC", "is longer than 9 octets");
            }
        }
        present = fields;
        return p;
    }

    private int badFields() {
        int frn = Long.numberOfLeadingZeros(present & ~uap.defined) + 1;
        return fault(start, "FSPEC", present == 0 ? "names no item" : "names field " + frn + ", which is free");
    }

    private int truncated() {
        long left = present;
        int frn = Long.numberOfLeadingZeros(left);
        for (; left != 0; frn = Long.numberOfLeadingZeros(left)) {
            left ^= Uap.FIRST >>> frn;
            if (offsets[frn] + Math.max(0, uap.fixedBytes[frn]) > end) {
                break;
            }
        }
        return fault(offsets[frn], frn, Shape.reason(Shape.TRUNCATED));
    }

    private int fault(Uap layout, int frn, int at, int code) {
        if (layout.sequence == Uap.FIRST >>> frn) {
            RandomFields.Fault fault = layout.randomFields.fault(bytes, at, end);
            return fault(fault.at(), fault.item(), fault.reason());
        }
        return fault(at, frn, Shape.reason(code));
    }

    private int fault(int at, int frn, String reason) {
        int slot = uap.slot[frn];
        return fault(at, plan().items().get(slot).name(), reason);
    }

    private int fault(int at, String item, String reason) {
        faultAt = at;
        faultItem = item;
        faultReason = reason;
        return -1;
    }

    int faultAt() {
        return faultAt;
    }

    String faultItem() {
        return faultItem;
    }

    String faultReason() {
        return faultReason;
    }

    /// The definitions it was read by.
    ///
    /// @throws IllegalStateException before the first record
    public Plan plan() {
        Plan known = plan;
        if (known == null) {
            throw new IllegalStateException("no record was read");
        }
        return known;
    }

    /// Its category, as 62.
    public int category() {
        return plan().category();
    }

    /// Where it starts in the bytes given to the reader.
    public int offset() {
        return start;
    }

    /// How many bytes it takes.
    public int length() {
        return end - start;
    }

    /// Whether a value is there.
    ///
    /// @param field of this record's plan
    public boolean has(Field field) {
        return origin(field) >= 0;
    }

    private int origin(Field field) {
        if (present << field.slot >= 0) {
            return -1;
        }
        int at = offsets[field.slot];
        return field.isDirect ? at : field.origin(bytes, at, end);
    }

    /// A value's bits as an unsigned number (two's complement: as a signed one); 0 where it is absent.
    ///
    /// @param field of this record's plan
    public long raw(Field field) {
        int origin = origin(field);
        return origin < 0 ? 0 : bits(field, origin);
    }

    private long bits(Field field, int origin) {
        long word = Bits.word(bytes, origin + field.byteAt) << field.skipBits;
        return field.isSigned ? word >> field.dropBits : word >>> field.dropBits;
    }

    /// A quantity in the unit of the specification ([Field#unit]), or a code as a number; NaN where it is absent.
    ///
    /// @param field of this record's plan
    public double number(Field field) {
        int origin = origin(field);
        return origin < 0 ? Double.NaN : field.scaled(bits(field, origin));
    }

    /// A value as text: characters, octal digits, else its number; empty where it is absent.
    ///
    /// @param field of this record's plan
    public String text(Field field) {
        int origin = origin(field);
        return origin < 0 ? "" : Text.of(field.leaf(), bits(field, origin));
    }

    /// Whether an item has extents that this edition does not know.
    boolean goesBeyondEdition() {
        for (int slot = 0; slot < plan().items().size(); slot++) {
            boolean here = itemAt(slot) >= 0;
            if (here
                    && plan().items().get(slot).shape() instanceof Extended extended
                    && extended.length(bytes, itemAt(slot), end) > extended.knownBytes()) {
                return true;
            }
        }
        return false;
    }

    byte[] bytes() {
        return bytes;
    }

    int itemsStart() {
        return itemsStart;
    }

    /// Whether the item in this slot stands in its own place, and where it starts: -1 where it does not.
    int itemAt(int slot) {
        return (present & ~sequenced) << slot >= 0 ? -1 : offsets[slot];
    }

    Uap uap() {
        return uap;
    }
}
