package vedette.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as text, rounded exactly, half to even, the same in every locale.
final class Decimal {
    private static final String UNKNOWN = "–";

    private Decimal() {}

    /// With so many decimals, as `12.50`; a dash for what is not finite.
    static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? plain(value, decimals).toPlainString() : UNKNOWN;
    }

    /// With at most so many decimals and none that say nothing, as `12.5`.
    static String trimmed(double value, int decimals) {
        return Double.isFinite(value) ? trimmed(plain(value, decimals)) : UNKNOWN;
    }

    /// With so many significant digits, but all digits before the point.
    static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return UNKNOWN;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return trimmed(rounded);
    }

    static String trimmed(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal plain(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
