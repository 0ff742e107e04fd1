package vedette.format.zones;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.format.text.Json;

/// A value and its place in the file.
///
/// @param path the path to it
/// @param value what stands there
record At(String path, Json value) {
    /// The longest text quoted in a reason.
    private static final int QUOTED = 40;

    ZoneFault fault(String reason) {
        return where().fault(reason);
    }

    Where where() {
        return new Where(path, 0);
    }

    /// A member that may be missing or null.
    Optional<At> maybe(String name) {
        return value.member(name)
                .filter(found -> !(found instanceof Json.Nothing))
                .map(found -> new At(path + "." + name, found));
    }

    At member(String name) {
        return maybe(name).orElseThrow(() -> fault("'" + name + "' is missing"));
    }

    List<At> items() {
        if (!(value instanceof Json.Items(List<Json> items))) {
            throw fault("no array");
        }
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(i -> new At(path + "[" + i + "]", items.get(i)))
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
        return oneOf(where(), text(), type);
    }

    /// The member of an enum that a text names.
    ///
    /// @param at where the text stands
    static <E extends Enum<E>> E oneOf(Where at, String text, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw at.fault("'" + quoted(text) + "' is none of " + List.of(type.getEnumConstants()));
    }

    static String quoted(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
    }
}
