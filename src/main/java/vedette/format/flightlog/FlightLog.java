package vedette.format.flightlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vedette.model.Altitude;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Where aircraft were, as their own logs tell.
///
/// @param flights one an aircraft, by name; fixes in order of time
/// @param refusals what could not be taken, the first ones: place and reason
/// @param refused how many things could not be taken
public record FlightLog(List<Flight> flights, List<String> refusals, long refused) {
    /// Longer files are refused: a day of logging takes some gigabytes, a test flight a hundred megabytes.
    public static final int LONGEST = 512 << 20;

    /// Fixes beyond these are refused.
    static final int MOST_FIXES = 2_000_000;

    private static final int MOST_FLIGHTS = 1_000;
    private static final int MOST_TOLD = 20;

    /// Copies the lists.
    public FlightLog {
        flights = List.copyOf(flights);
        refusals = List.copyOf(refusals);
    }

    /// One aircraft.
    ///
    /// @param name as the log calls it; empty where it has one aircraft only
    /// @param fixes where it was, in order of time
    public record Flight(String name, List<Fix> fixes) {
        /// Copies the list.
        public Flight {
            fixes = List.copyOf(fixes);
        }
    }

    /// Where an aircraft was.
    ///
    /// @param at when
    /// @param place where
    /// @param altitude how high, where told
    public record Fix(Moment at, LatLon place, Altitude altitude) {}

    /// What the reading of times rests on.
    ///
    /// @param zero what second 0 of a log in seconds stands for
    /// @param leaps UTC against TAI
    public record Times(Moment zero, LeapSeconds leaps) {}

    /// Reads a log; its form is told by how it begins.
    public static FlightLog read(byte[] bytes, Times times) {
        Taking taking = new Taking();
        if (bytes.length > LONGEST) {
            taking.refuse("the file", "longer than " + LONGEST + " bytes");
        } else if (Ulog.isUlog(bytes)) {
            new Ulog(bytes, times, taking).read();
        } else if (Dataflash.isDataflash(bytes)) {
            new Dataflash(bytes, times, taking).read();
        } else if (Telemetry.isTelemetry(bytes)) {
            new Telemetry(bytes, times, taking).read();
        } else if (Gpx.isGpx(bytes)) {
            Gpx.read(bytes, times, taking);
        } else {
            CsvLog.read(bytes, times, taking);
        }
        return taking.log();
    }

    /// A log that is being read.
    static final class Taking {
        private final Map<String, List<Fix>> flights = new TreeMap<>();
        private final List<String> refusals = new ArrayList<>();
        private long refused;
        private int fixes;

        void take(String name, Fix fix) {
            boolean fits = fixes < MOST_FIXES && (flights.containsKey(name) || flights.size() < MOST_FLIGHTS);
            if (!fits) {
                refuse("fix " + (fixes + 1), "more than " + MOST_FIXES + " fixes or " + MOST_FLIGHTS + " aircraft");
                return;
            }
            fixes++;
            flights.computeIfAbsent(name, _ -> new ArrayList<>()).add(fix);
        }

        void refuse(String place, String reason) {
            refused++;
            if (refusals.size() < MOST_TOLD) {
                refusals.add(place + ": " + reason);
            }
        }

        FlightLog log() {
            if (flights.isEmpty() && refused == 0) {
                refuse("the file", "it holds no fix of a position");
            }
            List<Flight> found = new ArrayList<>();
            flights.forEach((name, each) -> {
                each.sort(Comparator.comparing(Fix::at));
                found.add(new Flight(name, each));
            });
            return new FlightLog(found, refusals, refused);
        }
    }

    /// Degrees as a log has them.
    record Degrees(double lat, double lon) {}

    /// A fix, unless it is none: nothing has ever flown at latitude 0, longitude 0 in a log that means it.
    static void take(Taking taking, String where, Moment at, Degrees place, Altitude altitude) {
        if (!(Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180)) {
            taking.refuse(where, "latitude " + place.lat + ", longitude " + place.lon + " is not on Earth");
        } else if (place.lat != 0 || place.lon != 0) {
            taking.take("", new Fix(at, LatLon.ofDegrees(place.lat, place.lon), altitude));
        }
    }
}
