package vedette.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import vedette.model.SensorId;
import vedette.simulate.raids.Drone;
import vedette.simulate.raids.RaidWorld;

/// Many made raids through [RaidTrial], and what came of each and of all against what was promised of raids.
///
/// Run by hand, with the arguments of [RaidFolders]; `dump=1` writes what was told of places beside; `until=SECONDS`
/// stops so early and counts the cities that were told of cruise missiles.
final class RaidMatrix {
    private RaidMatrix() {}

    /// One warning that nobody entered before its all-clear.
    record False(String city, double fromS, double untilS) {}

    /// What came of one raid.
    ///
    /// @param leadsS of each reached city: how long the warning that stood at its first arrival had stood, seconds;
    /// −1 where none did
    /// @param limitsS of the same: how long before that arrival the first sound came of any attacker that
    /// reaches the city, seconds: a watch that knew all from then on could have so much
    /// @param arrivals attackers that entered a city
    /// @param threeMinutes those of them for which a warning had stood for three minutes
    /// @param none warnings in vain
    /// @param warnings all warnings
    /// @param warned cities that were warned
    /// @param areaRatio ground warned against ground crossed
    /// @param liarsFound lying nodes found, of so many, and others called so
    record Score(
            List<Double> leadsS,
            List<Double> limitsS,
            int arrivals,
            int threeMinutes,
            List<False> none,
            int warnings,
            int warned,
            double areaRatio,
            int[] liarsFound) {
        double medianLeadS() {
            return median(leadsS);
        }

        double medianLimitS() {
            return median(limitsS);
        }

        private static double median(List<Double> values) {
            List<Double> sorted = new ArrayList<>(values);
            sorted.sort(Comparator.naturalOrder());
            int n = sorted.size();
            return n == 0 ? Double.NaN : (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        }

        long missed() {
            return leadsS.stream().filter(lead -> lead < 0).count();
        }

        double cityRatio() {
            return (double) warned / Math.max(1, leadsS.size());
        }
    }

    static Score score(RaidWorld world, RaidTrial trial) {
        List<Double> leads = new ArrayList<>();
        List<Double> limits = new ArrayList<>();
        List<False> none = new ArrayList<>();
        TreeSet<String> warned = new TreeSet<>();
        int[] counts = new int[3];
        for (int city = 0; city < world.cities().size(); city++) {
            String id = world.cities().get(city).id();
            List<RaidFolders.Told> issued = trial.told.values().stream()
                    .filter(each -> each.area.equals(id) && !Double.isNaN(each.fromS))
                    .toList();
            List<Double> arrivals = world.arrivals(city);
            if (!arrivals.isEmpty()) {
                leads.add(standingS(issued, arrivals.getFirst()));
                limits.add(arrivals.getFirst() - firstHeardS(world, city));
            }
            for (double at : arrivals) {
                counts[0]++;
                counts[1] += issued.stream().anyMatch(e -> e.fromS <= at - 180 && e.untilS >= at) ? 1 : 0;
            }
            for (RaidFolders.Told each : issued) {
                counts[2]++;
                warned.add(id);
                if (arrivals.stream().noneMatch(at -> at >= each.fromS && at <= each.untilS)) {
                    none.add(new False(id, each.fromS, each.untilS));
                }
            }
        }
        return new Score(
                leads,
                limits,
                counts[0],
                counts[1],
                none,
                counts[2],
                warned.size(),
                RaidFolders.ratio(world, trial.told),
                liars(world, trial));
    }

    // Of those that reach the city: a watch that knew all from then on would warn of them.
    private static double firstHeardS(RaidWorld world, int city) {
        return world.drones().stream()
                .filter(each -> world.entryS(each, city).isPresent())
                .mapToDouble(each -> world.firstHeardS(each).orElse(Double.POSITIVE_INFINITY))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double standingS(List<RaidFolders.Told> issued, double atS) {
        return issued.stream()
                .filter(each -> each.fromS <= atS && each.untilS >= atS)
                .mapToDouble(each -> atS - each.fromS)
                .max()
                .orElse(-1);
    }

    private static int[] liars(RaidWorld world, RaidTrial trial) {
        TreeSet<SensorId> doubted = new TreeSet<>(trial.doubted());
        int[] counts = new int[3];
        for (int i = 0; i < world.nodes().size(); i++) {
            boolean said = doubted.contains(world.nodes().get(i).sensor());
            counts[0] += world.isLying(i) && said ? 1 : 0;
            counts[1] += world.isLying(i) ? 1 : 0;
            counts[2] += !world.isLying(i) && said ? 1 : 0;
        }
        return counts;
    }

    public static void main(String[] args) throws IOException {
        TreeMap<String, Double> given = RaidFolders.given(args);
        double first = given.getOrDefault("seed", 1.0);
        List<Score> all = new ArrayList<>();
        List<RaidReliability> tables = List.of(new RaidReliability(true), new RaidReliability(false));
        for (long seed = (long) first; seed <= given.getOrDefault("to", first); seed++) {
            RaidWorld world = new RaidWorld(RaidFolders.setting(seed, given));
            double began = RaidFolders.cpuS();
            if (given.containsKey("until")) {
                begun(seed, RaidTrial.of(world, given.get("until")));
                continue;
            }
            RaidTrial trial = RaidTrial.of(world);
            double tookS = RaidFolders.cpuS() - began;
            Score score = score(world, trial);
            all.add(score);
            print(seed, world, score, tookS);
            tables.forEach(each -> each.take(world, trial));
            if (given.containsKey("dump")) {
                dump(seed, world, trial, given);
            }
        }
        if (!all.isEmpty()) {
            total(given, all);
            tables.forEach(RaidReliability::print);
        }
    }

    private static void begun(long seed, RaidTrial trial) {
        System.out.printf(
                Locale.ROOT,
                "%d: cities told a chance of a cruise missile of 0.2 %d, of 0.25 %d%n",
                seed,
                trial.toldOfMissiles(0.2),
                trial.toldOfMissiles(0.25));
    }

    private static void print(long seed, RaidWorld world, Score score, double tookS) {
        StringBuilder leads = new StringBuilder();
        for (int i = 0; i < score.leadsS.size(); i++) {
            leads.append(Math.round(score.leadsS.get(i)))
                    .append('/')
                    .append(Math.round(score.limitsS.get(i)))
                    .append(' ');
        }
        System.out.printf(
                Locale.ROOT,
                "%d: median %.0f of %.0f; leads %s; arrivals %d of %d; false %d of %d %s; cities %.2f area %.3f; liars %d of %d,"
                        + " wrong %d; %.0f s for %.0f s%n",
                seed,
                score.medianLeadS(),
                score.medianLimitS(),
                leads,
                score.threeMinutes,
                score.arrivals,
                score.none.size(),
                score.warnings,
                score.none,
                score.cityRatio(),
                score.areaRatio,
                score.liarsFound[0],
                score.liarsFound[1],
                score.liarsFound[2],
                tookS,
                world.endS());
    }

    private static void total(TreeMap<String, Double> given, List<Score> all) {
        System.out.printf(
                Locale.ROOT,
                "TOTAL %s: %d raids; %s; cities %d, not warned %d, under ten %d; arrivals with three minutes %d of %d,"
                        + " raids below 95 %% %d; false %d, most in a raid %d, raids over one %d; cities at most %.2f,"
                        + " area at most %.3f%n",
                given,
                all.size(),
                leads(all),
                all.stream().mapToInt(each -> each.leadsS.size()).sum(),
                all.stream().mapToLong(Score::missed).sum(),
                all.stream()
                        .mapToLong(each ->
                                each.leadsS.stream().filter(lead -> lead < 600).count())
                        .sum(),
                all.stream().mapToInt(Score::threeMinutes).sum(),
                all.stream().mapToInt(Score::arrivals).sum(),
                all.stream()
                        .filter(each -> each.threeMinutes < 0.95 * each.arrivals)
                        .count(),
                all.stream().mapToInt(each -> each.none.size()).sum(),
                all.stream().mapToInt(each -> each.none.size()).max().orElse(0),
                all.stream().filter(each -> each.none.size() > 1).count(),
                all.stream().mapToDouble(Score::cityRatio).max().orElse(0),
                all.stream().mapToDouble(Score::areaRatio).max().orElse(0));
    }

    private static String leads(List<Score> all) {
        double[] medians = all.stream().mapToDouble(Score::medianLeadS).sorted().toArray();
        double[] limits = all.stream().mapToDouble(Score::medianLimitS).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "median lead %.1f min, worst raid's %.1f, under ten %d (who knew all: %.1f, %.1f, %d)",
                medians[medians.length / 2] / 60,
                medians[0] / 60,
                all.stream().filter(each -> each.medianLeadS() < 600).count(),
                limits[limits.length / 2] / 60,
                limits[0] / 60,
                all.stream().filter(each -> each.medianLimitS() < 600).count());
    }

    private static void dump(long seed, RaidWorld world, RaidTrial trial, TreeMap<String, Double> given)
            throws IOException {
        String name = "d" + given.getOrDefault("drones", 40.0).intValue() + "m"
                + given.getOrDefault("missiles", 0.0).intValue() + "x"
                + given.getOrDefault("times", 1.0) + "s" + seed;
        Path folder = Files.createDirectories(Path.of("target/raids"));
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name + ".csv"))) {
            for (int city = 0; city < world.cities().size(); city++) {
                String id = world.cities().get(city).id();
                for (Drone each : world.drones()) {
                    for (double atS : world.entriesS(each, city)) {
                        out.write("A," + atS + "," + id + "," + each.startS() + "," + each.speedMps() + ","
                                + each.points().size() + ","
                                + world.firstHeardS(each).orElse(-1) + "," + each.number() + "\n");
                    }
                }
            }
            for (RaidTrial.Outlook each : trial.outlooks) {
                var place = each.place();
                out.write(String.format(
                        Locale.ROOT,
                        "P,%.1f,%s,%.4f,%.4f,%.0f,%.2f,%.0f,%.0f,%s%n",
                        each.atS(),
                        place.place(),
                        place.probability(),
                        place.missile(),
                        place.soonestS(),
                        place.expected(),
                        place.likely().taiNs() * 1e-9 - each.atS(),
                        place.earliest().taiNs() * 1e-9 - each.atS(),
                        place.why().replace(',', ';')));
            }
        }
    }
}
