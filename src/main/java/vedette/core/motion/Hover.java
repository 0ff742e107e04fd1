package vedette.core.motion;

import static vedette.math.Require.require;

import vedette.math.Exact;

/// Standing in the air: whatever speed there is dies away soon, and what is left drifts about nothing.
///
/// An Ornstein-Uhlenbeck velocity on each axis (Gardiner, Stochastic Methods, 2009, sec. 3.8.4). Over times longer
/// than its own the place walks with the density 2 σ² τ: far less than straight flight lets it. The turn rate is
/// forgotten, as in [ConstantVelocity].
public final class Hover implements MotionModel {
    private static final double SERIES_BELOW = 1e-2;

    private final double variance;
    private final double timeS;
    private final double turnVariance;
    private final Transition transition = new Transition();

    /// Standing.
    ///
    /// @param driftMps standard deviation of each axis of the velocity, m/s
    /// @param timeS how long a drift lasts, seconds
    /// @param manner how it turns when it flies on
    public Hover(double driftMps, double timeS, Manner manner) {
        require(driftMps > 0 && timeS > 0, "drift of %s m/s for %s s", driftMps, timeS);
        variance = driftMps * driftMps;
        this.timeS = timeS;
        turnVariance = manner.turnSigma(0) * manner.turnSigma(0);
    }

    @Override
    public void move(double[] x, int mean, int covariance, double dtS) {
        double ratio = dtS / timeS;
        double keep = Exact.fading(ratio);
        double gone = 1 - keep;
        transition.clear();
        double[] f = transition.f;
        double[] q = transition.q;
        for (int i = 0; i < VELOCITY; i++) {
            int v = VELOCITY + i;
            x[mean + i] += timeS * gone * x[mean + v];
            x[mean + v] *= keep;
            f[i * SIZE + v] = timeS * gone;
            f[v * SIZE + v] = keep;
            q[i * SIZE + i] = walked(dtS, ratio, keep);
            q[i * SIZE + v] = variance * timeS * gone * gone;
            q[v * SIZE + i] = variance * timeS * gone * gone;
            q[v * SIZE + v] = variance * (1 - keep * keep);
        }
        x[mean + TURN] = 0;
        f[TURN * SIZE + TURN] = 0;
        q[TURN * SIZE + TURN] = turnVariance;
        transition.spread(x, covariance);
    }

    // The closed form cancels for short steps; its series is v²·(2/3)·dt³/τ there.
    private double walked(double dtS, double ratio, double keep) {
        return ratio < SERIES_BELOW
                ? variance * 2.0 / 3 * dtS * dtS * ratio * (1 - 0.75 * ratio)
                : variance * timeS * timeS * (2 * ratio - 3 + 4 * keep - keep * keep);
    }
}
