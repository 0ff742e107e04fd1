package vedette.format.asterix;

import java.util.List;

/// Random field sequencing (RFS, categories 001 and 002): a count in one octet, then as many pairs of a field reference
/// number in one octet and that field's item (EUROCONTROL-SPEC-0149 part 2a and 2b, last field of the profiles).
///
/// Any order, and repetitions, are legal. Fields whose content is nobody's business (SP) and the sequence itself
/// may not stand in it: so it cannot nest, and its length is bounded by its count.
final class RandomFields implements Shape {
    /// One that no record layout has filled yet.
    static final RandomFields NONE = new RandomFields(List.of(), List.of());

    private static final Member<Shape> FREE = new Member<>("-", Undefined.HERE, 0);

    private final List<Member<Shape>> fields;

    /// @param slots the item of each field of the record layout, -1 where there is none
    /// @param items the plan's items
    RandomFields(List<Integer> slots, List<Member<Shape>> items) {
        fields = slots.stream().map(slot -> slot < 0 ? FREE : items.get(slot)).toList();
    }

    /// What it takes to refuse a record for its sequence.
    ///
    /// @param at where the fault is, in the bytes
    /// @param item `RFS`, or the item in it, as `RFS/070`
    /// @param reason why, in words that follow the item's name
    record Fault(int at, String item, String reason) {}

    /// The item of a field.
    ///
    /// @param number the field reference number, from 1; a free one where the sequence may not hold it
    Member<Shape> field(int number) {
        Member<Shape> named = named(number);
        return isBarred(named.shape()) ? FREE : named;
    }

    private Member<Shape> named(int number) {
        return number < 1 || number > fields.size() ? FREE : fields.get(number - 1);
    }

    private static boolean isBarred(Shape shape) {
        return shape instanceof Counted || shape instanceof RandomFields;
    }

    /// The field reference number of an item, or 0 where the sequence may not hold it.
    int numberOf(String name) {
        for (int number = 1; number <= fields.size(); number++) {
            Member<Shape> field = field(number);
            if (field != FREE && field.name().equals(name)) {
                return number;
            }
        }
        return 0;
    }

    @Override
    public int fixedBytes() {
        return 0;
    }

    @Override
    public int length(byte[] bytes, int at, int end) {
        if (at >= end) {
            return TRUNCATED;
        }
        int p = at + 1;
        for (int left = bytes[at] & 0xFF; left > 0; left--) {
            int length = p < end ? field(bytes[p] & 0xFF).shape().length(bytes, p + 1, end) : TRUNCATED;
            if (length < 0) {
                return length;
            }
            p += 1 + length;
        }
        return p - at;
    }

    /// Why the length of a sequence is not to be found.
    Fault fault(byte[] bytes, int at, int end) {
        int p = at + 1;
        for (int left = at < end ? bytes[at] & 0xFF : 0; left > 0 && p < end; left--) {
            int number = bytes[p] & 0xFF;
            Member<Shape> field = field(number);
            int length = field.shape().length(bytes, p + 1, end);
            if (field == FREE) {
                return new Fault(p, "RFS", "names field " + number + ", " + whyFree(number));
            }
            if (length < 0) {
                return new Fault(p + 1, "RFS/" + field.name(), Shape.reason(length));
            }
            p += 1 + length;
        }
        return new Fault(Math.min(p, end), "RFS", Shape.reason(TRUNCATED));
    }

    private String whyFree(int number) {
        Member<Shape> named = named(number);
        return named == FREE ? "which is free" : named.name() + ", which may not stand in it";
    }
}
