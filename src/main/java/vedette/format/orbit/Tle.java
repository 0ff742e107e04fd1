package vedette.format.orbit;

import java.time.LocalDate;
import java.time.Year;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// The two lines of a set: 69 columns, numbers where the columns say (CelesTrak and Space-Track, "TLE format";
/// Hoots and Roehrich 1980, section 2).
///
/// Numbers of catalogue beyond 99,999 have a letter first (Alpha-5: A is 10, I and O are left out, Z is 33). Years of
/// two digits are 1957 to 2056. Leading zeros may be blanks, as older sets have them; nothing else may.
final class Tle {
    private static final int COLUMNS = 69;
    /// Columns that are always blank, counted from 0.
    private static final int[] FIRST_BLANKS = {1, 8, 17, 32, 43, 52, 61, 63};
    private static final int[] SECOND_BLANKS = {1, 7, 16, 25, 33, 42, 51};
    private static final String ALPHA = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int FIRST_YEAR = 57;
    /// A hundred-millionth of a day, nanoseconds.
    private static final long DAY_UNIT_NS = 864_000;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final LeapSeconds LEAPS = LeapSeconds.standard();

    private static final Pattern WHOLE = Pattern.compile(" *[0-9]*");
    private static final Pattern DECIMAL = Pattern.compile(" *[+-]?(?:[0-9]+\\.[0-9]*|\\.[0-9]+) *");
    private static final Pattern DAY = Pattern.compile("( *[0-9]+)\\.([0-9]{8})");
    private static final Pattern POWER = Pattern.compile("([ +-])( *[0-9]*)([ +-])([0-9])");
    private static final Pattern DESIGNATOR = Pattern.compile("([0-9]{2})([0-9]{3})([A-Z]{1,3}) *");

    private final String text;
    private final int line;

    private Tle(String text, int line) {
        this.text = text;
        this.line = line;
    }

    /// Whether a line seems to be the first of a set.
    static boolean isFirst(String line) {
        return line.startsWith("1 ");
    }

    /// Whether a line seems to be the second of a set.
    static boolean isSecond(String line) {
        return line.startsWith("2 ");
    }

    /// A line, checked as a whole.
    ///
    /// @throws Unreadable where its length, checksum or blanks are wrong
    static Tle of(String text, int line) {
        Tle tle = new Tle(text, line);
        if (text.length() != COLUMNS) {
            throw tle.unreadable("it has " + text.length() + " columns instead of " + COLUMNS);
        }
        int sum = 0;
        for (int i = 0; i < COLUMNS - 1; i++) {
            char c = text.charAt(i);
            sum += c == '-' ? 1 : c >= '0' && c <= '9' ? c - '0' : 0;
        }
        int last = text.charAt(COLUMNS - 1) - '0';
        if (last != sum % 10) {
            throw tle.unreadable(
                    "its checksum is " + Unreadable.shown(text.substring(COLUMNS - 1)) + " instead of " + sum % 10);
        }
        for (int blank : isFirst(text) ? FIRST_BLANKS : SECOND_BLANKS) {
            if (text.charAt(blank) != ' ') {
                throw tle.unreadable("column " + (blank + 1) + " is not blank");
            }
        }
        return tle;
    }

    private Unreadable unreadable(String words) {
        return new Unreadable(line, words);
    }

    private Unreadable wrong(String what, int from, int to) {
        return unreadable(what + " " + Unreadable.shown(text.substring(from - 1, to)) + " in columns " + from + " to "
                + to + " cannot be read");
    }

    /// The set of two lines.
    ///
    /// @param name the line before them, or empty
    /// @param begin where the set begins
    static ElementSet set(Tle one, Tle two, String name, int begin) {
        long number = one.number();
        if (two.number() != number) {
            throw two.unreadable("its catalogue number is another one than that of its first line, " + number);
        }
        if ("0123 ".indexOf(one.text.charAt(62)) < 0) {
            throw one.unreadable("its elements are made for another theory than SGP4 (ephemeris type "
                    + Unreadable.shown(one.text.substring(62, 63)) + ")");
        }
        String classification = one.text.substring(7, 8).strip();
        return new ElementSet(
                begin,
                new ElementSet.Label(number, name, one.designator(), classification),
                one.epoch(),
                new ElementSet.Orbit(
                        two.decimal("mean motion", 53, 63),
                        two.fraction("eccentricity", 27, 33),
                        two.decimal("inclination", 9, 16),
                        two.decimal("right ascension of the node", 18, 25),
                        two.decimal("argument of perigee", 35, 42),
                        two.decimal("mean anomaly", 44, 51)),
                new ElementSet.Terms(
                        one.power("B*", 54, 61),
                        one.decimal("half the change of the mean motion", 34, 43),
                        one.power("a sixth of the second change of the mean motion", 45, 52),
                        one.whole("number of the set", 65, 68),
                        two.whole("number of turns", 64, 68)));
    }

    private long number() {
        int letter = ALPHA.indexOf(text.charAt(2));
        if (letter < 0) {
            return whole("catalogue number", 3, 7);
        }
        return 10_000L * (10 + letter) + whole("catalogue number", 4, 7);
    }

    private long whole(String what, int from, int to) {
        String field = text.substring(from - 1, to);
        if (!WHOLE.matcher(field).matches()) {
            throw wrong(what, from, to);
        }
        return field.isBlank() ? 0 : Long.parseLong(field.strip());
    }

    private double decimal(String what, int from, int to) {
        String field = text.substring(from - 1, to);
        if (!DECIMAL.matcher(field).matches()) {
            throw wrong(what, from, to);
        }
        return Double.parseDouble(field.strip());
    }

    // Digits behind a point that is not written.
    private double fraction(String what, int from, int to) {
        whole(what, from, to);
        return Double.parseDouble("0." + text.substring(from - 1, to).replace(' ', '0'));
    }

    // A mantissa behind a point that is not written, and a power of ten.
    private double power(String what, int from, int to) {
        String field = text.substring(from - 1, to);
        if (field.isBlank()) {
            return 0;
        }
        Matcher parts = POWER.matcher(field);
        if (!parts.matches()) {
            throw wrong(what, from, to);
        }
        String digits = parts.group(2).replace(' ', '0');
        String sign = parts.group(1).equals("-") ? "-" : "";
        String power = parts.group(3).equals("-") ? "-" : "";
        return Double.parseDouble(sign + "0." + digits + "e" + power + parts.group(4));
    }

    private String designator() {
        String field = text.substring(9, 17);
        Matcher parts = DESIGNATOR.matcher(field);
        if (!parts.matches()) {
            return field.strip();
        }
        return year(Integer.parseInt(parts.group(1))) + "-" + parts.group(2) + parts.group(3);
    }

    private static int year(int two) {
        return two < FIRST_YEAR ? 2000 + two : 1900 + two;
    }

    private Moment epoch() {
        int year = year((int) whole("year of the epoch", 19, 20));
        Matcher parts = DAY.matcher(text.substring(20, 32));
        if (!parts.matches()) {
            throw wrong("day of the epoch", 21, 32);
        }
        long day = Long.parseLong(parts.group(1).strip());
        if (day < 1 || day > Year.of(year).length()) {
            throw unreadable("day " + day + " of the epoch is not within the year " + year);
        }
        long days = LocalDate.of(year, 1, 1).toEpochDay() + day - 1;
        return LEAPS.moment(days * DAY_NS + Long.parseLong(parts.group(2)) * DAY_UNIT_NS);
    }
}
