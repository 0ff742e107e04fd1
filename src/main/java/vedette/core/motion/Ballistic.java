package vedette.core.motion;

import java.util.Arrays;

/// Free fall above the air: gravity with the Earth's flattening (J2), seen from the rotating Earth.
///
/// The fourth-order Runge-Kutta step is exact to millimetres over ten seconds. F leaves the gravity gradient out,
/// which is below 3e-6 · T² of the position error.
public final class Ballistic implements MotionModel {
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
        out.f[SIZE * 3 + 4] = 2 * EarthPull.SPIN_RADPS * dtS;
        out.f[SIZE * 4 + 3] = -2 * EarthPull.SPIN_RADPS * dtS;
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
            EarthPull.slopes(trial, 0, slope);
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
}
