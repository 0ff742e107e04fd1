package vedette.core.motion;

import java.util.Arrays;
import vedette.math.Kernel;
import vedette.model.Wgs84;

/// Free fall above the air: gravity with the Earth's flattening (J2), seen from the rotating Earth.
///
/// The fourth-order Runge-Kutta step is exact to millimetres over ten seconds. F leaves the gravity gradient out,
/// which is below 3e-6 · T² of the position error.
public final class Ballistic implements MotionModel {
    private static final double GM = 3.986004418e14;
    private static final double J2 = 1.08262982e-3;
    private static final double SPIN = 7.292115e-5;
    private static final double LONGEST_STEP_S = 10;

    private final double jerkiness;
    private final double[] slope = new double[6];
    private final double[] sum = new double[6];
    private final double[] trial = new double[6];
    private final double[] up = {0, 0, 1};
    private final Transition transition = new Transition();

    /// Free fall.
    ///
    /// @param jerkiness spectral density of unmodelled acceleration, m²/s³
    public Ballistic(double jerkiness) {
        this.jerkiness = jerkiness;
    }

    @Override
    public void move(double[] x, int mean, int covariance, double dtS) {
        step(x, mean, dtS, transition);
        transition.spread(x, covariance);
    }

    // The state in Earth-fixed axes.
    void step(double[] x, int at, double dtS, Transition out) {
        out.clear();
        int steps = Math.max(1, (int) Math.ceil(dtS / LONGEST_STEP_S));
        for (int i = 0; i < steps; i++) {
            fall(x, at, dtS / steps);
        }
        x[at + TURN] = 0;
        for (int i = 0; i < 3; i++) {
            out.f[i * SIZE + VELOCITY + i] = dtS;
        }
        out.f[TURN * SIZE + TURN] = 0;
        out.q[TURN * SIZE + TURN] = 1e-12;
        out.f[SIZE * 3 + 4] = 2 * SPIN * dtS;
        out.f[SIZE * 4 + 3] = -2 * SPIN * dtS;
        double dt2 = dtS * dtS;
        out.noise(0, 0, up, jerkiness * dt2 * dtS / 3, jerkiness * dt2 * dtS / 3);
        out.noise(0, 3, up, jerkiness * dt2 / 2, jerkiness * dt2 / 2);
        out.noise(3, 0, up, jerkiness * dt2 / 2, jerkiness * dt2 / 2);
        out.noise(3, 3, up, jerkiness * dtS, jerkiness * dtS);
    }

    private void fall(double[] x, int at, double h) {
        Arrays.fill(sum, 0);
        System.arraycopy(x, at, trial, 0, 6);
        for (int stage = 0; stage < 4; stage++) {
            slopes(trial);
            double weight = stage == 0 || stage == 3 ? h / 6 : h / 3;
            double ahead = stage < 2 ? h / 2 : h;
            for (int i = 0; i < 6; i++) {
                sum[i] += weight * slope[i];
                trial[i] = x[at + i] + ahead * slope[i];
            }
        }
        for (int i = 0; i < 6; i++) {
            x[at + i] += sum[i];
        }
    }

    @Kernel
    void slopes(double[] s) {
        double r2 = s[0] * s[0] + s[1] * s[1] + s[2] * s[2];
        double pull = -GM / (r2 * Math.sqrt(r2));
        double bulge = 1.5 * J2 * Wgs84.A_M * Wgs84.A_M / r2;
        double z2 = 5 * s[2] * s[2] / r2;
        double level = pull * (1 + bulge * (1 - z2));
        slope[0] = s[3];
        slope[1] = s[4];
        slope[2] = s[5];
        slope[3] = (level + SPIN * SPIN) * s[0] + 2 * SPIN * s[4];
        slope[4] = (level + SPIN * SPIN) * s[1] - 2 * SPIN * s[3];
        slope[5] = pull * (1 + bulge * (3 - z2)) * s[2];
    }
}
