package vedette.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.simulate.raids.Drone;
import vedette.simulate.raids.RaidWorld;

/// What came of a raid's cruise missiles against the truth.
final class RaidMissiles {
    private static final double NEAR_M = 5_000;
    private static final double FAST_MPS = 100;

    private RaidMissiles() {}

    static RaidFolders.Fast of(RaidWorld world, TreeMap<String, RaidFolders.Told> told, Path out) throws IOException {
        List<Double> leads = new ArrayList<>();
        for (int city = 0; city < world.cities().size(); city++) {
            String id = world.cities().get(city).id();
            for (Drone each : world.drones()) {
                OptionalDouble at = each.speedMps() > FAST_MPS ? world.entryS(each, city) : OptionalDouble.empty();
                at.ifPresent(entryS -> leads.add(leadS(told, id, entryS)));
            }
        }
        leads.sort(Double::compare);
        double[] held = held(world, out);
        return new RaidFolders.Fast(
                leads.size(),
                (int) leads.stream().filter(lead -> lead >= 60).count(),
                (int) leads.stream().filter(lead -> lead >= 180).count(),
                leads.isEmpty() ? Double.NaN : leads.get(leads.size() / 2),
                held[0],
                held[1]);
    }

    // How long a warning that stood at a moment had stood; −1 where none did.
    private static double leadS(TreeMap<String, RaidFolders.Told> told, String city, double atS) {
        return told.values().stream()
                .filter(each -> each.area.equals(city) && each.fromS <= atS && each.untilS >= atS)
                .mapToDouble(each -> atS - each.fromS)
                .max()
                .orElse(-1);
    }

    // Parts of missiles' time held, and of held rows that are near a missile.
    private static double[] held(RaidWorld world, Path out) throws IOException {
        TreeMap<Long, List<double[]>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("tracks.csv"))) {
            if (line.contains("CRUISE_MISSILE")) {
                String[] cells = line.split(",", -1);
                rows.computeIfAbsent(Math.round(Double.parseDouble(cells[0])), _ -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(cells[2]), Double.parseDouble(cells[3])});
            }
        }
        int[] counts = new int[4];
        List<Drone> missiles = world.drones().stream()
                .filter(each -> each.speedMps() > FAST_MPS)
                .toList();
        for (long t = 0; t < world.endS(); t++) {
            List<double[]> seen = rows.getOrDefault(t, List.of());
            List<LatLon> flying = flying(world, missiles, t);
            counts[1] += t % 10 == 5 ? flying.size() : 0;
            counts[3] += seen.size();
            for (double[] row : seen) {
                counts[2] += flying.stream().anyMatch(at -> isNear(at, row)) ? 1 : 0;
            }
            List<double[]> recent = new ArrayList<>();
            for (long s = t; t % 10 == 5 && s > t - 10; s--) {
                recent.addAll(rows.getOrDefault(s, List.of()));
            }
            for (LatLon at : flying) {
                counts[0] += recent.stream().anyMatch(row -> isNear(at, row)) ? 1 : 0;
            }
        }
        return new double[] {(double) counts[0] / counts[1], (double) counts[2] / counts[3]};
    }

    private static List<LatLon> flying(RaidWorld world, List<Drone> missiles, double timeS) {
        List<LatLon> all = new ArrayList<>();
        for (Drone each : missiles) {
            if (timeS >= each.startS() && timeS <= each.endS()) {
                double[] at = each.at(timeS);
                all.add(world.ground(at[0], at[1]));
            }
        }
        return all;
    }

    private static boolean isNear(LatLon at, double[] degrees) {
        double north = (degrees[0] - at.latDeg()) * 111_200;
        double east = (degrees[1] - at.lonDeg()) * 111_200 * Math.cos(at.latRad());
        return Exact.hypot(north, east) < NEAR_M;
    }
}
