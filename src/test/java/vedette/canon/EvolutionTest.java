package vedette.canon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import vedette.math.LongMap;

/// A release reads what its predecessor wrote. The predecessor stands here as `Then`, the present as `Now`; their
/// schema texts are made equal in names.
final class EvolutionTest {
    static final class Then {
        record Plot(int number, Place place, Mode mode, List<Kind> kinds, Old dropped, double last) {}

        record Place(double x, double y) {}

        record Old(String text, List<Place> places) {}

        sealed interface Kind {}

        record Bird() implements Kind {}

        record Blimp(int gas) implements Kind {}

        enum Mode {
            A,
            B,
            C
        }
    }

    static final class Now {
        record Plot(
                Optional<Place> second,
                long number,
                Mode mode,
                Place place,
                List<Kind> kinds,
                OptionalInt count,
                double last,
                LongMap<String> notes) {}

        record Place(double x, double y) {}

        sealed interface Kind {}

        record Aircraft() implements Kind {}

        record Bird(boolean large) implements Kind {}

        enum Mode {
            C,
            D,
            A
        }
    }

    private static final Canon<Then.Plot> THEN = Canon.of(Then.Plot.class);
    private static final Canon<Now.Plot> NOW = Canon.of(Now.Plot.class);
    private static final Then.Old OLD = new Then.Old("gone", List.of(new Then.Place(8, 9)));

    private static String schemaOf(Canon<Then.Plot> canon) {
        return canon.schemaText().replace("EvolutionTest.Then.", "EvolutionTest.Now.");
    }

    private static Then.Plot then(Then.Mode mode, List<Then.Kind> kinds) {
        return new Then.Plot(7, new Then.Place(1, 2), mode, kinds, OLD, 3.5);
    }

    @Test
    void componentsMoveComeAndGo() {
        byte[] bytes = THEN.bytes(then(Then.Mode.C, List.of(new Then.Bird(), new Then.Bird())));

        Now.Plot plot = NOW.reading(schemaOf(THEN)).read(bytes).orThrow();

        Now.Bird bird = new Now.Bird(false);
        assertEquals(
                new Now.Plot(
                        Optional.empty(),
                        7,
                        Now.Mode.C,
                        new Now.Place(1, 2),
                        List.of(bird, bird),
                        OptionalInt.empty(),
                        3.5,
                        LongMap.empty()),
                plot);
    }

    @Test
    void aKindThatIsGoneIsDamageWhereItOccurs() {
        byte[] bytes = THEN.bytes(then(Then.Mode.A, List.of(new Then.Bird(), new Then.Blimp(1))));

        Read.Damaged<?> damaged =
                assertInstanceOf(Read.Damaged.class, NOW.reading(schemaOf(THEN)).read(bytes));

        assertTrue(damaged.reason().contains("EvolutionTest.Now.Blimp, which this release does not have"));
        assertEquals("EvolutionTest.Now.Plot.kinds[1]/EvolutionTest.Now.Blimp", damaged.path());
    }

    @Test
    void aValueThatIsGoneIsDamageWhereItOccurs() {
        byte[] bytes = THEN.bytes(then(Then.Mode.B, List.of()));

        Read.Damaged<?> damaged =
                assertInstanceOf(Read.Damaged.class, NOW.reading(schemaOf(THEN)).read(bytes));

        assertTrue(damaged.reason().contains("the value B"), damaged.reason());
    }

    @Test
    void aNewComponentWithoutAnEmptyValueIsRefusedAtOnce() {
        String without = NOW.schemaText().replace("  place EvolutionTest.Now.Place\n", "");

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> NOW.reading(without));

        assertTrue(refused.getMessage().contains("Plot.place is new and has no empty value"), refused.getMessage());
    }

    @Test
    void aComponentOfAnotherShapeIsRefusedAtOnce() {
        String other = NOW.schemaText().replace("  last f64\n", "  last text\n");

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> NOW.reading(other));

        assertTrue(refused.getMessage().contains("Plot.last: a double cannot hold text"), refused.getMessage());
    }

    @Test
    void aSchemaInACircleEnds() {
        Schema circle = Schema.parse("canon 1\nroot A\nkinds A A\n");

        Read<Integer> read = Walker.show(circle, new byte[1000], 0, 1000, new CanonVisitor() {});

        assertInstanceOf(Read.Damaged.class, read);
    }

    @Test
    void schemaTextsOfNonsenseAreRefusedInWords() {
        for (String text : List.of(
                "",
                "canon 2\nroot A\n",
                "canon 1\nroot B\n",
                "canon 1\nroot i32\nrecord A\n  x Unknown\n",
                "canon 1\nroot {i32\n",
                "canon 1\nroot {i32}\n",
                "canon 1\nroot i32\nclass A\n",
                "canon 1\nroot i32\nrecord A\n  x\n",
                "canon 1\nroot i32\nrecord A\nrecord A\n",
                "canon 1\nroot i32" + "?".repeat(100_000) + "\n")) {
            assertThrows(IllegalArgumentException.class, () -> Schema.parse(text), text);
        }
    }
}
