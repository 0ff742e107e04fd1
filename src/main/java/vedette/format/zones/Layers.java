package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.HeightLimit.Datum;
import vedette.model.LatLon;

/// A feature's geometry as areas, those between the same limits together.
final class Layers {
    private static final double METRES_A_FOOT = 0.3048;
    private static final double METRES_A_FLIGHT_LEVEL = 30.48;

    /// ED-318 files write this (metres or feet) for "without end".
    static final double ENDLESS = 99_999;

    static final int MOST_PARTS = 1_000;

    /// Parts of a collection may not be collections: RFC 7946 §3.1.8 advises against it.
    private final List<Collector.Layer> layers = new ArrayList<>();

    private final At properties;

    private Layers(At properties) {
        this.properties = properties;
    }

    static List<Collector.Layer> of(At feature, At properties) {
        Layers layers = new Layers(properties);
        At geometry = feature.member("geometry");
        if (geometry.member("type").text().equals("GeometryCollection")) {
            List<At> parts = geometry.member("geometries").items();
            if (parts.isEmpty() || parts.size() > MOST_PARTS) {
                throw geometry.member("geometries").fault("must have 1 to " + MOST_PARTS + " parts");
            }
            parts.forEach(layers::add);
        } else {
            layers.add(geometry);
        }
        return layers.layers;
    }

    private void add(At geometry) {
        Collector.Layer limits = limits(geometry);
        put(layers, new Collector.Layer(areas(geometry), limits.floor(), limits.ceiling()));
    }

    /// Puts areas to those between the same limits.
    static void put(List<Collector.Layer> layers, Collector.Layer more) {
        for (int i = 0; i < layers.size(); i++) {
            Collector.Layer each = layers.get(i);
            if (each.floor().equals(more.floor()) && each.ceiling().equals(more.ceiling())) {
                List<Area> all = new ArrayList<>(each.areas());
                all.addAll(more.areas());
                layers.set(i, new Collector.Layer(all, each.floor(), each.ceiling()));
                return;
            }
        }
        layers.add(more);
    }

    private List<Area> areas(At geometry) {
        String type = geometry.member("type").text();
        At coordinates = geometry.member("coordinates");
        return switch (type) {
            case "Point" -> List.of(circle(geometry, coordinates));
            case "Polygon" -> List.of(polygonOrCircle(coordinates));
            case "MultiPolygon" -> {
                List<At> parts = coordinates.items();
                if (parts.isEmpty() || parts.size() > MOST_PARTS) {
                    throw coordinates.fault("must have 1 to " + MOST_PARTS + " polygons");
                }
                yield parts.stream().<Area>map(Rings::polygon).toList();
            }
            default -> throw geometry.member("type").fault("'" + At.quoted(type) + "' encloses no area");
        };
    }

    /// A circle that is drawn as a polygon, and says so, is taken as the circle.
    private Area polygonOrCircle(At coordinates) {
        boolean round = properties.value().text("shape").orElse("").equals("circle");
        if (!round) {
            return Rings.polygon(coordinates);
        }
        return new Area.Circle(Rings.corner(properties.member("centre")), radiusM(properties.member("radiusM")));
    }

    private Area circle(At point, At coordinates) {
        LatLon centre = Rings.corner(coordinates);
        Optional<At> extent = point.maybe("extent");
        if (extent.isPresent()) {
            return new Area.Circle(centre, radiusM(extent.get().member("radius")));
        }
        At radius = properties
                .maybe("radius")
                .or(() -> properties.maybe("radiusM"))
                .orElseThrow(() -> properties.fault("a Point needs a 'radius' in metres"));
        return new Area.Circle(centre, radiusM(radius));
    }

    private static final double LARGEST_RADIUS_M = 2_000_000;

    static double radiusM(At radius) {
        return radiusM(radius, 1);
    }

    /// @param unitM one unit of the file, metres
    static double radiusM(At radius, double unitM) {
        double metres = radius.number() * unitM;
        if (metres <= 0 || metres > LARGEST_RADIUS_M) {
            throw radius.fault("must be above 0 and at most " + LARGEST_RADIUS_M + " m");
        }
        return metres;
    }

    private Collector.Layer limits(At geometry) {
        Optional<At> layer = geometry.maybe("layer");
        Optional<HeightLimit> floor = layer.isPresent() ? limit(layer.get(), "lower") : plain("floor", "lower");
        Optional<HeightLimit> ceiling = layer.isPresent() ? limit(layer.get(), "upper") : plain("ceiling", "upper");
        return between(layer.orElse(properties).where(), List.of(), floor, ceiling);
    }

    /// A layer whose limits are in order; a floor at the ground is none.
    static Collector.Layer between(
            Where at, List<Area> areas, Optional<HeightLimit> floor, Optional<HeightLimit> ceiling) {
        if (floor.isPresent()
                && ceiling.isPresent()
                && floor.get().datum() == ceiling.get().datum()
                && floor.get().heightM() >= ceiling.get().heightM()) {
            throw at.fault("the floor is not below the ceiling");
        }
        boolean ground =
                floor.map(f -> f.datum() == Datum.AGL && f.heightM() <= 0).orElse(true);
        return new Collector.Layer(areas, ground ? Optional.empty() : floor, ceiling);
    }

    /// ED-318: `upper`, `upperReference`, `lower`, `lowerReference`, `uom`.
    private static Optional<HeightLimit> limit(At layer, String side) {
        Optional<At> value = layer.maybe(side);
        if (value.isEmpty() || value.get().number() >= ENDLESS) {
            return Optional.empty();
        }
        String unit = layer.value().text("uom").orElse("m");
        At reference = layer.member(side + "Reference");
        return Optional.of(new HeightLimit(
                value.get().number() * metres(layer, unit.toLowerCase(java.util.Locale.ROOT)), datum(reference)));
    }

    static double metres(At where, String unit) {
        return switch (unit) {
            case "m" -> 1;
            case "ft" -> METRES_A_FOOT;
            case "FL", "fl" -> METRES_A_FLIGHT_LEVEL;
            default -> throw where.fault("unit '" + At.quoted(unit) + "' is none of m, ft, FL");
        };
    }

    static Datum datum(At reference) {
        return datum(reference.where(), reference.text());
    }

    static Datum datum(Where at, String name) {
        return switch (name) {
            case "AGL", "SFC" -> Datum.AGL;
            case "AMSL", "MSL" -> Datum.AMSL;
            case "WGS84", "WGS-84" -> Datum.WGS84;
            case "FL", "STD" -> Datum.FLIGHT_LEVEL;
            default -> throw at.fault("'" + At.quoted(name) + "' is none of AGL, AMSL, WGS84, FL");
        };
    }

    /// Ours: `floor`: {value, unit, datum}; or `lowerM` with `reference` or `lowerReference`.
    private Optional<HeightLimit> plain(String name, String side) {
        Optional<At> own = properties.maybe(name);
        if (own.isPresent()) {
            At limit = own.get();
            String unit = limit.value().text("unit").orElse("m");
            return Optional.of(new HeightLimit(
                    limit.member("value").number() * metres(limit, unit), datum(limit.member("datum"))));
        }
        Optional<At> metres = properties.maybe(side + "M");
        if (metres.isEmpty() || metres.get().number() >= ENDLESS) {
            return Optional.empty();
        }
        At reference = properties.maybe(side + "Reference").orElseGet(() -> properties.member("reference"));
        return Optional.of(new HeightLimit(metres.get().number(), datum(reference)));
    }
}
