package vedette.format.zones;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vedette.format.text.Json;
import vedette.model.Affiliation;
import vedette.model.Area;
import vedette.model.ObjectKind;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// Features to zones.
final class ZoneReader {
    /// Zones beyond these are refused; assess watches as many.
    static final int MOST_ZONES = 10_000;

    /// Refusals beyond these are only counted.
    static final int MOST_REFUSALS = 1_000;

    /// Warned of so long before entry where the file says nothing: a minute to act and one to understand,
    /// seconds.
    static final double WARN_AHEAD_S = 120;

    /// A longer notice is not predictable for anything that flies low, seconds.
    private static final double LONGEST_AHEAD_S = 3600;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ID = 120;

    private final ZoneFile.Span span;
    private final List<Zone> zones = new ArrayList<>();
    private final List<ZoneFile.Refusal> refusals = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int refused;

    ZoneReader(ZoneFile.Span span) {
        this.span = span;
    }

    ZoneFile.Contents read(Json file) {
        At root = new At("$", file);
        try {
            if (root.maybe("UASZoneList").isPresent()) {
                root.member("UASZoneList").items().forEach(this::foreign);
            } else if (root.member("type").text().equals("Feature")) {
                feature(root);
            } else if (root.member("type").text().equals("FeatureCollection")) {
                root.member("features").items().forEach(this::feature);
            } else {
                throw root.member("type").fault("neither FeatureCollection nor Feature");
            }
        } catch (ZoneFault fault) {
            refuse(fault, "");
        }
        if (refused > MOST_REFUSALS) {
            refusals.add(new ZoneFile.Refusal("$", "", (refused - MOST_REFUSALS) + " more refusals"));
        }
        return new ZoneFile.Contents(zones, refusals);
    }

    private void refuse(ZoneFault fault, String identifier) {
        if (++refused <= MOST_REFUSALS) {
            refusals.add(new ZoneFile.Refusal(fault.place(), identifier, fault.reason()));
        }
    }

    private void foreign(At zone) {
        String name = zone.value().text("identifier").orElse("");
        refuse(zone.fault("EUROCAE ED-269 is not read; convert it to ED-318"), At.quoted(name));
    }

    private void feature(At feature) {
        String identifier =
                At.quoted(feature.value().text("properties", "identifier").orElse(""));
        try {
            List<Zone> found = zonesOf(feature);
            if (zones.size() + found.size() > MOST_ZONES) {
                throw feature.fault("more than " + MOST_ZONES + " zones");
            }
            zones.addAll(found);
        } catch (ZoneFault fault) {
            refuse(fault, identifier);
        } catch (IllegalArgumentException fault) {
            refuse(feature.fault(String.valueOf(fault.getMessage())), identifier);
        }
    }

    private List<Zone> zonesOf(At feature) {
        At properties = feature.member("properties");
        Ed318.check(properties);
        String identifier = identifier(properties);
        List<Layers.Layer> layers = Layers.of(feature, properties);
        if (!names.add(identifier)) {
            throw properties.member("identifier").fault("'" + At.quoted(identifier) + "' stands twice in the file");
        }
        List<Zone> found = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String name = layers.size() == 1 ? identifier : identifier + "." + (i + 1);
            found.add(zone(properties, name, layers.get(i)));
        }
        return found;
    }

    private static String identifier(At properties) {
        At identifier = properties.member("identifier");
        String text = identifier.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_ID) {
            throw identifier.fault("must have 1 to " + LONGEST_ID + " characters");
        }
        return text;
    }

    private Zone zone(At properties, String name, Layers.Layer layer) {
        List<Area> areas = layer.areas();
        return new Zone(
                new ZoneId(name),
                title(properties).orElse(name),
                areas.size() == 1 ? areas.getFirst() : new Area.Union(areas),
                layer.floor(),
                layer.ceiling(),
                new Schedules(span).of(properties),
                list(properties, "appliesTo", ObjectKind.class),
                list(properties, "exceptAffiliations", Affiliation.class),
                warnAheadS(properties));
    }

    /// A text, or ED-318's list of texts with a language: English when there is one, else the first.
    private static Optional<String> title(At properties) {
        Json name = properties.value().member("name").orElse(new Json.Nothing());
        Optional<String> found = name.text();
        for (Json each : name.items()) {
            if (found.isEmpty() || each.text("lang").orElse("").startsWith("en")) {
                found = each.text("text");
            }
        }
        return found.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() <= LONGEST_TITLE ? text : text.substring(0, LONGEST_TITLE));
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
            return WARN_AHEAD_S;
        }
        double seconds = given.get().number();
        if (seconds < 0 || seconds > LONGEST_AHEAD_S) {
            throw given.get().fault("must be 0 to " + LONGEST_AHEAD_S + " s");
        }
        return seconds;
    }
}
