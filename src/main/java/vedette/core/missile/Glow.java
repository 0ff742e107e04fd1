package vedette.core.missile;

import java.util.Arrays;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Geodetic;
import vedette.model.Wgs84;

/// What a few lines of sight show without any model of flight: a point that stands, rises or falls evenly.
///
/// Position and velocity at a middle moment are fitted to the looks under one of four expectations; the misfits say
/// which of them the looks are like. A workspace.
final class Glow {
    /// What is expected before the looks: heights and velocities, with their standard deviations.
    enum Expectation {
        /// A fire on the ground.
        STILL(0, 400, 0, 2, 2),
        /// A rocket above the clouds.
        RISING(1.5e4, 1.5e4, 400, 400, 700),
        /// Something that comes from above.
        FALLING(7e4, 3e4, -2e3, 2e4, 2e4),
        /// Anything.
        ANYTHING(6e4, 1e5, 0, 1e4, 1e4);

        final double heightM;
        final double heightSigmaM;
        final double climbMps;
        final double climbSigmaMps;
        final double levelSigmaMps;

        Expectation(double heightM, double heightSigmaM, double climbMps, double climbSigmaMps, double levelSigmaMps) {
            this.heightM = heightM;
            this.heightSigmaM = heightSigmaM;
            this.climbMps = climbMps;
            this.climbSigmaMps = climbSigmaMps;
            this.levelSigmaMps = levelSigmaMps;
        }
    }

    private static final int N = 6;
    private static final int ROUNDS = 3;
    private static final double START_M = 1.5e4;
    /// Constant errors of a satellite are taken as so much more noise.
    private static final double BIAS = 1.1;

    final double[] state = new double[N];
    double timeS;
    double heightM;
    double climbMps;
    double speedMps;
    double misfit;
    private final double[] axes = new double[9];
    private final double[] moved = new double[N];
    private final double[] row = new double[N];
    private final LookView view = new LookView();
    private final NormalEquations normal = new NormalEquations();

    /// Fits some looks; the answer stands in the fields.
    ///
    /// @return whether there is one
    boolean fit(List<Look.Light> lights, Expectation expected) {
        timeS = (lights.getFirst().timeS() + lights.getLast().timeS()) / 2;
        if (!begin(lights)) {
            return false;
        }
        for (int round = 0; round < ROUNDS; round++) {
            normal.clear(N);
            expect(expected);
            for (Look.Light light : lights) {
                take(light);
            }
            if (!normal.solve(0)) {
                return false;
            }
            for (int i = 0; i < N; i++) {
                state[i] += normal.step[i];
            }
            if (!isSane()) {
                return false;
            }
        }
        normal.clear(N);
        expect(expected);
        for (Look.Light light : lights) {
            take(light);
        }
        misfit = normal.misfit;
        return misfit >= 0;
    }

    private boolean isSane() {
        double r2 = state[0] * state[0] + state[1] * state[1] + state[2] * state[2];
        double v2 = state[3] * state[3] + state[4] * state[4] + state[5] * state[5];
        return r2 > NEAREST_M * NEAREST_M && r2 < FARTHEST_M * FARTHEST_M && v2 < FASTEST_MPS * FASTEST_MPS;
    }

    private static final double NEAREST_M = 5e6;
    private static final double FARTHEST_M = 3e7;
    private static final double FASTEST_MPS = 2e5;

    private void take(Look.Light light) {
        place(light.timeS());
        view.light(light, moved);
        double dt = light.timeS() - timeS;
        for (int r = 0; r < 2; r++) {
            for (int i = 0; i < 3; i++) {
                row[i] = view.partials[r * LookView.WIDTH + i];
                row[3 + i] = row[i] * dt;
            }
            normal.row(row, 0, view.residual[r], view.sigma[r] * BIAS);
        }
    }

    private void place(double atS) {
        double dt = atS - timeS;
        for (int i = 0; i < 3; i++) {
            moved[i] = state[i] + dt * state[3 + i];
            moved[3 + i] = state[3 + i];
        }
    }

