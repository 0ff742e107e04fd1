package vedette.simulate.launches;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import vedette.math.Draws;
import vedette.math.Exact;
import vedette.model.LatLon;

/// Ballistic flights of one to three stages, and such as do not stay ballistic.
///
/// Place, azimuth, pitch and stages are drawn; what does not climb well is drawn again. Nothing is aimed.
final class Missiles {
    private static final int MOST_DRAWS = 1000;
    private static final double LONGEST_S = 6000;
    private static final double LOW_STEP_S = 0.1;
    /// A push smaller than this is not a turn yet, m/s².
    private static final double FELT_MPS2 = 9.8;
    /// How fast pieces part, per axis, m/s.
    private static final double PARTING_MPS = 15;
    private static final double LOWEST_BURNOUT_M = 22e3;

    /// Faster ones would not come down within [#LONGEST_S].
    private static final double FASTEST_MPS = 7300;

    // Thrust, time to empty, burning time of each stage: textbook orders of magnitude.
    private static final double[][][] STAGES = {
        {{19, 93, 65}},
        {{18, 117, 95}},
        {{20, 95, 65}, {26, 84, 65}},
        {{20, 88, 62}, {25, 84, 62}, {26, 78, 60}},
        {{13.3, 190, 150}, {14, 160, 125}}
    };
    private static final double[][] BETA = {{1500, 5000}, {2000, 7000}, {3000, 9000}, {5000, 11000}, {3000, 9000}};
    // Lowest and highest angle of the way at burnout, degrees.
    private static final double[][] CLIMB_DEG = {{32, 56}, {30, 53}, {24, 47}, {14, 36}, {14, 40}};

    // Least and most pitch-over, degrees, and the most thrust beside the table's.
    private static final double[][] PITCH_DEG = {{1, 18}, {1, 18}, {3, 25}, {12, 40}, {0.3, 4}};
    private static final double[] MOST_THRUST = {1.35, 1.35, 1.25, 1.12, 1.06};

    private Missiles() {}

    /// How a missile flies after its burnout.
    enum Manner {
        /// Free fall with drag.
        BALLISTIC,
        /// Lift as soon as the air is thick enough.
        GLIDE,
        /// A short pull upwards on the way down.
        PULL_UP,
        /// It breaks in the air: the heaviest piece goes on as the missile.
        BREAK_UP
    }

    /// A size's rocket.
    ///
    /// @param ascent how it goes up
    /// @param beta ballistic coefficient of what comes down, kg/m²
    /// @param weather the day's air
    record Plan(Ascent ascent, double beta, Weather weather) {}

    /// Draws a flight that climbs well.
    static Plan plan(int size, Draws draws) {
        Weather weather = Weather.drawn(draws);
        double beta = draws.uniform(BETA[size][0], BETA[size][1]);
        for (int i = 0; i < MOST_DRAWS; i++) {
            Ascent ascent = new Ascent(
                    Ground.ocean(draws),
                    draws.uniform(20, 60),
                    draws.uniform(0, Exact.TWO_PI),
                    Math.toRadians(draws.uniform(PITCH_DEG[size][0], PITCH_DEG[size][1])),
                    draws.uniform(4, 8),
                    draws.uniform(5, 9),
                    stages(size, draws));
            if (climbs(ascent.flown(weather), CLIMB_DEG[size])) {
                return new Plan(ascent, beta, weather);
            }
        }
        throw new IllegalStateException("no climb for size " + size);
    }

    private static List<Ascent.Stage> stages(int size, Draws draws) {
        double thrust = draws.uniform(1, MOST_THRUST[size]);
        List<Ascent.Stage> stages = new ArrayList<>();
        for (double[] stage : STAGES[size]) {
            double burnS = stage[2] * draws.uniform(0.93, 1.07);
            double share = stage[2] / stage[1] * draws.uniform(0.98, 1.01);
            stages.add(new Ascent.Stage(stage[0] * thrust * draws.uniform(0.95, 1.05), burnS / share, burnS));
        }
        return stages;
    }

    private static boolean climbs(Flier burnt, double[] anglesDeg) {
        double[] s = burnt.state();
        double[] axes = Path.axes(s);
        double up = (s[3] * axes[6] + s[4] * axes[7] + s[5] * axes[8]) / burnt.speedMps();
        double angleDeg = Math.toDegrees(Exact.asin(Math.clamp(up, -1.0, 1.0)));
        return burnt.heightM() > LOWEST_BURNOUT_M
                && burnt.speedMps() < FASTEST_MPS
                && angleDeg > anglesDeg[0]
                && angleDeg < anglesDeg[1];
    }

    /// A plan like another: from a place near its place, at another time, a little other in azimuth and pitch.
    static Plan beside(Plan plan, int site, Draws draws) {
        double[][] sites = {{0, 0}, {0.3, -0.3}, {-0.25, 0.35}};
        Ascent a = plan.ascent();
        LatLon place = LatLon.ofDegrees(
                a.place().latDeg() + sites[site][0] + 0.01 * draws.gaussian(),
                a.place().lonDeg() + sites[site][1] + 0.01 * draws.gaussian());
        Ascent ascent = new Ascent(
                place,
                a.startS() + draws.uniform(0, 60),
                a.azimuthRad() + Math.toRadians(0.4 * draws.gaussian()),
                a.pitchRad() + Math.toRadians(0.05 * draws.gaussian()),
                a.riseS(),
                a.pitchS(),
                a.stages());
        return new Plan(ascent, plan.beta(), plan.weather());
    }

