package vedette.format.remoteid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vedette.format.remoteid.DroneMessage.Accuracy;
import vedette.format.remoteid.DroneMessage.Authentication;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Group;
import vedette.format.remoteid.DroneMessage.Head;
import vedette.format.remoteid.DroneMessage.Levels;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.Motion;
import vedette.format.remoteid.DroneMessage.OperatorId;
import vedette.format.remoteid.DroneMessage.SelfId;
import vedette.format.remoteid.DroneMessage.Station;
import vedette.format.text.Json;

/// The way back from [ContentJson]: lines of `decode remoteid` to broadcasts. What is missing says "unknown";
/// what is impossible throws with the member's name.
final class JsonContent {
    private JsonContent() {}

    /// Whether a line speaks of a French beacon.
    static boolean isFrench(Json line) {
        return line.member("idFr").isPresent() || line.member("takeoffLatitude").isPresent();
    }

    /// The broadcast of a line.
    ///
    /// @throws IllegalArgumentException with the reason
    static Broadcast broadcast(Json line) {
        List<DroneMessage> messages = new ArrayList<>();
        line.items("basicId").forEach(id -> messages.add(basicId(id)));
        line.member("location").ifPresent(l -> messages.add(location(l)));
        line.items("auth").forEach(page -> messages.add(page(page)));
        line.member("selfId")
                .ifPresent(s -> messages.add(
                        new SelfId(whole(s, "type", 0), s.text("text").orElse(""))));
        line.member("system").ifPresent(s -> messages.add(flight(s)));
        line.member("operatorId")
                .ifPresent(o -> messages.add(
                        new OperatorId(whole(o, "type", 0), o.text("id").orElse(""))));
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("no basicId, location, auth, selfId, system or operatorId");
        }
        return new Broadcast(whole(line, "protocolVersion", 2), messages);
    }

    /// The French beacon of a line.
    ///
    /// @throws IllegalArgumentException with the reason
    static FrenchBeacon french(Json line) {
        return new FrenchBeacon(
                whole(line, "protocolVersion", 1),
                line.text("idFr"),
                line.text("idAnsi"),
                point(line, "latitude", "longitude"),
                maybe(line, "altitude"),
                maybe(line, "height"),
                point(line, "takeoffLatitude", "takeoffLongitude"),
                maybe(line, "groundSpeed"),
                maybe(line, "heading"));
    }

    private static Optional<FrenchBeacon.Point> point(Json line, String latitude, String longitude) {
        boolean there =
                line.number(latitude).isPresent() && line.number(longitude).isPresent();
        return there
                ? Optional.of(new FrenchBeacon.Point(scaled(line, latitude, 1e5, 0), scaled(line, longitude, 1e5, 0)))
                : Optional.empty();
    }

    private static OptionalInt maybe(Json line, String name) {
        OptionalLong value = line.whole(name);
        return value.isPresent() ? OptionalInt.of(Math.toIntExact(value.getAsLong())) : OptionalInt.empty();
    }

    private static BasicId basicId(Json id) {
        return new BasicId(
                whole(id, "idType", 0), whole(id, "uaType", 0), id.text("uasId").orElse(""));
    }

    private static Location location(Json l) {
        return new Location(
                whole(l, "status", 0),
                new Motion(
                        scaled(l, "direction", 1, Motion.UNKNOWN.directionDeg()),
                        Wire.quarters(l.number("speedHorizontal").orElse(255)),
                        scaled(l, "speedVertical", 2, Motion.UNKNOWN.climbHalves())),
                scaled(l, "latitude", 1e7, 0),
                scaled(l, "longitude", 1e7, 0),
                new Levels(
                        halves(l, "altitudeBaro"),
                        halves(l, "altitudeGeo"),
                        whole(l, "heightType", 0) == 1,
                        halves(l, "height")),
                new Accuracy(
                        whole(l, "horizAccuracy", 0),
                        whole(l, "vertAccuracy", 0),
                        whole(l, "baroAccuracy", 0),
                        whole(l, "speedAccuracy", 0),
                        whole(l, "tsAccuracy", 0)),
                tenths(l));
    }

    private static int tenths(Json l) {
        double seconds = l.number("timeStamp").orElse(Location.NO_TIME);
        return seconds == Location.NO_TIME ? Location.NO_TIME : scaled(l, "timeStamp", 10, Location.NO_TIME);
    }

    private static Authentication page(Json page) {
        int number = whole(page, "page", 0);
        Optional<Head> head = number == 0
                ? Optional.of(new Head(
                        whole(page, "lastPageIndex", 0),
                        whole(page, "length", 0),
                        page.whole("timestamp").orElse(0)))
                : Optional.empty();
        String data = page.text("data").orElse("");
        if (!data.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            throw new IllegalArgumentException("auth data is not hexadecimal: " + data);
        }
        return new Authentication(whole(page, "type", 0), number, head, data);
    }

    private static Flight flight(Json s) {
        return new Flight(
                new Station(
                        whole(s, "operatorLocationType", 0),
                        scaled(s, "operatorLatitude", 1e7, 0),
                        scaled(s, "operatorLongitude", 1e7, 0),
                        halves(s, "operatorAltitudeGeo")),
                whole(s, "classificationType", 0),
                new Group(
                        whole(s, "areaCount", 1),
                        scaled(s, "areaRadius", 0.1, 0),
                        halves(s, "areaCeiling"),
                        halves(s, "areaFloor")),
                whole(s, "categoryEU", 0),
                whole(s, "classEU", 0),
                s.whole("timestamp").orElse(0));
    }

    private static int halves(Json json, String name) {
        return Wire.halves(json.number(name).orElse(Double.NaN));
    }

    private static int scaled(Json json, String name, double unit, int unknown) {
        var value = json.number(name);
        return value.isPresent() ? Wire.units(value.getAsDouble(), unit) : unknown;
    }

    private static int whole(Json json, String name, int unknown) {
        return Math.toIntExact(json.whole(name).orElse(unknown));
    }
}
