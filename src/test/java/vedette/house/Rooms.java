package vedette.house;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Names of rooms: a package below `vedette`, as `core.track`.
final class Rooms {
    private static final String ROOT = "vedette";

    private Rooms() {}

    static boolean isOurs(String packageName) {
        return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
    }

    static String of(String packageName) {
        return packageName.equals(ROOT) ? "" : packageName.replaceFirst("^" + ROOT + "\\.", "");
    }

    /// Whether a room is one of the given patterns: `math`, `core.*` (the rooms below core), `core.**` (with core
    /// itself).
    static boolean matches(String room, String... patterns) {
        return Arrays.stream(patterns).anyMatch(pattern -> matchesOne(room, pattern));
    }

    private static boolean matchesOne(String room, String pattern) {
        if (pattern.endsWith(".**")) {
            String parent = pattern.substring(0, pattern.length() - 3);
            return room.equals(parent) || room.startsWith(parent + ".");
        }
        if (pattern.endsWith(".*")) {
            return room.startsWith(pattern.substring(0, pattern.length() - 1));
        }
        return room.equals(pattern);
    }

    /// The first names of a room: `core.track` at depth 1 is `core`.
    static String atDepth(String room, int depth) {
        return Arrays.stream(room.split("\\.")).limit(depth).collect(Collectors.joining("."));
    }
}
