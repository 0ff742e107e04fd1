package vedette.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Numbers as people read them, the same in every locale.
final class Numbers {
    private Numbers() {}

    /// With so many decimals.
    static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /// Sixteen hexadecimal digits.
    static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /// A 24-bit address: six hexadecimal digits.
    static String hex24(int address) {
        return hex(address).substring(10).toUpperCase(Locale.ROOT);
    }

    /// A Mode A code: four octal digits.
    static String octal(int modeA) {
        String digits = Integer.toOctalString(modeA);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
