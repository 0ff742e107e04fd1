package vedette.format.sapient;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;

/// Writes messages in the JSON form of protocol buffers.
final class JsonForm {
    private JsonForm() {}

    /// A message or part as an object, its fields in the table's order.
    static Json of(Part part) {
        List<Json.Member> members = new ArrayList<>();
        for (Field field : part.type().fields()) {
            Value value = part.at(field);
            if (value != null) {
                members.add(new Json.Member(field.jsonName(), of(field, value)));
            }
        }
        return new Json.Members(members);
    }

    private static Json of(Field field, Value value) {
        return switch (value) {
            case Value.Text(String text) -> new Json.Text(text);
            case Value.Real(double number) -> real(field.kind(), number);
            case Value.Whole(int number) -> new Json.Whole(number);
            case Value.Truth(boolean truth) -> new Json.Truth(truth);
            case Value.Choice(int number) ->
                field.choiceType().of(number).isPresent()
                        ? new Json.Text(field.choiceType().jsonName(number))
                        : new Json.Whole(number);
            case Value.Time time -> new Json.Text(text(time));
            case Value.Bytes octets -> new Json.Text(Base64.getEncoder().encodeToString(octets.bytes()));
            case Value.Listed(List<Value> list) ->
                new Json.Items(list.stream().map(each -> of(field, each)).toList());
            case Part part -> of(part);
        };
    }

    // A number of 32 bits is written with the digits it needs, not with those of its 64-bit neighbour.
    private static Json real(Kind kind, double number) {
        if (!Double.isFinite(number)) {
            return new Json.Text(Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
        }
        return new Json.Real(kind == Kind.FLOAT ? Double.parseDouble(Float.toString((float) number)) : number);
    }

    static String text(Value.Time time) {
        return Instant.ofEpochSecond(time.unixS(), time.nanos()).toString();
    }

    /// A time as RFC 3339 text.
    static Optional<Value.Time> time(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return Optional.of(new Value.Time(instant.getEpochSecond(), instant.getNano()));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
