package vedette.edge.serve;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vedette.format.zones.Dateline;
import vedette.model.Area;
import vedette.model.Health;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.Output;
import vedette.model.SensorSite;
import vedette.model.Warning;
import vedette.model.Wgs84;
import vedette.model.Zone;

/// Warnings, sensors and zones as JSON.
final class PictureJson {
    private static final int DEGREE_DECIMALS = 6;

    /// Corners of a circle drawn as a ring: 2 % of the radius is the largest gap with 16, 0.1 % with 72.
    private static final int CIRCLE_CORNERS = 72;

    private final Utc utc;

    PictureJson(Utc utc) {
        this.utc = utc;
    }

    String warning(Warning warning, Optional<Output.WarningAcknowledged> seen) {
        JsonWriter json = new JsonWriter(512).open('{');
        json.text("id", warning.id().name()).whole("revision", warning.revision());
        json.whole("at", utc.unixMs(warning.at()))
                .text("domain", warning.domain().name());
        json.text("stage", warning.stage().name()).text("kind", warning.kind().name());
        json.truth("ended", warning.stage().ended());
        json.text("severity", warning.gravity().severity().name());
        json.text("urgency", warning.gravity().urgency().name());
        json.text("certainty", warning.gravity().certainty().name());
        json.text("confidence", warning.gravity().confidence().name());
        json.name("tracks").open('[');
        warning.tracks().forEach(track -> json.whole(track.number()));
        json.close(']').name("zones").open('[');
        warning.zones().forEach(zone -> json.text(zone.name()));
        json.close(']').name("sources").open('[');
        warning.sources().forEach(source -> json.text(source.name()));
        json.close(']').name("polygon").open('[');
        warning.polygon().forEach(corner -> corner(json, corner.lonDeg(), corner.latDeg()));
        json.close(']');
        if (warning.polygon().size() > 2) {
            geometry(json.name("geometry"), new Area.Polygon(warning.polygon(), List.of()));
        }
        json.whole("onset", utc.unixMs(warning.validity().onset()));
        json.whole("latest", utc.unixMs(warning.validity().latest()));
        json.whole("expires", utc.unixMs(warning.validity().expires()));
        json.text("headline", warning.words().headline())
                .text("why", warning.words().why());
        json.text("advice", warning.words().advice());
        seen.ifPresent(by -> {
            json.whole("seenRevision", by.revision())
                    .text("seenBy", by.operator().name());
            json.whole("seenAt", utc.unixMs(by.at()));
        });
        return json.close('}').toString();
    }

    /// A sensor: its health where it has spoken, its site where that is known and may be told.
    String sensor(String name, Optional<Health> health, Optional<SensorSite> site) {
        JsonWriter json = new JsonWriter(320).open('{').text("sensor", name);
        health.ifPresent(h -> {
            json.text("state", h.state().name()).text("why", h.why());
            json.whole("since", utc.unixMs(h.since()));
            json.whole("lastHeardAt", utc.unixMs(h.lastHeardAt()));
            json.whole("received", h.received()).whole("rejected", h.rejected()).whole("late", h.late());
        });
        site.ifPresent(s -> {
            json.text("kind", s.kind().name()).number("periodS", s.periodS(), 3);
            json.name("place").open('[');
            json.number(Math.toDegrees(s.place().lonRad()), DEGREE_DECIMALS);
            json.number(Math.toDegrees(s.place().latRad()), DEGREE_DECIMALS);
            json.close(']').number("rangeM", s.volume().maxRangeM(), 0);
            json.number("fromAzimuthDeg", Math.toDegrees(s.volume().fromAzimuthRad()), 1);
            json.number("azimuthWidthDeg", Math.toDegrees(s.volume().azimuthWidthRad()), 1);
        });
        return json.close('}').toString();
    }

