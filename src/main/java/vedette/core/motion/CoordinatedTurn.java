package vedette.core.motion;

import vedette.math.Exact;

/// A level turn at a rate that is part of the state and wanders within what the speed allows.
public final class CoordinatedTurn implements MotionModel {
    private final Manner manner;
    private final double jerkiness;
    private final LevelMotion motion = new LevelMotion();

    /// Turning flight.
    ///
    /// @param manner how briskly things move
    /// @param briskness times the manner's noise
    public CoordinatedTurn(Manner manner, double briskness) {
        this.manner = manner;
        this.jerkiness = manner.jerkiness() * briskness;
    }

    @Override
    public void step(double[] x, int at, double dtS, Transition out) {
        out.clear();
        double limit = Manner.TIGHTEST_TURN;
        double turn = Math.clamp(x[at + TURN], -limit, limit);
        motion.move(x, at, dtS, turn, manner.climbTimeS(), out);
        motion.shake(dtS, jerkiness, manner, out);
        double keep = Exact.exp(-dtS / manner.turnTimeS());
        double spread = manner.turnSigma(motion.speedMps());
        x[at + TURN] = keep * turn;
        out.f[TURN * SIZE + TURN] = keep;
        out.q[TURN * SIZE + TURN] = spread * spread * (1 - keep * keep);
    }
}
