package vedette.simulate.launches;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vedette.Shared;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.SensorId;
import vedette.model.WarningRadar;
import vedette.model.Wgs84;

/// Worlds in which a Falcon 9 flies as its webcast told: height and speed second by second, laid over open ocean.
///
/// Of four flights the way of the second stage is told, of four that of the first stage, which burns back. Those get
/// the second stage of another flight: its changes of velocity since it lit, from their own staging on.
public final class RealAscents {
    /// Flights whose second stage is told.
    public static final List<String> SECOND = List.of("FormoSat-5", "Iridium_NEXT_4", "SES-10", "TESS");
    /// Flights whose first stage is told.
    public static final List<String> FIRST = List.of("NROL-76", "SpaceX_CRS-11", "SpaceX_CRS-12", "X-37B_OTV-5");

    private static final String LENT = "Iridium_NEXT_4";
    private static final double DARK_S = 11;
    private static final double BURNS_S = 380;
    private static final double LIFTS_OFF_S = 30;
    private static final double MICRO = 1e-6;
    private static final WarningRadar.Noise NOISE = new WarningRadar.Noise(30, Math.toRadians(0.06), 5);
    private static final WarningRadar.Bias BIAS = new WarningRadar.Bias(10, Math.toRadians(0.02));

    private RealAscents() {}

    /// A world, and when its second stage lights, seconds of the world.
    public record Ascent(LaunchWorld world, double secondS) {}

    /// A flight's height, metres, and its velocity along the ground and up, one row a second.
    private record Told(List<Double> heightM, List<Double> alongMps, List<Double> upMps) {
        static Told of(String flight) {
            String text = text(flight, "analysed.json");
            List<Double> heights =
                    numbers(text, "altitude").stream().map(km -> 1000 * km).toList();
            return new Told(heights, numbers(text, "velocity_x"), numbers(text, "velocity_y"));
        }
    }

    /// A flight's world.
    ///
    /// @param flight its folder's name
    /// @param seed draws the place, the direction, the sensors and their errors
    public static Ascent of(String flight, long seed) {
        Draws draws = Draws.of(seed, 0, "ascent " + flight);
        Told told = Told.of(flight);
        String events = text(flight, "events.json");
        double stagingS = event(events, "meco");
        double secondS = Double.isNaN(event(events, "ses1")) ? stagingS + DARK_S : event(events, "ses1");
        LatLon pad = Ground.ocean(draws);
        double azimuth = Math.toRadians(draws.uniform(40, 140));
        boolean returns = FIRST.contains(flight);
        Told up = returns ? lent(told, (int) stagingS, (int) secondS) : told;
        double endS = Math.min(secondS + BURNS_S, up.heightM.size() - 1);
        List<Flown> flown = new ArrayList<>();
        flown.add(new Flown(
                flight,
                Flown.Nature.SPACE_LAUNCHER,
                path(up, pad, azimuth, 0),
                List.of(glow(0, stagingS), glow(secondS, endS)),
                Flown.Sight.USUAL));
        if (returns) {
            List<Flown.Glow> glows = new ArrayList<>();
            for (String burn : List.of("boostback", "entry", "landing")) {
                double from = event(events, burn + "_start");
                double to = event(events, burn + "_end");
                if (from < to) {
                    glows.add(glow(from, to));
                }
            }
            Path back = path(told, pad, azimuth, (int) stagingS + 3);
            flown.add(new Flown("stage", Flown.Nature.STAGE, back, glows, Flown.Sight.USUAL));
        }
        return new Ascent(
                new LaunchWorld(flown, satellites(pad, draws), radars(pad, azimuth), draws.uniform(6e3, 12e3), seed),
                LIFTS_OFF_S + secondS);
    }

    private static Flown.Glow glow(double fromS, double toS) {
        return new Flown.Glow(LIFTS_OFF_S + fromS, LIFTS_OFF_S + toS);
    }

