package vedette.simulate.launches;

import vedette.core.motion.Air;
import vedette.core.motion.EarthPull;
import vedette.model.Wgs84;

/// A point body that is moved through gravity with J2, the rotating Earth and the day's air, by Runge and Kutta's step
/// of order 4 in fixed lengths. It shares no integrator with the watch, so that each is a check of the other.
final class Flier {
    /// From here on down steps are short, metres.
    private static final double LOW_M = 130e3;

    /// Nothing falls faster than this towards the ground in free flight, m/s: long steps end before [#LOW_M].
    private static final double FASTEST_FALL_MPS = 8e3;

    private static final int MOST_HALVINGS = 50;

    private final Weather weather;
    private final double dragBeta;
    private final Path.Pen pen = new Path.Pen();
    private final double[] state = new double[6];
    private final double[][] slope = new double[4][6];
    private final double[] trial = new double[6];
    private final double[] axes = new double[9];
    private double timeS;

    /// What pushes it beside gravity and drag.
    interface Push {
        /// Nothing.
        Push NONE = (_, _, _) -> {};

        /// Adds to the acceleration, m/s², Earth-fixed.
        void add(double timeS, double[] state, double[] slope);
    }

    /// A body.
    ///
    /// @param beta mass over drag coefficient times area, kg/m²
    Flier(Weather weather, double beta, double timeS, double[] state) {
        this.weather = weather;
        dragBeta = beta;
        this.timeS = timeS;
        System.arraycopy(state, 0, this.state, 0, 6);
        pen.add(timeS, state);
    }

    /// The same motion goes on with another shape.
    Flier shedding(double beta) {
        return new Flier(weather, beta, timeS, state);
    }

    double timeS() {
        return timeS;
    }

    double[] state() {
        return state.clone();
    }

    double heightM() {
        return EarthPull.heightM(state[0], state[1], state[2]);
    }

    double speedMps() {
        return Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
    }

    /// Its path so far.
    Path path() {
        return pen.path();
    }

    /// Flies to a time in equal steps.
    void fly(double untilS, double stepS, Push push) {
        double beginS = timeS;
        int steps = Math.max(1, (int) Math.ceil((untilS - beginS) / stepS));
        for (int i = 1; i <= steps; i++) {
            double toS = i == steps ? untilS : beginS + (untilS - beginS) * i / steps;
            step(toS - timeS, push);
            timeS = toS;
            pen.add(timeS, state);
        }
    }

    /// Falls to the ground, or until a time.
    ///
    /// @param lowStepS length of steps in the air, seconds
    /// @return whether it is on the ground
    boolean fall(double untilS, double lowStepS, Push push) {
        while (timeS < untilS) {
            double above = heightM() - LOW_M;
            double stepS = Math.min(untilS - timeS, Math.clamp(above / FASTEST_FALL_MPS, lowStepS, 1.0));
            double[] before = state.clone();
            step(stepS, push);
            if (heightM() <= 0) {
                land(before, stepS, push);
                return true;
            }
            timeS += stepS;
            pen.add(timeS, state);
        }
        return false;
    }

    private void land(double[] before, double stepS, Push push) {
        double low = 0;
        double high = stepS;
        for (int i = 0; i < MOST_HALVINGS; i++) {
            double middle = (low + high) / 2;
            System.arraycopy(before, 0, state, 0, 6);
            step(middle, push);
            if (heightM() > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        timeS += high;
        pen.add(timeS, state);
    }

    private void step(double h, Push push) {
        slopes(timeS, state, slope[0], push);
        stage(h / 2, slope[0]);
        slopes(timeS + h / 2, trial, slope[1], push);
        stage(h / 2, slope[1]);
        slopes(timeS + h / 2, trial, slope[2], push);
        stage(h, slope[2]);
        slopes(timeS + h, trial, slope[3], push);
        for (int i = 0; i < 6; i++) {
            state[i] += h / 6 * (slope[0][i] + 2 * slope[1][i] + 2 * slope[2][i] + slope[3][i]);
        }
    }

    private void stage(double h, double[] by) {
        for (int i = 0; i < 6; i++) {
            trial[i] = state[i] + h * by[i];
        }
    }

    private void slopes(double atS, double[] s, double[] out, Push push) {
        double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
        double pull = -EarthPull.GM / (r2 * Math.sqrt(r2));
        double bulge = 1.5 * EarthPull.J2 * Wgs84.A_M * Wgs84.A_M / r2;
        double z2 = 5 * s[2] * s[2] / r2;
        double spin = EarthPull.SPIN_RADPS;
        System.arraycopy(s, 3, out, 0, 3);
        out[3] = pull * (1 + bulge * (1 - z2)) * s[0] + spin * (2 * s[4] + spin * s[0]);
        out[4] = pull * (1 + bulge * (1 - z2)) * s[1] + spin * (-2 * s[3] + spin * s[1]);
        out[5] = pull * (1 + bulge * (3 - z2)) * s[2];
        double[] wind = wind(s);
        double damping = damping(s, wind, dragBeta);
        for (int i = 0; i < 3; i++) {
            out[3 + i] -= damping * (s[3 + i] - wind[i]);
        }
        push.add(atS, s, out);
    }

    /// Velocity of the air at a state, Earth-fixed.
    double[] wind(double[] s) {
        double heightM = EarthPull.heightM(s[0], s[1], s[2]);
        double share = weather.share(heightM);
        if (share == 0) {
            return new double[3];
        }
        Wgs84.geodetic(s[0], s[1], s[2], axes);
        double east = share * weather.eastMps();
        double north = share * weather.northMps();
        return new double[] {
            east * axes[0] + north * axes[3], east * axes[1] + north * axes[4], east * axes[2] + north * axes[5]
        };
    }

    /// How fast drag takes speed away, 1/s.
    double damping(double[] s, double[] wind, double beta) {
        double density = weather.density() * Air.density(EarthPull.heightM(s[0], s[1], s[2]));
        double x = s[3] - wind[0];
        double y = s[4] - wind[1];
        double z = s[5] - wind[2];
        return density * Math.sqrt(x * x + y * y + z * z) / (2 * beta);
    }

    /// A push upwards of the way, of a share of the drag: a body that glides.
    ///
    /// @param liftToDrag lift over drag
    /// @param bankRad how far the lift leans to the right
    Push lift(double liftToDrag, double bankRad) {
        return new Lift(this, dragBeta, liftToDrag, bankRad);
    }
}
