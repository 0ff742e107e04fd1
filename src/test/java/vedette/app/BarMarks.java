package vedette.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vedette.format.lines.WatchSettings;
import vedette.math.Draws;
import vedette.math.Vec3;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.PlotSigma;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;

/// How far off the told impact and launch points are, beside the best that batch least squares reach at the same looks.
///
/// A geometry is a folder: what two satellites and two radars would see of a flight without any error (`obs_ir.csv`,
/// `obs_radar.csv`, `sensors.json`), its `truth.json`, and the bar (`bar.csv`). Noise is drawn from seeds and added,
/// `warn` runs, and at each mark of the bar the newest place told is held against the truth. A mark of infrared alone
/// is asked for when the first look is missing that was due after burnout: before, nobody can know that the burn has
/// ended, which the bar is told.
///
/// Arguments: `draws=20`, `first=0`, and folders; without any those of `data/bar`. From the command line:
/// `./vedette bench bar [draws=20] [FOLDER…]`.
public final class BarMarks {
    private static final Path ALL = Path.of("data", "bar");
    private static final double GOAL = 1.2;
    private static final double[] RADAR_S = {10, 30, 60, 120, 240, 480, 900};
    /// Radars are counted from so long after burnout on, as the bar does, seconds.
    private static final double AFTER_S = 0.5;
    /// A look is missing once it is late by so much of the revisit time, and is told at the next whole second.
    private static final double LATE = 0.2;
    private static final double TICK_S = 1;
    private static final double SLACK_S = 2e-3;
    private static final int TIME = 2;
    private static final int IMPACT = 5;
    private static final int LAUNCH = 12;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int marks;
    private int met;

    private BarMarks() {}

