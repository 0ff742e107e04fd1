package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.format.text.Json;
import vedette.model.Area;
import vedette.model.HeightLimit;

/// EUROCAE ED-269 (2020) zones: `UASZoneList`, or `features` whose geometry is a list of volumes.
final class Ed269Reader {
    private final ZoneFile.Span span;
    private final Collector found;

    Ed269Reader(ZoneFile.Span span, Collector found) {
        this.span = span;
        this.found = found;
    }

    private enum Restriction {
        PROHIBITED,
        REQ_AUTHORISATION,
        CONDITIONAL,
        NO_RESTRICTION
    }

    private enum Type {
        COMMON,
        CUSTOMIZED
    }

    private enum Reason {
        AIR_TRAFFIC,
        SENSITIVE,
        PRIVACY,
        POPULATION,
        NATURE,
        NOISE,
        FOREIGN_TERRITORY,
        EMERGENCY,
        OTHER
    }

    /// Whether a file is of this form: GeoJSON has an object as geometry, ED-269 a list.
    static boolean isEd269(At root) {
        if (root.maybe("UASZoneList").isPresent()) {
            return true;
        }
        return root.value().member("features").orElse(new Json.Nothing()).items().stream()
                .anyMatch(each -> each.member("geometry").orElse(new Json.Nothing()) instanceof Json.Items
                        || each.member("restriction").isPresent());
    }

    void read(At root) {
        At list = root.maybe("UASZoneList").orElseGet(() -> root.member("features"));
        for (At zone : list.items()) {
            found.add(zone.where(), zone.value().text("identifier").orElse(""), () -> entry(zone));
        }
    }

    private Collector.Entry entry(At zone) {
        At identifier = zone.member("identifier");
        if (zone.member("country").text().length() != 3) {
            throw zone.member("country").fault("must be three letters");
        }
        zone.member("type").oneOf(Type.class);
        Restriction restriction = zone.member("restriction").oneOf(Restriction.class);
        zone.maybe("reason").ifPresent(each -> each.items().forEach(reason -> reason.oneOf(Reason.class)));
        if (zone.member("zoneAuthority").items().isEmpty()) {
            throw zone.member("zoneAuthority").fault("empty");
        }
        List<Collector.Layer> layers = layers(zone.member("geometry"));
        List<At> applicability = zone.maybe("applicability").map(At::items).orElse(List.of());
        Schedules schedules = new Schedules(span, layers.getFirst().areas().getFirst());
        if (restriction == Restriction.NO_RESTRICTION) {
            throw new ZonePassed("NO_RESTRICTION: nothing is protected here");
        }
        return new Collector.Entry(
                identifier.where(),
                identifier.text(),
                zone.maybe("name").map(At::text).map(String::strip).filter(text -> !text.isEmpty()),
                layers,
                schedules.ofEd269(zone.where(), applicability),
                Collector.Rules.USUAL);
    }

    private static List<Collector.Layer> layers(At geometry) {
        List<At> volumes = geometry.items();
        if (volumes.isEmpty() || volumes.size() > Layers.MOST_PARTS) {
            throw geometry.fault("must have 1 to " + Layers.MOST_PARTS + " volumes");
        }
        List<Collector.Layer> layers = new ArrayList<>();
        for (At volume : volumes) {
            Layers.put(layers, layer(volume));
        }
        return layers;
    }

    private static Collector.Layer layer(At volume) {
        double metres =
                Layers.metres(volume, volume.member("uomDimensions").text().toLowerCase(java.util.Locale.ROOT));
        At shape = volume.member("horizontalProjection");
        return Layers.between(
                volume.where(),
                List.of(area(shape, metres)),
                limit(volume, "lower", metres),
                limit(volume, "upper", metres));
    }

    private static Area area(At shape, double metres) {
        return switch (shape.member("type").text()) {
            case "Polygon" -> Rings.polygon(shape.member("coordinates"));
            case "Circle" ->
                new Area.Circle(Rings.corner(shape.member("center")), Layers.radiusM(shape.member("radius"), metres));
            default -> throw shape.member("type").fault("neither Polygon nor Circle");
        };
    }

    /// Numbers, or texts of numbers as many files have them.
    private static Optional<HeightLimit> limit(At volume, String side, double metres) {
        Optional<At> given = volume.maybe(side + "Limit");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        double value = number(given.get());
        if (value >= Layers.ENDLESS) {
            return Optional.empty();
        }
        return Optional.of(new HeightLimit(value * metres, Layers.datum(volume.member(side + "VerticalReference"))));
    }

    private static double number(At at) {
        OptionalDouble number = at.value().number();
        if (number.isPresent()) {
            return at.number();
        }
        return Numerals.number(at.text().strip()).orElseThrow(() -> at.fault("no number"));
    }
}
