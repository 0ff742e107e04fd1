package vedette.format.asterix;

/// Texts inside bits. Every value has exactly one text and back, so nothing is lost between bytes and JSON.
final class Text {
    private static final int SIX = 6;
    private static final int OCTAL = 3;

    /// What stands for a code that has no letter. A character that no code yields.
    static final char NO_LETTER = '\uFFFF';

    private Text() {}

    static String of(Leaf leaf, long raw) {
        return switch (leaf.meaning()) {
            case OCTAL -> digits(leaf, raw, OCTAL);
            case ASCII -> digits(leaf, raw, Byte.SIZE);
            case SIX_BIT -> digits(leaf, raw, SIX);
            case UNSIGNED, SIGNED -> Double.toString(leaf.scaled(raw));
            case RAW, SPARE -> Long.toUnsignedString(raw);
        };
    }

    private static String digits(Leaf leaf, long raw, int width) {
        StringBuilder text = new StringBuilder();
        for (int shift = leaf.bits() - width; shift >= 0; shift -= width) {
            char letter = character(leaf.meaning(), (int) (raw >>> shift) & (1 << width) - 1);
            if (letter != NO_LETTER) {
                text.append(letter);
            }
        }
        return text.toString();
    }

    /// The character of one code, or [#NO_LETTER].
    static char character(Leaf.Meaning meaning, int code) {
        return switch (meaning) {
            case OCTAL -> (char) ('0' + code);
            case SIX_BIT -> sixBit(code);
            case ASCII, RAW, UNSIGNED, SIGNED, SPARE -> (char) code;
        };
    }

    private static char sixBit(int code) {
        if (code >= 1 && code <= 26) {
            return (char) (code + 64);
        }
        return code == ' ' || (code >= '0' && code <= '9') ? (char) code : NO_LETTER;
    }

    /// Bits of one character.
    static int width(Leaf.Meaning meaning) {
        return switch (meaning) {
            case OCTAL -> OCTAL;
            case SIX_BIT -> SIX;
            case ASCII, RAW, UNSIGNED, SIGNED, SPARE -> Byte.SIZE;
        };
    }

    /// The code of one character, or -1 where it has none.
    static int code(Leaf.Meaning meaning, char character) {
        int code = switch (meaning) {
            case OCTAL -> character - '0';
            case SIX_BIT ->
                character >= 'A' && character <= 'Z' ? character - 64 : sixBit(character) == character ? character : -1;
            case ASCII, RAW, UNSIGNED, SIGNED, SPARE -> character;
        };
        return code >= 0 && code < 1 << width(meaning) ? code : -1;
    }

    /// A category's number as the specifications write it: three digits.
    static String category(int number) {
        String digits = Integer.toString(number);
        return "000".substring(Math.min(digits.length(), 3)).concat(digits);
    }
}