    /// The logarithm of the room that place and velocity still have after the latest fit.
    double room() {
        return normal.solve(0) ? normal.logDeterminant() : Double.POSITIVE_INFINITY;
    }

    /// How far, in squared standard deviations over two axes, a look lies from where the fit says; gates only.
    double distance(Look.Light light) {
        place(light.timeS());
        view.light(light, moved);
        double a = view.residual[0] / view.sigma[0];
        double b = view.residual[1] / view.sigma[1];
        return a * a + b * b;
    }

    /// The squared length of the velocity against the stars, m²/s².
    double inertialSpeed2() {
        double vx = state[3] - SPIN * state[1];
        double vy = state[4] + SPIN * state[0];
        return vx * vx + vy * vy + state[5] * state[5];
    }

    private static final double SPIN = 7.292115e-5;

    private void expect(Expectation expected) {
        Geodetic at = Wgs84.geodetic(state[0], state[1], state[2], axes);
        heightM = at.heightM();
        climbMps = axes[6] * state[3] + axes[7] * state[4] + axes[8] * state[5];
        speedMps = Math.sqrt(state[3] * state[3] + state[4] * state[4] + state[5] * state[5]);
        Arrays.fill(row, 0);
        System.arraycopy(axes, 6, row, 0, 3);
        normal.row(row, 0, expected.heightM - heightM, expected.heightSigmaM);
        Arrays.fill(row, 0);
        System.arraycopy(axes, 6, row, 3, 3);
        normal.row(row, 0, expected.climbMps - climbMps, expected.climbSigmaMps);
        for (int k = 0; k < 2; k++) {
            System.arraycopy(axes, 3 * k, row, 3, 3);
            double now = axes[3 * k] * state[3] + axes[3 * k + 1] * state[4] + axes[3 * k + 2] * state[5];
            normal.row(row, 0, -now, expected.levelSigmaMps);
        }
    }

    // Where the first line of sight comes down to a height, or passes nearest to the Earth.
    private boolean begin(List<Look.Light> lights) {
        Look.Light first = lights.getFirst();
        double along = -(first.x() * first.ux() + first.y() * first.uy() + first.z() * first.uz());
        double r2 = first.x() * first.x() + first.y() * first.y() + first.z() * first.z();
        double miss2 = r2 - along * along;
        double radius = Wgs84.MEAN_RADIUS_M + START_M;
        if (along <= 0) {
            return false;
        }
        double reach = along - Math.sqrt(Math.max(0, radius * radius - miss2));
        state[0] = first.x() + reach * first.ux();
        state[1] = first.y() + reach * first.uy();
        state[2] = first.z() + reach * first.uz();
        Arrays.fill(state, 3, N, 0);
        return true;
    }

    /// Whether a satellite sees a place above the ground: the Earth does not stand between.
    static boolean sees(double[] satellite, double[] place) {
        double dx = place[0] - satellite[0];
        double dy = place[1] - satellite[1];
        double dz = place[2] - satellite[2];
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double along = -(satellite[0] * dx + satellite[1] * dy + satellite[2] * dz) / length;
        double s = Math.clamp(along, 0, length);
        double x = satellite[0] + s * dx / length;
        double y = satellite[1] + s * dy / length;
        double z = satellite[2] + s * dz / length;
        return x * x + y * y + z * z > NEAR * NEAR;
    }

    private static final double NEAR = Wgs84.A_M - 2.1e4;

    /// The azimuth of the velocity, clockwise from north.
    double azimuthRad() {
        double east = axes[0] * state[3] + axes[1] * state[4] + axes[2] * state[5];
        double north = axes[3] * state[3] + axes[4] * state[4] + axes[5] * state[5];
        return Exact.turn(Exact.atan2(east, north));
    }

    /// The ground under the fitted place, and the velocity's parts to east and north.
    Geodetic ground() {
        return Wgs84.geodetic(state[0], state[1], state[2], axes);
    }

    double eastMps() {
        return axes[0] * state[3] + axes[1] * state[4] + axes[2] * state[5];
    }

    double northMps() {
        return axes[3] * state[3] + axes[4] * state[4] + axes[5] * state[5];
    }
}
