package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vedette.math.Normal;
import vedette.model.Moment;
import vedette.model.PlaceAhead;
import vedette.model.SensorId;

/// When all fliers together reach a place: the chance of at least one, and the spread of the first arrival.
final class Judging {
    /// Less is said of no place.
    private static final double LEAST = 0.03;

    /// Nodes that are named.
    private static final int MOST_SOURCES = 8;

    private final Round round;

    private final Ahead.Newcomers newcomers;

    Judging(Round round) {
        this.round = round;
        newcomers = round.places.newcomers(new Salvo(round.salvo, round.nowS));
    }

    /// One flier that may reach the place.
    private record Arrival(Flier flier, Outlook outlook, double chance) {}

    /// What is to be said of a place now; nothing where nothing comes and nothing came.
    @Nullable
    PlaceAhead of(int place) {
        List<Arrival> arrivals = new ArrayList<>();
        double[] soonest = {Double.POSITIVE_INFINITY};
        round.fliers.forEachValue(flier -> {
            for (Outlook outlook : flier.outlooks()) {
                if (flier.isSure() && outlook.place() == place) {
                    arrivals.add(new Arrival(flier, outlook, flier.existence() * outlook.probability()));
                    soonest[0] = Math.min(soonest[0], Math.max(0, outlook.soonestS() - round.nowS));
                }
            }
        });
        double missed = 1;
        double evaded = 1;
        double expected = 0;
        for (Arrival each : arrivals) {
            missed *= 1 - each.chance;
            evaded *= 1 - each.flier.existence() * each.outlook.missile();
            expected += each.chance * each.flier.many();
        }
        double[] more = round.places.reached(newcomers, place);
        missed *= 1 - more[0];
        evaded *= 1 - more[0];
        expected += more[0];
        boolean known = round.ahead.contains(place);
        if (1 - missed < LEAST && soonest[0] == Double.POSITIVE_INFINITY) {
            return known ? gone(place) : null;
        }
        double[] chances = {unit(1 - missed), soonest[0], expected, unit(1 - evaded)};
        return ahead(place, arrivals, new Chances(chances, more));
    }

    /// What is told.
    ///
    /// @param all of any, soonest, how many, of a missile
    /// @param newcomers see [Ahead#reached]
    private record Chances(double[] all, double[] newcomers) {}

    // Rounding may carry a chance just outside.
    private static double unit(double chance) {
        return Math.clamp(chance, 0, 1);
    }

    private PlaceAhead gone(int place) {
        Moment now = round.stamp.arrivedAt();
        String id = round.before.places().get(place).id();
        return new PlaceAhead(
                id,
                0,
                0,
                Double.POSITIVE_INFINITY,
                0,
                now,
                now,
                now,
                List.of(),
                List.of(),
                "Nothing is heard that may reach it");
    }

    private PlaceAhead ahead(int place, List<Arrival> arrivals, Chances told) {
        double[] chances = told.all;
        arrivals.sort((a, b) -> Double.compare(b.chance, a.chance));
        TreeSet<Long> raids = new TreeSet<>();
        TreeSet<SensorId> sources = new TreeSet<>();
        for (Arrival each : arrivals) {
            if (each.chance > LEAST && each.flier.raid() > 0) {
                raids.add(each.flier.raid());
            }
            for (int node : each.flier.ears()) {
                if (node >= 0 && sources.size() < MOST_SOURCES) {
                    sources.add(round.before.nodes().get(node).sensor());
                }
            }
        }
        return new PlaceAhead(
                round.before.places().get(place).id(),
                chances[0],
                chances[3],
                chances[1],
                chances[2],
                quantile(arrivals, told, 0.05),
                quantile(arrivals, told, 0.5),
                quantile(arrivals, told, 0.95),
                List.copyOf(raids),
                List.copyOf(sources),
                why(place, arrivals, told));
    }

    // The first arrival is later than t when every flier's is: bisection on that product.
    private Moment quantile(List<Arrival> arrivals, Chances told, double part) {
        double any = told.all[0];
        double[] newcomers = told.newcomers;
        double low = round.nowS;
        double high = round.nowS + 2 * Ahead.HORIZON_S;
        for (int i = 0; i < 24 && any > 0; i++) {
            double middle = (low + high) / 2;
            double none = 1 - newcomers[0] * Normal.below((middle - round.nowS - newcomers[1]) / newcomers[2]);
            for (Arrival each : arrivals) {
                double z = (middle - each.outlook.atS()) / each.outlook.sigmaS();
                none *= 1 - each.chance * Normal.below(z);
            }
            boolean before = (1 - none) / any < part;
            low = before ? middle : low;
            high = before ? high : middle;
        }
        return round.moment((low + high) / 2);
    }

    private String why(int place, List<Arrival> arrivals, Chances told) {
        int likely = 0;
        for (Arrival each : arrivals) {
            likely += each.chance >= 0.5 ? 1 : 0;
        }
        String name = round.before.places().get(place).name();
        String heading = likely == 0
                ? "Attackers may reach " + name
                : (likely == 1 ? "1 attacker flies" : likely + " attackers fly") + " towards " + name;
        return heading + ", " + Math.round(100 * told.all[0]) + " % that it is reached within "
                + Math.round(Ahead.HORIZON_S / 60) + " minutes; " + (arrivals.isEmpty() ? "none" : arrivals.size())
                + " could"
                + (told.newcomers[0] > LEAST ? "; more cruise missiles may follow" : "");
    }
}
