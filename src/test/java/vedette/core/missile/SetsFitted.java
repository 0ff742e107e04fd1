package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import vedette.core.motion.EarthPull;
import vedette.core.motion.Propagated;
import vedette.core.motion.Sgp4;
import vedette.core.motion.Teme;
import vedette.math.Exact;
import vedette.model.MeanElements;
import vedette.model.Moment;

/// Element sets that have an object at a given place and velocity at a given moment: found by Newton's steps on six
/// sums of elements that stay sound for round orbits.
final class SetsFitted {
    private static final double[] STEPS = {1e-9, 1e-5, 1e-5, 1e-6, 1e-6, 1e-6};
    private static final int SIZE = 6;

    private SetsFitted() {}

    /// A set of an epoch that goes through a state.
    ///
    /// @param state Earth-fixed place and velocity
    /// @param at when it is there
    /// @param ageS how much earlier the epoch is
    /// @return nothing where none does within 100 m and 0.1 m/s
    static Optional<MeanElements> through(long number, double[] state, Moment at, double ageS) {
        Circling orbit = Circling.of(state, at);
        double n = Math.sqrt(EarthPull.GM / orbit.axisM()) / orbit.axisM();
        if (!(n < 0.00145)) {
            return Optional.empty();
        }
        double near = 6.378e6 / orbit.axisM() / (1 - orbit.eccentricity() * orbit.eccentricity());
        double cos = Math.cos(orbit.tiltRad());
        double k = 1.5 * EarthPull.J2 * near * near * n;
        double node = orbit.nodeRad() + k * cos * ageS;
        double rate = n + 0.5 * k * (5 * cos * cos - 1);
        double[] x = {n, 1e-3, 1e-3, orbit.tiltRad(), node, orbit.argumentRad() - rate * ageS};
        if (orbit.eccentricity() > 0.02) {
            oval(x, state);
        }
        return newton(number, x, state, at.plusS(-ageS), ageS);
    }

    // Eccentricity and mean longitude of the Kepler orbit, where the orbit is no circle (for an age of 0).
    private static void oval(double[] x, double[] s) {
        double vx = s[3] - EarthPull.SPIN_RADPS * s[1];
        double vy = s[4] + EarthPull.SPIN_RADPS * s[0];
        double r = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
        double v2 = vx * vx + vy * vy + s[5] * s[5];
        double rv = s[0] * vx + s[1] * vy + s[2] * s[5];
        double a = 1 / (2 / r - v2 / EarthPull.GM);
        double eCos = 1 - r / a;
        double eSin = rv / Math.sqrt(EarthPull.GM * a);
        double e = Math.hypot(eCos, eSin);
        double anomaly = Math.atan2(eSin, eCos);
        double truly =
                2 * Math.atan2(Math.sqrt(1 + e) * Math.sin(anomaly / 2), Math.sqrt(1 - e) * Math.cos(anomaly / 2));
        double perigee = x[5] - truly;
        x[1] = e * Math.cos(perigee);
        x[2] = e * Math.sin(perigee);
        x[5] = perigee + anomaly - eSin;
    }

    private static Optional<MeanElements> newton(long number, double[] x, double[] state, Moment epoch, double ageS) {
        for (int round = 0; round < 25; round++) {
            Optional<double[]> off = off(number, x, state, epoch, ageS);
            if (off.isEmpty()) {
                return Optional.empty();
            }
            double[] r = off.get();
            if (Math.hypot(Math.hypot(r[0], r[1]), r[2]) < 100 && Math.hypot(Math.hypot(r[3], r[4]), r[5]) < 0.1) {
                return Optional.of(elements(number, x, epoch));
            }
            double[][] m = new double[SIZE][SIZE + 1];
            for (int j = 0; j < SIZE; j++) {
                double[] moved = x.clone();
                moved[j] += STEPS[j];
                Optional<double[]> other = off(number, moved, state, epoch, ageS);
                if (other.isEmpty()) {
                    return Optional.empty();
                }
                for (int i = 0; i < SIZE; i++) {
                    m[i][j] = (other.get()[i] - r[i]) / STEPS[j];
                    m[i][SIZE] = -r[i];
                }
            }
            double[] step = solved(m);
            for (int i = 0; i < SIZE; i++) {
                x[i] += step[i];
            }
        }
        return Optional.empty();
    }

    private static Optional<double[]> off(long number, double[] x, double[] state, Moment epoch, double ageS) {
        if (!(x[0] > 0 && x[0] < 0.00145) || Math.hypot(x[1], x[2]) >= 0.99 || x[3] < 0 || x[3] > Math.PI) {
            return Optional.empty();
        }
        if (!(Sgp4.of(elements(number, x, epoch)).after(ageS) instanceof Propagated.There(Teme teme))) {
            return Optional.empty();
        }
        double[] there = teme.earthFixed(epoch.plusS(ageS));
        for (int i = 0; i < SIZE; i++) {
            there[i] -= state[i];
        }
        return Optional.of(there);
    }

    private static MeanElements elements(long number, double[] x, Moment epoch) {
        double perigee = Math.atan2(x[2], x[1]);
        return new MeanElements(
                number,
                "TEST",
                epoch,
                x[0],
                Math.hypot(x[1], x[2]),
                x[3],
                Exact.turn(x[4]),
                Exact.turn(perigee),
                Exact.turn(x[5] - perigee),
                0);
    }

    // Gauss with the largest pivot.
    private static double[] solved(double[][] m) {
        for (int p = 0; p < SIZE; p++) {
            int best = p;
            for (int i = p; i < SIZE; i++) {
                best = Math.abs(m[i][p]) > Math.abs(m[best][p]) ? i : best;
            }
            double[] swapped = m[p];
            m[p] = m[best];
            m[best] = swapped;
            for (int i = 0; i < SIZE; i++) {
                double factor = i == p ? 0 : m[i][p] / m[p][p];
                for (int j = p; j <= SIZE && i != p; j++) {
                    m[i][j] -= factor * m[p][j];
                }
            }
        }
        double[] x = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            x[i] = m[i][SIZE] / m[i][i];
        }
        return x;
    }

    /// A set through a state that must be.
    static MeanElements of(long number, double[] state, Moment at, double ageS) {
        Optional<MeanElements> found = through(number, state, at, ageS);
        assertTrue(found.isPresent(), "no element set goes through the state");
        return found.get();
    }
}
