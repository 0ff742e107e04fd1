package vedette.core.share;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.Cholesky;
import vedette.math.LongMap;
import vedette.math.SymMatrix;
import vedette.model.Altitude;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.Kinematics;
import vedette.model.LocalFrame;
import vedette.model.Moment;
import vedette.model.Neighbour;
import vedette.model.SharedTrack;
import vedette.model.Track;

/// A peer's track and ours of the same object, joined by covariance intersection.
///
/// What two nodes know of one object may rest on the same measurements, heard directly or by way of a third node, and
/// nobody knows how much. Adding the information of both would count it twice. Covariance intersection (Julier and
/// Uhlmann 1997, "A non-divergent estimation algorithm in the presence of unknown correlations", eq. 5 to 7),
///
/// P⁻¹ = ω P₁⁻¹ + (1 − ω) P₂⁻¹,  P⁻¹ x = ω P₁⁻¹ x₁ + (1 − ω) P₂⁻¹ x₂,
///
/// is right for every correlation there may be: for all ω in [0, 1] P is at least the true covariance if P₁ and P₂
/// are. ω is the one that makes the trace of the position's part least, found by golden section. Of the same
/// estimate twice it is that estimate.
final class Fusion {
    private static final int N = 6;

    /// A peer's state is carried on for so long, seconds.
    private static final double LONGEST_S = 15;

    /// An unknown manoeuvre while it is carried on, m/s² (one sigma, each axis).
    private static final double ACCELERATION_MPS2 = 3;

    /// χ² of two degrees of freedom at 99.9 %.
    private static final double GATE = 13.8;

    /// Objects that name the same address are the same within this many gates.
    private static final double NAMED = 10;

    /// Tracks apart by more than this in latitude are not looked at, radians: 60 km.
    private static final double NEAR_RAD = 0.01;

    /// Known heights apart by more than this are of two objects, metres …
    private static final double HEIGHT_M = 600;

    /// … and so many sigmas of both.
    private static final double SIGMAS = 3;

    private static final int STEPS = 24;
    private static final double GOLDEN = 0.6180339887498949;

    private Fusion() {}

    /// The nearest of our tracks that may be the same object, with both joined.
    static Optional<Neighbour.Joined> joined(SharedTrack peer, Moment now, LongMap<Track> tracks) {
        if (peer.state().isEmpty()) {
            return Optional.empty();
        }
        Kinematics theirs = peer.state().get().kinematics();
        Nearest nearest = new Nearest(peer, theirs);
        tracks.forEachValue(nearest::look);
        return nearest.found();
    }

    private static final class Nearest {
        private final SharedTrack peer;
        private final Kinematics theirs;
        private double best = GATE;
        private Neighbour.@Nullable Joined joined;

        Nearest(SharedTrack peer, Kinematics theirs) {
            this.peer = peer;
            this.theirs = theirs;
        }

        void look(Track track) {
            Kinematics ours = track.kinematics();
            double gapS = ours.at().secondsSince(theirs.at());
            boolean near = Math.abs(ours.position().latRad() - theirs.position().latRad()) < NEAR_RAD;
            if (!track.shown() || !near || Math.abs(gapS) > LONGEST_S) {
                return;
            }
            int named = named(track.identity(), peer.identity().orElse(Identity.NONE));
            if (named < 0
                    || !isOneHeight(track.altitude(), peer.state().orElseThrow().altitude())) {
                return;
            }
            Moment at = Moment.later(ours.at(), theirs.at());
            double[] a = carried(ours, ours, at);
            double[] b = carried(theirs, ours, at);
            double distance = distance(a, b) / (named > 0 ? NAMED : 1);
            if (distance < best) {
                best = distance;
                joined = new Neighbour.Joined(track.id(), intersected(ours.position(), at, a, b));
            }
        }

        Optional<Neighbour.Joined> found() {
            return Optional.ofNullable(joined);
        }
    }

    // 1: both name the same address; -1: two; 0: not both name one.
    private static int named(Identity a, Identity b) {
        if (a.address().isEmpty() || b.address().isEmpty()) {
            return 0;
        }
        return a.address().equals(b.address()) ? 1 : -1;
    }

    // Heights above different things cannot be held against each other.
    private static boolean isOneHeight(Altitude a, Altitude b) {
        return switch (a) {
            case Altitude.Pressure(double m, double sigmaM) ->
                !(b instanceof Altitude.Pressure(double other, double sigma)) || near(m - other, sigmaM, sigma);
            case Altitude.Amsl(double m, double sigmaM) ->
                !(b instanceof Altitude.Amsl(double other, double sigma)) || near(m - other, sigmaM, sigma);
            case Altitude.Ellipsoidal(double m, double sigmaM) ->
                !(b instanceof Altitude.Ellipsoidal(double other, double sigma)) || near(m - other, sigmaM, sigma);
            case Altitude.Agl(double m, double sigmaM) ->
                !(b instanceof Altitude.Agl(double other, double sigma)) || near(m - other, sigmaM, sigma);
            case Altitude.Unknown _ -> true;
        };
    }

    private static boolean near(double apartM, double sigmaA, double sigmaB) {
        return Math.abs(apartM) < HEIGHT_M + SIGMAS * Math.sqrt(sigmaA * sigmaA + sigmaB * sigmaB);
    }

