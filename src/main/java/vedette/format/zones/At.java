package vedette.format.zones;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.format.text.Json;

/// A value and its place in the file.
///
/// @param place the path to it
/// @param value what stands there
record At(String place, Json value) {
    /// The longest text quoted in a reason.
    private static final int QUOTED = 40;

    ZoneFault fault(String reason) {
        return new ZoneFault(place, reason);
    }

    /// A member that may be missing or null.
    Optional<At> maybe(String name) {
        return value.member(name)
                .filter(found -> !(found instanceof Json.Nothing))
                .map(found -> new At(place + "." + name, found));
    }

    At member(String name) {
        return maybe(name).orElseThrow(() -> fault("'" + name + "' is missing"));
    }

    List<At> items() {
        if (!(value instanceof Json.Items(List<Json> items))) {
            throw fault("no array");
        }
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> new At(place + "[" + i + "]", items.get(i)))
                .toList();
    }

    String text() {
        return value.text().orElseThrow(() -> fault("no text"));
    }

    double number() {
        OptionalDouble number = value.number();
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            throw fault("no number");
        }
        return number.getAsDouble();
    }

    /// The member of an enum that the text names.
    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw fault("'" + quoted(text) + "' is none of " + List.of(type.getEnumConstants()));
    }

    static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
