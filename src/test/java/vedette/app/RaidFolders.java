package vedette.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Area;
import vedette.model.Measurement;
import vedette.model.Place;
import vedette.simulate.raids.RaidSetting;
import vedette.simulate.raids.RaidWorld;

/// Made raids as folders, `raid` over them, and what came of it against the truth.
///
/// Run by hand: `RaidFolders [drones=40] [missiles=0] [nodes=1270] [times=1] [cities=4] [lying=0] [seed=1] [to=SEED]`;
/// `times` makes the country so many times as long and wide, with as many nodes to the area.
public final class RaidFolders {
    private RaidFolders() {}

    /// What came of one raid.
    ///
    /// @param cityLeadsS first warnings before first arrivals, seconds; NaN where a reached city never was warned
    /// @param arrivals drones that entered a city
    /// @param threeMinutes those of them for which a warning had stood for three minutes
    /// @param fast what came of cruise missiles
    /// @param falseWarnings warnings issued of a city that nobody entered before their all-clear
    /// @param falseCities cities that nobody entered at all, and that were warned
    /// @param open warnings without an end
    /// @param deadFound dead and lying nodes in the last state they were told in …
    /// @param deadAll of all of them
    /// @param deadWrong and nodes told to be silent or biased that are not
    /// @param areaRatio ground warned against ground crossed, five kilometres to each side of every way
    /// @param cityRatio cities warned against cities reached
    record Score(
            List<Double> cityLeadsS,
            int arrivals,
            int threeMinutes,
            Fast fast,
            int falseWarnings,
            int falseCities,
            int open,
            int deadFound,
            int deadAll,
            int deadWrong,
            double areaRatio,
            double cityRatio) {}

    public static void main(String[] args) throws IOException {
        TreeMap<String, Double> given = given(args);
        double first = given.getOrDefault("seed", 1.0);
        for (long seed = (long) first; seed <= given.getOrDefault("to", first); seed++) {
            RaidWorld world = new RaidWorld(setting(seed, given));
            Path folder = Files.createTempDirectory("raid");
            write(world, folder);
            double began = cpuS();
            Score score = run(world, folder);
            double tookS = cpuS() - began;
            System.out.printf(
                    Locale.ROOT,
                    "%s, %d nodes, seed %d: %s; %.1f s of CPU for %.0f s: %.0f times real time%n",
                    given,
                    world.nodes().size(),
                    seed,
                    score,
                    tookS,
                    world.endS(),
                    world.endS() / tookS);
        }
    }

    /// Arguments `name=number`.
    static TreeMap<String, Double> given(String[] args) {
        TreeMap<String, Double> given = new TreeMap<>();
        for (String arg : args) {
            given.put(arg.substring(0, arg.indexOf('=')), Double.parseDouble(arg.substring(arg.indexOf('=') + 1)));
        }
        return given;
    }

