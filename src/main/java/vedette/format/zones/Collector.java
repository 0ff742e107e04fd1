package vedette.format.zones;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vedette.model.Affiliation;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.ObjectKind;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// What is found in a file, whatever its form: zones, refusals, and what was passed over.
final class Collector {
    /// Zones beyond these are refused; assess watches as many.
    static final int MOST_ZONES = 10_000;

    /// Refusals, and remarks, beyond these are only counted.
    static final int MOST_REFUSALS = 1_000;

    /// Warned of so long before entry where the file says nothing: a minute to act and one to understand,
    /// seconds.
    static final double WARN_AHEAD_S = 120;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ID = 120;

    private final ZoneFile.Span span;
    private final List<Zone> zones = new ArrayList<>();
    private final List<ZoneFile.Refusal> refusals = new ArrayList<>();
    private final List<ZoneFile.Refusal> passed = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int refused;
    private int over;

    Collector(ZoneFile.Span span) {
        this.span = span;
    }

    /// One entry of a file: a zone for each of its layers.
    ///
    /// @param named where its name stands
    /// @param identifier its name
    /// @param title what people call it, where it has a title
    /// @param layers its areas
    /// @param active when it holds
    /// @param rules whom it concerns
    record Entry(
            Where named,
            String identifier,
            Optional<String> title,
            List<Layer> layers,
            List<Zone.Interval> active,
            Rules rules) {}

    /// Areas between the same limits.
    record Layer(List<Area> areas, Optional<HeightLimit> floor, Optional<HeightLimit> ceiling) {}

    /// Whom a zone concerns, and how long before.
    record Rules(List<ObjectKind> appliesTo, List<Affiliation> except, double warnAheadS) {
        static final Rules USUAL = new Rules(List.of(), List.of(), WARN_AHEAD_S);
    }

    /// Reads one entry; if it is refused the others are not.
    ///
    /// @param at where it stands
    /// @param identifier its name as far as it is known, for the refusal
    void add(Where at, String identifier, Supplier<Entry> reading) {
        try {
            List<Zone> found = zonesOf(reading.get());
            if (zones.size() + found.size() > MOST_ZONES) {
                throw at.fault("more than " + MOST_ZONES + " zones");
            }
            zones.addAll(found);
        } catch (ZoneFault fault) {
            refuse(fault, identifier);
        } catch (ZonePassed remark) {
            pass(at, identifier, remark.reason());
        } catch (IllegalArgumentException fault) {
            refuse(at.fault(String.valueOf(fault.getMessage())), identifier);
        }
    }

    void refuse(ZoneFault fault, String identifier) {
        if (++refused <= MOST_REFUSALS) {
            refusals.add(fault.refusal(At.quoted(identifier)));
        }
    }

    /// Something that is no zone, and no fault either.
    void pass(Where at, String identifier, String reason) {
        if (++over <= MOST_REFUSALS) {
            passed.add(at.fault(reason).refusal(At.quoted(identifier)));
        }
    }

    /// A name that nothing in this file bears yet, for forms that do not ask for unique names.
    String unused(String wanted) {
        String name = wanted.strip();
        name = name.substring(0, Math.min(name.length(), LONGEST_ID - 8));
        String free = name;
        for (int i = 2; names.contains(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    ZoneFile.Contents contents(Where file) {
        if (zones.isEmpty() && refused == 0 && over == 0) {
            pass(file, "", "it holds no zone");
        }
        if (refused > MOST_REFUSALS) {
            refusals.add(
                    file.fault((refused - MOST_REFUSALS) + " more refusals").refusal(""));
        }
        if (over > MOST_REFUSALS) {
            passed.add(
                    file.fault((over - MOST_REFUSALS) + " more are passed over").refusal(""));
        }
        return new ZoneFile.Contents(zones, refusals, passed);
    }

    private List<Zone> zonesOf(Entry entry) {
        String identifier = entry.identifier.strip();
        if (identifier.isEmpty() || identifier.length() > LONGEST_ID) {
            throw entry.named.fault("must have 1 to " + LONGEST_ID + " characters");
        }
        if (!names.add(identifier)) {
            throw entry.named.fault("'" + At.quoted(identifier) + "' stands twice in the file");
        }
        List<Zone> found = new ArrayList<>();
        for (int i = 0; i < entry.layers.size(); i++) {
            String name = entry.layers.size() == 1 ? identifier : identifier + "." + (i + 1);
            found.add(zone(entry, name, entry.layers.get(i)));
        }
        return found;
    }

    private Zone zone(Entry entry, String name, Layer layer) {
        List<Area> areas = layer.areas;
        Area area = areas.size() == 1 ? areas.getFirst() : new Area.Union(areas);
        return new Zone(
                new ZoneId(name),
                entry.title.map(Collector::shortened).orElse(name),
                area,
                layer.floor,
                layer.ceiling,
                entry.active,
                entry.rules.appliesTo,
                entry.rules.except,
                entry.rules.warnAheadS,
                span.geoid().map(model -> geoid(model, area)));
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    static Zone.Geoid geoid(vedette.model.GeoidModel model, Area area) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (LatLon corner : Corners.of(area)) {
            double m = model.undulationM(corner);
            low = Math.min(low, m);
            high = Math.max(high, m);
        }
        return new Zone.Geoid(low - model.sigmaM(), high + model.sigmaM());
    }
}