    /// Flies a plan to the ground: the missile, and what breaks off it.
    static List<Flown> flown(String name, Plan plan, Manner manner, Draws draws) {
        Flier up = plan.ascent().flown(plan.weather());
        Flier down = up.shedding(plan.beta());
        List<Flown> flown = new ArrayList<>();
        double turnsS = switch (manner) {
            case BALLISTIC -> falls(down, Flier.Push.NONE);
            case GLIDE -> falls(down, glide(down, draws));
            case PULL_UP -> falls(down, pullUp(down, draws));
            case BREAK_UP -> {
                Flier whole = up.shedding(plan.beta());
                falls(whole, Flier.Push.NONE);
                double breaksS = below(whole.path(), draws.uniform(20e3, 55e3));
                down.fall(breaksS, LOW_STEP_S, Flier.Push.NONE);
                pieces(name, down, plan, draws, flown);
                yield breaksS;
            }
        };
        Path path = manner == Manner.BREAK_UP
                ? joined(joined(up.path(), down.path()), flown.removeFirst().path())
                : joined(up.path(), down.path());
        var glow = new Flown.Glow(plan.ascent().startS(), up.timeS());
        OptionalDouble turns = Double.isNaN(turnsS) ? OptionalDouble.empty() : OptionalDouble.of(turnsS);
        flown.addFirst(new Flown(name, Flown.Nature.MISSILE, path, List.of(glow), Flown.Sight.USUAL, turns));
        return flown;
    }

    // To the ground; when the push was first felt.
    private static double falls(Flier flier, Flier.Push push) {
        double[] feltS = {Double.NaN};
        double[] pushed = new double[6];
        Flier.Push felt = (t, s, slope) -> {
            java.util.Arrays.fill(pushed, 0);
            push.add(t, s, pushed);
            double m = pushed[3] * pushed[3] + pushed[4] * pushed[4] + pushed[5] * pushed[5];
            if (Double.isNaN(feltS[0]) && m > FELT_MPS2 * FELT_MPS2) {
                feltS[0] = t;
            }
            for (int i = 3; i < 6; i++) {
                slope[i] += pushed[i];
            }
        };
        require(flier.fall(flier.timeS() + LONGEST_S, LOW_STEP_S, felt), "still up at %s", flier.timeS());
        return feltS[0];
    }

    private static double below(Path path, double heightM) {
        double t = path.toS();
        while (t - 0.1 > path.fromS() && path.heightM(t - 0.1) < heightM) {
            t -= 0.1;
        }
        return t;
    }

    // Three or four pieces, the heaviest for its size first; lighter ones fall behind.
    private static void pieces(String name, Flier down, Plan plan, Draws draws, List<Flown> into) {
        int count = 3 + draws.below(2);
        double share = draws.uniform(0.35, 0.7);
        for (int i = 0; i < count; i++) {
            double[] s = down.state();
            for (int k = 3; k < 6; k++) {
                s[k] += PARTING_MPS * draws.gaussian();
            }
            Flier piece = new Flier(plan.weather(), plan.beta() * share, down.timeS(), s);
            falls(piece, Flier.Push.NONE);
            into.add(new Flown(name + " piece " + i, Flown.Nature.STAGE, piece.path(), List.of(), Flown.Sight.USUAL));
            share *= draws.uniform(0.3, 0.7);
        }
    }

    // Both banks are common, and lift stays what it is all the way.
    private static Flier.Push glide(Flier down, Draws draws) {
        Flier.Push lift = down.lift(draws.uniform(0.5, 1.5), Math.toRadians(draws.uniform(-60, 60)));
        double fromM = draws.uniform(45e3, 70e3);
        double[] last = {0};
        return (t, s, slope) -> {
            double heightM = Path.heightM(s);
            if (falling(s) && heightM < fromM) {
                last[0] = 1;
            }
            if (last[0] > 0) {
                lift.add(t, s, slope);
            }
        };
    }

    private static Flier.Push pullUp(Flier down, Draws draws) {
        Flier.Push lift = down.lift(draws.uniform(1.5, 3), Math.toRadians(draws.uniform(-90, 90)));
        double burnoutS = down.timeS();
        double fromM = draws.uniform(20e3, 40e3);
        double lastsS = draws.uniform(6, 15);
        double[] since = {Double.POSITIVE_INFINITY};
        return (t, s, slope) -> {
            if (since[0] > t && falling(s) && Path.heightM(s) < fromM && t > burnoutS) {
                since[0] = t;
            }
            if (t >= since[0] && t < since[0] + lastsS) {
                lift.add(t, s, slope);
            }
        };
    }

    private static boolean falling(double[] s) {
        return s[0] * s[3] + s[1] * s[4] + s[2] * s[5] < 0;
    }

    /// Two paths, the second from where the first ends.
    static Path joined(Path first, Path second) {
        Path.Pen pen = new Path.Pen();
        first.into(pen);
        second.into(pen);
        return pen.path();
    }
}
