package vedette.format.asterix;

import static vedette.math.Require.require;

/// One value.
///
/// @param bits its width, 1 to 64
/// @param meaning how the bits are read
/// @param numerator quantities only: value = bits × numerator / denominator
/// @param denominator quantities only
/// @param unit quantities only, as the specification names it
record Leaf(int bits, Meaning meaning, double numerator, double denominator, String unit) implements BitShape {
    /// How the bits of a value are read.
    enum Meaning {
        /// An unsigned integer, or a code.
        RAW,
        /// A scaled unsigned integer.
        UNSIGNED,
        /// A scaled integer in two's complement.
        SIGNED,
        /// Octal digits of three bits each.
        OCTAL,
        /// Characters of eight bits each (ISO 8859-1, so that every octet survives).
        ASCII,
        /// Characters of six bits each (ICAO Annex 10 volume IV, 3.1.2.9.1.2).
        SIX_BIT,
        /// Bits without a meaning, 0 by rule.
        SPARE
    }

    Leaf {
        require(bits > 0 && bits <= Long.SIZE, "a value of %s bits", bits);
        require(denominator > 0, "denominator %s", denominator);
    }

    static Leaf plain(int bits, Meaning meaning) {
        return new Leaf(bits, meaning, 1, 1, "");
    }

    boolean isQuantity() {
        return meaning == Meaning.UNSIGNED || meaning == Meaning.SIGNED;
    }

    // Multiplying first and dividing once rounds once: 3 × 1/10 must be 0.3.
    double scaled(long raw) {
        return raw * numerator / denominator;
    }

    /// Whether multiplying by the step gives the same double as [#scaled], for every raw value: the denominator is a
    /// power
    /// of two, so nothing is rounded.
    boolean hasExactStep() {
        long whole = (long) denominator;
        return (whole & whole - 1) == 0 && bits < 40;
    }

    @Override
    public int bits() {
        return bits;
    }
}