    // Of the whole process, with what the JVM does beside.
    static double cpuS() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
                ? os.getProcessCpuTime() * 1e-9
                : Double.NaN;
    }

    static RaidSetting setting(long seed, TreeMap<String, Double> given) {
        RaidSetting setting =
                RaidSetting.usual(seed, given.getOrDefault("drones", 40.0).intValue());
        if (given.containsKey("nodes")) {
            setting = setting.nodes(given.get("nodes").intValue());
        }
        if (given.containsKey("times")) {
            setting = setting.times(
                    given.get("times"), given.getOrDefault("cities", 4.0).intValue());
        }
        return setting.missiles(given.getOrDefault("missiles", 0.0).intValue()).lying(given.getOrDefault("lying", 0.0));
    }

    /// Writes a world as a folder.
    static void write(RaidWorld world, Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("measurements.jsonl"))) {
            for (RaidWorld.Heard each : world.heard()) {
                Measurement.Presence heard = each.presence();
                out.write(String.format(
                        Locale.ROOT,
                        "{\"received\": %.1f, \"time\": %.1f, \"sensor\": \"%s\", \"kind\": \"acoustic\", \"latitude\": %.5f,"
                                + " \"longitude\": %.5f, \"bearingDeg\": %s, \"confidence\": %.2f}%n",
                        each.receivedS(),
                        heard.provenance().observedAt().taiNs() * 1e-9,
                        heard.provenance().sensor().name(),
                        heard.place().latDeg(),
                        heard.place().lonDeg(),
                        heard.bearingRad().isPresent()
                                ? ""
                                        + Math.round(Math.toDegrees(
                                                heard.bearingRad().getAsDouble()))
                                : "null",
                        heard.confidence()));
            }
        }
        nodes(world, folder);
        zones(world, folder);
    }

    private static void nodes(RaidWorld world, Path folder) throws IOException {
        List<String> nodes = new ArrayList<>();
        StringBuilder beats = new StringBuilder("sensor,first_s,last_s,interval_s\n");
        for (int i = 0; i < world.nodes().size(); i++) {
            var node = world.nodes().get(i);
            nodes.add(String.format(
                    Locale.ROOT,
                    "{\"id\": \"%s\", \"latitude\": %.5f, \"longitude\": %.5f}",
                    node.sensor().name(),
                    node.place().latDeg(),
                    node.place().lonDeg()));
            beats.append(node.sensor().name())
                    .append(",0,")
                    .append(world.isDead(i) ? 0 : Math.round(world.endS()))
                    .append(",60\n");
        }
        Files.writeString(folder.resolve("sensors.json"), "[" + String.join(", ", nodes) + "]");
        Files.writeString(folder.resolve("heartbeats.csv"), beats);
    }

    private static void zones(RaidWorld world, Path folder) throws IOException {
        List<String> zones = new ArrayList<>();
        for (Place city : world.cities()) {
            Area.Circle circle = (Area.Circle) city.area();
            List<String> ring = new ArrayList<>();
            for (int i = 0; i <= 48; i++) {
                double angle = -i % 48 * Math.PI / 24;
                double lat = circle.centre().latDeg() + Math.toDegrees(circle.radiusM() / 6_371_000 * Math.cos(angle));
                double lon = circle.centre().lonDeg()
                        + Math.toDegrees(circle.radiusM()
                                / 6_371_000
                                * Math.sin(angle)
                                / Math.cos(circle.centre().latRad()));
                ring.add("[" + lon + ", " + lat + "]");
            }
            zones.add("{\"type\": \"Feature\", \"properties\": {\"identifier\": \"" + city.id() + "\", \"name\": \""
                    + city.name() + "\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [["
                    + String.join(", ", ring)
                    + "]]}}");
        }
        Files.writeString(
                folder.resolve("zones.geojson"),
                "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(", ", zones) + "]}");
    }

    /// `raid` over a world's folder, and its score.
    static Score run(RaidWorld world, Path folder) throws IOException {
        Path out = folder.resolve("out");
        Main.run(
                new PrintWriter(System.out),
                new PrintWriter(System.err),
                "raid",
                folder.toString(),
                "--out",
                out.toString());
        return score(world, out);
    }

    /// What came of cruise missiles.
    ///
    /// @param arrivals how many entered a city
    /// @param oneMinute of how many a warning had stood for a minute
    /// @param threeMinutes and for three
    /// @param medianLeadS how long it had stood, seconds
    /// @param held part of their flights in which they were held as such within 5 km
    /// @param flew part of what was held as such that flew
    record Fast(int arrivals, int oneMinute, int threeMinutes, double medianLeadS, double held, double flew) {}

    /// One warning from its first issue to its end.
    static final class Told {
        double fromS = Double.NaN;
        double untilS = Double.POSITIVE_INFINITY;
        String area = "";
    }

    private static Score score(RaidWorld world, Path out) throws IOException {
        TreeMap<String, Told> told = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("warnings.jsonl"))) {
            Json json = json(line);
            String stage = json.text("stage").orElseThrow();
            double t = json.number("t").orElseThrow();
            if (json.text("kind").orElseThrow().equals("RAID")) {
                Told each = told.computeIfAbsent(json.text("id").orElseThrow(), _ -> new Told());
                each.area = line.replaceAll(".*\"areas\": \\[\"([^\"]+)\"\\].*", "$1");
                each.fromS = stage.equals("ISSUED") && Double.isNaN(each.fromS) ? t : each.fromS;
                each.untilS = stage.equals("ALL_CLEAR") || stage.equals("EXPIRED") ? t : each.untilS;
            }
        }
        List<Double> leads = new ArrayList<>();
        int[] counts = new int[4];
        for (int city = 0; city < world.cities().size(); city++) {
            String id = world.cities().get(city).id();
            city(
                    world.arrivals(city),
                    told.values().stream().filter(e -> e.area.equals(id)).toList(),
                    leads,
                    counts);
        }
        int open = (int)
                told.values().stream().filter(e -> Double.isInfinite(e.untilS)).count();
        int[] nodes = health(world, out);
        leads.sort(Double::compare);
        return new Score(
                leads,
                counts[0],
                counts[1],
                RaidMissiles.of(world, told, out),
                counts[2],
                counts[3],
                open,
                nodes[0],
                nodes[1],
                nodes[2],
                ratio(world, told),
                cities(world, told));
    }

    private static double cities(RaidWorld world, TreeMap<String, Told> told) {
        TreeSet<String> warned = new TreeSet<>();
        told.values().stream().filter(each -> !Double.isNaN(each.fromS)).forEach(each -> warned.add(each.area));
        int reached = 0;
        for (int city = 0; city < world.cities().size(); city++) {
            reached += world.arrivals(city).isEmpty() ? 0 : 1;
        }
        return (double) warned.size() / Math.max(1, reached);
    }

    private static void city(List<Double> arrivals, List<Told> told, List<Double> leads, int[] counts) {
        List<Told> issued = told.stream().filter(e -> !Double.isNaN(e.fromS)).toList();
        double first = issued.stream().mapToDouble(e -> e.fromS).min().orElse(Double.NaN);
        if (!arrivals.isEmpty()) {
            leads.add(arrivals.getFirst() - first);
        } else if (!issued.isEmpty()) {
            counts[3]++;
        }
        for (double at : arrivals) {
            counts[0]++;
            counts[1] += issued.stream().anyMatch(e -> e.fromS <= at - 180 && e.untilS >= at) ? 1 : 0;
        }
        for (Told each : issued) {
            counts[2] += arrivals.stream().noneMatch(at -> at >= each.fromS && at <= each.untilS) ? 1 : 0;
        }
    }

    private static int[] health(RaidWorld world, Path out) throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (String line : Files.readAllLines(out.resolve("sensors.jsonl"))) {
            Json json = json(line);
            String sensor = json.text("sensor").orElseThrow();
            found.remove(sensor);
            if (!json.text("state").orElseThrow().equals("OK")) {
                found.add(sensor);
            }
        }
        int[] counts = new int[3];
        for (int i = 0; i < world.nodes().size(); i++) {
            boolean bad = world.isDead(i) || world.isLying(i);
            boolean told = found.contains(world.nodes().get(i).sensor().name());
            counts[0] += bad && told ? 1 : 0;
            counts[1] += bad ? 1 : 0;
            counts[2] += !bad && told ? 1 : 0;
        }
        return counts;
    }

    // Squares of one kilometre whose middle lies in a warned circle, against those within 5 km of a way.
    static double ratio(RaidWorld world, TreeMap<String, Told> told) {
        TreeSet<String> warned = new TreeSet<>();
        told.values().forEach(each -> warned.add(each.area));
        TreeSet<Long> crossed = new TreeSet<>();
        world.drones().forEach(drone -> {
            for (double t = drone.startS(); t < drone.endS(); t += 20) {
                double[] at = drone.at(t);
                for (int dx = -5; dx <= 5; dx++) {
                    for (int dy = -5; dy <= 5; dy++) {
                        if (dx * dx + dy * dy <= 25) {
                            crossed.add(square(at[0] + dx * 1_000, at[1] + dy * 1_000));
                        }
                    }
                }
            }
        });
        return warned.size() * Math.PI * 64 / Math.max(1, crossed.size());
    }

    private static long square(double east, double north) {
        return (long) Math.floor(east / 1_000) << 32 | ((long) Math.floor(north / 1_000) & 0xffffffffL);
    }

    private static Json json(String line) {
        return switch (JsonText.read(line)) {
            case JsonText.Read(Json value) -> value;
            case JsonText.NotJson(String reason, int _) -> throw new IllegalStateException(reason);
        };
    }
}
