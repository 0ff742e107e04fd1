package vedette.core.motion;

import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Wgs84;

/// A level turn at a rate that is part of the state and wanders within what the speed allows. Of the manner's unrest it
/// has the part that all speeds share.
///
/// Bar-Shalom, Li, Kirubarajan 2001, eq. 11.7.1-4: east' = east + S·vₑ − C·vₙ, north' = north + C·vₑ + S·vₙ,
/// vₑ' = c·vₑ − s·vₙ, vₙ' = s·vₑ + c·vₙ with c, s the cosine and sine of ωT, S = s/ω, C = (1 − c)/ω.
public final class CoordinatedTurn implements MotionModel {
    private static final int N = SIZE;
    private static final double SMALL = 1e-4;

    private final Manner manner;
    private final LevelNoise noise;
    private final double[] p = new double[N * N];
    private final double[] fp = new double[N * N];
    private double cosine;
    private double sine;
    private double alongS;
    private double leftS;
    private double eastByTurn;
    private double northByTurn;
    private double eastRateByTurn;
    private double northRateByTurn;
    private double keep;
    private double turnVariance;

    /// Turning flight.
    ///
    /// @param manner how briskly things move
    /// @param briskness times the manner's noise
    public CoordinatedTurn(Manner manner, double briskness) {
        this.manner = manner;
        noise = new LevelNoise(manner, briskness);
    }

    @Override
    public void move(double[] x, int mean, int covariance, double dtS) {
        noise.step(dtS);
        shift(x, mean, dtS);
        multiply(x, covariance);
        store(x, covariance);
    }

    @Kernel
    void shift(double[] x, int m, double dt) {
        double limit = Manner.TIGHTEST_TURN;
        double turn = Math.clamp(x[m + TURN], -limit, limit);
        double angle = turn * dt;
        cosine = 1;
        sine = angle;
        alongS = dt;
        leftS = angle * dt / 2;
        double alongByTurn = -angle * dt * dt / 3;
        double leftByTurn = dt * dt / 2;
        if (Math.abs(angle) > SMALL) {
            cosine = Exact.cos(angle);
            sine = Exact.sin(angle);
            alongS = sine / turn;
            leftS = (1 - cosine) / turn;
            alongByTurn = (angle * cosine - sine) / (turn * turn);
            leftByTurn = (angle * sine - (1 - cosine)) / (turn * turn);
        }
        double east = x[m];
        double north = x[m + 1];
        double ve = x[m + 3];
        double vn = x[m + 4];
        double speed = Math.sqrt(ve * ve + vn * vn);
        double climb = x[m + 5] + (east * ve + north * vn) / Wgs84.MEAN_RADIUS_M;
        double height = x[m + 2] + (east * east + north * north) / (2 * Wgs84.MEAN_RADIUS_M);
        double newEast = east + alongS * ve - leftS * vn;
        double newNorth = north + alongS * vn + leftS * ve;
        double newVe = cosine * ve - sine * vn;
        double newVn = cosine * vn + sine * ve;
        x[m] = newEast;
        x[m + 1] = newNorth;
        x[m + 2] =
                height + noise.climbS * climb - (newEast * newEast + newNorth * newNorth) / (2 * Wgs84.MEAN_RADIUS_M);
        x[m + 3] = newVe;
        x[m + 4] = newVn;
        x[m + 5] = noise.decay * climb - (newEast * newVe + newNorth * newVn) / Wgs84.MEAN_RADIUS_M;
        keep = Exact.fading(dt / manner.turnTimeS());
        x[m + TURN] = keep * turn;
        eastByTurn = alongByTurn * ve - leftByTurn * vn;
        northByTurn = alongByTurn * vn + leftByTurn * ve;
        eastRateByTurn = -dt * newVn;
        northRateByTurn = dt * newVe;
        double sigma = manner.turnSigma(speed);
        turnVariance = sigma * sigma * (1 - keep * keep);
    }

    // F P, with the zeros of F left out.
    @Kernel
    void multiply(double[] x, int covariance) {
        int c = covariance;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double value = x[c++];
                p[i * N + j] = value;
                p[j * N + i] = value;
            }
        }
        double u = noise.climbS;
        double d = noise.decay;
        for (int j = 0; j < N; j++) {
            double ve = p[3 * N + j];
            double vn = p[4 * N + j];
            double vu = p[5 * N + j];
            double w = p[6 * N + j];
            fp[j] = p[j] + alongS * ve - leftS * vn + eastByTurn * w;
            fp[N + j] = p[N + j] + leftS * ve + alongS * vn + northByTurn * w;
            fp[2 * N + j] = p[2 * N + j] + u * vu;
            fp[3 * N + j] = cosine * ve - sine * vn + eastRateByTurn * w;
            fp[4 * N + j] = sine * ve + cosine * vn + northRateByTurn * w;
            fp[5 * N + j] = d * vu;
            fp[6 * N + j] = keep * w;
        }
    }

    // (F P) Fᵀ + Q, the lower triangle.
    @Kernel
    void store(double[] x, int c) {
        double u = noise.climbS;
        double d = noise.decay;
        int at = c;
        for (int i = 0; i < N; i++) {
            int r = i * N;
            double ve = fp[r + 3];
            double vn = fp[r + 4];
            double vu = fp[r + 5];
            double w = fp[r + 6];
            x[at] = fp[r] + alongS * ve - leftS * vn + eastByTurn * w;
            if (i >= 1) {
                x[at + 1] = fp[r + 1] + leftS * ve + alongS * vn + northByTurn * w;
            }
            if (i >= 2) {
                x[at + 2] = fp[r + 2] + u * vu;
            }
            if (i >= 3) {
                x[at + 3] = cosine * ve - sine * vn + eastRateByTurn * w;
            }
            if (i >= 4) {
                x[at + 4] = sine * ve + cosine * vn + northRateByTurn * w;
            }
            if (i >= 5) {
                x[at + 5] = d * vu;
            }
            at += i + 1;
        }
        x[c] += noise.place * noise.east;
        x[c + 2] += noise.place * noise.north;
        x[c + 5] += noise.upPlace;
        x[c + 6] += noise.mixed * noise.east;
        x[c + 9] += noise.rate * noise.east;
        x[c + 11] += noise.mixed * noise.north;
        x[c + 14] += noise.rate * noise.north;
        x[c + 17] += noise.upMixed;
        x[c + 20] += noise.upRate;
        x[c + 27] = keep * fp[6 * N + 6] + turnVariance;
    }
}
