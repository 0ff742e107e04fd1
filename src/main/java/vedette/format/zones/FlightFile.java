package vedette.format.zones;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vedette.format.text.Json;
import vedette.format.text.JsonLines;
import vedette.format.text.JsonText;
import vedette.format.text.Utc;
import vedette.model.Area;
import vedette.model.AuthorisedFlight;
import vedette.model.Emergency;
import vedette.model.HeightLimit;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// Authorised flights as JSON: `{"flights": [{"id", "purpose", "serials", "addresses", "callsigns", "operators",
/// "volumes"}]}`, the volumes as `Volume4D` of ASTM F3548-21 (annex A, `outline_polygon` or `outline_circle`,
/// `altitude_lower` and
/// `altitude_upper` in metres above the WGS-84 ellipsoid, `time_start`, `time_end`).
///
/// A flight that cannot be read is refused by itself, with its place and line.
public final class FlightFile {
    /// Flights beyond these are refused.
    public static final int MOST_FLIGHTS = 5_000;

    private static final int MOST_REFUSALS = 1_000;
    private static final int MOST_PARTS = 50;
    private static final int HEX = 16;
    private static final double LOWEST_M = -8_000;
    private static final double HIGHEST_M = 100_000;

    private final ZoneFile.Span span;
    private final List<AuthorisedFlight> flights = new ArrayList<>();
    private final List<ZoneFile.Refusal> refusals = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private FlightFile(ZoneFile.Span span) {
        this.span = span;
    }

    /// What a file holds.
    ///
    /// @param flights those that could be read, in the file's order
    /// @param refusals those that could not
    public record Contents(List<AuthorisedFlight> flights, List<ZoneFile.Refusal> refusals) {
        /// Copies the lists.
        public Contents {
            flights = List.copyOf(flights);
            refusals = List.copyOf(refusals);
        }
    }

    /// Reads a file.
    ///
    /// @param span for UTC and the geoid
    public static Contents read(String text, ZoneFile.Span span) {
        FlightFile reading = new FlightFile(span);
        if (text.length() > ZoneFile.LONGEST) {
            reading.refuse(new Where("$", 0).fault("longer than " + ZoneFile.LONGEST + " characters"), "");
        } else {
            switch (JsonText.read(text)) {
                case JsonText.Read(Json value) -> reading.all(new At("$", value));
                case JsonText.NotJson(String reason, int line) ->
                    reading.refuse(new Where("$", line).fault("not JSON: " + reason), "");
            }
        }
        return reading.contents(text);
    }

    /// Reads one flight by itself, as it stands in a file's list.
    ///
    /// @param span for UTC and the geoid
    public static Contents one(String text, ZoneFile.Span span) {
        FlightFile reading = new FlightFile(span);
        switch (JsonText.read(text)) {
            case JsonText.Read(Json value) -> reading.add(new At("$", value));
            case JsonText.NotJson(String reason, int line) ->
                reading.refuse(new Where("$", line).fault("not JSON: " + reason), "");
        }
        return reading.contents(text);
    }

    private Contents contents(String text) {
        List<Integer> lines = JsonLines.of(
                text, refusals.stream().map(ZoneFile.Refusal::place).toList());
        List<ZoneFile.Refusal> located = new ArrayList<>();
        for (int i = 0; i < refusals.size(); i++) {
            ZoneFile.Refusal each = refusals.get(i);
            int line = each.line() > 0 ? each.line() : lines.get(i);
            located.add(new ZoneFile.Refusal(each.place(), each.identifier(), each.reason(), line));
        }
        return new Contents(flights, located);
    }

