package vedette.core.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vedette.math.Cholesky;

/// Covariance intersection: right whatever the two have in common.
class FusionTest {
    private static final int N = 6;

    /// A state with the covariance that its error has: a random one, and what was seen of it.
    private static final class World {
        private final Random random;
        private final double[] truth = {100, -50, 900, 60, 10, -2};

        World(long seed) {
            random = new Random(seed);
        }

        double[] factor() {
            double[] l = new double[N * N];
            for (int i = 0; i < N; i++) {
                for (int j = 0; j <= i; j++) {
                    l[N * i + j] = (i == j ? 1 : 0.3) * (i < 3 ? 40 : 4) * (0.3 + random.nextDouble());
                }
            }
            return l;
        }

        double[] error(double[] factor) {
            double[] noise = random.doubles(N).map(_ -> random.nextGaussian()).toArray();
            double[] error = new double[N];
            for (int i = 0; i < N; i++) {
                for (int j = 0; j <= i; j++) {
                    error[i] += factor[N * i + j] * noise[j];
                }
            }
            return error;
        }

        double[] estimate(double[] factor, double[] error) {
            double[] x = new double[N + N * N];
            for (int i = 0; i < N; i++) {
                x[i] = truth[i] + error[i];
                for (int j = 0; j < N; j++) {
                    for (int k = 0; k < N; k++) {
                        x[N + N * i + j] += factor[N * i + k] * factor[N * j + k];
                    }
                }
            }
            return x;
        }

        double nees(double[] x) {
            double[] l = Arrays.copyOfRange(x, N, N + N * N);
            double[] error = new double[N];
            for (int i = 0; i < N; i++) {
                error[i] = x[i] - truth[i];
            }
            assertTrue(Cholesky.factor(l, 0, N));
            Cholesky.forward(l, N, error);
            double sum = 0;
            for (double each : error) {
                sum += each * each;
            }
            return sum;
        }
    }

    private static double trace(double[] x) {
        return x[N] + x[N + N + 1] + x[N + 2 * N + 2];
    }

    @Property(tries = 200)
    void theSameEstimateTwiceIsThatEstimate(@ForAll long seed) {
        World world = new World(seed);
        double[] factor = world.factor();
        double[] one = world.estimate(factor, world.error(factor));

        double[] fused = Fusion.intersected(one, one);

        for (int i = 0; i < N; i++) {
            assertEquals(one[i], fused[i], 1e-6 * (1 + Math.abs(one[i])));
        }
        assertEquals(trace(one), trace(fused), 1e-6 * trace(one));
    }

    @Property(tries = 200)
    void theFusedOneIsNoWorseThanTheBetterOfBoth(@ForAll long seed) {
        World world = new World(seed);
        double[] f = world.factor();
        double[] g = world.factor();
        double[] a = world.estimate(f, world.error(f));
        double[] b = world.estimate(g, world.error(g));

        assertTrue(trace(Fusion.intersected(a, b)) <= Math.min(trace(a), trace(b)) * 1.0001);
    }

    // A's measurement reaches us from A, and again in what B made of A's and its own. Adding informations would take
    // A's for two.
    @Test
    void whatComesTwiceByTwoPathsIsNotCountedTwice() {
        double intersected = 0;
        double added = 0;
        int rounds = 2_000;
        for (int i = 0; i < rounds; i++) {
            World world = new World(i);
            double[] factor = world.factor();
            double[] shared = world.estimate(factor, world.error(factor));
            double[] first = shared;
            for (int path = 0; path < 4; path++) {
                first = Fusion.intersected(first, shared);
            }
            double[] sum = shared.clone();
            for (int k = 0; k < N * N; k++) {
                sum[N + k] = shared[N + k] / 5;
            }
            intersected += world.nees(first) / rounds;
            added += world.nees(sum) / rounds;
        }
        // Six degrees of freedom; the mean of 2,000 lies within 6 ± 0.25 with 99.9 %.
        assertEquals(6, intersected, 0.25);
        assertTrue(added > 25, "naive fusion: " + added);
    }

    @Test
    void halfCommonErrorsStayConsistent() {
        double nees = 0;
        int rounds = 2_000;
        for (int i = 0; i < rounds; i++) {
            World world = new World(i);
            double[] f = world.factor();
            double[] common = world.error(f);
            double[] mine = world.error(f);
            double[] theirs = world.error(f);
            double[] wide = f.clone();
            for (int k = 0; k < wide.length; k++) {
                wide[k] *= Math.sqrt(2);
            }
            double[] a = world.estimate(wide, sum(common, mine));
            double[] b = world.estimate(wide, sum(common, theirs));
            nees += world.nees(Fusion.intersected(a, b)) / rounds;
        }
        assertTrue(nees < 6.25, "NEES " + nees);
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < N; i++) {
            sum[i] += b[i];
        }
        return sum;
    }
}
