package vedette.format.zones;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers in texts.
final class Numerals {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,18}(\\.\\d{0,18})?([eE][-+]?\\d{1,2})?");

    private Numerals() {}

    /// A decimal number; nothing when the text is none.
    static OptionalDouble number(String text) {
        return DECIMAL.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
