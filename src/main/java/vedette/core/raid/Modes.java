package vedette.core.raid;

import java.util.Arrays;

/// Where one flier may be and how it may move: a mixture of normal distributions over place and velocity.
///
/// @param values a row of [#WIDTH] numbers for each mode: its weight; east, north, metres; their speeds, metres a
/// second; the upper triangle of the covariance, row by row. Not copied: whoever makes one gives its array away
record Modes(double[] values) {
    /// Numbers of one mode.
    static final int WIDTH = 15;

    // The heaviest stands first: it is asked for of every flier with every sound.
    Modes {
        int best = 0;
        for (int o = WIDTH; o < values.length; o += WIDTH) {
            best = values[o] > values[best] ? o : best;
        }
        for (int i = 0; best > 0 && i < WIDTH; i++) {
            double first = values[i];
            values[i] = values[best + i];
            values[best + i] = first;
        }
    }

    int count() {
        return values.length / WIDTH;
    }

    double weight(int mode) {
        return values[mode * WIDTH];
    }

    /// One number of a mode: 1 and 2 its place, 3 and 4 its velocity.
    double at(int mode, int number) {
        return values[mode * WIDTH + number];
    }

    /// Mean of one number over all modes.
    double mean(int number) {
        double sum = 0;
        for (int mode = 0; mode < count(); mode++) {
            sum += weight(mode) * at(mode, number);
        }
        return sum;
    }

    /// Variance of one number over all modes.
    ///
    /// @param number 1 to 4
    double variance(int number) {
        double mean = mean(number);
        double sum = 0;
        for (int mode = 0; mode < count(); mode++) {
            double off = at(mode, number) - mean;
            sum += weight(mode) * (at(mode, DIAGONAL[number]) + off * off);
        }
        return sum;
    }

    private static final int[] DIAGONAL = {0, 5, 9, 12, 14};

    /// Whether a mode is of a cruise missile.
    boolean isFast(int mode) {
        return isFast(at(mode, 3), at(mode, 4));
    }

    static boolean isFast(double u, double v) {
        return u * u + v * v > Model.FAST_FROM_MPS * Model.FAST_FROM_MPS;
    }

    /// The heaviest mode.
    int heaviest() {
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Modes that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return count() + " modes about " + mean(1) + " " + mean(2);
    }
}
