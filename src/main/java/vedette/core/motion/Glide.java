package vedette.core.motion;

import vedette.math.Exact;

/// A fall with lift held against the air: how far a body that no longer falls freely may come.
///
/// Lift is drag times a ratio, at right angles to the velocity through the air, turned about it by a bank: 0 is
/// straight up. A workspace; the fourth-order Runge-Kutta rule, with steps short where the air is thick.
public final class Glide {
    private static final double HIGH_STEP_S = 4;
    private static final double LONG_STEP_S = 1.5;
    private static final double SHORT_STEP_S = 0.15;
    private static final double LITTLE = 0.08;
    private static final double THICK_M = 80e3;
    private static final int MOST_STEPS = 20_000;

    private final FallForces forces = new FallForces();
    private final double[] state = new double[6];
    private final double[] sum = new double[6];
    private final double[] trial = new double[6];
    private final double[] slope = new double[6];
    private double timeS;
    private double ratio;
    private double cosBank;
    private double sinBank;

    /// Glides to the ground.
    ///
    /// @param fromS when it begins, seconds
    /// @param start9 position and velocity (6), logarithm of the ballistic coefficient, wind east and north at its
    /// jets
    /// @param liftToDrag the ratio, 0 or more
    /// @param bankRad which way the lift points, clockwise from up as seen from behind
    /// @param untilS when to give up, seconds
    /// @return whether it met the ground; then [#state] and [#timeS] are within a step of landing
    public boolean toGround(double fromS, double[] start9, double liftToDrag, double bankRad, double untilS) {
        System.arraycopy(start9, 0, state, 0, 6);
        forces.set(start9[6], start9[7], start9[8]);
        timeS = fromS;
        ratio = liftToDrag;
        cosBank = Exact.cos(bankRad);
        sinBank = Exact.sin(bankRad);
        double height = EarthPull.heightM(state[0], state[1], state[2]);
        forces.slopes(state, slope);
        for (int i = 0; i < MOST_STEPS && timeS < untilS; i++) {
            step(stepS(height));
            height = EarthPull.heightM(state[0], state[1], state[2]);
            if (!(height > 0)) {
                return height <= 0;
            }
        }
        return false;
    }

    // So short that the air changes neither speed nor way by much.
    private double stepS(double heightM) {
        double change = forces.damping() * (1 + ratio);
        double longest = heightM < THICK_M ? LONG_STEP_S : HIGH_STEP_S;
        return Math.clamp(LITTLE / Math.max(1e-9, change), SHORT_STEP_S, longest);
    }

    /// Position and velocity reached; live.
    public double[] state() {
        return state;
    }

    /// The time reached, seconds.
    public double timeS() {
        return timeS;
    }

    private void step(double h) {
        java.util.Arrays.fill(sum, 0);
        System.arraycopy(state, 0, trial, 0, 6);
        for (int stage = 0; stage < 4; stage++) {
            forces.slopes(trial, slope);
            lift();
            double weight = stage == 0 || stage == 3 ? h / 6 : h / 3;
            double ahead = stage < 2 ? h / 2 : h;
            for (int i = 0; i < 6; i++) {
                sum[i] += weight * slope[i];
                trial[i] = state[i] + ahead * slope[i];
            }
        }
        for (int i = 0; i < 6; i++) {
            state[i] += sum[i];
        }
        timeS += h;
    }

    // Drag is damping times speed; lift has a share of it across the velocity.
    private void lift() {
        double vx = trial[3];
        double vy = trial[4];
        double vz = trial[5];
        double speed = Math.sqrt(vx * vx + vy * vy + vz * vz);
        double strength = ratio * forces.damping() * speed;
        if (!(strength > 0)) {
            return;
        }
        double r = Math.sqrt(trial[0] * trial[0] + trial[1] * trial[1] + trial[2] * trial[2]);
        double climb = (trial[0] * vx + trial[1] * vy + trial[2] * vz) / (r * speed);
        double ux = trial[0] / r - climb * vx / speed;
        double uy = trial[1] / r - climb * vy / speed;
        double uz = trial[2] / r - climb * vz / speed;
        double length = Math.sqrt(ux * ux + uy * uy + uz * uz);
        if (!(length > 1e-6)) {
            return;
        }
        double sx = (vy * uz - vz * uy) / (speed * length);
        double sy = (vz * ux - vx * uz) / (speed * length);
        double sz = (vx * uy - vy * ux) / (speed * length);
        slope[3] += strength * (cosBank * ux / length + sinBank * sx);
        slope[4] += strength * (cosBank * uy / length + sinBank * sy);
        slope[5] += strength * (cosBank * uz / length + sinBank * sz);
    }
}
