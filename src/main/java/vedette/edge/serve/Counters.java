package vedette.edge.serve;

import java.util.Map;
import java.util.TreeMap;

/// How often which limit or rule was passed.
final class Counters {
    private final Map<String, Long> counts = new TreeMap<>();

    /// Counts one.
    ///
    /// @param name a Prometheus series without the prefix, with labels where it has some
    void count(String name) {
        count(name, 1);
    }

    /// Counts some.
    synchronized void count(String name, long some) {
        counts.merge(name, some, Long::sum);
    }

    synchronized long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    synchronized Map<String, Long> all() {
        return new TreeMap<>(counts);
    }
}
