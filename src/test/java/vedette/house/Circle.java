package vedette.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A circle in a set of arrows, if there is one.
final class Circle {
    private Circle() {}

    static Optional<String> in(List<Arrow> arrows) {
        return startsIn(arrows).values().stream().findFirst();
    }

    /// Each room that lies on a circle, with its shortest way back.
    static SortedMap<String, String> startsIn(List<Arrow> arrows) {
        Map<String, SortedSet<String>> next = new TreeMap<>();
        arrows.forEach(arrow ->
                next.computeIfAbsent(arrow.from(), _ -> new TreeSet<>()).add(arrow.to()));
        SortedMap<String, String> circles = new TreeMap<>();
        next.keySet().forEach(start -> wayBack(start, next).ifPresent(way -> circles.put(start, way)));
        return circles;
    }

    /// The shortest way from a room back to itself (breadth first).
    private static Optional<String> wayBack(String start, Map<String, SortedSet<String>> next) {
        Map<String, String> way = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        way.put(start, start);
        while (!open.isEmpty()) {
            String here = open.removeFirst();
            for (String there : next.getOrDefault(here, new TreeSet<>())) {
                if (there.equals(start)) {
                    return Optional.of(way.get(here) + " -> " + start);
                }
                if (way.putIfAbsent(there, way.get(here) + " -> " + there) == null) {
                    open.addLast(there);
                }
            }
        }
        return Optional.empty();
    }
}