    /// The zones as a GeoJSON FeatureCollection (RFC 7946 §3.3).
    String zones(List<Zone> zones) {
        JsonWriter json = new JsonWriter(4096).open('{').text("type", "FeatureCollection");
        json.name("features").open('[');
        zones.forEach(zone -> zone(json, zone));
        return json.close(']').close('}').toString();
    }

    private void zone(JsonWriter json, Zone zone) {
        json.open('{').text("type", "Feature").text("id", zone.id().name());
        json.name("geometry");
        geometry(json, zone.area());
        json.name("properties").open('{').text("id", zone.id().name()).text("title", zone.title());
        zone.floor().ifPresent(limit -> limit(json, "floor", limit));
        zone.ceiling().ifPresent(limit -> limit(json, "ceiling", limit));
        json.number("warnAheadS", zone.warnAheadS(), 0).name("appliesTo").open('[');
        zone.appliesTo().forEach(kind -> json.text(kind.name()));
        json.close(']').name("active").open('[');
        zone.active()
                .forEach(i -> json.open('[')
                        .text(utc.iso(i.from()))
                        .text(utc.iso(i.until()))
                        .close(']'));
        json.close(']').close('}').close('}');
    }

    private static void limit(JsonWriter json, String name, HeightLimit limit) {
        json.name(name).open('{').number("heightM", limit.heightM(), 1);
        json.text("datum", limit.datum().name()).close('}');
    }

    /// Cut at the antimeridian (RFC 7946 §3.1.9).
    static void geometry(JsonWriter json, Area area) {
        List<Area> parts = switch (area) {
            case Area.Union(List<Area> some) -> some;
            case Area.Polygon one -> List.of(one);
            case Area.Circle one -> List.of(one);
        };
        json.open('{').text("type", "MultiPolygon").name("coordinates").open('[');
        parts.forEach(part -> polygons(json, part));
        json.close(']').close('}');
    }

    private static void polygons(JsonWriter json, Area part) {
        switch (part) {
            case Area.Polygon one -> cut(json, one);
            case Area.Circle(LatLon centre, double radiusM) ->
                cut(json, new Area.Polygon(circle(centre, radiusM), List.of()));
            case Area.Union _ -> {}
        }
    }

    private static void cut(JsonWriter json, Area.Polygon polygon) {
        for (Dateline.Part part : Dateline.parts(polygon)) {
            json.open('[');
            part.rings().forEach(ring -> ring(json, ring));
            json.close(']');
        }
    }

    private static void ring(JsonWriter json, List<Dateline.Corner> corners) {
        json.open('[');
        corners.forEach(corner -> corner(json, corner.lonDeg(), corner.latDeg()));
        corner(json, corners.getFirst().lonDeg(), corners.getFirst().latDeg());
        json.close(']');
    }

    private static void corner(JsonWriter json, double lonDeg, double latDeg) {
        json.open('[').number(lonDeg, DEGREE_DECIMALS).number(latDeg, DEGREE_DECIMALS);
        json.close(']');
    }

    private static List<LatLon> circle(LatLon centre, double radiusM) {
        return IntStream.range(0, CIRCLE_CORNERS)
                .mapToObj(i -> offset(centre, -2 * Math.PI * i / CIRCLE_CORNERS, radiusM))
                .toList();
    }

    // The direct problem on the mean sphere: within 0.6 % of the geodesic, for drawing only.
    private static LatLon offset(LatLon from, double bearingRad, double distanceM) {
        double arc = distanceM / Wgs84.MEAN_RADIUS_M;
        double sinLat = Math.sin(from.latRad()) * Math.cos(arc)
                + Math.cos(from.latRad()) * Math.sin(arc) * Math.cos(bearingRad);
        double lat = Math.asin(Math.clamp(sinLat, -1, 1));
        double lon = from.lonRad()
                + Math.atan2(
                        Math.sin(bearingRad) * Math.sin(arc) * Math.cos(from.latRad()),
                        Math.cos(arc) - Math.sin(from.latRad()) * sinLat);
        return new LatLon(lat, lon);
    }
}
