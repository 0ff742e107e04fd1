package vedette.format.flightlog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;
import vedette.model.Altitude;
import vedette.model.Moment;

/// GPX 1.1 (Topografix 2004): `trkpt` with `time`; `ele` is a height above mean sea level.
final class Gpx {
    private static final int MOST_ELEMENTS = 8_000_000;
    /// A consumer receiver's height, standard deviation, metres.
    private static final double SIGMA_M = 10;

    private Gpx() {}

    static boolean isGpx(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1);
        return head.stripLeading().startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<");
    }

    static void read(byte[] bytes, FlightLog.Times times, FlightLog.Taking taking) {
        switch (XmlText.read(bytes, MOST_ELEMENTS)) {
            case XmlText.NotXml(String reason, int line) -> taking.refuse("line " + line, "not XML: " + reason);
            case XmlText.Read(Xml root)
            when root.name().equals("gpx") -> {
                for (Xml track : root.all("trk")) {
                    for (Xml segment : track.all("trkseg")) {
                        segment.all("trkpt").forEach(point -> point(point, times, taking));
                    }
                }
            }
            case XmlText.Read(Xml root) -> taking.refuse("line " + root.line(), "not GPX: '" + root.name() + "'");
        }
    }

    private static void point(Xml point, FlightLog.Times times, FlightLog.Taking taking) {
        String where = "line " + point.line();
        OptionalDouble lat = number(point.attribute("lat").orElse(""));
        OptionalDouble lon = number(point.attribute("lon").orElse(""));
        Optional<Moment> at = Utc.moment(point.text("time"), times.leaps());
        if (lat.isEmpty() || lon.isEmpty() || at.isEmpty()) {
            taking.refuse(where, "a track point without lat, lon or time");
            return;
        }
        OptionalDouble height = number(point.text("ele"));
        Altitude altitude = height.isPresent() ? new Altitude.Amsl(height.getAsDouble(), SIGMA_M) : Altitude.UNKNOWN;
        FlightLog.take(taking, where, at.get(), new FlightLog.Degrees(lat.getAsDouble(), lon.getAsDouble()), altitude);
    }

    static OptionalDouble number(String text) {
        return text.strip().matches("[-+]?\\d{1,12}(\\.\\d{0,15})?([eE][-+]?\\d{1,2})?")
                ? OptionalDouble.of(Double.parseDouble(text.strip()))
                : OptionalDouble.empty();
    }
}
