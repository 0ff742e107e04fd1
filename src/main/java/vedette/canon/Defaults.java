package vedette.canon;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;

/// What a component starts out with that older bytes do not have: nothing, no entries, zero.
final class Defaults {
    private Defaults() {}

    /// The empty value of a type, or null when it has none: such a component must be made optional.
    static @Nullable Object of(Class<?> raw) {
        return switch (raw.getName()) {
            case "boolean", "java.lang.Boolean" -> false;
            case "byte", "java.lang.Byte" -> (byte) 0;
            case "short", "java.lang.Short" -> (short) 0;
            case "char", "java.lang.Character" -> (char) 0;
            case "int", "java.lang.Integer" -> 0;
            case "long", "java.lang.Long" -> 0L;
            case "float", "java.lang.Float" -> 0f;
            case "double", "java.lang.Double" -> 0d;
            case "java.lang.String" -> "";
            case "java.util.Optional" -> Optional.empty();
            case "java.util.OptionalInt" -> OptionalInt.empty();
            case "java.util.OptionalLong" -> OptionalLong.empty();
            case "java.util.OptionalDouble" -> OptionalDouble.empty();
            case "java.util.List" -> List.of();
            case "java.util.SortedMap", "java.util.NavigableMap" -> Collections.emptyNavigableMap();
            case "java.util.TreeMap" -> new TreeMap<>();
            case "vedette.math.LongMap" -> LongMap.empty();
            case "[B" -> new byte[0];
            case "[D" -> new double[0];
            case "[J" -> new long[0];
            case "[I" -> new int[0];
            case "[Z" -> new boolean[0];
            default -> null;
        };
    }
}
