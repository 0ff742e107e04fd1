package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;

/// Whose constant errors a fit estimates, in the order in which its parameters hold them.
///
/// A fit has room for few; the errors of all other sensors are taken as more noise of each look.
///
/// @param sensors places in the list of satellites or of radars
record Slots(List<Integer> sensors) {
    static final Slots NONE = new Slots(List.of());

    Slots {
        sensors = List.copyOf(sensors);
    }

    /// The sensors with most looks, after those that have a place already; of equals the first seen first.
    ///
    /// @param kept those that have a place already
    /// @param most how many there is room for
    static Slots of(Slots kept, List<? extends Look> looks, int most) {
        List<Integer> seen = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Look look : looks) {
            int at = seen.indexOf(look.sensor());
            if (at >= 0) {
                counts.set(at, counts.get(at) + 1);
            } else if (kept.of(look.sensor()) < 0) {
                seen.add(look.sensor());
                counts.add(1);
            }
        }
        List<Integer> chosen = new ArrayList<>(kept.sensors);
        while (!seen.isEmpty() && chosen.size() < most) {
            int best = 0;
            for (int i = 1; i < seen.size(); i++) {
                best = counts.get(i) > counts.get(best) ? i : best;
            }
            chosen.add(seen.remove(best));
            counts.remove(best);
        }
        return new Slots(chosen);
    }

    /// These and one more sensor, where it has no place yet and there is room.
    Slots with(int sensor, int most) {
        if (of(sensor) >= 0 || sensors.size() >= most) {
            return this;
        }
        List<Integer> more = new ArrayList<>(sensors);
        more.add(sensor);
        return new Slots(more);
    }

    /// A sensor's place; -1 where it has none.
    int of(int sensor) {
        return sensors.indexOf(sensor);
    }

    int count() {
        return sensors.size();
    }
}
