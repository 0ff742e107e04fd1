package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;

/// Echoes of a thing that are no longer kept one by one.
///
/// @param echoes how many of each radar
/// @param untilS when the latest of them was, watch seconds; minus infinity while there are none
record Gone(List<Integer> echoes, double untilS) {
    static final Gone NONE = new Gone(List.of(), Double.NEGATIVE_INFINITY);

    Gone {
        echoes = List.copyOf(echoes);
    }

    Gone with(List<Look.Echo> more) {
        List<Integer> all = new ArrayList<>(echoes);
        double lastS = untilS;
        for (Look.Echo echo : more) {
            while (all.size() <= echo.sensor()) {
                all.add(0);
            }
            all.set(echo.sensor(), all.get(echo.sensor()) + 1);
            lastS = Math.max(lastS, echo.timeS());
        }
        return new Gone(all, lastS);
    }

    int of(int radar) {
        return radar < echoes.size() ? echoes.get(radar) : 0;
    }

    int count() {
        int count = 0;
        for (int each : echoes) {
            count += each;
        }
        return count;
    }
}
