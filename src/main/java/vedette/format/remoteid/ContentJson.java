package vedette.format.remoteid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vedette.format.remoteid.DroneMessage.Authentication;
import vedette.format.remoteid.DroneMessage.BasicId;
import vedette.format.remoteid.DroneMessage.Flight;
import vedette.format.remoteid.DroneMessage.Location;
import vedette.format.remoteid.DroneMessage.OperatorId;
import vedette.format.remoteid.DroneMessage.SelfId;
import vedette.format.text.Json;

/// What octets held, as JSON with the names and units of the reference receiver: metres, m/s, degrees; 361 is a
/// direction unknown, −1000 an altitude unknown, 255 and 63 a speed unknown, 65535 a time unknown.
final class ContentJson {
    private ContentJson() {}

    /// The members of one line.
    static List<Json.Member> of(Content content, byte[] bytes, int from) {
        return switch (content) {
            case Content.Astm(Reading.Whole(Broadcast broadcast, List<Fault> _)) -> whole(broadcast);
            case Content.Astm(Reading.Partial partial) -> partial(partial, bytes, from);
            case Content.Astm(Reading.Refused(Fault fault)) -> refused(fault);
            case Content.French(FrenchBeacon beacon) -> french(beacon);
            case Content.Dji(DjiReport report) -> dji(report);
            case Content.Refused(Fault fault) -> refused(fault);
        };
    }

    private static List<Json.Member> refused(Fault fault) {
        Members out = new Members();
        out.add("ok", new Json.Truth(false));
        out.text("why", fault.kind() == Fault.Kind.SHORT ? "short" : "invalid");
        out.add("rejected", new Json.Truth(true));
        out.whole("offset", fault.offset());
        out.text("item", fault.item());
        out.text("reason", fault.reason());
        return out.members;
    }

    private static List<Json.Member> partial(Reading.Partial partial, byte[] bytes, int from) {
        Members out = new Members();
        out.members.addAll(refused(partial.fault()));
        List<Json> complete = new ArrayList<>();
        for (Reading.Complete one : partial.complete()) {
            Members message = new Members();
            int at = from + one.offset();
            message.text("hex", HexFormat.of().formatHex(bytes, at, at + DroneMessage.OCTETS));
            message.add("expected", new Json.Members(whole(one.broadcast())));
            complete.add(new Json.Members(message.members));
        }
        out.add("completeMessages", new Json.Items(complete));
        return out.members;
    }

    /// A broadcast's members.
    static List<Json.Member> whole(Broadcast broadcast) {
        Members out = new Members();
        out.add("ok", new Json.Truth(true));
        out.whole("protocolVersion", broadcast.protocolVersion());
        List<Json> ids =
                broadcast.all(BasicId.class).stream().map(ContentJson::basicId).toList();
        if (!ids.isEmpty()) {
            out.add("basicId", new Json.Items(ids));
        }
        broadcast.first(Location.class).ifPresent(m -> out.add("location", location(m)));
        List<Json> pages = broadcast.all(Authentication.class).stream()
                .sorted(Comparator.comparingInt(Authentication::page))
                .map(ContentJson::page)
                .toList();
        if (!pages.isEmpty()) {
            out.add("auth", new Json.Items(pages));
        }
        broadcast.first(SelfId.class).ifPresent(m -> out.add("selfId", selfId(m)));
        broadcast.first(Flight.class).ifPresent(m -> out.add("system", flight(m)));
        broadcast.first(OperatorId.class).ifPresent(m -> out.add("operatorId", operatorId(m)));
        return out.members;
    }

    private static Json basicId(BasicId id) {
        Members out = new Members();
        out.whole("idType", id.idType());
        out.whole("uaType", id.uaType());
        out.text("uasId", id.uasId());
        return new Json.Members(out.members);
    }

    private static Json location(Location location) {
        Members out = new Members();
        DroneMessage.Motion motion = location.motion();
        DroneMessage.Levels levels = location.levels();
        DroneMessage.Accuracy accuracy = location.accuracy();
        out.whole("status", location.status());
        out.real("direction", motion.directionDeg());
        out.real("speedHorizontal", motion.quarters() / 4.0);
        out.real("speedVertical", motion.climbHalves() / 2.0);
        out.real("latitude", location.latE7() / 1e7);
        out.real("longitude", location.lonE7() / 1e7);
        out.real("altitudeBaro", altitude(levels.pressure()));
        out.real("altitudeGeo", altitude(levels.geodetic()));
        out.whole("heightType", levels.aboveGround() ? 1 : 0);
        out.real("height", altitude(levels.height()));
        out.whole("horizAccuracy", accuracy.horizontal());
        out.whole("vertAccuracy", accuracy.vertical());
        out.whole("baroAccuracy", accuracy.pressure());
        out.whole("speedAccuracy", accuracy.speed());
        out.whole("tsAccuracy", accuracy.time());
        out.real("timeStamp", location.tenths() == Location.NO_TIME ? Location.NO_TIME : location.tenths() / 10.0);
        return new Json.Members(out.members);
    }