    // Mean (6) and covariance (36) of a state in the frame of another's position, carried on to a moment.
    static double[] carried(Kinematics state, Kinematics frame, Moment at) {
        LocalFrame axes = LocalFrame.at(frame.position());
        LocalFrame own = LocalFrame.at(state.position());
        Enu place = axes.enu(state.position().ecef());
        double[] turn = turn(own, axes);
        double[] out = new double[N + N * N];
        out[0] = place.east();
        out[1] = place.north();
        out[2] = place.up();
        Enu v = state.velocityMps();
        double[] speed = {v.east(), v.north(), v.up()};
        for (int r = 0; r < 3; r++) {
            out[3 + r] = turn[3 * r] * speed[0] + turn[3 * r + 1] * speed[1] + turn[3 * r + 2] * speed[2];
        }
        turned(state.covariance(), turn, out);
        carry(out, Math.max(0, at.secondsSince(state.at())));
        return out;
    }

    // Rows are the axes of `to` in those of `from`.
    private static double[] turn(LocalFrame from, LocalFrame to) {
        Enu[] units = {new Enu(1, 0, 0), new Enu(0, 1, 0), new Enu(0, 0, 1)};
        double[] turn = new double[9];
        for (int c = 0; c < 3; c++) {
            var fixed = from.axes(units[c]);
            Enu seen = to.turned(fixed.xM(), fixed.yM(), fixed.zM());
            turn[c] = seen.east();
            turn[3 + c] = seen.north();
            turn[6 + c] = seen.up();
        }
        return turn;
    }

    private static void turned(SymMatrix covariance, double[] turn, double[] out) {
        double[] half = new double[N * N];
        for (int i = 0; i < N; i++) {
            int base = i / 3 * 3;
            int row = 3 * (i - base);
            for (int j = 0; j < N; j++) {
                half[N * i + j] = turn[row] * covariance.get(base, j)
                        + turn[row + 1] * covariance.get(base + 1, j)
                        + turn[row + 2] * covariance.get(base + 2, j);
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                int base = j / 3 * 3;
                int row = 3 * (j - base);
                out[N + N * i + j] = turn[row] * half[N * i + base]
                        + turn[row + 1] * half[N * i + base + 1]
                        + turn[row + 2] * half[N * i + base + 2];
            }
        }
    }

    // Constant velocity with white acceleration (Bar-Shalom 2001, eq. 6.2.2-12).
    private static void carry(double[] x, double s) {
        double q = ACCELERATION_MPS2 * ACCELERATION_MPS2;
        for (int i = 0; i < 3; i++) {
            x[i] += s * x[3 + i];
        }
        for (int j = 0; j < N; j++) {
            for (int i = 0; i < 3; i++) {
                x[N + N * i + j] += s * x[N + N * (3 + i) + j];
            }
        }
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < 3; j++) {
                x[N + N * i + j] += s * x[N + N * i + 3 + j];
            }
        }
        for (int i = 0; i < 3; i++) {
            x[N + N * i + i] += q * s * s * s * s / 4;
            x[N + N * i + 3 + i] += q * s * s * s / 2;
            x[N + N * (3 + i) + i] += q * s * s * s / 2;
            x[N + N * (3 + i) + 3 + i] += q * s * s;
        }
    }

    // Over the ground, squared, in sigmas of both.
    private static double distance(double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double xx = a[N] + b[N];
        double xy = a[N + 1] + b[N + 1];
        double yy = a[N + N + 1] + b[N + N + 1];
        double det = xx * yy - xy * xy;
        return det > 0 ? (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / det : Double.MAX_VALUE;
    }

    private static Kinematics intersected(Geodetic origin, Moment at, double[] a, double[] b) {
        double[] fused = intersected(a, b);
        LocalFrame frame = LocalFrame.at(origin);
        Geodetic place = frame.ecef(new Enu(fused[0], fused[1], fused[2])).geodetic();
        double[] packed = new double[N * (N + 1) / 2];
        int k = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                packed[k++] = (fused[N + N * i + j] + fused[N + N * j + i]) / 2;
            }
        }
        return new Kinematics(at, place, new Enu(fused[3], fused[4], fused[5]), new SymMatrix(N, packed));
    }

    /// Mean (6) and covariance (36) of two of them joined.
    static double[] intersected(double[] a, double[] b) {
        double[] ia = inverse(a);
        double[] ib = inverse(b);
        double low = 0;
        double high = 1;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = spread(mixed(ia, ib, left));
        double atRight = spread(mixed(ia, ib, right));
        for (int i = 0; i < STEPS; i++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = spread(mixed(ia, ib, left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = spread(mixed(ia, ib, right));
            }
        }
        return mixed(ia, ib, (low + high) / 2);
    }

    private static double spread(double[] x) {
        return x[N] + x[N + N + 1] + x[N + 2 * N + 2];
    }

    // Information vector (6) and matrix (36) of a mean and covariance.
    private static double[] inverse(double[] x) {
        double[] factor = new double[N * N];
        System.arraycopy(x, N, factor, 0, N * N);
        for (int i = 0; i < N; i++) {
            // Rounding must not make a sharp estimate indefinite.
            factor[N * i + i] *= 1 + 1e-12;
        }
        double[] out = new double[N + N * N];
        if (!Cholesky.factor(factor, 0, N)) {
            return out;
        }
        double[] column = new double[N];
        for (int c = 0; c < N; c++) {
            Arrays.fill(column, 0);
            column[c] = 1;
            Cholesky.forward(factor, N, column);
            Cholesky.backward(factor, N, column);
            for (int r = 0; r < N; r++) {
                out[N + N * r + c] = column[r];
            }
        }
        multiply(out, x, out);
        return out;
    }

    private static void multiply(double[] matrix, double[] x, double[] into) {
        for (int r = 0; r < N; r++) {
            double sum = 0;
            for (int c = 0; c < N; c++) {
                sum += matrix[N + N * r + c] * x[c];
            }
            into[r] = sum;
        }
    }

    private static double[] mixed(double[] ia, double[] ib, double share) {
        double[] sum = new double[N + N * N];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = share * ia[i] + (1 - share) * ib[i];
        }
        return inverse(sum);
    }
}
