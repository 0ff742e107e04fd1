package vedette.core.motion;

/// Straight and level over the curved Earth, with white acceleration noise.
///
/// The turn rate is forgotten: it is nothing, with the spread that a turn beginning now would have, so that a
/// filter that
/// mixes this model into [CoordinatedTurn] starts turns from an honest prior.
public final class ConstantVelocity implements MotionModel {
    private final Manner manner;
    private final double jerkiness;
    private final LevelMotion motion = new LevelMotion();

    /// Straight flight.
    ///
    /// @param manner how briskly things move
    /// @param briskness times the manner's noise: 1 for quiet flight, more for a model of manoeuvres
    public ConstantVelocity(Manner manner, double briskness) {
        this.manner = manner;
        this.jerkiness = manner.jerkiness() * briskness;
    }

    @Override
    public void step(double[] x, int at, double dtS, Transition out) {
        out.clear();
        motion.move(x, at, dtS, 0, manner.climbTimeS(), out);
        motion.shake(dtS, jerkiness, manner, out);
        for (int i = 0; i < SIZE; i++) {
            out.f[i * SIZE + TURN] = 0;
        }
        double turn = manner.turnSigma(motion.speedMps());
        out.q[TURN * SIZE + TURN] = turn * turn;
        x[at + TURN] = 0;
    }
}
