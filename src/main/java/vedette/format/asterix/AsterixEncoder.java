package vedette.format.asterix;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.format.asterix.TreeParser.Refused;

/// Makes records and blocks from values: from a JSON line of `decode asterix`, or from a [Tree] built by hand.
public final class AsterixEncoder {
    private static final int HEADER = 3;
    private static final int LONGEST_BLOCK = 0xFFFF;
    private static final Leaf OFFSET = Leaf.plain(48, Leaf.Meaning.RAW);
    private static final Leaf NUMBER = Leaf.plain(24, Leaf.Meaning.RAW);
    private static final Leaf WORD = Leaf.plain(64, Leaf.Meaning.RAW);

    private Editions editions = Editions.preferred();

    /// What became of a line or tree.
    public sealed interface Result permits Encoded, NotEncoded {}

    /// A record.
    ///
    /// @param category its category
    /// @param offset where the line says that the record stood, or -1
    /// @param bytes the record, without a block's head
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, to be written.
    public record Encoded(int category, long offset, byte[] bytes) implements Result {}

    /// No record.
    ///
    /// @param reason what is wrong, naming item and sub-item
    public record NotEncoded(String reason) implements Result {}

    /// Encodes one line of `decode asterix`: its `category`, `edition` (the preferred one when absent) and `items`.
    public Result line(String json) {
        try {
            Tree tree = TreeParser.parse(json);
            return tree instanceof Tree.Branch line ? line(line) : new NotEncoded("the line is not a JSON object");
        } catch (Refused refused) {
            return new NotEncoded(refused.reason());
        }
    }

    private Result line(Tree.Branch line) throws Refused {
        int category = (int) number(line, "category");
        Optional<Plan> plan = category < 256 ? editions.plan(category) : Optional.empty();
        if (plan.isEmpty()) {
            return new NotEncoded("category " + category + " is not defined here");
        }
        Plan chosen = plan.get();
        if (line.parts().get("edition") instanceof Tree.Words edition
                && !edition.text().equals(chosen.edition())) {
            if (!Editions.of(category).contains(edition.text())) {
                return new NotEncoded(
                        "edition " + edition.text() + " of category " + category + " is not defined here");
            }
            editions = editions.with(category, edition.text());
            chosen = editions.plan(category).orElseThrow();
        }
        if (!(line.parts().get("items") instanceof Tree.Branch items)) {
            return new NotEncoded("the line has no items");
        }
        long offset = line.parts().containsKey("offset") ? number(line, "offset") : -1;
        return new Encoded(category, offset, record(chosen, items, line));
    }

    private static long number(Tree.Branch line, String name) throws Refused {
        @Nullable Tree value = line.parts().get(name);
        if (value instanceof Tree.Digits digits) {
            return RawValue.of(OFFSET, digits, name);
        }
        throw new Refused("the line has no whole number '" + name + "'");
    }

    /// Encodes a record.
    ///
    /// @param plan the edition to write
    /// @param items values by item, as [Tree.Branch#with] builds them
    public static Result record(Plan plan, Tree.Branch items) {
        try {
            return new Encoded(plan.category(), -1, record(plan, items, new Tree.Branch()));
        } catch (Refused refused) {
            return new NotEncoded(refused.reason());
        }
    }

    /// @param beside what the values do not tell: `fspec`, `bits`
    private static byte[] record(Plan plan, Tree.Branch items, Tree.Branch beside) throws Refused {
        Uap uap = layout(plan, items);
        boolean[] present = new boolean[Uap.MAX_FIELDS];
        int used = 0;
        for (int frn = 0; frn < present.length; frn++) {
            present[frn] = item(plan, uap, frn, items).isPresent();
            used += present[frn] ? 1 : 0;
        }
        if (used < items.parts().size()) {
            throw new Refused(strange(plan, uap, items));
        }
        ByteSink out = new ByteSink(256);
        Tree.Branch longHeads = beside.parts().get("fspec") instanceof Tree.Branch heads ? heads : new Tree.Branch();
        ItemEncoder encoder = new ItemEncoder(out, longHeads);
        encoder.heads(present, true, "");
        for (int frn = 0; frn < present.length; frn++) {
            Optional<Tree> value = item(plan, uap, frn, items);
            if (value.isPresent()) {
                String name = plan.items().get(uap.slot[frn]).name();
                int start = out.size();
                encoder.item(uap.shapes[frn], value.get(), name);
                if (beside.parts().get("bits") instanceof Tree.Branch bits) {
                    patch(out, start, bits.part(name), name);
                }
            }
        }
        return out.copy();
    }

    // Rows of [first bit of the item, width, value].
    private static void patch(ByteSink out, int start, Optional<Tree> rows, String item) throws Refused {
        if (rows.isEmpty() || !(rows.get() instanceof Tree.Row patches)) {
            return;
        }
        for (Tree patch : patches.parts()) {
            boolean isTriple =
                    patch instanceof Tree.Row triple && triple.parts().size() == 3;
            ItemEncoder.check(isTriple, "bits of " + item, "are not rows of three numbers");
            List<Tree> triple = ((Tree.Row) patch).parts();
            long first = RawValue.of(NUMBER, triple.get(0), "bits of " + item);
            long width = RawValue.of(NUMBER, triple.get(1), "bits of " + item);
            long from = start * (long) Byte.SIZE + first;
            boolean fits = width <= Long.SIZE && from + width <= out.size() * (long) Byte.SIZE;
            ItemEncoder.check(fits, "bits of " + item, "reach beyond it");
            out.patch(from, (int) width, RawValue.of(WORD, triple.get(2), "bits of " + item));
        }
    }

    private static Optional<Tree> item(Plan plan, Uap uap, int frn, Tree.Branch items) {
        return uap.defined << frn < 0
                ? items.part(plan.items().get(uap.slot[frn]).name())
                : Optional.empty();
    }

    private static String strange(Plan plan, Uap uap, Tree.Branch items) {
        List<String> names = new ArrayList<>(items.parts().keySet());
        for (int frn = 0; frn < Uap.MAX_FIELDS; frn++) {
            if (uap.defined << frn < 0) {
                names.remove(plan.items().get(uap.slot[frn]).name());
            }
        }
        return "item " + names.getFirst() + " has no place in category " + Text.category(plan.category());
    }

    private static Uap layout(Plan plan, Tree.Branch items) {
        Optional<Uap> second = plan.second();
        if (second.isEmpty()) {
            return plan.first();
        }
        List<String> path = plan.selector().orElseThrow().names();
        boolean isSecond = items.parts().get(path.get(0)) instanceof Tree.Branch item
                && item.parts().get(path.get(1)) instanceof Tree.Digits digits
                && Double.parseDouble(digits.text()) == 1;
        return isSecond ? second.get() : plan.first();
    }

    /// A block around records.
    ///
    /// @param category of all of them
    /// @param records the records, one after the other
    /// @throws IllegalArgumentException when they are longer than a block can be, 65,532 bytes
    public static byte[] block(int category, byte[] records) {
        int length = HEADER + records.length;
        require(length <= LONGEST_BLOCK, "a block of %s bytes", length);
        byte[] block = new byte[length];
        block[0] = (byte) category;
        block[1] = (byte) (length >>> Byte.SIZE);
        block[2] = (byte) length;
        System.arraycopy(records, 0, block, HEADER, records.length);
        return block;
    }
}
