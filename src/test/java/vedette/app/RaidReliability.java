package vedette.app;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import vedette.model.PlaceAhead;
import vedette.simulate.raids.RaidWorld;

/// Told chances of places against what came, over many raids: of those told so much, how many were reached within the
/// time looked ahead? A place that was reached in the five minutes before is left out.
final class RaidReliability {
    private static final double HORIZON_S = 1_500;
    private static final double JUST_S = 300;
    private static final double FAST_MPS = 110;
    private static final double[] BINS = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01};

    private final boolean missiles;
    private final long[] told = new long[BINS.length];
    private final double[] sums = new double[BINS.length];
    private final long[] came = new long[BINS.length];

    /// A table of what was told of cruise missiles, or of drones where hardly any missile was.
    RaidReliability(boolean missiles) {
        this.missiles = missiles;
    }

    void take(RaidWorld world, RaidTrial trial) {
        for (int city = 0; city < world.cities().size(); city++) {
            int number = city;
            List<Double> entries = world.drones().stream()
                    .filter(each -> each.speedMps() > FAST_MPS == missiles)
                    .flatMap(each -> world.entriesS(each, number).stream())
                    .toList();
            String id = world.cities().get(city).id();
            trial.outlooks.stream()
                    .filter(each -> each.place().place().equals(id))
                    .forEach(each -> take(each, entries));
        }
    }

    private void take(RaidTrial.Outlook each, List<Double> entries) {
        OptionalDouble chance = chance(each.place());
        double atS = each.atS();
        if (chance.isEmpty() || entries.stream().anyMatch(entry -> entry <= atS && entry > atS - JUST_S)) {
            return;
        }
        int bin = 0;
        while (chance.getAsDouble() >= BINS[bin]) {
            bin++;
        }
        told[bin]++;
        sums[bin] += chance.getAsDouble();
        came[bin] += entries.stream().anyMatch(entry -> entry > atS && entry <= atS + HORIZON_S) ? 1 : 0;
    }

    private OptionalDouble chance(PlaceAhead place) {
        if (missiles) {
            return OptionalDouble.of(place.missile());
        }
        return place.missile() < 0.02 ? OptionalDouble.of(place.probability()) : OptionalDouble.empty();
    }

    void print() {
        System.out.printf("%s: below, looks, told, came%n", missiles ? "Cruise missiles" : "Drones");
        for (int bin = 0; bin < BINS.length; bin++) {
            if (told[bin] > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%.2f %d %.3f %.3f%n",
                        BINS[bin],
                        told[bin],
                        sums[bin] / told[bin],
                        (double) came[bin] / told[bin]);
            }
        }
    }
}
