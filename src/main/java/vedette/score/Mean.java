package vedette.score;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Averages and quantiles of what is known.
final class Mean {
    private Mean() {}

    /// The mean over all pairs whose value is finite.
    static OptionalDouble of(List<List<Siap.Pair>> pairs, ToDoubleFunction<Siap.Pair> value) {
        double sum = 0;
        long count = 0;
        for (List<Siap.Pair> epoch : pairs) {
            for (Siap.Pair pair : epoch) {
                double x = value.applyAsDouble(pair);
                sum += Double.isFinite(x) ? x : 0;
                count += Double.isFinite(x) ? 1 : 0;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /// A quantile between order statistics by linear interpolation.
    ///
    /// @param sorted ascending
    /// @param share from 0 to 1
    static OptionalDouble quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }

    /// √(Σ x² / n) over the finite values.
    static OptionalDouble rootMeanSquare(double[] values) {
        double sum = 0;
        long count = 0;
        for (double x : values) {
            sum += Double.isFinite(x) ? x * x : 0;
            count += Double.isFinite(x) ? 1 : 0;
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(sum / count));
    }
}
