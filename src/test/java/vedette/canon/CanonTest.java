package vedette.canon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vedette.math.LongMap;

/// What canonical bytes are, and what becomes of bytes that are not.
final class CanonTest {
    sealed interface Shapes {}

    record Nothing() implements Shapes {}

    record Numbers(boolean a, byte b, short c, char d, int e, long f, float g, double h) implements Shapes {}

    record Boxes(List<Integer> ints, List<Double> doubles, Optional<Long> maybe, Optional<Boolean> flag)
            implements Shapes {}

    record Arrays(byte[] a, int[] b, long[] c, double[] d, boolean[] e) implements Shapes {}

    record Maybes(OptionalInt a, OptionalLong b, OptionalDouble c, Optional<Optional<String>> d) implements Shapes {}

    record Maps(SortedMap<String, Integer> byName, LongMap<String> byNumber, TreeMap<Colour, Pair<String, Long>> pairs)
            implements Shapes {}

    record Tree(String name, List<Tree> children) implements Shapes {}

    record Deep(Inner inner, List<Inner> more) implements Shapes {}

    private record Positive(double value) implements Shapes {
        Positive {
            if (value <= 0) {
                throw new IllegalArgumentException("value " + value);
            }
        }
    }

    record Pair<A, B>(A first, B second) {}

    sealed interface Inner extends Shapes {}

    record Leaf(double x) implements Inner {}

