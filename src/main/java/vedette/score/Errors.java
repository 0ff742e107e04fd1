package vedette.score;

import java.util.Arrays;

/// Errors of one quantity.
public final class Errors {
    /// More are only counted.
    private static final int MOST = 1_000_000;

    private double[] values = new double[64];
    private int size;
    private long count;

    /// None yet.
    public Errors() {}

    void add(double error) {
        count++;
        if (size < MOST) {
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size++] = error;
        }
    }

    /// How many there are.
    public long count() {
        return count;
    }

    /// Their mean; NaN without any.
    public double mean() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return size == 0 ? Double.NaN : sum / size;
    }

    /// Their root mean square; NaN without any.
    public double rms() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i] * values[i];
        }
        return size == 0 ? Double.NaN : Math.sqrt(sum / size);
    }

    /// What a share of them stays at or below; NaN without any.
    ///
    /// @param share 0 to 1
    public double quantile(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.floor(share * size))];
    }
}
