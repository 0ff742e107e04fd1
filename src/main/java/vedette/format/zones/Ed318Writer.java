package vedette.format.zones;

import static vedette.format.zones.ZoneWriter.member;
import static vedette.format.zones.ZoneWriter.object;
import static vedette.format.zones.ZoneWriter.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.format.text.Utc;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Zone;

/// Zones as EUROCAE ED-318 (2022).
final class Ed318Writer {
    private static final int LONGEST_IDENTIFIER = 7;
    private static final double ENDLESS = Layers.ENDLESS;

    private final LeapSeconds leaps;
    private final Losses losses = new Losses("ED-318");
    private final Set<String> names = new HashSet<>();

    Ed318Writer(LeapSeconds leaps) {
        this.leaps = leaps;
    }

    ZoneFile.Written written(List<Zone> zones) {
        losses.untold(!zones.isEmpty());
        List<Json> features = new ArrayList<>();
        zones.forEach(zone -> names.add(zone.id().name()));
        zones.forEach(zone -> features.add(feature(zone)));
        Json file = object(member("type", text("FeatureCollection")), member("features", new Json.Items(features)));
        return new ZoneFile.Written(JsonText.write(file, 2) + "\n", losses.words());
    }

    private Json feature(Zone zone) {
        losses.rules(zone);
        List<Json.Member> properties = new ArrayList<>();
        properties.add(member("identifier", text(identifier(zone))));
        properties.add(member("country", text("XXX")));
        properties.add(member("name", words(zone.title())));
        properties.add(member("type", text("REQ_AUTHORIZATION")));
        properties.add(member("variant", text("COMMON")));
        properties.add(member(
                "zoneAuthority",
                new Json.Items(
                        List.of(object(member("name", words("not known")), member("purpose", text("INFORMATION")))))));
        if (!zone.active().isEmpty()) {
            List<Json> periods = new ArrayList<>();
            zone.active()
                    .forEach(each -> periods.add(object(
                            member("startDateTime", text(Utc.text(each.from(), leaps))),
                            member("endDateTime", text(Utc.text(each.until(), leaps))))));
            properties.add(member("limitedApplicability", new Json.Items(periods)));
        }
        return object(
                member("type", text("Feature")),
                member("properties", new Json.Members(properties)),
                member("geometry", geometry(zone)));
    }

    private static Json words(String words) {
        return new Json.Items(List.of(object(member("text", text(words)), member("lang", text("en-GB")))));
    }

    /// ED-318 has seven characters for an identifier: a longer one is numbered.
    private String identifier(Zone zone) {
        String name = zone.id().name();
        if (name.length() <= LONGEST_IDENTIFIER) {
            return name;
        }
        int number = 1;
        while (!names.add("Z" + number)) {
            number++;
        }
        losses.say(zone, "its identifier is longer than seven characters and becomes Z" + number);
        return "Z" + number;
    }

    private Json geometry(Zone zone) {
        Json layer = layer(zone);
        if (!(zone.area() instanceof Area.Union(List<Area> parts))) {
            return part(zone.area(), layer);
        }
        List<Json> geometries = new ArrayList<>();
        parts.forEach(part -> geometries.add(part(part, layer)));
        return object(member("type", text("GeometryCollection")), member("geometries", new Json.Items(geometries)));
    }

    private static Json part(Area area, Json layer) {
        return switch (area) {
            case Area.Circle(LatLon centre, double radiusM) ->
                object(
                        member("type", text("Point")),
                        member("coordinates", ZoneWriter.position(centre)),
                        member(
                                "extent",
                                object(member("subType", text("Circle")), member("radius", new Json.Real(radiusM)))),
                        member("layer", layer));
            case Area.Polygon polygon ->
                object(
                        member("type", text("Polygon")),
                        member("coordinates", ZoneWriter.rings(polygon)),
                        member("layer", layer));
            case Area.Union union -> throw new IllegalArgumentException("a union within a union: " + union);
        };
    }

    private Json layer(Zone zone) {
        List<Json.Member> members = new ArrayList<>();
        side(members, "lower", limit(zone, zone.floor()).orElse(new HeightLimit(0, HeightLimit.Datum.AGL)));
        side(members, "upper", limit(zone, zone.ceiling()).orElse(new HeightLimit(ENDLESS, HeightLimit.Datum.AGL)));
        members.add(member("uom", text("m")));
        return new Json.Members(members);
    }

    private Optional<HeightLimit> limit(Zone zone, Optional<HeightLimit> given) {
        return given.map(each -> each.datum() == HeightLimit.Datum.WGS84 ? each : losses.grounded(zone, each));
    }

    private static void side(List<Json.Member> members, String side, HeightLimit limit) {
        members.add(member(side, new Json.Real(limit.heightM())));
        members.add(member(side + "Reference", text(limit.datum().name())));
    }
}
