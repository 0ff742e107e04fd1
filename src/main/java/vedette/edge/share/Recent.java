package vedette.edge.share;

import java.util.LinkedHashMap;
import java.util.Map;

/// Names that came lately; the oldest are forgotten.
final class Recent {
    private final int most;
    private final Map<String, Boolean> names = new LinkedHashMap<>();

    Recent(int most) {
        this.most = most;
    }

    /// Notes a name.
    ///
    /// @return whether it is new
    synchronized boolean add(String name) {
        if (names.putIfAbsent(name, true) != null) {
            return false;
        }
        if (names.size() > most) {
            names.remove(names.keySet().iterator().next());
        }
        return true;
    }

    synchronized boolean has(String name) {
        return names.containsKey(name);
    }
}
