package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import vedette.format.text.Xml;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Zone;

/// What a placemark's `ExtendedData` says beyond what KML itself can.
///
/// @param at the placemark's place in the file
/// @param values its `Data` elements
record ExtendedData(Where at, List<Xml> values) {
    static ExtendedData of(Xml mark) {
        return new ExtendedData(
                Where.line(mark.line()),
                mark.first("ExtendedData").map(data -> data.all("Data")).orElse(List.of()));
    }

    Optional<String> text(String name) {
        for (Xml each : values) {
            if (each.attribute("name").orElse("").equals(name)) {
                return Optional.of(each.text("value"));
            }
        }
        return Optional.empty();
    }

    Optional<Double> number(String name) {
        return text(name).map(text -> number(name, text));
    }

    private double number(String name, String text) {
        return Numerals.number(text).orElseThrow(() -> at.fault("'" + name + "' is no number"));
    }

    /// As `120 AGL`.
    Optional<HeightLimit> limit(String name) {
        return text(name).map(text -> {
            String[] parts = text.split(" ", 2);
            if (parts.length != 2) {
                throw at.fault("'" + name + "' is no height and datum, as '120 AGL'");
            }
            return new HeightLimit(number(name, parts[0]), Layers.datum(at, parts[1]));
        });
    }

    /// As `24.1 56.9 8000`: longitude, latitude, radius in metres.
    Optional<Area> circle() {
        return text("circle").map(text -> {
            String[] parts = text.split(" ", 4);
            if (parts.length != 3) {
                throw at.fault("'circle' is no longitude, latitude and radius");
            }
            LatLon centre = Rings.onEarth(at, number("circle", parts[0]), number("circle", parts[1]));
            return new Area.Circle(centre, number("circle", parts[2]));
        });
    }

    <E extends Enum<E>> List<E> names(String name, Class<E> type) {
        List<E> found = new ArrayList<>();
        for (String each : text(name)
                .filter(text -> !text.isBlank())
                .map(text -> text.split(" "))
                .orElse(NONE)) {
            found.add(At.oneOf(at, each, type));
        }
        return found;
    }

    private static final String[] NONE = {};

    /// As `2026-11-22T06:00:00Z/2026-11-22T09:00:00Z`, several apart by blanks.
    List<Zone.Interval> intervals(BiFunction<Where, String, Moment> moment) {
        return intervals(at, text("active").orElse(""), moment);
    }

    /// Intervals of ISO 8601 times apart by `/`, several apart by blanks.
    static List<Zone.Interval> intervals(Where at, String text, BiFunction<Where, String, Moment> moment) {
        List<Zone.Interval> found = new ArrayList<>();
        if (text.isBlank()) {
            return found;
        }
        for (String each : text.strip().split("\\s+", Schedules.MOST_INTERVALS + 1)) {
            String[] ends = each.split("/", 3);
            if (ends.length != 2 || found.size() >= Schedules.MOST_INTERVALS) {
                throw at.fault(
                        "no times as 2026-11-22T06:00Z/2026-11-22T09:00Z, or more than " + Schedules.MOST_INTERVALS);
            }
            Moment from = moment.apply(at, ends[0]);
            Moment until = moment.apply(at, ends[1]);
            if (!from.isBefore(until)) {
                throw at.fault("it ends before it begins");
            }
            found.add(new Zone.Interval(from, until));
        }
        return found;
    }
}
