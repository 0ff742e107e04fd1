package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import vedette.format.text.Json;
import vedette.format.text.Utc;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Zone;

/// Zones to features.
///
/// @param leaps UTC against TAI
record ZoneWriter(LeapSeconds leaps) {
    Json collection(List<Zone> zones) {
        return object(
                member("type", text("FeatureCollection")),
                member(
                        "features",
                        new Json.Items(zones.stream().map(this::feature).toList())));
    }

    Json feature(Zone zone) {
        return object(
                member("type", text("Feature")),
                member("properties", properties(zone)),
                member("geometry", geometry(zone.area())));
    }

    private Json properties(Zone zone) {
        List<Json.Member> members = new ArrayList<>();
        members.add(member("identifier", text(zone.id().name())));
        members.add(member("name", text(zone.title())));
        zone.floor().ifPresent(limit -> members.add(member("floor", limit(limit))));
        zone.ceiling().ifPresent(limit -> members.add(member("ceiling", limit(limit))));
        if (!zone.active().isEmpty()) {
            members.add(member(
                    "active",
                    new Json.Items(zone.active().stream().map(this::interval).toList())));
        }
        names(members, "appliesTo", zone.appliesTo());
        names(members, "exceptAffiliations", zone.exceptAffiliations());
        members.add(member("warnAheadS", new Json.Real(zone.warnAheadS())));
        if (zone.area() instanceof Area.Circle(LatLon _, double radiusM)) {
            members.add(member("radius", new Json.Real(radiusM)));
        }
        return new Json.Members(members);
    }

    private static void names(List<Json.Member> members, String name, List<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            members.add(member(
                    name,
                    new Json.Items(
                            values.stream().map(each -> text(each.name())).toList())));
        }
    }

    private static Json limit(HeightLimit limit) {
        String datum = switch (limit.datum()) {
            case AGL -> "AGL";
            case AMSL -> "AMSL";
            case WGS84 -> "WGS84";
            case FLIGHT_LEVEL -> "FL";
        };
        return object(
                member("value", new Json.Real(limit.heightM())),
                member("unit", text("m")),
                member("datum", text(datum)));
    }

    private Json interval(Zone.Interval interval) {
        return object(
                member("from", text(Utc.text(interval.from(), leaps))),
                member("until", text(Utc.text(interval.until(), leaps))));
    }

    private static Json geometry(Area area) {
        return switch (area) {
            case Area.Circle(LatLon centre, double _) ->
                object(member("type", text("Point")), member("coordinates", position(centre)));
            case Area.Polygon polygon -> object(member("type", text("Polygon")), member("coordinates", rings(polygon)));
            case Area.Union(List<Area> parts) -> union(parts);
        };
    }

    /// Polygons together, or a collection in which circles carry their extent as ED-318 has it.
    private static Json union(List<Area> parts) {
        boolean polygons = parts.stream().allMatch(Area.Polygon.class::isInstance);
        return polygons
                ? object(
                        member("type", text("MultiPolygon")),
                        member(
                                "coordinates",
                                new Json.Items(
                                        parts.stream().map(ZoneWriter::ringsOf).toList())))
                : object(
                        member("type", text("GeometryCollection")),
                        member(
                                "geometries",
                                new Json.Items(
                                        parts.stream().map(ZoneWriter::part).toList())));
    }

    static Json ringsOf(Area area) {
        return area instanceof Area.Polygon polygon ? rings(polygon) : new Json.Nothing();
    }

    private static Json part(Area area) {
        return area instanceof Area.Circle(LatLon centre, double radiusM)
                ? object(
                        member("type", text("Point")),
                        member("coordinates", position(centre)),
                        member(
                                "extent",
                                object(member("subType", text("Circle")), member("radius", new Json.Real(radiusM)))))
                : object(member("type", text("Polygon")), member("coordinates", ringsOf(area)));
    }

    static Json rings(Area.Polygon polygon) {
        List<Json> rings = new ArrayList<>();
        rings.add(ring(polygon.outer()));
        polygon.holes().forEach(hole -> rings.add(ring(hole)));
        return new Json.Items(rings);
    }

    private static Json ring(List<LatLon> corners) {
        List<Json> positions =
                new ArrayList<>(corners.stream().map(ZoneWriter::position).toList());
        positions.add(position(corners.getFirst()));
        return new Json.Items(positions);
    }

    static Json position(LatLon place) {
        return new Json.Items(List.of(new Json.Real(place.lonDeg()), new Json.Real(place.latDeg())));
    }

    static Json object(Json.Member... members) {
        return new Json.Members(List.of(members));
    }

    static Json.Member member(String name, Json value) {
        return new Json.Member(name, value);
    }

    static Json text(String text) {
        return new Json.Text(text);
    }
}
