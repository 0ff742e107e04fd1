package vedette.format.remoteid;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vedette.format.remoteid.DroneMessage.Accuracy;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Group;
import vedette.format.remoteid.DroneMessage.Levels;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.format.remoteid.DroneMessage.OperatorId;
import vedette.format.remoteid.DroneMessage.SelfId;
import vedette.format.remoteid.DroneMessage.Station;
import vedette.format.text.Json;

/// What receivers of Remote ID send as JSON, in four forms: the octets as hexadecimal digits (`hex`,
/// `payload`) or base64 (`data.UASdata`, `UASdata`), fields by the standard's names (`Latitude`,
/// `OperatorLatitude` …), and the short form of simple receivers (`t`, `mac`, `lat`, `lon`, `alt`, `speed`,
/// `hdg`, `id`).
final class ReceiverJson {
    private static final HexFormat HEX = HexFormat.of();
    private static final int VERSION = 2;

    /// No broadcast has more octets; a receiver's memory of one aircraft has about a thousand.
    private static final int MOST_DIGITS = 4096;

    private ReceiverJson() {}

    /// Octets out of a text.
    record Octets(byte[] bytes) {}

    /// Reads one object.
    ///
    /// @return nothing for an object that tells of no broadcast: a receiver's own state, say
    static Optional<Transmission> read(Json json) {
        return content(json).map(content -> new Transmission(time(json), transmitter(json), counter(json), content));
    }

