package vedette.format.zones;

import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.model.Affiliation;
import vedette.model.ObjectKind;

/// GeoJSON features, plain or as EUROCAE ED-318 has them, to zones.
final class ZoneReader {
    /// A longer notice is not predictable for anything that flies low, seconds.
    private static final double LONGEST_AHEAD_S = 3600;

    private final ZoneFile.Span span;
    private final Collector found;

    ZoneReader(ZoneFile.Span span, Collector found) {
        this.span = span;
        this.found = found;
    }

    void read(At root) {
        if (root.member("type").text().equals("Feature")) {
            add(root);
        } else if (root.member("type").text().equals("FeatureCollection")) {
            checkFile(root);
            root.member("features").items().forEach(this::add);
        } else {
            throw root.member("type").fault("neither FeatureCollection nor Feature");
        }
    }

    // What is wrong about the file as a whole costs no zone.
    private void checkFile(At root) {
        try {
            Ed318.checkFile(root);
        } catch (ZoneFault fault) {
            found.refuse(fault, "");
        }
    }

    private void add(At feature) {
        String identifier = feature.value()
                .text("properties", "identifier")
                .or(() -> feature.value().text("id"))
                .orElse("");
        found.add(feature.where(), identifier, () -> entry(feature));
    }

    private Collector.Entry entry(At feature) {
        At properties = feature.member("properties");
        Ed318.check(properties);
        At identifier = identifier(feature, properties);
        List<Collector.Layer> layers = Layers.of(feature, properties);
        return new Collector.Entry(
                identifier.where(),
                identifier.text(),
                title(properties),
                layers,
                new Schedules(span, layers.getFirst().areas().getFirst()).of(properties),
                new Collector.Rules(
                        list(properties, "appliesTo", ObjectKind.class),
                        list(properties, "exceptAffiliations", Affiliation.class),
                        warnAheadS(properties)));
    }

    // Other people's GeoJSON names a feature by its `id` (RFC 7946, 3.2).
    private static At identifier(At feature, At properties) {
        boolean named = properties.maybe("identifier").isPresent()
                || feature.value().text("id").isEmpty();
        return named ? properties.member("identifier") : feature.member("id");
    }

    /// A text, or ED-318's list of texts with a language: English when there is one, else the first.
    private static Optional<String> title(At properties) {
        Json name = properties.value().member("name").orElse(new Json.Nothing());
        Optional<String> chosen = name.text();
        for (Json each : name.items()) {
            if (chosen.isEmpty() || each.text("lang").orElse("").startsWith("en")) {
                chosen = each.text("text");
            }
        }
        return chosen.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E>> List<E> list(At properties, String name, Class<E> type) {
        return properties
                .maybe(name)
                .map(at -> at.items().stream()
                        .map(item -> item.oneOf(type))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private static double warnAheadS(At properties) {
        Optional<At> given = properties.maybe("warnAheadS");
        if (given.isEmpty()) {
            return Collector.WARN_AHEAD_S;
        }
        double seconds = given.get().number();
        if (seconds < 0 || seconds > LONGEST_AHEAD_S) {
            throw given.get().fault("must be 0 to " + LONGEST_AHEAD_S + " s");
        }
        return seconds;
    }
}
