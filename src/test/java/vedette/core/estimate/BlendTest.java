package vedette.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import vedette.math.Draws;

/// A blend is the mixture's own mean and spread, block by block.
class BlendTest {
    private static final int B = Mixture.BLOCK;

    // Two blocks, weights 0.7 and 0.3.
    private static double[] mixture(String name) {
        double[] both = new double[2 * B];
        System.arraycopy(FilterTest.block(Draws.of(1, 0, name + "a")), 0, both, 0, B);
        System.arraycopy(FilterTest.block(Draws.of(1, 0, name + "b")), 0, both, B, B);
        both[0] = 0.7;
        both[B] = 0.3;
        return both;
    }

    @Test
    void whatIsCertainIsNotTouched() {
        double[] missed = mixture("missed");
        double[] seen = mixture("seen");

        assertSame(seen, new Blend().of(missed, 0).and(seen, 1).done(seen.length));
    }

    @Test
    void meansAndSpreadsAreThoseOfAllPartsTogether() {
        double[] missed = mixture("missed");
        double[] seen = mixture("seen");

        double[] blend = new Blend().of(missed, 0.2).and(seen, 0.8).done(seen.length);

        double[] all = new double[4 * B];
        System.arraycopy(missed, 0, all, 0, 2 * B);
        System.arraycopy(seen, 0, all, 2 * B, 2 * B);
        for (int k = 0; k < 4; k++) {
            all[k * B] *= k < 2 ? 0.2 : 0.8;
        }
        double[] expected = new double[B];
        double[] actual = new double[B];
        Mixture.merged(all, 0, 4, expected, 0);
        Mixture.merged(blend, 0, 2, actual, 0);
        for (int k = 0; k < B; k++) {
            assertEquals(expected[k], actual[k], 1e-9 * (1 + Math.abs(expected[k])));
        }
    }

    @Test
    void longerBenchesThanTheMixtureAreReadOnlyAsFarAsItGoes() {
        double[] missed = mixture("missed");
        double[] seen = mixture("seen");
        double[] bench = new double[5 * B];
        System.arraycopy(missed, 0, bench, 0, missed.length);
        bench[2 * B] = 1e6;

        assertArrayEquals(
                new Blend().of(missed, 0.5).and(seen, 0.5).done(seen.length),
                new Blend().of(bench, 0.5).and(seen, 0.5).done(seen.length));
    }
}
