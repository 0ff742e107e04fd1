package vedette.simulate.launches;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.Shared;
import vedette.core.motion.Air;
import vedette.math.Draws;
import vedette.model.Ecef;
import vedette.model.InfraredSatellite;
import vedette.model.LatLon;
import vedette.model.SensorId;
import vedette.model.WarningRadar;

/// Worlds in which a fireball falls as sensors of the US Government told: through the place where it was brightest, as
/// fast and in the direction that they saw, and so heavy for its size that it was brightest there.
public final class Fireballs {
    private static final double BEGINS_M = 120e3;
    private static final double LONGEST_S = 350;
    private static final double GLOWS_BELOW_M = 95e3;
    private static final double GLOWS_ABOVE_MPS = 4e3;
    /// Where ρv³ is the greatest beta is 1.5 times the air's density times its scale height, by the sine of the slope.
    private static final double SCALE_M = 1.5 * 7e3;
    private static final double MICRO = 1e-6;

    private Fireballs() {}

    /// Of each fireball that came in from above: its world.
    ///
    /// @param revisitS of the slower satellite, seconds; the other is back in half of it
    public static List<LaunchWorld> all(double revisitS) {
        List<String> rows = rows();
        List<LaunchWorld> worlds = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int seed = i;
            flown(rows.get(i)).ifPresent(each -> worlds.add(world(each, revisitS, seed)));
        }
        return worlds;
    }

    private static List<String> rows() {
        try {
            List<String> lines = Files.readAllLines(Shared.file("data/warning/fireball/fireballs.csv"));
            return lines.subList(1, lines.size());
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static Optional<Flown> flown(String row) {
        String[] told = row.split(",");
        double[] at = new double[3];
        double[] mps = new double[3];
        for (int i = 0; i < 3; i++) {
            at[i] = Double.parseDouble(told[2 + i]);
            mps[i] = 1000 * Double.parseDouble(told[7 + i]);
        }
        double heightM = 1000 * Double.parseDouble(told[5]);
        Ecef bright = LatLon.ofDegrees(Math.toDegrees(Math.asin(at[2])), Math.toDegrees(Math.atan2(at[1], at[0])))
                .at(heightM)
                .ecef();
        double climb = climb(bright, mps);
        double speed = Math.sqrt(mps[0] * mps[0] + mps[1] * mps[1] + mps[2] * mps[2]);
        return before(bright, mps).map(start -> {
            Flier flier = new Flier(Weather.STANDARD, Air.density(heightM) * SCALE_M * speed / -climb, 20, start);
            flier.fall(LONGEST_S, 0.05, Flier.Push.NONE);
            return new Flown("fireball", Flown.Nature.METEOR, flier.path(), glows(flier.path()), Flown.Sight.HIGH);
        });
    }

    private static double climb(Ecef at, double[] mps) {
        double r = Math.sqrt(at.xM() * at.xM() + at.yM() * at.yM() + at.zM() * at.zM());
        return (at.xM() * mps[0] + at.yM() * mps[1] + at.zM() * mps[2]) / r;
    }

    // Straight back to where there is hardly any air; nothing where it never was so high.
    private static Optional<double[]> before(Ecef bright, double[] mps) {
        for (double backS = 0; backS < 120; backS += 0.05) {
            double[] state = {
                bright.xM() - backS * mps[0],
                bright.yM() - backS * mps[1],
                bright.zM() - backS * mps[2],
                mps[0],
                mps[1],
                mps[2]
            };
            if (Path.heightM(state) > BEGINS_M) {
                return Optional.of(state).filter(each -> climb(bright, mps) < 0);
            }
        }
        return Optional.empty();
    }

    private static List<Flown.Glow> glows(Path path) {
        double fromS = Double.NaN;
        double toS = Double.NaN;
        for (double t = path.fromS(); t <= path.toS(); t += 0.05) {
            double[] s = path.at(t);
            double speed = Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
            if (Path.heightM(s) < GLOWS_BELOW_M && speed > GLOWS_ABOVE_MPS) {
                fromS = Double.isNaN(fromS) ? t : fromS;
                toS = t;
            }
        }
        return Double.isNaN(fromS) ? List.of() : List.of(new Flown.Glow(fromS, toS));
    }

    private static LaunchWorld world(Flown fireball, double revisitS, int seed) {
        Draws draws = Draws.of(seed, 0, "fireball");
        LatLon under =
                Path.place(fireball.path().at(fireball.path().toS())).geodetic().latLon();
        double west = under.lonRad() - Math.toRadians(draws.uniform(15, 45));
        double east = under.lonRad() + Math.toRadians(draws.uniform(15, 45));
        LatLon aside = Ground.from(under, draws.uniform(0, 2 * Math.PI), 300e3);
        return new LaunchWorld(
                List.of(fireball),
                List.of(
                        new LaunchWorld.Satellite(satellite("IR1", revisitS), new Vantage.Still(west)),
                        new LaunchWorld.Satellite(satellite("IR2", revisitS / 2), new Vantage.Still(east))),
                List.of(radar(aside)),
                draws.uniform(6e3, 12e3),
                seed);
    }

    private static InfraredSatellite satellite(String name, double revisitS) {
        return new InfraredSatellite(new SensorId(name), revisitS, 30 * MICRO, 10 * MICRO, 0.97);
    }

    private static WarningRadar radar(LatLon place) {
        var site = new vedette.model.Geodetic(place.latRad(), place.lonRad(), 100);
        return new WarningRadar(
                new SensorId("RADAR1"),
                site,
                2,
                new WarningRadar.Noise(30, Math.toRadians(0.06), 5),
                new WarningRadar.Bias(10, Math.toRadians(0.02)),
                Math.toRadians(3),
                4e6,
                0.95);
    }
}