    private static Json page(Authentication page) {
        Members out = new Members();
        out.whole("page", page.page());
        out.whole("type", page.authType());
        page.head().ifPresent(head -> {
            out.whole("lastPageIndex", head.lastPage());
            out.whole("length", head.octets());
            out.whole("timestamp", head.timestampS());
        });
        out.text("data", page.data());
        return new Json.Members(out.members);
    }

    private static Json selfId(SelfId id) {
        Members out = new Members();
        out.whole("type", id.descriptionType());
        out.text("text", id.text());
        return new Json.Members(out.members);
    }

    private static Json flight(Flight flight) {
        Members out = new Members();
        out.whole("operatorLocationType", flight.operator().source());
        out.whole("classificationType", flight.classification());
        out.real("operatorLatitude", flight.operator().latE7() / 1e7);
        out.real("operatorLongitude", flight.operator().lonE7() / 1e7);
        out.whole("areaCount", flight.group().count());
        out.whole("areaRadius", 10L * flight.group().radiusTens());
        out.real("areaCeiling", altitude(flight.group().ceiling()));
        out.real("areaFloor", altitude(flight.group().floor()));
        out.whole("categoryEU", flight.categoryEu());
        out.whole("classEU", flight.classEu());
        out.real("operatorAltitudeGeo", altitude(flight.operator().altitude()));
        out.whole("timestamp", flight.timestampS());
        return new Json.Members(out.members);
    }

    private static Json operatorId(OperatorId id) {
        Members out = new Members();
        out.whole("type", id.idType());
        out.text("id", id.id());
        return new Json.Members(out.members);
    }

    private static List<Json.Member> french(FrenchBeacon beacon) {
        Members out = new Members();
        out.whole("protocolVersion", beacon.protocolVersion());
        beacon.idFr().ifPresent(id -> out.text("idFr", id));
        beacon.idAnsi().ifPresent(id -> out.text("idAnsi", id));
        beacon.place().ifPresent(p -> {
            out.real("latitude", p.latE5() / 1e5);
            out.real("longitude", p.lonE5() / 1e5);
        });
        out.whole("altitude", beacon.altitudeM());
        out.whole("height", beacon.heightM());
        beacon.takeOff().ifPresent(p -> {
            out.real("takeoffLatitude", p.latE5() / 1e5);
            out.real("takeoffLongitude", p.lonE5() / 1e5);
        });
        out.whole("groundSpeed", beacon.speedMps());
        out.whole("heading", beacon.headingDeg());
        return out.members;
    }

    private static List<Json.Member> dji(DjiReport report) {
        Members out = new Members();
        out.add("ok", new Json.Truth(true));
        out.whole("version", report.version());
        out.whole("sequence", report.sequence());
        out.text("serial", report.serial());
        out.real("longitude", report.place().lonDeg());
        out.real("latitude", report.place().latDeg());
        out.whole("altitudeRaw", report.altitude());
        out.whole("heightRaw", report.height());
        out.whole("vNorthRaw", report.north());
        out.whole("vEastRaw", report.east());
        out.whole("vUpRaw", report.up());
        out.whole("yawRaw", report.yaw());
        Optional<DjiReport.Pilot> pilot = report.pilot();
        pilot.ifPresent(p -> {
            out.whole("pilotTimeRaw", p.time());
            out.real("pilotLatitude", p.place().latDeg());
            out.real("pilotLongitude", p.place().lonDeg());
        });
        out.real("homeLongitude", report.home().lonDeg());
        out.real("homeLatitude", report.home().latDeg());
        out.whole("productType", report.productType());
        return out.members;
    }

    private static double altitude(int halves) {
        return halves / 2.0 - 1000;
    }

    private static final class Members {
        private final List<Json.Member> members = new ArrayList<>();

        void add(String name, Json value) {
            members.add(new Json.Member(name, value));
        }

        void whole(String name, long value) {
            add(name, new Json.Whole(value));
        }

        void whole(String name, OptionalInt value) {
            if (value.isPresent()) {
                whole(name, value.getAsInt());
            }
        }

        void real(String name, double value) {
            add(name, new Json.Real(value));
        }

        void text(String name, String value) {
            add(name, new Json.Text(value));
        }
    }
}