    enum Colour implements Inner {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "grass";
            }
        }
    }

    private static final Canon<Shapes> CANON = Canon.of(Shapes.class);

    private static Shapes there(Shapes value) {
        byte[] bytes = CANON.bytes(value);
        return CANON.read(bytes).orThrow();
    }

    private static void comesBack(Shapes value) {
        Shapes back = there(value);
        assertEquals(value, back);
        assertArrayEquals(CANON.bytes(value), CANON.bytes(back));
        assertEquals(XxHash64.of(CANON.bytes(value)), CANON.digest(value));
    }

    @Test
    void everyKindOfComponentComesBack() {
        comesBack(new Nothing());
        comesBack(new Numbers(true, (byte) -1, Short.MIN_VALUE, '\uffff', -7, Long.MIN_VALUE, -0f, Double.MIN_VALUE));
        comesBack(new Boxes(List.of(1, -2), List.of(Double.NaN, -0.0), Optional.of(5L), Optional.empty()));
        comesBack(new Maybes(
                OptionalInt.of(3), OptionalLong.empty(), OptionalDouble.of(1.5), Optional.of(Optional.of("x"))));
        comesBack(new Maps(
                new TreeMap<>(Map.of("a", 1, "b", 2)),
                LongMap.<String>empty().with(-5, "minus").with(7, "seven"),
                new TreeMap<>(Map.of(Colour.GREEN, new Pair<>("p", 9L)))));
        comesBack(new Tree(
                "root", List.of(new Tree("a", List.of()), new Tree("b", List.of(new Tree("c", List.of()))))));
        comesBack(new Deep(Colour.GREEN, List.of(new Leaf(2), Colour.RED)));
        comesBack(new Positive(2));
    }

    @Test
    void arraysComeBackElementByElement() {
        Arrays value = new Arrays(
                new byte[] {1, -2}, new int[] {3}, new long[] {4, -5}, new double[] {6.5}, new boolean[] {true, false});

        Arrays back = (Arrays) there(value);

        assertArrayEquals(value.a(), back.a());
        assertArrayEquals(value.b(), back.b());
        assertArrayEquals(value.c(), back.c());
        assertArrayEquals(value.d(), back.d());
        assertArrayEquals(value.e(), back.e());
    }

    @Test
    void theBytesOfAKnownValueAreFixed() {
        Tree value = new Tree("é", List.of(new Tree("", List.of())));

        byte[] bytes = Canon.of(Tree.class).bytes(value);

        assertArrayEquals(new byte[] {2, (byte) 0xC3, (byte) 0xA9, 1, 0, 0}, bytes);
    }

    @Test
    void everyNaNIsTheSameNaN() {
        double strange = Double.longBitsToDouble(0x7ff0000000000001L);

        assertArrayEquals(CANON.bytes(new Leaf(Double.NaN)), CANON.bytes(new Leaf(strange)));
    }

    @Test
    void aLoneSurrogateComesBack() {
        comesBack(new Tree("a\ud800b\udfff", List.of()));
        comesBack(new Tree("\ud83d\ude80", List.of()));
    }

    @Test
    void theSchemaTellsNamesAndShapes() {
        String text = Canon.of(Maps.class).schemaText();

        assertEquals("""
                canon 1
                root CanonTest.Maps
                enum CanonTest.Colour RED GREEN
                record CanonTest.Maps
                  byName {text:i32}
                  byNumber {i64:text}
                  pairs {CanonTest.Colour:CanonTest.Pair<String,Long>}
                record CanonTest.Pair<String,Long>
                  first text
                  second i64
                """, text);
        assertEquals(Canon.of(Maps.class).schema(), Schema.parse(text));
        assertEquals(text, Schema.parse(text).text());
    }

    @Test
    void damageNamesOffsetPathAndReason() {
        byte[] bytes = CANON.bytes(new Deep(Colour.RED, List.of(new Leaf(1), new Leaf(2))));
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 3);

        Read.Damaged<?> damaged = assertInstanceOf(Read.Damaged.class, CANON.read(cut));

        assertEquals("CanonTest.Shapes/CanonTest.Deep.more[1]/CanonTest.Leaf.x", damaged.path());
        assertTrue(damaged.reason().contains("8 needed, 5 left"), damaged.reason());
        assertEquals(bytes.length - 8, damaged.offset());
    }

    @Test
    void aRecordThatRefusesItsValuesIsDamage() {
        byte[] bytes = CANON.bytes(new Positive(1));
        bytes[bytes.length - 1] = (byte) 0xBF; // the sign and high exponent bits of a double

        Read.Damaged<?> damaged = assertInstanceOf(Read.Damaged.class, CANON.read(bytes));

        assertEquals("CanonTest.Shapes/CanonTest.Positive", damaged.path());
        assertTrue(damaged.reason().contains("value -1"), damaged.reason());
    }

    @Test
    void aHugeCountTakesNoMemory() {
        byte[] bytes = CANON.bytes(new Tree("", List.of()));
        byte[] hostile = java.util.Arrays.copyOf(bytes, bytes.length + 3);
        hostile[bytes.length - 1] = (byte) 0xFF;
        hostile[bytes.length] = (byte) 0xFF;
        hostile[bytes.length + 1] = (byte) 0xFF;
        hostile[bytes.length + 2] = 0x7F;

        Read.Damaged<?> damaged = assertInstanceOf(Read.Damaged.class, CANON.read(hostile));

        assertTrue(damaged.reason().startsWith("a count of 268435455 with 0"), damaged.reason());
    }

    @Test
    void recordsLieAtMostSixtyFourDeep() {
        Tree tree = new Tree("", List.of());
        for (int i = 1; i < 64; i++) {
            tree = new Tree("", List.of(tree));
        }
        comesBack(tree);
        Tree tooDeep = new Tree("", List.of(tree));
        byte[] hostile = new byte[500];
        java.util.Arrays.fill(hostile, (byte) 0);
        for (int i = 2; i < 500; i += 2) {
            hostile[i] = 1;
        }
        hostile[0] = CANON.bytes(tree)[0];

        assertThrows(IllegalStateException.class, () -> CANON.bytes(tooDeep));
        Read.Damaged<?> damaged = assertInstanceOf(Read.Damaged.class, CANON.read(hostile));
        assertTrue(damaged.reason().contains("64 deep"), damaged.reason());
    }

    @Test
    void bytesTooManyAreDamage() {
        byte[] bytes = CANON.bytes(new Nothing());

        assertInstanceOf(Read.Damaged.class, CANON.read(java.util.Arrays.copyOf(bytes, bytes.length + 1)));
    }

    @Test
    void whatHasNoOrderIsRefusedAtTheStart() {
        record Unordered(Map<String, Integer> map) {}

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Canon.of(Unordered.class));

        assertTrue(refused.getMessage().contains("Unordered.map: java.util.Map has no canonical form"));
    }

    @Test
    void theHashIsThatOfTheSpecification() {
        assertEquals(0xEF46DB3751D8E999L, XxHash64.of(new byte[0]));
        assertEquals(0xD24EC4F1A98C6E5BL, XxHash64.of("a".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(0x44BC2CF5AD770999L, XxHash64.of("abc".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void theHashDoesNotDependOnThePieces() {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        XxHash64 pieces = new XxHash64();
        for (int at = 0, size = 1; at < bytes.length; at += size, size = size % 97 + 7) {
            size = Math.min(size, bytes.length - at);
            pieces.update(bytes, at, size);
        }

        assertEquals(XxHash64.of(bytes), pieces.value());
        assertNotEquals(XxHash64.of(bytes), new XxHash64(1).value());
    }
}
