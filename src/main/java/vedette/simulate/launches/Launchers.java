package vedette.simulate.launches;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.core.motion.EarthPull;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.math.Vec3;
import vedette.model.Wgs84;

/// Ways into space and back that are no attack: space launches with their falling stage, and sounding rockets.
final class Launchers {
    private static final int MOST_DRAWS = 400;
    private static final int MOST_THRUSTS = 20;
    private static final double LONGEST_S = 6000;
    private static final double SECOND_BURN_S = 385;
    private static final double IN_ORBIT_S = 1500;
    private static final double STAGE_BETA = 300;
    private static final double STAGE_FREE_S = 3;

    private Launchers() {}

    /// A launch into a low circular orbit: a gravity turn, then a smooth climb without any law of thrust. The spent
    /// stage falls back.
    static List<Flown> space(Draws draws) {
        Weather weather = Weather.drawn(draws);
        Ascent ascent = climbing(weather, draws);
        Flier up = ascent.flown(weather);
        Flier stage = up.shedding(STAGE_BETA);
        stage.fall(up.timeS() + LONGEST_S, 0.1, Flier.Push.NONE);
        Path orbit = smoothClimb(up.timeS(), up.state(), draws.uniform(190e3, 420e3));
        var glow = new Flown.Glow(ascent.startS(), up.timeS() + SECOND_BURN_S);
        List<Flown> flown = new ArrayList<>();
        flown.add(new Flown(
                "launcher",
                Flown.Nature.SPACE_LAUNCHER,
                Missiles.joined(up.path(), orbit),
                List.of(glow),
                Flown.Sight.USUAL));
        // Beside its launcher it cannot be told from it.
        Path falls = later(stage.path(), up.timeS() + STAGE_FREE_S);
        flown.add(new Flown("stage", Flown.Nature.STAGE, falls, List.of(), Flown.Sight.USUAL));
        return flown;
    }

    // With some thrusts nothing that is drawn climbs so: then another is drawn.
    private static Ascent climbing(Weather weather, Draws draws) {
        for (int k = 0; k < MOST_THRUSTS; k++) {
            Optional<Ascent> found = climbing(weather, 13 * draws.uniform(0.97, 1.05), draws);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("no climb into space");
    }

    private static Optional<Ascent> climbing(Weather weather, double thrust, Draws draws) {
        for (int i = 0; i < MOST_DRAWS; i++) {
            Ascent ascent = new Ascent(
                    Ground.ocean(draws),
                    draws.uniform(20, 60),
                    Math.toRadians(draws.uniform(40, 140)),
                    Math.toRadians(draws.uniform(0.15, 0.7)),
                    draws.uniform(5, 8),
                    draws.uniform(5, 8),
                    List.of(new Ascent.Stage(thrust, 205, 155)));
            Flier burnt = ascent.flown(weather);
            double[] s = burnt.state();
            double[] axes = Path.axes(s);
            double up = (s[3] * axes[6] + s[4] * axes[7] + s[5] * axes[8]) / burnt.speedMps();
            if (burnt.heightM() > 50e3 && up > 0.41 && up < 0.6) {
                return Optional.of(ascent);
            }
        }
        return Optional.empty();
    }

    // In axes that do not turn: the radius by a cubic from that of burnout to the orbit's, the angle by a smooth rate.
    private static Path smoothClimb(double fromS, double[] s, double heightM) {
        double spin = EarthPull.SPIN_RADPS;
        Vec3 place = new Vec3(s[0], s[1], s[2]);
        Vec3 speed = new Vec3(s[3] - spin * s[1], s[4] + spin * s[0], s[5]);
        double r0 = place.norm();
        Vec3 out = place.times(1 / r0);
        double climb = speed.dot(out);
        Vec3 level = speed.minus(out.times(climb));
        double levelMps = level.norm();
        Vec3 ahead = level.times(1 / levelMps);
        double r1 = Wgs84.A_M + heightM;
        double w0 = levelMps / r0;
        double w1 = Math.sqrt(EarthPull.GM / (r1 * r1 * r1));
        Path.Pen pen = new Path.Pen();
        for (double t = 0; t <= SECOND_BURN_S + IN_ORBIT_S; t += 1) {
            double x = Math.min(1, t / SECOND_BURN_S);
            double x15 = x * Math.sqrt(x);
            double r = (1 + 2 * x) * (1 - x) * (1 - x) * r0
                    + x * (1 - x) * (1 - x) * SECOND_BURN_S * climb
                    + x * x * (3 - 2 * x) * r1;
            double rate = (6 * x * x - 6 * x) * (r0 - r1) / SECOND_BURN_S + (1 - 4 * x + 3 * x * x) * climb;
            double angle = SECOND_BURN_S * (w0 * x + (w1 - w0) * x * x15 / 2.5) + w1 * Math.max(0, t - SECOND_BURN_S);
            double turning = x < 1 ? w0 + (w1 - w0) * x15 : w1;
            pen.add(fromS + t, turned(out, ahead, new double[] {r, x < 1 ? rate : 0, angle, turning}, spin * t));
        }
        return pen.path();
    }

    private static double[] turned(Vec3 out, Vec3 ahead, double[] polar, double turnRad) {
        double cos = Exact.cos(polar[2]);
        double sin = Exact.sin(polar[2]);
        Vec3 away = out.times(cos).plus(ahead.times(sin));
        Vec3 along = ahead.times(cos).minus(out.times(sin));
        Vec3 place = away.times(polar[0]);
        Vec3 speed = away.times(polar[1]).plus(along.times(polar[0] * polar[3]));
        double c = Exact.cos(turnRad);
        double n = Exact.sin(turnRad);
        double spin = EarthPull.SPIN_RADPS;
        double x = c * place.x() + n * place.y();
        double y = -n * place.x() + c * place.y();
        return new double[] {
            x,
            y,
            place.z(),
            c * speed.x() + n * speed.y() + spin * y,
            -n * speed.x() + c * speed.y() - spin * x,
            speed.z()
        };
    }

    private static Path later(Path path, double fromS) {
        Path.Pen pen = new Path.Pen();
        pen.add(fromS, path.at(fromS));
        path.into(pen, fromS);
        return pen.path();
    }

    /// A small rocket that goes nearly straight up and comes down near where it began.
    static Flown sounding(Draws draws) {
        Weather weather = Weather.drawn(draws);
        Ascent ascent = new Ascent(
                Ground.ocean(draws),
                40,
                draws.uniform(0, Exact.TWO_PI),
                Math.toRadians(draws.uniform(1, 3)),
                6,
                6,
                List.of(new Ascent.Stage(45, 62, 32), new Ascent.Stage(55 * draws.uniform(0.8, 1.4), 60, 33)));
        Flier up = ascent.flown(weather);
        Flier down = up.shedding(2500);
        down.fall(up.timeS() + LONGEST_S, 0.1, Flier.Push.NONE);
        var glow = new Flown.Glow(ascent.startS(), up.timeS());
        return new Flown(
                "sounding",
                Flown.Nature.SOUNDING_ROCKET,
                Missiles.joined(up.path(), down.path()),
                List.of(glow),
                Flown.Sight.USUAL);
    }
}