    /// A geometry as it was read.
    record Flight(
            String name,
            WarnFolder.Scenario scenario,
            List<InfraredSatellite> satellites,
            List<WarningRadar> radars,
            Truth truth,
            List<String[]> bar) {
        static Flight of(Path folder) throws IOException {
            String sensors = Files.readString(folder.resolve(WarnFolder.SENSORS));
            List<String[]> bar = Files.readAllLines(folder.resolve("bar.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            return new Flight(
                    folder.getFileName().toString(),
                    WarnFolder.read(folder),
                    WatchSettings.satellites(sensors).items(),
                    WatchSettings.radars(sensors).items(),
                    Truth.of(folder),
                    bar);
        }

        /// When the first look is missing that was due after burnout.
        double missingS() {
            double first = Double.POSITIVE_INFINITY;
            for (InfraredSatellite satellite : satellites) {
                double last = seenS(satellite.sensor().name()).stream()
                        .mapToDouble(s -> s)
                        .max()
                        .orElse(Double.NaN);
                double due = last + satellite.revisitS() * Math.ceil((truth.burnoutS - last) / satellite.revisitS());
                first = Double.isNaN(last) ? first : Math.min(first, due + LATE * satellite.revisitS());
            }
            return first + TICK_S;
        }

        /// When the first radar saw it after burnout.
        double radarS() {
            return radars.stream()
                    .flatMap(radar -> seenS(radar.sensor().name()).stream())
                    .filter(at -> at > truth.burnoutS + AFTER_S)
                    .mapToDouble(s -> s)
                    .min()
                    .orElse(Double.NaN);
        }

        private List<Double> seenS(String sensor) {
            return scenario.seen().stream()
                    .filter(look -> look.provenance().sensor().name().equals(sensor))
                    .map(look -> look.provenance().observedAt().secondsSince(scenario.zero()))
                    .toList();
        }

        /// The same with noise drawn from a seed.
        WarnFolder.Scenario noisy(long seed) {
            List<Measurement> seen = new ArrayList<>();
            for (Measurement look : scenario.seen()) {
                Draws draws = Draws.of(seed, seen.size(), "bar " + name);
                seen.add(
                        look instanceof Measurement.Sight sight
                                ? noisy(sight, draws)
                                : noisy((Measurement.RadarPlot) look, draws));
            }
            return new WarnFolder.Scenario(
                    name, scenario.zero(), scenario.told(), seen, scenario.refusals(), scenario.refused());
        }

        private static Measurement noisy(Measurement.Sight sight, Draws draws) {
            Vec3 along = sight.along();
            Vec3 a = new Vec3(0, 0, 1).cross(along);
            Vec3 first = a.times(1 / a.norm());
            Vec3 second = along.cross(first);
            Vec3 way = along.plus(first.times(sight.sigmaRad() * draws.gaussian()))
                    .plus(second.times(sight.sigmaRad() * draws.gaussian()));
            return new Measurement.Sight(sight.provenance(), sight.from(), way.times(1 / way.norm()), sight.sigmaRad());
        }

        private Measurement noisy(Measurement.RadarPlot plot, Draws draws) {
            Measurement.Polar polar = plot.polar();
            WarningRadar.Noise noise = radars.stream()
                    .filter(radar -> radar.sensor().equals(plot.provenance().sensor()))
                    .findFirst()
                    .orElseThrow()
                    .noise();
            double elevation = polar.elevationRad().orElseThrow();
            double across = noise.angleRad() / Math.max(0.05, Math.cos(elevation));
            double range = polar.rangeM() + noise.rangeM() * draws.gaussian();
            double azimuth = polar.azimuthRad() + across * draws.gaussian();
            double up = elevation + noise.angleRad() * draws.gaussian();
            double rate = polar.rangeRateMps().orElse(0) + noise.rangeRateMps() * draws.gaussian();
            Measurement.Polar seen = new Measurement.Polar(
                    range,
                    azimuth,
                    OptionalDouble.of(up),
                    polar.rangeRateMps().isPresent() ? OptionalDouble.of(rate) : OptionalDouble.empty());
            PlotSigma sigma = plot.sigma();
            return new Measurement.RadarPlot(
                    plot.provenance(),
                    seen,
                    sigma,
                    plot.altitude(),
                    plot.identity(),
                    plot.detection(),
                    plot.sensorTrack());
        }
    }

    /// Where and when it really was.
    record Truth(LatLon launch, LatLon impact, double burnoutS, double impactS) {
        static Truth of(Path folder) throws IOException {
            String json = Files.readString(folder.resolve("truth.json"));
            return new Truth(
                    new LatLon(radians(json, "launch_lat"), radians(json, "launch_lon")),
                    new LatLon(radians(json, "impact_lat"), radians(json, "impact_lon")),
                    number(json, "burnout_t"),
                    number(json, "impact_t"));
        }

        private static double radians(String json, String name) {
            return Math.toRadians(number(json, name));
        }

        private static double number(String json, String name) {
            Matcher found = Pattern.compile("\"" + name + "\":\\s*(-?[0-9.]+)").matcher(json);
            if (!found.find()) {
                throw new IllegalArgumentException("no " + name + " in " + json);
            }
            return Double.parseDouble(found.group(1));
        }
    }

    /// One mark: which place is asked for, when, and the bar there.
    record Mark(String looks, double atS, int column, double barM) {}

    static List<Mark> marks(Flight flight) {
        List<Mark> marks = new ArrayList<>();
        double radarS = flight.radarS();
        for (String[] row : flight.bar) {
            double bar = Math.max(Double.parseDouble(row[3]), Double.parseDouble(row[6]));
            switch (row[0]) {
                case "ir2-launch" -> marks.add(new Mark("launch point", flight.missingS(), LAUNCH, bar));
                case "ir2" -> marks.add(new Mark("infrared only", flight.missingS(), IMPACT, bar));
                case "ir2+radar" -> {
                    double after = Double.parseDouble(row[1]) - (radarS - flight.truth.burnoutS);
                    double at = radarS + nearest(after);
                    marks.add(new Mark("infrared and radar", at, IMPACT, bar));
                }
                default -> {}
            }
        }
        return marks;
    }

    private static double nearest(double afterS) {
        double best = RADAR_S[0];
        for (double each : RADAR_S) {
            best = Math.abs(each - afterS) < Math.abs(best - afterS) ? each : best;
        }
        return best;
    }

    /// How far off the newest place told by a mark is, metres; nothing where none was told.
    static OptionalDouble missM(List<String> rows, Mark mark, Truth truth) {
        OptionalDouble miss = OptionalDouble.empty();
        for (String row : rows) {
            String[] field = row.split(",", LAUNCH + 3);
            if (Double.parseDouble(field[TIME]) <= mark.atS + SLACK_S && !field[mark.column].isEmpty()) {
                LatLon told = new LatLon(
                        Math.toRadians(Double.parseDouble(field[mark.column])),
                        Math.toRadians(Double.parseDouble(field[mark.column + 1])));
                LatLon real = mark.column == LAUNCH ? truth.launch : truth.impact;
                miss = OptionalDouble.of(Wgs84.sphereDistanceM(told, real));
            }
        }
        return miss;
    }

    private void print(Flight flight, long first, int draws) {
        List<List<String>> runs = new ArrayList<>();
        for (long seed = first; seed < first + draws; seed++) {
            runs.add(WarnRun.of(flight.noisy(seed), false).rows());
        }
        for (Mark mark : marks(flight)) {
            double[] misses = runs.stream()
                    .map(rows -> missM(rows, mark, flight.truth))
                    .flatMapToDouble(OptionalDouble::stream)
                    .sorted()
                    .toArray();
            double rms =
                    Math.sqrt(Arrays.stream(misses).map(m -> m * m).average().orElse(Double.NaN));
            boolean holds = misses.length == draws && rms <= GOAL * mark.barM;
            marks++;
            met += holds ? 1 : 0;
            out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.1f s | %.2f km | %.2f km | %.2f | %.2f | %d of %d |%s%n",
                    flight.name,
                    mark.looks,
                    mark.atS - flight.truth.burnoutS,
                    rms / 1000,
                    mark.barM / 1000,
                    rms / mark.barM,
                    misses.length == 0 ? Double.NaN : misses[misses.length / 2] / mark.barM,
                    misses.length,
                    draws,
                    holds ? "" : " over");
        }
    }

    /// Prints the table.
    ///
    /// @param args as above
    /// @throws IOException when a folder cannot be read
    public static void main(String[] args) throws IOException {
        int draws = 20;
        long first = 0;
        List<Path> folders = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith("draws=")) {
                draws = Integer.parseInt(arg.substring("draws=".length()));
            } else if (arg.startsWith("first=")) {
                first = Long.parseLong(arg.substring("first=".length()));
            } else {
                folders.add(Path.of(arg));
            }
        }
        BarMarks all = new BarMarks();
        all.out.println("| range, seed | looks | after burnout | RMS | bar | ratio | median / bar | told |");
        all.out.println("|---|---|---|---|---|---|---|---|");
        for (Path folder : folders.isEmpty() ? WarnFolder.in(ALL) : folders) {
            all.print(Flight.of(folder), first, draws);
        }
        all.out.println(all.met + " of " + all.marks + " marks within " + GOAL);
    }
}
