package vedette.format.zones;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vedette.model.HeightLimit;
import vedette.model.HeightLimit.Datum;
import vedette.model.LatLon;

/// The words of OpenAir lines.
final class OpenAirText {
    private static final double METRES_A_FOOT = 0.3048;
    private static final double METRES_A_LEVEL = 30.48;
    private static final double MINUTES = 60;

    /// Degrees, minutes and perhaps seconds, each whole or with decimals, and a hemisphere.
    private static final String ANGLE =
            "(\\d{1,3}(?:\\.\\d{1,9})?)(?::(\\d{1,2}(?:\\.\\d{1,9})?))?" + "(?::(\\d{1,2}(?:\\.\\d{1,9})?))?\\s*";

    private static final Pattern PLACE = Pattern.compile(ANGLE + "([NnSs])[\\s,]*" + ANGLE + "([EeWw])");

    private static final Pattern HEIGHT =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(FT|F|M)?\\.?\\s*(MSL|AMSL|ALT|AGL|AGND|ASFC|GND|SFC|STD)?");

    private static final Pattern LEVEL = Pattern.compile("FL\\s*(\\d{1,3})");

    private OpenAirText() {}

    static double number(Where at, String text) {
        return Numerals.number(text.strip()).orElseThrow(() -> at.fault("'" + At.quoted(text) + "' is no number"));
    }

    /// As `46:51:44 N 008:30:22 E`, `46:51.733 N 8:30.37 E` or `46.862 N 8.506 E`.
    static LatLon place(Where at, String text) {
        Matcher found = PLACE.matcher(text.strip());
        if (!found.matches()) {
            throw at.fault("'" + At.quoted(text) + "' is no place, as 46:51:44 N 008:30:22 E");
        }
        double lat = degrees(at, found, 1);
        double lon = degrees(at, found, 5);
        boolean south = found.group(4).equalsIgnoreCase("S");
        boolean west = found.group(8).equalsIgnoreCase("W");
        return Rings.onEarth(at, west ? -lon : lon, south ? -lat : lat);
    }

    private static double degrees(Where at, Matcher found, int group) {
        double degrees = part(found, group);
        double minutes = part(found, group + 1);
        double seconds = part(found, group + 2);
        if (minutes >= MINUTES || seconds >= MINUTES) {
            throw at.fault("minutes and seconds must be below 60");
        }
        return degrees + minutes / MINUTES + seconds / (MINUTES * MINUTES);
    }

    private static double part(Matcher found, int group) {
        String text = found.group(group);
        return text == null ? 0 : Double.parseDouble(text);
    }

    /// As `GND`, `FL 95`, `4500 ft MSL`, `500 AGL`, `UNLIM`; nothing where there is no limit.
    static Optional<HeightLimit> limit(Where at, String text) {
        String words = text.strip().toUpperCase(Locale.ROOT);
        if (words.startsWith("UNL")) {
            return Optional.empty();
        }
        if (words.equals("GND") || words.equals("SFC") || words.equals("SURFACE")) {
            return Optional.of(new HeightLimit(0, Datum.AGL));
        }
        Matcher level = LEVEL.matcher(words);
        if (level.matches()) {
            return Optional.of(
                    new HeightLimit(Double.parseDouble(level.group(1)) * METRES_A_LEVEL, Datum.FLIGHT_LEVEL));
        }
        Matcher height = HEIGHT.matcher(words);
        if (!height.matches()) {
            throw at.fault("'" + At.quoted(text) + "' is no height, as 4500 ft MSL, FL 95, 500 AGL, GND or UNLIM");
        }
        double unit = "M".equals(height.group(2)) ? 1 : METRES_A_FOOT;
        return Optional.of(new HeightLimit(Double.parseDouble(height.group(1)) * unit, datum(height.group(3))));
    }

    private static Datum datum(@org.jspecify.annotations.Nullable String name) {
        return switch (name == null ? "MSL" : name) {
            case "AGL", "AGND", "ASFC", "GND", "SFC" -> Datum.AGL;
            case "STD" -> Datum.FLIGHT_LEVEL;
            default -> Datum.AMSL;
        };
    }
}
