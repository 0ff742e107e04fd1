package vedette.format.sapient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule of the table, at every field of every message: what breaks it is refused by the field's own name.
class RulesTest {
    static List<String> contents() {
        return Sample.contents();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aMessageWithEveryFieldIsTakenInBothFormsAndEditions(String content) {
        for (Edition edition : Edition.values()) {
            Part message = Sample.full(edition, content);

            assertEquals(List.of(), Sapient.check(edition, message), content);
            assertEquals(message, taken(binary(message, edition)), content);
            assertEquals(message, taken(Sapient.json(Sapient.json(message), Optional.of(edition))), content);
        }
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatMustBeThereIsMissedByName(String content) {
        Part message = Sample.full(Edition.V2, content);

        List<Sample.Spoilt> without = Sample.spoilt(message, (field, value) -> {
            boolean element = field.repeated() && !(value instanceof Value.Listed);
            return field.needed() && field.oneof().isEmpty() && !element
                    ? Optional.of(Optional.empty())
                    : Optional.empty();
        });

        assertRefusedByName(without);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void blankTextsUnspecifiedEnumsAndEmptyListsAreNotThere(String content) {
        Part message = Sample.full(Edition.V2, content);

        assertRefusedByName(Sample.spoilt(message, (field, value) -> field.needed() ? empty(value) : Optional.empty()));
    }

    private static Optional<Optional<Value>> empty(Value value) {
        if (value instanceof Value.Text) {
            return Optional.of(Optional.of(new Value.Text(" ")));
        }
        if (value instanceof Value.Choice) {
            return Optional.of(Optional.of(new Value.Choice(0)));
        }
        return value instanceof Value.Listed ? Optional.of(Optional.of(new Value.Listed(List.of()))) : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void identifiersOfTheWrongKindAreRefusedByName(String content) {
        Part message = Sample.full(Edition.V2, content);

        assertRefusedByName(Sample.spoilt(message, (field, value) -> wrongId(field, value, "AAA")));
        assertRefusedByName(Sample.spoilt(
                message,
                (field, value) -> wrongId(field, value, field.kind() == Kind.UUID ? Sample.OBJECT : Sample.NODE)));
    }

    private static Optional<Optional<Value>> wrongId(Field field, Value value, String id) {
        boolean identifier = field.kind() == Kind.UUID || field.kind() == Kind.ULID;
        return identifier && value instanceof Value.Text
                ? Optional.of(Optional.of(new Value.Text(id)))
                : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void enumsThatNobodyKnowsAreRefusedByName(String content) {
        Part message = Sample.full(Edition.V2, content);

        assertRefusedByName(Sample.spoilt(
                message,
                (field, value) -> value instanceof Value.Choice
                        ? Optional.of(Optional.of(new Value.Choice(61)))
                        : Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void numbersThatAreNoneOrOutOfRangeAreRefusedByName(String content) {
        Part message = Sample.full(Edition.V2, content);

        assertRefusedByName(Sample.spoilt(
                message,
                (field, value) -> value instanceof Value.Real
                        ? Optional.of(Optional.of(new Value.Real(Double.NaN)))
                        : Optional.empty()));
        assertRefusedByName(Sample.spoilt(
                message,
                (field, value) -> value instanceof Value.Real && field.range() != Field.Range.ANY
                        ? Optional.of(Optional.of(new Value.Real(field.range().least() - 0.5)))
                        : Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void oneOfAGroupMustBeThere(String content) {
        Part message = Sample.full(Edition.V2, content);

        List<Sample.Spoilt> without = Sample.spoilt(
                message,
                (field, value) -> field.oneof().isPresent() ? Optional.of(Optional.empty()) : Optional.empty());

        List<String> wrong = new ArrayList<>();
        for (Sample.Spoilt spoilt : without) {
            // A group that may be empty is an alert's place and a report's velocity.
            boolean free = spoilt.path().equals("alert.range_bearing")
                    || spoilt.path().equals("detection_report.enu_velocity");
            if (!free
                    && !refused(spoilt).contains("oneof")
                    && !refused(spoilt).endsWith("content")
                    && !refused(spoilt).endsWith("command")) {
                wrong.add(spoilt.path() + " -> " + refused(spoilt));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void assertRefusedByName(List<Sample.Spoilt> all) {
        List<String> wrong = new ArrayList<>();
        for (Sample.Spoilt spoilt : all) {
            if (!refused(spoilt).contains(spoilt.path())) {
                wrong.add(spoilt.path() + " -> " + refused(spoilt));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static String refused(Sample.Spoilt spoilt) {
        Sapient.Reading binary = binary(spoilt.message(), Edition.V2);
        Sapient.Reading json = Sapient.json(Sapient.json(spoilt.message()), Optional.of(Edition.V2));
        assertTrue(binary instanceof Sapient.Refused, () -> spoilt.path() + " is taken as a frame");
        return json instanceof Sapient.Refused refused
                ? refused.findings().stream().map(Finding::field).collect(Collectors.joining(" "))
                : "taken as JSON";
    }

    private static Sapient.Reading binary(Part message, Edition edition) {
        byte[] bytes = Sapient.binary(message);
        return Sapient.binary(bytes, 0, bytes.length, Optional.of(edition));
    }

    private static Part taken(Sapient.Reading reading) {
        return switch (reading) {
            case Sapient.Taken taken -> taken.part();
            case Sapient.Refused refused ->
                throw new AssertionError(refused.findings().toString());
        };
    }
}
