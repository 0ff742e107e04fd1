package vedette.core.motion;

import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Plumb;

/// Flight over the curved Earth, straight or turning: the arithmetic that both models share.
///
/// The velocity's level part turns about the vertical at the rate ω, its vertical part decays, and both bend down
/// with the
/// ground, so that level flight stays level. Bar-Shalom, Li, Kirubarajan 2001, eq. 11.7.1-4, in vector form:
/// p' = p + S v_h + C (u × v_h) + ψ v_u u, v' = c v_h + s (u × v_h) + φ v_u u with c, s the cosine and sine of ωT,
/// S = s/ω, C = (1 − c)/ω. Straight flight is its limit for ω = 0.
final class LevelMotion {
    private static final int N = MotionModel.SIZE;
    private static final double SMALL = 1e-4;

    private final double[] up = new double[3];
    private final double[] level = new double[3];
    private final double[] left = new double[3];

    /// The vertical of the last step.
    double[] up() {
        return up;
    }

    /// The level speed before the last step, m/s.
    double speedMps() {
        return Math.sqrt(level[0] * level[0] + level[1] * level[1] + level[2] * level[2]);
    }

    /// Moves the state with a turn rate, and writes F; Q is left as it is.
    @Kernel
    void move(double[] x, int at, double dt, double turn, double climbTimeS, Transition out) {
        Plumb.up(x, at, up);
        double angle = turn * dt;
        double c = 1;
        double s = angle;
        double alongS = dt;
        double leftS = turn * dt * dt / 2;
        double alongByTurn = -turn * dt * dt * dt / 3;
        double leftByTurn = dt * dt / 2;
        if (Math.abs(angle) > SMALL) {
            c = Exact.cos(angle);
            s = Exact.sin(angle);
            alongS = s / turn;
            leftS = (1 - c) / turn;
            alongByTurn = (angle * c - s) / (turn * turn);
            leftByTurn = (angle * s - (1 - c)) / (turn * turn);
        }
        double decay = Exact.exp(-dt / climbTimeS);
        double climbS = climbTimeS * (1 - decay);
        double climb = x[at + 3] * up[0] + x[at + 4] * up[1] + x[at + 5] * up[2];
        for (int i = 0; i < 3; i++) {
            level[i] = x[at + 3 + i] - climb * up[i];
        }
        left[0] = up[1] * level[2] - up[2] * level[1];
        left[1] = up[2] * level[0] - up[0] * level[2];
        left[2] = up[0] * level[1] - up[1] * level[0];
        double fromCentre = Math.sqrt(x[at] * x[at] + x[at + 1] * x[at + 1] + x[at + 2] * x[at + 2]);
        double bend = (level[0] * level[0] + level[1] * level[1] + level[2] * level[2]) / fromCentre;
        double[] f = out.f;
        for (int i = 0; i < 3; i++) {
            x[at + i] += alongS * level[i] + leftS * left[i] + (climbS * climb - bend * dt * dt / 2) * up[i];
            x[at + 3 + i] = c * level[i] + s * left[i] + (decay * climb - bend * dt) * up[i];
            f[i * N + 6] = alongByTurn * level[i] + leftByTurn * left[i];
            f[(3 + i) * N + 6] = dt * (c * left[i] - s * level[i]);
            for (int j = 0; j < 3; j++) {
                double upward = up[i] * up[j];
                double flat = (i == j ? 1 : 0) - upward;
                f[i * N + 3 + j] = alongS * flat + climbS * upward;
                f[(3 + i) * N + 3 + j] = c * flat + decay * upward;
            }
        }
        cross(f, 3, leftS);
        cross(f, 3 * N + 3, s);
    }

    // Adds factor · [u]× to a 3 × 3 block.
    private void cross(double[] f, int at, double factor) {
        f[at + 1] -= factor * up[2];
        f[at + 2] += factor * up[1];
        f[at + N] += factor * up[2];
        f[at + N + 2] -= factor * up[0];
        f[at + 2 * N] -= factor * up[1];
        f[at + 2 * N + 1] += factor * up[0];
    }

    /// Adds white acceleration noise in the level plane and Ornstein-Uhlenbeck noise along the vertical.
    void shake(double dt, double jerkiness, Manner manner, Transition out) {
        double tau = manner.climbTimeS();
        double decay = Exact.exp(-dt / tau);
        double variance = manner.climbMps() * manner.climbMps();
        double ratio = dt / tau;
        // The closed form cancels for short steps; its series is v²·(2/3)·dt³/τ there.
        double place = ratio < 1e-2
                ? variance * 2.0 / 3 * dt * dt * ratio * (1 - 0.75 * ratio)
                : variance * tau * tau * (2 * ratio - 3 + 4 * decay - decay * decay);
        double mixed = variance * tau * (1 - decay) * (1 - decay);
        out.noise(0, 0, up, jerkiness * dt * dt * dt / 3, place);
        out.noise(0, 3, up, jerkiness * dt * dt / 2, mixed);
        out.noise(3, 0, up, jerkiness * dt * dt / 2, mixed);
        out.noise(3, 3, up, jerkiness * dt, variance * (1 - decay * decay));
    }
}
