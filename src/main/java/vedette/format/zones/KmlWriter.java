package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Zone;

/// Zones as OGC KML 2.2. What KML has no word for stands in `ExtendedData`, so that [KmlReader] gives the zone back.
final class KmlWriter {
    private static final String SPACE = "http://www.opengis.net/kml/2.2";

    private final LeapSeconds leaps;
    private final Losses losses = new Losses("KML");

    KmlWriter(LeapSeconds leaps) {
        this.leaps = leaps;
    }

    ZoneFile.Written written(List<Zone> zones) {
        List<Xml> marks = new ArrayList<>();
        zones.forEach(zone -> marks.add(placemark(zone)));
        Xml kml = new Xml(SPACE, "kml", List.of(Xml.of("Document", marks)), "", 0);
        return new ZoneFile.Written(XmlText.write(kml), losses.words());
    }

    private Xml placemark(Zone zone) {
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("name", zone.title()));
        if (zone.active().size() == 1) {
            Zone.Interval only = zone.active().getFirst();
            parts.add(Xml.of(
                    "TimeSpan", List.of(Xml.of("begin", time(only.from())), Xml.of("end", time(only.until())))));
        }
        parts.add(Xml.of("ExtendedData", data(zone)));
        parts.add(geometry(zone));
        return Xml.of("Placemark", parts);
    }

    private String time(vedette.model.Moment moment) {
        return Utc.text(moment, leaps);
    }

    private List<Xml> data(Zone zone) {
        List<Xml> data = new ArrayList<>();
        data.add(datum("identifier", zone.id().name()));
        zone.floor().ifPresent(each -> data.add(datum("floor", limit(each))));
        zone.ceiling().ifPresent(each -> data.add(datum("ceiling", limit(each))));
        if (zone.area() instanceof Area.Circle(LatLon centre, double radiusM)) {
            data.add(datum("circle", centre.lonDeg() + " " + centre.latDeg() + " " + radiusM));
        }
        if (!zone.active().isEmpty()) {
            data.add(datum(
                    "active",
                    zone.active().stream()
                            .map(each -> time(each.from()) + "/" + time(each.until()))
                            .collect(Collectors.joining(" "))));
        }
        names(data, "appliesTo", zone.appliesTo());
        names(data, "exceptAffiliations", zone.exceptAffiliations());
        data.add(datum("warnAheadS", String.valueOf(zone.warnAheadS())));
        return data;
    }

    private static void names(List<Xml> data, String name, List<? extends Enum<?>> values) {
        if (!values.isEmpty()) {
            data.add(datum(name, values.stream().map(Enum::name).collect(Collectors.joining(" "))));
        }
    }

    private static String limit(HeightLimit limit) {
        String datum = limit.datum() == HeightLimit.Datum.FLIGHT_LEVEL
                ? "FL"
                : limit.datum().name();
        return limit.heightM() + " " + datum;
    }

    private static Xml datum(String name, String value) {
        return Xml.of("Data", List.of(Xml.of("value", value))).with("name", name);
    }

    private Xml geometry(Zone zone) {
        if (!(zone.area() instanceof Area.Union(List<Area> parts))) {
            return polygon(zone, zone.area());
        }
        if (parts.stream().anyMatch(Area.Circle.class::isInstance)) {
            losses.say(zone, "circles are drawn as polygons");
        }
        return Xml.of(
                "MultiGeometry", parts.stream().map(part -> polygon(zone, part)).toList());
    }

    private static Xml polygon(Zone zone, Area area) {
        Optional<HeightLimit> top = zone.ceiling()
                .filter(each -> each.datum() == HeightLimit.Datum.AGL || each.datum() == HeightLimit.Datum.AMSL);
        double heightM = top.map(HeightLimit::heightM).orElse(0.0);
        List<Xml> parts = new ArrayList<>();
        if (top.isPresent()) {
            parts.add(Xml.of("extrude", "1"));
            parts.add(Xml.of(
                    "altitudeMode", top.get().datum() == HeightLimit.Datum.AGL ? "relativeToGround" : "absolute"));
        }
        switch (area) {
            case Area.Circle circle -> parts.add(boundary("outerBoundaryIs", Corners.ring(circle), heightM));
            case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) -> {
                parts.add(boundary("outerBoundaryIs", outer, heightM));
                holes.forEach(hole -> parts.add(boundary("innerBoundaryIs", hole, heightM)));
            }
            case Area.Union union -> throw new IllegalArgumentException("a union within a union: " + union);
        }
        return Xml.of("Polygon", parts);
    }

    private static Xml boundary(String name, List<LatLon> ring, double heightM) {
        List<LatLon> closed = new ArrayList<>(ring);
        closed.add(ring.getFirst());
        String coordinates = closed.stream()
                .map(corner -> corner.lonDeg() + "," + corner.latDeg() + "," + heightM)
                .collect(Collectors.joining(" "));
        return Xml.of(name, List.of(Xml.of("LinearRing", List.of(Xml.of("coordinates", coordinates)))));
    }
}
