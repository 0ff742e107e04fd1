package vedette.simulate.launches;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import vedette.core.motion.EarthPull;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.LatLon;

/// What nobody launched: satellites, meteors, satellites that come down, fires and glints.
final class Visitors {
    private static final int MOST_DRAWS = 100;

    private Visitors() {}

    /// A satellite in a low orbit that passes.
    static Flown satellite(Draws draws) {
        double[] state =
                orbiting(Ground.ocean(draws), draws.uniform(380e3, 1200e3), draws.uniform(-0.2, 0.2), 0, draws);
        Flier flier = new Flier(Weather.STANDARD, 120, 0, state);
        flier.fly(900, 2, Flier.Push.NONE);
        return new Flown("satellite", Flown.Nature.SATELLITE, flier.path(), List.of(), Flown.Sight.USUAL);
    }

    /// A meteor that glows while it is fast and low.
    static Flown meteor(Draws draws) {
        double[] state = orbiting(Ground.ocean(draws), 120e3, -draws.uniform(20, 75), draws.uniform(12e3, 35e3), draws);
        Flier flier = new Flier(Weather.STANDARD, draws.uniform(60, 400), 50, state);
        flier.fall(350, 0.05, Flier.Push.NONE);
        List<Flown.Glow> glows = glows(flier.path(), 95e3, 4e3);
        return new Flown("meteor", Flown.Nature.METEOR, flier.path(), glows, Flown.Sight.HIGH);
    }

    /// A satellite whose orbit ends in the air.
    static Flown decay(Draws draws) {
        for (int i = 0; i < MOST_DRAWS; i++) {
            double[] state =
                    orbiting(Ground.ocean(draws), 122e3, -draws.uniform(0.2, 1.5), draws.uniform(7780, 7880), draws);
            Flier flier = new Flier(Weather.STANDARD, draws.uniform(50, 180), 30, state);
            if (flier.fall(4000, 0.1, Flier.Push.NONE)) {
                List<Flown.Glow> glows = glows(flier.path(), 90e3, 3e3);
                return new Flown("decay", Flown.Nature.DECAY, flier.path(), glows, Flown.Sight.HIGH);
            }
        }
        throw new IllegalStateException("no satellite comes down");
    }

    /// Fires that both satellites see for ten minutes, and glints that drift and only one sees.
    static List<Flown> clutter(Draws draws) {
        LatLon middle = Ground.ocean(draws);
        List<Flown> all = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            boolean fire = k < 3;
            double latDeg = middle.latDeg() + draws.uniform(-6, 6);
            double lonDeg = middle.lonDeg() + draws.uniform(-6, 6);
            double fromS = draws.uniform(0, 300);
            double lastsS = fire ? 600 : draws.uniform(20, 90);
            double[] driftDeg =
                    fire ? new double[2] : new double[] {0.004 * draws.gaussian(), 0.004 * draws.gaussian()};
            Path.Pen pen = new Path.Pen();
            for (int i = 0; i <= 20; i++) {
                double s = lastsS * i / 20;
                Ecef at = LatLon.ofDegrees(latDeg + driftDeg[0] * s, lonDeg + driftDeg[1] * s)
                        .at(fire ? 0 : 9e3)
                        .ecef();
                pen.add(fromS + s, new double[] {at.xM(), at.yM(), at.zM(), 0, 0, 0});
            }
            OptionalInt only = fire ? OptionalInt.empty() : OptionalInt.of(draws.below(2));
            all.add(new Flown(
                    (fire ? "fire" : "glint") + k,
                    fire ? Flown.Nature.HOT_SPOT : Flown.Nature.GLINT,
                    pen.path(),
                    List.of(new Flown.Glow(fromS, fromS + lastsS)),
                    new Flown.Sight(false, true, only)));
        }
        return all;
    }

    // From the first sample that glows to the last.
    private static List<Flown.Glow> glows(Path path, double belowM, double aboveMps) {
        double fromS = Double.NaN;
        double toS = Double.NaN;
        for (double t = path.fromS(); t <= path.toS(); t += 0.1) {
            double[] s = path.at(t);
            double speed = Math.sqrt(s[3] * s[3] + s[4] * s[4] + s[5] * s[5]);
            if (Path.heightM(s) < belowM && speed > aboveMps) {
                fromS = Double.isNaN(fromS) ? t : fromS;
                toS = t;
            }
        }
        return Double.isNaN(fromS) ? List.of() : List.of(new Flown.Glow(fromS, toS));
    }

    // A state in a drawn direction; a speed of 0 is that of a circular orbit.
    private static double[] orbiting(LatLon place, double heightM, double climbDeg, double speedMps, Draws draws) {
        Ecef at = place.at(heightM).ecef();
        double[] s = {at.xM(), at.yM(), at.zM(), 0, 0, 0};
        double[] axes = Path.axes(s);
        double azimuth = draws.uniform(0, Exact.TWO_PI);
        double climb = Math.toRadians(climbDeg);
        double r = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
        double speed = speedMps > 0 ? speedMps : Math.sqrt(EarthPull.GM / r);
        double east = speed * Exact.cos(climb) * Exact.sin(azimuth);
        double north = speed * Exact.cos(climb) * Exact.cos(azimuth);
        double up = speed * Exact.sin(climb);
        for (int i = 0; i < 3; i++) {
            s[3 + i] = east * axes[i] + north * axes[3 + i] + up * axes[6 + i];
        }
        s[3] += EarthPull.SPIN_RADPS * s[1];
        s[4] -= EarthPull.SPIN_RADPS * s[0];
        return s;
    }
}
