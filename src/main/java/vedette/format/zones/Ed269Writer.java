package vedette.format.zones;

import static vedette.format.zones.ZoneWriter.member;
import static vedette.format.zones.ZoneWriter.object;
import static vedette.format.zones.ZoneWriter.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.format.text.Utc;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Zone;

/// Zones as EUROCAE ED-269 (2020).
final class Ed269Writer {
    private final LeapSeconds leaps;
    private final Losses losses = new Losses("ED-269");

    Ed269Writer(LeapSeconds leaps) {
        this.leaps = leaps;
    }

    ZoneFile.Written written(List<Zone> zones) {
        losses.untold(!zones.isEmpty());
        List<Json> list = new ArrayList<>();
        zones.forEach(zone -> list.add(zone(zone)));
        Json file = object(member("formatVersion", text("1.0.0")), member("UASZoneList", new Json.Items(list)));
        return new ZoneFile.Written(JsonText.write(file, 2) + "\n", losses.words());
    }

    private Json zone(Zone zone) {
        losses.rules(zone);
        List<Area> parts = zone.area() instanceof Area.Union(List<Area> several) ? several : List.of(zone.area());
        Optional<HeightLimit> floor = zone.floor().map(each -> losses.grounded(zone, each));
        Optional<HeightLimit> ceiling = zone.ceiling().map(each -> losses.grounded(zone, each));
        List<Json> volumes = new ArrayList<>();
        parts.forEach(part -> volumes.add(volume(part, floor, ceiling)));
        return object(
                member("identifier", text(zone.id().name())),
                member("country", text("XXX")),
                member("name", text(zone.title())),
                member("type", text("COMMON")),
                member("restriction", text("REQ_AUTHORISATION")),
                member("reason", new Json.Items(List.of())),
                member("applicability", applicability(zone)),
                member(
                        "zoneAuthority",
                        new Json.Items(List.of(
                                object(member("name", text("not known")), member("purpose", text("INFORMATION")))))),
                member("geometry", new Json.Items(volumes)));
    }

    private Json applicability(Zone zone) {
        List<Json> periods = new ArrayList<>();
        if (zone.active().isEmpty()) {
            periods.add(object(member("permanent", text("YES"))));
        }
        for (Zone.Interval each : zone.active()) {
            periods.add(object(
                    member("permanent", text("NO")),
                    member("startDateTime", text(Utc.text(each.from(), leaps))),
                    member("endDateTime", text(Utc.text(each.until(), leaps)))));
        }
        return new Json.Items(periods);
    }

    private static Json volume(Area area, Optional<HeightLimit> floor, Optional<HeightLimit> ceiling) {
        List<Json.Member> members = new ArrayList<>();
        members.add(member("uomDimensions", text("M")));
        members.add(member(
                "lowerLimit", new Json.Real(floor.map(HeightLimit::heightM).orElse(0.0))));
        members.add(member(
                "lowerVerticalReference",
                text(floor.map(each -> each.datum().name()).orElse("AGL"))));
        ceiling.ifPresent(each -> members.add(member("upperLimit", new Json.Real(each.heightM()))));
        members.add(member(
                "upperVerticalReference",
                text(ceiling.map(each -> each.datum().name()).orElse("AGL"))));
        members.add(member("horizontalProjection", shape(area)));
        return new Json.Members(members);
    }

    private static Json shape(Area area) {
        return switch (area) {
            case Area.Circle(LatLon centre, double radiusM) ->
                object(
                        member("type", text("Circle")),
                        member("center", ZoneWriter.position(centre)),
                        member("radius", new Json.Real(radiusM)));
            case Area.Polygon polygon ->
                object(member("type", text("Polygon")), member("coordinates", ZoneWriter.rings(polygon)));
            case Area.Union union -> throw new IllegalArgumentException("a union within a union: " + union);
        };
    }
}
