package vedette.format.orbit;

import java.util.Locale;

/// Element sets as text, for tests: lines with their checksums.
final class TleText {
    static final String ONE = line("1 99001U 26101A   26190.50000000  .00001234  00000-0  56789-4 0  999");
    static final String TWO = line("2 99001  53.0544 123.4567 0012345  45.6789 314.1592 15.05432109 1234");
    static final String SET = ONE + "\n" + TWO + "\n";

    private TleText() {}

    /// A line with its checksum behind it.
    static String line(String columns68) {
        int sum = 0;
        for (char c : columns68.toCharArray()) {
            sum += c == '-' ? 1 : Character.isDigit(c) ? c - '0' : 0;
        }
        return columns68 + sum % 10;
    }

    /// A set with other text at some columns of a line, counted from 1, and the checksum set right.
    static String with(int line, int column, String text) {
        return (line == 1 ? changed(ONE, column, text) : ONE) + "\n" + (line == 2 ? changed(TWO, column, text) : TWO)
                + "\n";
    }

    private static String changed(String line, int column, String text) {
        return line(line.substring(0, column - 1) + text + line.substring(column - 1 + text.length(), 68));
    }

    /// The set of a number under six digits.
    static String numbered(String five) {
        return changed(ONE, 3, five) + "\n" + changed(TWO, 3, five) + "\n";
    }

    /// A set of numbers as the lines hold them.
    static String of(int inclination1e4, int eccentricity1e7, int anomaly1e4, int motion1e8, int drag1e5) {
        String one = String.format(
                Locale.ROOT,
                "1 99001U 26101A   26190.50000000  .00001234  00000-0 %s%05d-4 0  999",
                drag1e5 < 0 ? "-" : " ",
                Math.abs(drag1e5));
        String two = String.format(
                Locale.ROOT,
                "2 99001 %8.4f 123.4567 %07d  45.6789 %8.4f %11.8f 1234",
                inclination1e4 / 1e4,
                eccentricity1e7,
                anomaly1e4 / 1e4,
                motion1e8 / 1e8);
        return line(one) + "\n" + line(two) + "\n";
    }
}