    private static Optional<Content> content(Json json) {
        Optional<String> digits = digits(json);
        if (digits.isPresent()) {
            return Optional.of(content(digits.get()));
        }
        try {
            List<DroneMessage> messages = named(json).orElseGet(() -> brief(json));
            return messages.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Content.Astm(new Reading.Whole(new Broadcast(VERSION, messages), List.of())));
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            String reason = Optional.ofNullable(impossible.getMessage()).orElse("cannot be");
            return Optional.of(new Content.Refused(Fault.invalid(0, "JSON", reason)));
        }
    }

    /// The digits of an object that has the octets themselves.
    static Optional<String> digits(Json json) {
        return json.text("hex")
                .or(() -> json.text("data", "UASdata"))
                .or(() -> json.text("UASdata"))
                .or(() -> json.text("payload"));
    }

    private static Content content(String digits) {
        Optional<Octets> octets = octets(digits);
        if (octets.isEmpty()) {
            return new Content.Refused(Fault.invalid(0, "payload", "is neither hexadecimal nor base64"));
        }
        byte[] bytes = octets.get().bytes();
        return UasData.fits(bytes) ? new Content.Astm(UasData.read(bytes)) : Content.read(bytes, 0, bytes.length);
    }

    /// The octets of hexadecimal or base64 digits.
    static Optional<Octets> octets(String digits) {
        if (digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            boolean hex = digits.length() % 2 == 0 && digits.chars().allMatch(HexFormat::isHexDigit);
            return Optional.of(
                    new Octets(hex ? HEX.parseHex(digits) : Base64.getDecoder().decode(digits)));
        } catch (IllegalArgumentException neither) {
            return Optional.empty();
        }
    }

    private static OptionalLong time(Json json) {
        OptionalDouble seconds = first(json.number("time"), json.number("t"));
        OptionalDouble millis = first(json.number("data", "timestamp"), json.number("timestamp"));
        double unixS = seconds.orElse(millis.orElse(0) / 1000);
        // 1e9 s is 2001: less is no time of this century; 9e9 s would overflow.
        boolean possible = unixS >= 1e9 && unixS < 9e9;
        return possible ? OptionalLong.of(Math.round(unixS * 1e6) * 1000) : OptionalLong.empty();
    }

    private static OptionalDouble first(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() ? a : b;
    }

    private static Optional<String> transmitter(Json json) {
        return json.text("mac")
                .or(() -> json.text("data", "MAC address"))
                .filter(mac -> !mac.isBlank() && mac.length() <= 32)
                .map(mac -> mac.toLowerCase(Locale.ROOT));
    }

    private static OptionalInt counter(Json json) {
        OptionalLong counter = json.whole("counter");
        return counter.isPresent() ? OptionalInt.of((int) (counter.getAsLong() & 0xFF)) : OptionalInt.empty();
    }

    // Fields by the standard's names.
    private static Optional<List<DroneMessage>> named(Json json) {
        List<DroneMessage> messages = new ArrayList<>();
        json.text("BasicID")
                .or(() -> json.text("UASID"))
                .or(() -> json.text("BasicID_0"))
                .ifPresent(id -> messages.add(new BasicId(
                        whole(json, "IDType", whole(json, "IDType_0", 1)),
                        whole(json, "UAType", whole(json, "UAType_0", 0)),
                        id)));
        if (json.number("Latitude").isPresent()) {
            messages.add(location(json));
        }
        json.text("Desc").ifPresent(text -> messages.add(new SelfId(whole(json, "DescType", 0), text)));
        if (json.number("OperatorLatitude").isPresent()) {
            messages.add(flight(json));
        }
        json.text("OperatorID").ifPresent(id -> messages.add(new OperatorId(whole(json, "OperatorIdType", 0), id)));
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages);
    }

    private static Location location(Json json) {
        double time =
                json.number("TimestampLocation").orElse(json.number("TimeStamp").orElse(Location.NO_TIME));
        return new Location(
                whole(json, "Status", 0),
                new Motion(
                        Wire.units(json.number("Direction").orElse(361), 1),
                        Wire.quarters(json.number("SpeedHorizontal").orElse(255)),
                        Wire.units(json.number("SpeedVertical").orElse(63), 2)),
                degrees(json, "Latitude"),
                degrees(json, "Longitude"),
                new Levels(
                        halves(json, "AltitudeBaro"),
                        halves(json, "AltitudeGeo"),
                        whole(json, "HeightType", 0) == 1,
                        halves(json, "Height")),
                new Accuracy(
                        whole(json, "HorizAccuracy", 0),
                        whole(json, "VertAccuracy", 0),
                        whole(json, "BaroAccuracy", 0),
                        whole(json, "SpeedAccuracy", 0),
                        whole(json, "TSAccuracy", 0)),
                time >= Location.NO_TIME ? Location.NO_TIME : Wire.units(time, 10));
    }

    private static Flight flight(Json json) {
        return new Flight(
                new Station(
                        whole(json, "OperatorLocationType", 0),
                        degrees(json, "OperatorLatitude"),
                        degrees(json, "OperatorLongitude"),
                        halves(json, "OperatorAltitudeGeo")),
                whole(json, "ClassificationType", 0),
                new Group(
                        whole(json, "AreaCount", 1),
                        whole(json, "AreaRadius", 0) / 10,
                        halves(json, "AreaCeiling"),
                        halves(json, "AreaFloor")),
                whole(json, "CategoryEU", 0),
                whole(json, "ClassEU", 0),
                json.whole("TimestampRaw").orElse(0));
    }

    // The short form: a place, or an identifier, or both.
    private static List<DroneMessage> brief(Json json) {
        List<DroneMessage> messages = new ArrayList<>();
        json.text("id").filter(id -> !id.isBlank()).ifPresent(id -> messages.add(new BasicId(1, 0, id)));
        if (json.number("lat").isPresent() && json.number("lon").isPresent()) {
            messages.add(new Location(
                    0,
                    new Motion(
                            Wire.units(json.number("hdg").orElse(361), 1),
                            Wire.quarters(json.number("speed").orElse(255)),
                            Motion.UNKNOWN.climbHalves()),
                    degrees(json, "lat"),
                    degrees(json, "lon"),
                    new Levels(0, halves(json, "alt"), false, 0),
                    Accuracy.UNKNOWN,
                    Location.NO_TIME));
        }
        return messages;
    }

    private static int degrees(Json json, String name) {
        return Wire.units(json.number(name).orElse(0), 1e7);
    }

    private static int halves(Json json, String name) {
        return Wire.halves(json.number(name).orElse(Double.NaN));
    }

    private static int whole(Json json, String name, int unknown) {
        OptionalDouble value = json.number(name);
        return value.isPresent() ? Wire.units(value.getAsDouble(), 1) : unknown;
    }
}