    // As another flight's second stage changed its velocity, so does this one.
    private static Told lent(Told own, int stagingS, int secondS) {
        Told other = Told.of(LENT);
        int lit = (int) event(text(LENT, "events.json"), "ses1");
        int darkS = secondS - stagingS;
        List<Double> heights = new ArrayList<>(own.heightM.subList(0, stagingS));
        List<Double> along = new ArrayList<>(own.alongMps.subList(0, stagingS));
        List<Double> up = new ArrayList<>(own.upMps.subList(0, stagingS));
        for (int i = lit - darkS; i < other.heightM.size(); i++) {
            int at = heights.size() - 1;
            along.add(along.get(at) + other.alongMps.get(i) - other.alongMps.get(i - 1));
            up.add(up.get(at) + other.upMps.get(i) - other.upMps.get(i - 1));
            heights.add(heights.get(at) + 0.5 * (up.get(at) + up.get(at + 1)));
        }
        return new Told(heights, along, up);
    }

    private static Path path(Told told, LatLon pad, double azimuth, int fromS) {
        Path.Pen pen = new Path.Pen();
        double alongM = 0;
        for (int i = 0; i < told.heightM.size(); i++) {
            double height = Math.max(0, told.heightM.get(i));
            double along = told.alongMps.get(i);
            double shrunk = Wgs84.MEAN_RADIUS_M / (Wgs84.MEAN_RADIUS_M + height);
            alongM += along * shrunk;
            if (i >= fromS && (i < 1 || told.heightM.get(i) > 0)) {
                LatLon below = Ground.from(pad, azimuth, alongM);
                double ahead = Wgs84.bearingRad(below, Ground.from(pad, azimuth, alongM + 2e4));
                pen.add(LIFTS_OFF_S + i, state(below, height, ahead, new double[] {along, told.upMps.get(i)}));
            }
        }
        return pen.path();
    }

    private static double[] state(LatLon below, double heightM, double ahead, double[] mps) {
        var at = new vedette.model.Geodetic(below.latRad(), below.lonRad(), heightM).ecef();
        double[] axes = new double[9];
        Wgs84.geodetic(at.xM(), at.yM(), at.zM(), axes);
        double[] state = {at.xM(), at.yM(), at.zM(), 0, 0, 0};
        for (int i = 0; i < 3; i++) {
            state[3 + i] =
                    mps[0] * (Exact.sin(ahead) * axes[i] + Exact.cos(ahead) * axes[3 + i]) + mps[1] * axes[6 + i];
        }
        return state;
    }

    private static List<LaunchWorld.Satellite> satellites(LatLon under, Draws draws) {
        double west = under.lonRad() - Math.toRadians(draws.uniform(15, 45));
        double east = under.lonRad() + Math.toRadians(draws.uniform(15, 45));
        return List.of(
                new LaunchWorld.Satellite(satellite("IR1", 10), new Vantage.Still(west)),
                new LaunchWorld.Satellite(satellite("IR2", 5), new Vantage.Still(east)));
    }

    private static InfraredSatellite satellite(String name, double revisitS) {
        return new InfraredSatellite(new SensorId(name), revisitS, 30 * MICRO, 10 * MICRO, 0.97);
    }

    private static List<WarningRadar> radars(LatLon pad, double azimuth) {
        return List.of(
                radar("RADAR1", Ground.from(Ground.from(pad, azimuth, 1100e3), azimuth + Math.PI / 2, 250e3)),
                radar("RADAR3", Ground.from(Ground.from(pad, azimuth, 3500e3), azimuth - Math.PI / 2, 400e3)));
    }

    private static WarningRadar radar(String name, LatLon place) {
        var site = new vedette.model.Geodetic(place.latRad(), place.lonRad(), 100);
        return new WarningRadar(new SensorId(name), site, 2, NOISE, BIAS, Math.toRadians(3), 4e6, 0.95);
    }

    private static String text(String flight, String file) {
        try {
            return Files.readString(Shared.file("data/warning/spacex/" + flight + "/" + file));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static List<Double> numbers(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\\s*\\[([^]]*)]").matcher(json);
        List<Double> all = new ArrayList<>();
        if (found.find()) {
            for (String each : found.group(1).split(",")) {
                all.add(Double.parseDouble(each.strip()));
            }
        }
        return all;
    }

    private static double event(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\\s*([0-9.]+)").matcher(json);
        return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    }
}
