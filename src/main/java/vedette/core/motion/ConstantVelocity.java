package vedette.core.motion;

import vedette.math.Kernel;
import vedette.model.Wgs84;

/// Straight and level over the curved Earth, with white acceleration noise.
///
/// The turn rate is forgotten: it is nothing, with the spread that a turn beginning now would have, so that a
/// filter that mixes this model into [CoordinatedTurn] starts turns from an honest prior.
public final class ConstantVelocity implements MotionModel {
    private final Manner manner;
    private final LevelNoise noise;

    /// Straight flight.
    ///
    /// @param manner how briskly things move
    /// @param briskness times the manner's noise: 1 for quiet flight, more for a model of manoeuvres
    public ConstantVelocity(Manner manner, double briskness) {
        this.manner = manner;
        noise = new LevelNoise(manner, briskness);
    }

    @Override
    public void move(double[] x, int mean, int covariance, double dtS) {
        noise.step(dtS);
        noise.face(x[mean + VELOCITY], x[mean + VELOCITY + 1]);
        shift(x, mean, dtS);
        spread(x, covariance, dtS);
    }

    // The ground falls away under a level path: heights are reckoned over it, not over the frame's plane.
    private void shift(double[] x, int m, double dt) {
        double east = x[m];
        double north = x[m + 1];
        double ve = x[m + 3];
        double vn = x[m + 4];
        double speed = Math.sqrt(ve * ve + vn * vn);
        double climb = x[m + 5] + (east * ve + north * vn) / Wgs84.MEAN_RADIUS_M;
        double height = x[m + 2] + (east * east + north * north) / (2 * Wgs84.MEAN_RADIUS_M);
        double newEast = east + dt * ve;
        double newNorth = north + dt * vn;
        x[m] = newEast;
        x[m + 1] = newNorth;
        x[m + 2] =
                height + noise.climbS * climb - (newEast * newEast + newNorth * newNorth) / (2 * Wgs84.MEAN_RADIUS_M);
        x[m + 5] = noise.decay * climb - (newEast * ve + newNorth * vn) / Wgs84.MEAN_RADIUS_M;
        double turn = manner.turnSigma(speed);
        x[m + TURN] = 0;
        turnVariance = turn * turn;
    }

    private double turnVariance;

    // F is diagonal in each of its blocks, so that each element needs three others at most.
    @Kernel
    void spread(double[] p, int c, double dt) {
        double u = noise.climbS;
        double d = noise.decay;
        double p30 = p[c + 6];
        double p31 = p[c + 7];
        double p32 = p[c + 8];
        double p33 = p[c + 9];
        double p40 = p[c + 10];
        double p41 = p[c + 11];
        double p42 = p[c + 12];
        double p43 = p[c + 13];
        double p44 = p[c + 14];
        double p50 = p[c + 15];
        double p51 = p[c + 16];
        double p52 = p[c + 17];
        double p53 = p[c + 18];
        double p54 = p[c + 19];
        double p55 = p[c + 20];
        // Rates against places after the places have moved.
        double q30 = p30 + dt * p33;
        double q31 = p31 + dt * p43;
        double q32 = p32 + u * p53;
        double q40 = p40 + dt * p43;
        double q41 = p41 + dt * p44;
        double q42 = p42 + u * p54;
        double q50 = p50 + dt * p53;
        double q51 = p51 + dt * p54;
        double q52 = p52 + u * p55;
        p[c] += dt * (p30 + q30) + noise.place * noise.east;
        p[c + 1] += dt * (p40 + q31) + noise.place * noise.between;
        p[c + 2] += dt * (p41 + q41) + noise.place * noise.north;
        p[c + 3] += u * p50 + dt * q32;
        p[c + 4] += u * p51 + dt * q42;
        p[c + 5] += u * (p52 + q52) + noise.upPlace;
        p[c + 6] = q30 + noise.mixed * noise.east;
        p[c + 7] = q31 + noise.mixed * noise.between;
        p[c + 8] = q32;
        p[c + 9] = p33 + noise.rate * noise.east;
        p[c + 10] = q40 + noise.mixed * noise.between;
        p[c + 11] = q41 + noise.mixed * noise.north;
        p[c + 12] = q42;
        p[c + 13] = p43 + noise.rate * noise.between;
        p[c + 14] = p44 + noise.rate * noise.north;
        p[c + 15] = d * q50;
        p[c + 16] = d * q51;
        p[c + 17] = d * q52 + noise.upMixed;
        p[c + 18] = d * p53;
        p[c + 19] = d * p54;
        p[c + 20] = d * d * p55 + noise.upRate;
        for (int k = 21; k < 27; k++) {
            p[c + k] = 0;
        }
        p[c + 27] = turnVariance;
    }
}
