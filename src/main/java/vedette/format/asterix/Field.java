package vedette.format.asterix;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A prepared handle to one value of a record: `plan.field("105/LAT")` once, `record.number(field)` a million times.
public final class Field {
    private static final Step[] NO_STEPS = {};
    private static final Pattern SLASH = Pattern.compile("/");

    private final String path;
    private final Leaf leaf;
    private final Step[] steps;

    /// The item's place in the plan.
    final int slot;

    /// Where the value's first octet stands, from where the last step led.
    final int byteAt;

    /// Bits before the value in its first octet.
    final int skipBits;

    /// Bits behind the value in a word that starts with it.
    final int dropBits;

    /// Whether it is in two's complement.
    final boolean isSigned;

    /// Whether it stands at a fixed place of its item.
    final boolean isDirect;

    private final double step;
    private final boolean hasExactStep;

    /// How many single octets with FX bits stand before the value's extent.
    private final int octetsBefore;

    private Field(String path, int slot, List<Step> steps, Found found) {
        this.path = path;
        this.slot = slot;
        this.octetsBefore = octetsBefore(steps);
        this.steps = octetsBefore > 0 ? NO_STEPS : steps.toArray(Step[]::new);
        this.isDirect = steps.isEmpty();
        this.leaf = found.leaf();
        this.step = leaf.numerator() / leaf.denominator();
        this.hasExactStep = leaf.hasExactStep();
        this.byteAt = found.bitAt() / Byte.SIZE;
        this.skipBits = found.bitAt() % Byte.SIZE;
        this.dropBits = Long.SIZE - leaf.bits();
        this.isSigned = leaf.meaning() == Leaf.Meaning.SIGNED;
        require(skipBits + leaf.bits() <= Long.SIZE, "%s reaches over nine octets", path);
    }

    // The usual extended item, of single octets, needs no steps.
    private static int octetsBefore(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (!(steps.get(i) instanceof IntoExtent extent) || extent.fxAt() != i) {
                return 0;
            }
        }
        return steps.size();
    }

    double scaled(long raw) {
        return hasExactStep ? raw * step : leaf.scaled(raw);
    }

    /// A value that no record has: what an edition without it answers.
    static final Field ABSENT = new Field("", Uap.MAX_FIELDS, List.of(), new Found(Leaf.plain(1, Leaf.Meaning.RAW), 0));

    private record Found(Leaf leaf, int bitAt) {}

    /// A way into an item of variable length.
    private sealed interface Step {
        /// Where it leads, or -1 where the part is absent.
        int enter(byte[] bytes, int at, int end);
    }

    private record IntoSub(Compound compound, int slot) implements Step {
        @Override
        public int enter(byte[] bytes, int at, int end) {
            return compound.offsetOf(slot, bytes, at, end);
        }
    }

    /// The FX bits before an extent must be set.
    private record IntoExtent(int fxAt) implements Step {
        @Override
        public int enter(byte[] bytes, int at, int end) {
            return (bytes[at + fxAt] & 1) == 0 ? -1 : at;
        }
    }

    /// Past the count of a repetition; element 0 must exist.
    private record IntoRepeat(int elementBytes) implements Step {
        @Override
        public int enter(byte[] bytes, int at, int end) {
            return bytes[at] == 0 ? -1 : at + 1;
        }
    }

    /// Past the length octet of an expansion field, when its content has the known shape.
    private record IntoCounted(Counted counted) implements Step {
        @Override
        public int enter(byte[] bytes, int at, int end) {
            int past = at + (bytes[at] & 0xFF);
            return counted.fitting(bytes, at, past).isEmpty() ? -1 : at + 1;
        }
    }

    static Field of(String path, int slot, Shape item) {
        List<Step> steps = new ArrayList<>();
        List<String> names = names(path);
        return new Field(path, slot, steps, find(item, names.subList(1, names.size()), steps, path));
    }

    private static Found find(Shape shape, List<String> names, List<Step> steps, String path) {
        return switch (shape) {
            case Leaf leaf -> new Found(leaf, 0);
            case Choice choice -> new Found(choice.chosen(0), 0);
            case Group group -> inGroup(group, names, steps, path);
            case Extended extended -> inExtended(extended, names, steps, path);
            case Compound compound -> inCompound(compound, names, steps, path);
            case Chain chain -> find(chain.element(), names, steps, path);
            case Repeat repeat -> {
                steps.add(new IntoRepeat(repeat.element().fixedBytes()));
                yield find(repeat.element(), names, steps, path);
            }
            case Counted counted -> {
                steps.add(new IntoCounted(counted));
                yield find(counted.content().orElse(Undefined.HERE), names, steps, path);
            }
            case RandomFields _, Undefined _ -> throw new IllegalArgumentException("no value " + path);
        };
    }

    private static Found inGroup(Group group, List<String> names, List<Step> steps, String path) {
        require(!names.isEmpty(), "%s has parts", path);
        for (Member<BitShape> member : group.members()) {
            if (member.name().equals(names.getFirst())) {
                Found inner = find(member.shape(), names.subList(1, names.size()), steps, path);
                return new Found(inner.leaf(), member.bitAt() + inner.bitAt());
            }
        }
        throw new IllegalArgumentException("no value " + path);
    }

    private static Found inExtended(Extended extended, List<String> names, List<Step> steps, String path) {
        require(!names.isEmpty(), "%s has parts", path);
        int end = 0;
        for (Extended.Extent extent : extended.extents()) {
            if (end > 0) {
                steps.add(new IntoExtent(end - 1));
            }
            end += extent.bytes();
            boolean here = extent.group().members().stream()
                    .anyMatch(member -> member.name().equals(names.getFirst()));
            if (here) {
                return inGroup(extent.group(), names, steps, path);
            }
        }
        throw new IllegalArgumentException("no value " + path);
    }

    private static Found inCompound(Compound compound, List<String> names, List<Step> steps, String path) {
        require(!names.isEmpty(), "%s has parts", path);
        for (int i = 0; i < compound.slots().size(); i++) {
            Member<Shape> sub = compound.slots().get(i);
            if (sub.name().equals(names.getFirst())) {
                steps.add(new IntoSub(compound, i));
                return find(sub.shape(), names.subList(1, names.size()), steps, path);
            }
        }
        throw new IllegalArgumentException("no value " + path);
    }

    private static List<String> names(String path) {
        return SLASH.splitAsStream(path).toList();
    }

    List<String> names() {
        return names(path);
    }

    /// Where it is, as `105/LAT`.
    public String path() {
        return path;
    }

    /// The unit of [AsterixRecord#number], as the specification names it; empty for integers and codes.
    public String unit() {
        return leaf.unit();
    }

    Leaf leaf() {
        return leaf;
    }

    /// Where the value's octets start counting from, or -1 where the value is absent.
    int origin(byte[] bytes, int itemAt, int end) {
        for (int i = 0; i < octetsBefore; i++) {
            if ((bytes[itemAt + i] & 1) == 0) {
                return -1;
            }
        }
        int at = itemAt;
        for (Step into : steps) {
            at = into.enter(bytes, at, end);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }
}
