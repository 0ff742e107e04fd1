package vedette.report;

import static vedette.math.Require.require;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;

/// Where a value lies between two ends, and the round values to write beside it.
sealed interface Axis {
    /// A round value.
    ///
    /// @param value it
    /// @param text its digits, exact
    record Tick(double value, String text) {}

    /// Where a value lies: 0 at the low end, 1 at the high end; what lies beyond an end is shown at it.
    double share(double value);

    /// The round values between the ends, ascending.
    List<Tick> ticks();

    /// Equal steps.
    ///
    /// @param low the low end
    /// @param high the high end, above it
    /// @param step from one round value to the next
    record Linear(double low, double high, BigDecimal step) implements Axis {
        /// More lines than this from bottom to top are no help.
        private static final int PARTS = 6;

        /// A bound on what rounding could do to the count.
        private static final int MOST_TICKS = 40;

        /// Checks the ends.
        public Linear {
            require(high > low && step.signum() > 0, "from %s to %s", low, high);
        }

        /// From 0 to the first round value at or above what must fit.
        static Linear fromZero(double most) {
            double high = most > 0 && Double.isFinite(most) ? most : 1;
            BigDecimal step = step(high, PARTS);
            return new Linear(0, step.doubleValue() * Math.ceil(high / step.doubleValue() - 1e-9), step);
        }

        /// From one end to the other, as they are.
        ///
        /// @param parts at most so many steps between them
        static Linear between(double low, double high, int parts) {
            double end = high > low ? high : low + 1;
            return new Linear(low, end, step(end - low, parts));
        }

        // The smallest of 1, 2, 5 times a power of ten that divides the span into no more parts than wished.
        private static BigDecimal step(double span, int parts) {
            int power = (int) Math.floor(Exact.log10(span / parts));
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                if (step.doubleValue() * parts >= span * (1 - 1e-9)) {
                    return step;
                }
            }
            return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
        }

        @Override
        public double share(double value) {
            return Math.clamp((value - low) / (high - low), 0, 1);
        }

        @Override
        public List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            double width = step.doubleValue();
            long first = (long) Math.ceil(low / width - 1e-9);
            for (long k = first; k * width <= high + 1e-9 * width && ticks.size() < MOST_TICKS; k++) {
                BigDecimal value = step.multiply(BigDecimal.valueOf(k));
                ticks.add(new Tick(value.doubleValue(), Decimal.trimmed(value)));
            }
            return ticks;
        }
    }

    /// Equal ratios, with 1, 2 and 5 in each decade.
    ///
    /// @param low the low end, above 0
    /// @param high the high end, above it
    record Ratio(double low, double high) implements Axis {
        /// Checks the ends.
        public Ratio {
            require(low > 0 && high > low, "from %s to %s", low, high);
        }

        /// Around 1, wide enough for what must fit, but never beyond a hundred times more or less.
        static Ratio around(double least, double most) {
            return new Ratio(Math.clamp(least, 0.01, 0.5), Math.clamp(most, 2, 100));
        }

        @Override
        public double share(double value) {
            double held = Math.clamp(value, low, high);
            return Exact.log(held / low) / Exact.log(high / low);
        }

        @Override
        public List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (int power = -2; power <= 2; power++) {
                for (int digit : new int[] {1, 2, 5}) {
                    BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                    if (value.doubleValue() >= low && value.doubleValue() <= high) {
                        ticks.add(new Tick(value.doubleValue(), Decimal.trimmed(value)));
                    }
                }
            }
            return ticks;
        }
    }
}
