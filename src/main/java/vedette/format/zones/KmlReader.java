package vedette.format.zones;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;
import vedette.model.Affiliation;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.HeightLimit.Datum;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Zone;

/// OGC KML 2.2 placemarks with polygons to zones.
///
/// A polygon's altitude is its ceiling: over the ground when `relativeToGround`, over the sea (EGM96) when `absolute`;
/// clamped polygons have none. Of different altitudes the highest is taken. What we wrote ourselves comes back whole
/// by its `ExtendedData`.
final class KmlReader {
    private static final int MOST_ELEMENTS = 1_000_000;

    private final ZoneFile.Span span;
    private final Collector found;

    private KmlReader(ZoneFile.Span span, Collector found) {
        this.span = span;
        this.found = found;
    }

    static ZoneFile.Contents read(String text, ZoneFile.Span span) {
        Collector found = new Collector(span);
        switch (XmlText.read(text.getBytes(StandardCharsets.UTF_8), MOST_ELEMENTS)) {
            case XmlText.Read(Xml root) when root.name().equals("kml") -> new KmlReader(span, found).inside(root);
            case XmlText.Read(Xml root) ->
                found.refuse(at(root).fault("not KML: the root element is '" + At.quoted(root.name()) + "'"), "");
            case XmlText.NotXml(String reason, int line) ->
                found.refuse(Where.line(line).fault("not XML: " + reason), "");
        }
        return found.contents(new Where("$", 0));
    }

    private static Where at(Xml element) {
        return Where.line(element.line());
    }

    private void inside(Xml element) {
        for (Xml child : element.children()) {
            switch (child.name()) {
                case "Document", "Folder" -> inside(child);
                case "Placemark" -> placemark(child);
                case "NetworkLink" ->
                    found.pass(at(child), child.text("name"), "a link to another file: give that file itself");
                default -> {}
            }
        }
    }

    private void placemark(Xml mark) {
        String name = mark.attribute("id").orElseGet(() -> mark.text("name"));
        found.add(at(mark), name, () -> entry(mark, name));
    }

    private Collector.Entry entry(Xml mark, String name) {
        ExtendedData data = ExtendedData.of(mark);
        List<Collector.Layer> layers = new ArrayList<>();
        geometry(mark, data, layers);
        if (layers.isEmpty()) {
            throw new ZonePassed("no polygon: it encloses nothing");
        }
        String identifier = data.text("identifier").orElseGet(() -> found.unused(name.isBlank() ? "zone" : name));
        return new Collector.Entry(
                at(mark),
                identifier,
                Optional.of(mark.text("name")).filter(text -> !text.isBlank()),
                layers,
                active(mark, data),
                new Collector.Rules(
                        data.names("appliesTo", ObjectKind.class),
                        data.names("exceptAffiliations", Affiliation.class),
                        data.number("warnAheadS").orElse(Collector.WARN_AHEAD_S)));
    }

    private static void geometry(Xml holder, ExtendedData data, List<Collector.Layer> layers) {
        for (Xml child : holder.children()) {
            switch (child.name()) {
                case "Polygon" -> Layers.put(layers, layer(child, data));
                case "MultiGeometry" -> geometry(child, data, layers);
                default -> {}
            }
        }
        if (layers.size() > Layers.MOST_PARTS) {
            throw at(holder).fault("more than " + Layers.MOST_PARTS + " polygons");
        }
    }

    private static Collector.Layer layer(Xml polygon, ExtendedData data) {
        List<Corner> outer = corners(polygon, "outerBoundaryIs").stream()
                .findFirst()
                .orElseThrow(() -> at(polygon).fault("a polygon without outerBoundaryIs"));
        List<List<LatLon>> holes = corners(polygon, "innerBoundaryIs").stream()
                .map(ring -> Rings.closed(at(polygon), places(ring)))
                .toList();
        Area area = data.circle().orElseGet(() -> new Area.Polygon(Rings.closed(at(polygon), places(outer)), holes));
        return Layers.between(
                at(polygon),
                List.of(area),
                data.limit("floor"),
                data.limit("ceiling").or(() -> ceiling(polygon, outer)));
    }

    /// A position with its altitude, metres.
    private record Corner(LatLon place, double heightM) {}

    private static List<LatLon> places(List<Corner> ring) {
        return ring.stream().map(Corner::place).toList();
    }

    private static Optional<HeightLimit> ceiling(Xml polygon, List<Corner> outer) {
        double highest = outer.stream().mapToDouble(Corner::heightM).max().orElse(0);
        return switch (polygon.text("altitudeMode")) {
            case "relativeToGround" -> above(highest, Datum.AGL);
            case "absolute" -> above(highest, Datum.AMSL);
            default -> Optional.empty();
        };
    }

    private static Optional<HeightLimit> above(double heightM, Datum datum) {
        return heightM > 0 ? Optional.of(new HeightLimit(heightM, datum)) : Optional.empty();
    }

    private static List<List<Corner>> corners(Xml polygon, String boundary) {
        List<List<Corner>> rings = new ArrayList<>();
        for (Xml each : polygon.all(boundary)) {
            for (Xml ring : each.all("LinearRing")) {
                rings.add(ring(ring));
            }
        }
        return rings;
    }

    private static List<Corner> ring(Xml ring) {
        String text = ring.text("coordinates");
        Where at = ring.first("coordinates").map(KmlReader::at).orElse(at(ring));
        List<Corner> corners = new ArrayList<>();
        for (String tuple : text.strip().split("\\s+", Rings.MOST_CORNERS + 2)) {
            if (corners.size() > Rings.MOST_CORNERS) {
                throw at.fault("more than " + Rings.MOST_CORNERS + " corners");
            }
            corners.add(corner(at, tuple));
        }
        return corners;
    }

    private static Corner corner(Where at, String tuple) {
        String[] parts = tuple.split(",", 4);
        if (parts.length < 2 || parts.length > 3) {
            throw at.fault("'" + At.quoted(tuple) + "' is no longitude,latitude[,altitude]");
        }
        double[] numbers = new double[3];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            numbers[i] = Numerals.number(part).orElseThrow(() -> at.fault("'" + At.quoted(part) + "' is no number"));
        }
        return new Corner(Rings.onEarth(at, numbers[0], numbers[1]), numbers[2]);
    }

    private List<Zone.Interval> active(Xml mark, ExtendedData data) {
        List<Zone.Interval> own = data.intervals(this::moment);
        if (!own.isEmpty()) {
            return own;
        }
        Optional<Xml> times = mark.first("TimeSpan");
        if (times.isEmpty()) {
            return List.of();
        }
        Where at = at(times.get());
        Moment begin = times.get().text("begin").isEmpty()
                ? span.from()
                : moment(at, times.get().text("begin"));
        Moment end = times.get().text("end").isEmpty()
                ? span.until()
                : moment(at, times.get().text("end"));
        if (!begin.isBefore(end)) {
            throw at.fault("it ends before it begins");
        }
        return List.of(new Zone.Interval(begin, end));
    }

    private Moment moment(Where at, String text) {
        return Utc.moment(text, span.leaps())
                .orElseThrow(() -> at.fault("'" + At.quoted(text) + "' is no ISO 8601 time with a zone"));
    }
}
