package vedette.format.asterix;

import vedette.format.asterix.TreeParser.Refused;

/// A value as its bits.
final class RawValue {
    private RawValue() {}

    /// The bits of a value, right-aligned.
    ///
    /// @throws Refused when it is of the wrong kind or does not fit
    static long of(Leaf leaf, Tree value, String path) throws Refused {
        return switch (value) {
            case Tree.Digits digits -> ofDigits(leaf, digits.text(), path);
            case Tree.Words words -> ofWords(leaf, words.text(), path);
            case Tree.Branch _, Tree.Row _ -> throw new Refused(path + " is a structure where a value stands");
        };
    }

    private static long ofDigits(Leaf leaf, String digits, String path) throws Refused {
        return switch (leaf.meaning()) {
            case RAW, SPARE -> integer(leaf, digits, path);
            case UNSIGNED, SIGNED -> quantity(leaf, Double.parseDouble(digits), path);
            case OCTAL, ASCII, SIX_BIT -> throw new Refused(path + " is a number where a text stands");
        };
    }

    private static long integer(Leaf leaf, String digits, String path) throws Refused {
        long raw;
        try {
            raw = Long.parseUnsignedLong(digits);
        } catch (NumberFormatException _) {
            throw new Refused(path + " is not an unsigned integer: " + digits);
        }
        ItemEncoder.check(
                leaf.bits() == Long.SIZE || raw >>> leaf.bits() == 0, path, "does not fit its bits: " + digits);
        return raw;
    }

    private static long quantity(Leaf leaf, double value, String path) throws Refused {
        double steps = Math.rint(value * leaf.denominator() / leaf.numerator());
        double span = (double) (1L << (leaf.bits() - 1));
        boolean fits =
                leaf.meaning() == Leaf.Meaning.SIGNED ? steps >= -span && steps < span : steps >= 0 && steps < 2 * span;
        ItemEncoder.check(fits, path, "is out of range: " + value);
        return (long) steps & (1L << leaf.bits()) - 1;
    }

    private static long ofWords(Leaf leaf, String text, String path) throws Refused {
        Leaf.Meaning meaning = leaf.meaning();
        boolean isText =
                meaning == Leaf.Meaning.OCTAL || meaning == Leaf.Meaning.ASCII || meaning == Leaf.Meaning.SIX_BIT;
        ItemEncoder.check(isText, path, "is a text where a number stands");
        int width = Text.width(meaning);
        int room = leaf.bits() / width;
        ItemEncoder.check(text.length() <= room, path, "has more than " + room + " characters");
        char filler = meaning == Leaf.Meaning.OCTAL ? '0' : ' ';
        long raw = 0;
        for (int i = 0; i < room; i++) {
            char letter = i < text.length() ? text.charAt(i) : filler;
            int code = Text.code(meaning, letter);
            ItemEncoder.check(code >= 0, path, "has a character that it cannot carry: '" + letter + "'");
            raw = raw << width | code;
        }
        return raw;
    }
}
