package vedette.format.orbit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// The keywords of one message with what they say (CCSDS 502.0-B-3, section 4). What is not needed is passed over;
/// what says that these are no elements of SGP4 about the Earth refuses the message.
final class OmmFields {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int FIRST_YEAR = 1957;
    private static final int LAST_YEAR = 2200;
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eEdD][+-]?[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,12}(?:\\.0)?");
    // CCSDS 301.0-B-4, section 3.5: calendar day, or day of the year.
    private static final Pattern TIME = Pattern.compile(
            "([0-9]{4})-(?:([0-9]{2})-([0-9]{2})|([0-9]{3}))T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,12}))?Z?");
    private static final Pattern UNIT = Pattern.compile("(.*?)\\s*\\[([^\\[\\]]*)]");

    private final int line;
    private final Map<String, Field> fields = new HashMap<>();

    /// What a keyword says, and on which line.
    private record Field(String value, int line) {}

    /// @param line where the message begins
    OmmFields(int line) {
        this.line = line;
    }

    /// Where the message begins.
    int line() {
        return line;
    }

    /// Takes one keyword.
    void put(String keyword, String value, int at) {
        if (fields.putIfAbsent(keyword, new Field(value.strip(), at)) != null && !keyword.equals("COMMENT")) {
            throw new Unreadable(at, keyword + " stands twice in one message");
        }
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /// The set that the message tells of.
    ElementSet set() {
        only("CENTER_NAME", "EARTH");
        only("REF_FRAME", "TEME");
        only("TIME_SYSTEM", "UTC");
        only("MEAN_ELEMENT_THEORY", "SGP4", "SGP/SGP4", "SDP4", "SGP4/SDP4");
        only("EPHEMERIS_TYPE", "0", "1", "2", "3", "SGP", "SGP4", "SDP4");
        return new ElementSet(
                line,
                new ElementSet.Label(
                        whole("NORAD_CAT_ID", true),
                        text("OBJECT_NAME"),
                        text("OBJECT_ID"),
                        text("CLASSIFICATION_TYPE")),
                epoch(),
                new ElementSet.Orbit(
                        number("MEAN_MOTION", "rev/day"),
                        number("ECCENTRICITY", "n/a"),
                        number("INCLINATION", "deg"),
                        number("RA_OF_ASC_NODE", "deg"),
                        number("ARG_OF_PERICENTER", "deg"),
                        number("MEAN_ANOMALY", "deg")),
                new ElementSet.Terms(
                        number("BSTAR", "1/ER"),
                        numberOrNone("MEAN_MOTION_DOT", "rev/day**2"),
                        numberOrNone("MEAN_MOTION_DDOT", "rev/day**3"),
                        whole("ELEMENT_SET_NO", false),
                        whole("REV_AT_EPOCH", false)));
    }

    private @Nullable Field field(String keyword) {
        Field field = fields.get(keyword);
        return field == null || field.value.isEmpty() ? null : field;
    }

    private Field needed(String keyword) {
        Field field = field(keyword);
        if (field == null) {
            throw new Unreadable(line, "no " + keyword);
        }
        return field;
    }

    private String text(String keyword) {
        Field field = field(keyword);
        return field == null ? "" : field.value;
    }

    private void only(String keyword, String... known) {
        Field field = field(keyword);
        if (field == null) {
            return;
        }
        for (String each : known) {
            if (each.equalsIgnoreCase(field.value)) {
                return;
            }
        }
        throw new Unreadable(
                field.line, keyword + " is " + Unreadable.shown(field.value) + ": only " + known[0] + " can be used");
    }

    private double numberOrNone(String keyword, String unit) {
        return field(keyword) == null ? 0 : number(keyword, unit);
    }

    private double number(String keyword, String unit) {
        Field field = needed(keyword);
        String value = withoutUnit(keyword, field, unit);
        if (!NUMBER.matcher(value).matches()) {
            throw new Unreadable(field.line, keyword + " " + Unreadable.shown(value) + " is no number");
        }
        double number = Double.parseDouble(value.replace('d', 'e').replace('D', 'e'));
        if (!Double.isFinite(number)) {
            throw new Unreadable(field.line, keyword + " " + Unreadable.shown(value) + " is too large");
        }
        return number;
    }

    // A unit may stand behind a number in brackets; it must be the standard's.
    private static String withoutUnit(String keyword, Field field, String unit) {
        Matcher parts = UNIT.matcher(field.value);
        if (!parts.matches()) {
            return field.value;
        }
        if (!parts.group(2).strip().equalsIgnoreCase(unit)) {
            throw new Unreadable(
                    field.line, keyword + " is in " + Unreadable.shown(parts.group(2)) + " instead of " + unit);
        }
        return parts.group(1);
    }

    private long whole(String keyword, boolean needed) {
        Field field = needed ? needed(keyword) : field(keyword);
        if (field == null) {
            return 0;
        }
        if (!WHOLE.matcher(field.value).matches()) {
            throw new Unreadable(field.line, keyword + " " + Unreadable.shown(field.value) + " is no whole number");
        }
        return Long.parseLong(field.value.replace(".0", ""));
    }

    private Moment epoch() {
        Field field = needed("EPOCH");
        Matcher m = TIME.matcher(field.value);
        if (!m.matches()) {
            throw new Unreadable(field.line, "EPOCH " + Unreadable.shown(field.value) + " is no time of CCSDS");
        }
        int year = Integer.parseInt(m.group(1));
        int hour = Integer.parseInt(m.group(5));
        int minute = Integer.parseInt(m.group(6));
        int second = Integer.parseInt(m.group(7));
        boolean leap = second == 60 && hour == 23 && minute == 59;
        if (year < FIRST_YEAR || year > LAST_YEAR || hour > 23 || minute > 59 || (second > 59 && !leap)) {
            throw new Unreadable(field.line, "EPOCH " + Unreadable.shown(field.value) + " is no time");
        }
        try {
            LocalDate day = m.group(4) == null
                    ? LocalDate.of(year, Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)))
                    : LocalDate.ofYearDay(year, Integer.parseInt(m.group(4)));
            long seconds = day.toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second;
            return LEAPS.moment(seconds * SECOND_NS + fractionNs(m.group(8)));
        } catch (DateTimeException noDay) {
            throw new Unreadable(field.line, "EPOCH " + Unreadable.shown(field.value) + " is on no day");
        }
    }

    private static long fractionNs(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong((digits + "000000000").substring(0, 9));
    }
}
