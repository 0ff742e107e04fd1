package vedette.format.sapient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.format.text.Json;

/// Reads the JSON form of protocol buffers by the table.
///
/// Names may be the standard's or JSON's; numbers may stand in quotes; `null` is not there. Unlike in frames a name
/// that the table does not know is refused, as a misspelt name would otherwise be lost in silence.
final class JsonReader {
    private final Findings findings;

    JsonReader(Findings findings) {
        this.findings = findings;
    }

    /// Reads an object as a part.
    Part part(MessageType type, Json json, @Nullable Trail up, int depth) {
        Part.Builder part = new Part.Builder(type);
        if (!(json instanceof Json.Members(List<Json.Member> members))) {
            findings.add(here(up), "is no object");
            return part.build();
        }
        if (depth > WireReader.DEEPEST) {
            findings.add(here(up), "nested more than " + WireReader.DEEPEST + " deep");
            return part.build();
        }
        for (Json.Member member : members) {
            Field field = type.named(member.name());
            if (field == null) {
                findings.unknown(up, member.name(), "is no field of " + type.name());
            } else if (!(member.value() instanceof Json.Nothing)) {
                member(field, member.value(), new Within(up, depth, part));
            }
        }
        return part.build();
    }

    private static Trail here(@Nullable Trail up) {
        return up == null ? Trail.of(null, "message") : up;
    }

    /// Where a field is read.
    private record Within(@Nullable Trail up, int depth, Part.Builder part) {}

    private void member(Field field, Json json, Within in) {
        if (in.part.has(field)) {
            findings.add(in.up, field.name(), "stands twice");
            return;
        }
        beside(field, in)
                .ifPresent(other ->
                        findings.add(in.up, field.name(), "stands beside " + other + "; only one of them may"));
        if (field.repeated()) {
            repeated(field, json, in);
        } else {
            value(field, json, Trail.of(in.up, field.name()), in.depth).ifPresent(value -> in.part.set(field, value));
        }
    }

    private static Optional<Field> beside(Field field, Within in) {
        return field.oneof()
                .flatMap(group -> in.part.type().fields().stream()
                        .filter(other -> other.oneof().equals(Optional.of(group)) && in.part.has(other))
                        .findFirst());
    }

    private void repeated(Field field, Json json, Within in) {
        if (!(json instanceof Json.Items(List<Json> items))) {
            findings.unknown(in.up, field.name(), "is no list");
            return;
        }
        List<Value> list = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            value(field, items.get(i), new Trail(in.up, field.name(), i), in.depth)
                    .ifPresent(list::add);
        }
        in.part.set(field, new Value.Listed(list));
    }

    private Optional<Value> value(Field field, Json json, Trail trail, int depth) {
        if (field.kind() == Kind.PART) {
            if (json instanceof Json.Items) {
                findings.unknown(trail.up(), trail.name(), "is a list where one object stands");
                return Optional.empty();
            }
            return Optional.of(part(field.partType(), json, trail, depth + 1));
        }
        Optional<Value> value = scalar(field, json);
        if (value.isEmpty()) {
            findings.add(trail, "is no " + words(field));
        }
        return value;
    }

    private static String words(Field field) {
        return switch (field.kind()) {
            case TEXT, UUID, ULID -> "text";
            case BOOL -> "true or false";
            case INT -> "whole number of 32 bits";
            case FLOAT, DOUBLE -> "number";
            case BYTES -> "base64 text";
            case TIME -> "time as 2026-01-01T00:00:00Z";
            case CHOICE -> "value of " + field.choiceType();
            case PART -> "object";
        };
    }

    private static Optional<Value> scalar(Field field, Json json) {
        return switch (json) {
            case Json.Text(String text) -> ofText(field, text);
            case Json.Whole(long number) -> ofWhole(field, number);
            case Json.Real(double number) -> ofReal(field, number);
            case Json.Truth(boolean truth) ->
                field.kind() == Kind.BOOL ? Optional.of(new Value.Truth(truth)) : Optional.empty();
            case Json.Members _, Json.Items _, Json.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Value> ofText(Field field, String text) {
        return switch (field.kind()) {
            case TEXT, UUID, ULID -> Optional.of(new Value.Text(text));
            case INT, FLOAT, DOUBLE -> quoted(field, text);
            case BYTES -> base64(text);
            case TIME -> JsonForm.time(text).map(time -> time);
            case CHOICE -> field.choiceType().of(text).map(choice -> new Value.Choice(choice.number()));
            case BOOL, PART -> Optional.empty();
        };
    }

    private static Optional<Value> quoted(Field field, String text) {
        try {
            return switch (text) {
                case "NaN" -> ofReal(field, Double.NaN);
                case "Infinity" -> ofReal(field, Double.POSITIVE_INFINITY);
                case "-Infinity" -> ofReal(field, Double.NEGATIVE_INFINITY);
                case String digits when digits.length() > 40 -> Optional.empty();
                case String digits -> ofReal(field, new BigDecimal(digits).doubleValue());
            };
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Value> ofWhole(Field field, long number) {
        return switch (field.kind()) {
            case INT -> (int) number == number ? Optional.of(new Value.Whole((int) number)) : Optional.empty();
            case CHOICE -> (int) number == number ? Optional.of(new Value.Choice((int) number)) : Optional.empty();
            case FLOAT, DOUBLE -> ofReal(field, (double) number);
            case TEXT, UUID, ULID, BOOL, BYTES, TIME, PART -> Optional.empty();
        };
    }

    private static Optional<Value> ofReal(Field field, double number) {
        return switch (field.kind()) {
            case DOUBLE -> Optional.of(new Value.Real(number));
            case FLOAT -> Optional.of(new Value.Real((float) number));
            case INT -> number == Math.rint(number) ? ofWhole(field, (long) number) : Optional.empty();
            case TEXT, UUID, ULID, BOOL, BYTES, TIME, CHOICE, PART -> Optional.empty();
        };
    }

    private static Optional<Value> base64(String text) {
        try {
            return Optional.of(new Value.Bytes(
                    Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'))));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
