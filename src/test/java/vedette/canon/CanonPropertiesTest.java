package vedette.canon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vedette.canon.CanonTest.Boxes;
import vedette.canon.CanonTest.Colour;
import vedette.canon.CanonTest.Deep;
import vedette.canon.CanonTest.Inner;
import vedette.canon.CanonTest.Leaf;
import vedette.canon.CanonTest.Numbers;
import vedette.canon.CanonTest.Shapes;
import vedette.canon.CanonTest.Tree;

/// Laws of canonical bytes over random graphs and random bytes.
final class CanonPropertiesTest {
    private static final Canon<Shapes> CANON = Canon.of(Shapes.class);

    /// A reader of an older schema, in which a component more stood.
    private static final Canon<Shapes> PLAIN =
            CANON.reading(CANON.schemaText().replace("  name text\n", "  name text\n  was i32\n"));

    private static Shapes graph(long seed) {
        Random random = new Random(seed);
        return switch (random.nextInt(4)) {
            case 0 -> numbers(random);
            case 1 -> tree(random, 4);
            case 2 -> new Deep(inner(random), List.of(inner(random), inner(random)));
            default ->
                new Boxes(
                        List.of(random.nextInt(), random.nextInt(100)),
                        List.of(random.nextGaussian()),
                        random.nextBoolean() ? Optional.of(random.nextLong()) : Optional.empty(),
                        Optional.of(random.nextBoolean()));
        };
    }

    private static Numbers numbers(Random r) {
        return new Numbers(
                r.nextBoolean(),
                (byte) r.nextInt(),
                (short) r.nextInt(),
                (char) r.nextInt(),
                r.nextInt() >> r.nextInt(32),
                r.nextLong() >> r.nextInt(64),
                r.nextFloat(),
                Double.longBitsToDouble(r.nextLong()));
    }

    private static Inner inner(Random random) {
        return random.nextBoolean() ? new Leaf(random.nextDouble()) : Colour.values()[random.nextInt(2)];
    }

    private static Tree tree(Random random, int depth) {
        List<Tree> children = new ArrayList<>();
        for (int i = 0; depth > 0 && i < random.nextInt(4); i++) {
            children.add(tree(random, depth - 1));
        }
        char[] name = new char[random.nextInt(5)];
        for (int i = 0; i < name.length; i++) {
            name[i] = (char) random.nextInt(random.nextBoolean() ? 128 : 65536);
        }
        return new Tree(new String(name), List.copyOf(children));
    }

    @Property(tries = 2000)
    void whatIsWrittenComesBack(@ForAll long seed) {
        Shapes value = graph(seed);
        byte[] bytes = CANON.bytes(value);

        assertEquals(value, CANON.read(bytes).orThrow());
        assertEquals(XxHash64.of(bytes), CANON.digest(value));
    }

    @Property(tries = 300)
    void everyCutIsDamage(@ForAll long seed) {
        byte[] bytes = CANON.bytes(graph(seed));

        for (int length = 0; length < bytes.length; length++) {
            assertInstanceOf(Read.Damaged.class, CANON.read(bytes, 0, length));
        }
    }

    /// One value, one spelling: whatever random bytes are accepted are exactly those that the value is written as.
    @Property(tries = 3000)
    void acceptedBytesAreCanonical(@ForAll long seed) {
        byte[] bytes = CANON.bytes(graph(seed));
        Random random = new Random(~seed);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        switch (CANON.read(bytes)) {
            case Read.Value<Shapes>(Shapes value) -> assertArrayEquals(bytes, CANON.bytes(value));
            case Read.Damaged<Shapes> damaged -> {}
        }
    }

    @Property(tries = 500)
    void theWalkerSeesAllThatIsRead(@ForAll long seed) {
        byte[] bytes = CANON.bytes(graph(seed));

        assertEquals(
                bytes.length,
                Walker.show(CANON.schema(), bytes, 0, bytes.length, new CanonVisitor() {})
                        .orThrow());
    }

    @Property(tries = 1000)
    void randomBytesNeverThrow(@ForAll byte[] bytes) {
        byte[] tagged = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, 0, tagged, 1, bytes.length);
        for (int tag = 0; tag < 11; tag++) {
            tagged[0] = (byte) tag;
            CANON.read(tagged);
            PLAIN.read(tagged);
            Walker.show(CANON.schema(), tagged, 0, tagged.length, new CanonVisitor() {});
        }
    }

    @Property(tries = 50)
    void maybesAndNumbersOfAnySize(@ForAll int a, @ForAll long b, @ForAll double c) {
        CanonTest.Maybes value =
                new CanonTest.Maybes(OptionalInt.of(a), OptionalLong.of(b), OptionalDouble.of(c), Optional.empty());

        assertEquals(value, CANON.read(CANON.bytes(value)).orThrow());
    }
}