    private void refuse(ZoneFault fault, String name) {
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(fault.refusal(At.quoted(name)));
        }
    }

    private void all(At root) {
        try {
            for (At each : root.member("flights").items()) {
                add(each);
            }
        } catch (ZoneFault fault) {
            refuse(fault, "");
        }
    }

    private void add(At at) {
        String name = at.value().text("id").orElse("");
        try {
            AuthorisedFlight flight = flight(at);
            if (flights.size() >= MOST_FLIGHTS) {
                throw at.fault("more than " + MOST_FLIGHTS + " flights");
            }
            if (!names.add(flight.name())) {
                throw at.member("id").fault("'" + At.quoted(name) + "' stands twice in the file");
            }
            flights.add(flight);
        } catch (ZoneFault fault) {
            refuse(fault, name);
        } catch (IllegalArgumentException fault) {
            refuse(at.fault(String.valueOf(fault.getMessage())), name);
        }
    }

    private AuthorisedFlight flight(At at) {
        String name = at.member("id").text().strip();
        List<Identity> bearers = new ArrayList<>();
        list(at, "serials")
                .forEach(each -> bearers.add(Identity.ofSerial(each.text().strip())));
        list(at, "addresses").forEach(each -> bearers.add(Identity.ofAddress(address(each))));
        list(at, "callsigns").forEach(each -> bearers.add(callsign(each)));
        List<String> operators =
                list(at, "operators").stream().map(each -> each.text().strip()).toList();
        int named = bearers.size() + operators.size();
        if (named == 0 || named > MOST_PARTS) {
            throw at.fault("needs 1 to " + MOST_PARTS + " 'serials', 'addresses', 'callsigns' or 'operators'");
        }
        List<At> volumes = at.member("volumes").items();
        if (volumes.isEmpty() || volumes.size() > MOST_PARTS) {
            throw at.member("volumes").fault("must have 1 to " + MOST_PARTS + " volumes");
        }
        List<Zone> zones = new ArrayList<>();
        for (At volume : volumes) {
            zones.add(zone(name + "." + (zones.size() + 1), volume));
        }
        AuthorisedFlight.Purpose purpose = at.maybe("purpose")
                .map(each -> each.oneOf(AuthorisedFlight.Purpose.class))
                .orElse(AuthorisedFlight.Purpose.UNKNOWN);
        return new AuthorisedFlight(name, purpose, bearers, operators, zones);
    }

    private static List<At> list(At at, String name) {
        return at.maybe(name).map(At::items).orElse(List.of());
    }

    private static int address(At at) {
        try {
            return Integer.parseInt(at.text().strip(), HEX);
        } catch (NumberFormatException notHex) {
            throw at.fault("'" + At.quoted(at.text()) + "' is no address of six hexadecimal digits");
        }
    }

    private static Identity callsign(At at) {
        return new Identity(
                OptionalInt.empty(), OptionalInt.empty(), Optional.of(at.text().strip()), Emergency.NONE);
    }

    private Zone zone(String name, At at) {
        At volume = at.member("volume");
        Area area = volume.maybe("outline_circle")
                .map(FlightFile::circle)
                .orElseGet(() -> polygon(volume.member("outline_polygon")));
        Moment from = time(at.member("time_start"));
        Moment until = time(at.member("time_end"));
        if (!from.isBefore(until)) {
            throw at.fault("it ends before it begins");
        }
        Collector.Layer layer = Layers.between(
                at.where(),
                List.of(area),
                volume.maybe("altitude_lower").map(FlightFile::altitude),
                volume.maybe("altitude_upper").map(FlightFile::altitude));
        return new Zone(
                new ZoneId(name),
                name,
                area,
                layer.floor(),
                layer.ceiling(),
                List.of(new Zone.Interval(from, until)),
                List.of(),
                List.of(),
                0,
                span.geoid().map(model -> Collector.geoid(model, area)));
    }

    private static Area circle(At at) {
        At radius = at.member("radius");
        if (!radius.member("units").text().equals("M")) {
            throw radius.member("units").fault("must be M");
        }
        return new Area.Circle(place(at.member("center")), Layers.radiusM(radius.member("value")));
    }

    private static Area polygon(At at) {
        List<LatLon> corners =
                at.member("vertices").items().stream().map(FlightFile::place).toList();
        return new Area.Polygon(Rings.ring(at.where(), corners), List.of());
    }

    private static LatLon place(At at) {
        return Rings.onEarth(
                at.where(), at.member("lng").number(), at.member("lat").number());
    }

    private static HeightLimit altitude(At at) {
        if (!at.member("reference").text().equals("W84")) {
            throw at.member("reference").fault("must be W84");
        }
        if (!at.member("units").text().equals("M")) {
            throw at.member("units").fault("must be M");
        }
        double heightM = at.member("value").number();
        if (heightM < LOWEST_M || heightM > HIGHEST_M) {
            throw at.member("value").fault("must be " + LOWEST_M + " to " + HIGHEST_M + " m");
        }
        return new HeightLimit(heightM, HeightLimit.Datum.WGS84);
    }

    private Moment time(At at) {
        if (!at.member("format").text().equals("RFC3339")) {
            throw at.member("format").fault("must be RFC3339");
        }
        At value = at.member("value");
        return Utc.moment(value.text(), span.leaps())
                .orElseThrow(() -> value.fault("'" + At.quoted(value.text()) + "' is no RFC 3339 time"));
    }
}
