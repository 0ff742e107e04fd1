package vedette.format.flightlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.format.text.Utc;
import vedette.model.Altitude;
import vedette.model.LatLon;
import vedette.model.Moment;

/// Comma-separated fixes under a line of names: `time` (ISO 8601, seconds since 1970, or seconds of a scenario),
/// `latitude`, `longitude`, perhaps `id` and `height_m`. Usual other names are taken too.
final class CsvLog {
    private static final List<String> TIME = List.of("time", "timestamp", "utc", "t", "datetime");
    private static final List<String> LAT = List.of("latitude", "lat", "latitude_deg");
    private static final List<String> LON = List.of("longitude", "lon", "lng", "longitude_deg");
    private static final List<String> HEIGHT =
            List.of("height_m", "altitude_m", "alt_m", "height", "altitude", "alt", "ele");
    private static final List<String> ID = List.of("id", "name", "aircraft");
    /// Times from here on are seconds since 1970: a scenario is shorter than ten years.
    private static final double UNIX_FROM_S = 3.2e8;

    private static final double NS = 1e9;
    private static final double SIGMA_M = 5;

    private final FlightLog.Times times;
    private final FlightLog.Taking taking;
    private final int[] columns;

    private CsvLog(FlightLog.Times times, FlightLog.Taking taking, int[] columns) {
        this.times = times;
        this.taking = taking;
        this.columns = columns;
    }

    static void read(byte[] bytes, FlightLog.Times times, FlightLog.Taking taking) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\\R", -1);
        List<String> names = new ArrayList<>();
        for (String name : lines[0].split(",", -1)) {
            names.add(name.strip().replace("\uFEFF", "").toLowerCase(Locale.ROOT));
        }
        int[] columns = {
            column(names, TIME), column(names, LAT), column(names, LON), column(names, HEIGHT), column(names, ID)
        };
        if (columns[0] < 0 || columns[1] < 0 || columns[2] < 0) {
            taking.refuse(
                    "line 1", "neither ULog, dataflash, telemetry nor GPX, and no columns time, latitude, longitude");
            return;
        }
        CsvLog log = new CsvLog(times, taking, columns);
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                log.row("line " + (i + 1), lines[i].split(",", -1));
            }
        }
    }

    private static int column(List<String> names, List<String> wanted) {
        for (String each : wanted) {
            if (names.contains(each)) {
                return names.indexOf(each);
            }
        }
        return -1;
    }

    private void row(String where, String[] fields) {
        OptionalDouble lat = number(fields, 1);
        OptionalDouble lon = number(fields, 2);
        Optional<Moment> at = moment(field(fields, 0));
        if (lat.isEmpty() || lon.isEmpty() || at.isEmpty()) {
            taking.refuse(where, "no time, latitude or longitude");
            return;
        }
        if (Math.abs(lat.getAsDouble()) > 90 || Math.abs(lon.getAsDouble()) > 180) {
            taking.refuse(where, "latitude " + lat.getAsDouble() + " is not on Earth, or the longitude");
            return;
        }
        OptionalDouble height = number(fields, 3);
        Altitude altitude = height.isPresent() ? new Altitude.Amsl(height.getAsDouble(), SIGMA_M) : Altitude.UNKNOWN;
        taking.take(
                field(fields, 4).strip(),
                new FlightLog.Fix(at.get(), LatLon.ofDegrees(lat.getAsDouble(), lon.getAsDouble()), altitude));
    }

    private String field(String[] fields, int which) {
        int column = columns[which];
        return column >= 0 && column < fields.length ? fields[column] : "";
    }

    private OptionalDouble number(String[] fields, int which) {
        return Gpx.number(field(fields, which));
    }

    private Optional<Moment> moment(String text) {
        OptionalDouble seconds = Gpx.number(text);
        if (seconds.isEmpty()) {
            return Utc.moment(text.strip(), times.leaps());
        }
        double s = seconds.getAsDouble();
        if (Math.abs(s) > 9e9) {
            return Optional.empty();
        }
        return Optional.of(
                s < UNIX_FROM_S ? times.zero().plusS(s) : times.leaps().moment(Math.round(s * NS)));
    }
}
