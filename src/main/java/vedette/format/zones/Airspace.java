package vedette.format.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// One OpenAir airspace that is being read. Its faults are kept until it is asked for.
final class Airspace {
    private static final double METRES_A_MILE = 1852;
    /// Wider circles than any airspace, nautical miles.
    private static final double WIDEST_NM = 1000;

    /// Narrower or shorter, and the corners of a strip are one when they are written.
    private static final double LEAST_M = 1;

    private final Where at;
    private final String kind;
    private final List<LatLon> corners = new ArrayList<>();
    private final List<Area> circles = new ArrayList<>();
    private final List<LatLon> way = new ArrayList<>();
    private final List<Line> activations = new ArrayList<>();
    private String name = "";
    private String identifier = "";
    private Optional<HeightLimit> floor = Optional.empty();
    private Optional<HeightLimit> ceiling = Optional.empty();
    private Optional<LatLon> centre = Optional.empty();
    private boolean clockwise = true;
    private OptionalDouble widthNm = OptionalDouble.empty();
    private Optional<ZoneFault> fault = Optional.empty();

    Airspace(Where at, String kind) {
        this.at = at;
        this.kind = kind;
    }

    /// A line of the file.
    record Line(Where at, String rest) {}

    Where at() {
        return at;
    }

    /// Its `AI`, else its name.
    String identifier() {
        return identifier.isEmpty() ? name() : identifier;
    }

    String name() {
        return name.isEmpty() ? kind + " at " + at.words() : name;
    }

    List<Line> activations() {
        return activations;
    }

    void take(Where line, String record, String rest) {
        if (fault.isPresent()) {
            return;
        }
        try {
            switch (record) {
                case "AN" -> name = rest;
                case "AI" -> identifier = rest;
                case "AL" -> floor = OpenAirText.limit(line, rest);
                case "AH" -> ceiling = OpenAirText.limit(line, rest);
                case "AA" -> activations.add(new Line(line, rest));
                case "V" -> variable(line, rest);
                case "DP" -> corner(line, OpenAirText.place(line, rest));
                case "DA" -> arcOfAngles(line, rest);
                case "DB" -> arcOfEnds(line, rest);
                case "DC" -> circles.add(new Area.Circle(middle(line), radiusM(line, rest)));
                case "DY" -> way.add(OpenAirText.place(line, rest));
                default -> {}
            }
        } catch (ZoneFault found) {
            fault = Optional.of(found);
        }
    }

    private void variable(Where line, String rest) {
        String[] sides = rest.split("=", 2);
        String value = sides.length == 2 ? sides[1].strip() : "";
        switch (sides[0].strip()) {
            case "X" -> centre = Optional.of(OpenAirText.place(line, value));
            case "D" -> clockwise = !value.equals("-");
            case "W" -> widthNm = OptionalDouble.of(OpenAirText.number(line, value));
            default -> {}
        }
    }

    private void corner(Where line, LatLon corner) {
        if (corners.size() >= Rings.MOST_CORNERS) {
            throw line.fault("more than " + Rings.MOST_CORNERS + " corners");
        }
        corners.add(corner);
    }

    private LatLon middle(Where line) {
        return centre.orElseThrow(() -> line.fault("no 'V X=' before it tells the middle"));
    }

    private static double radiusM(Where line, String rest) {
        double nm = OpenAirText.number(line, rest);
        if (!(nm > 0 && nm <= WIDEST_NM)) {
            throw line.fault("a radius must be above 0 and at most " + WIDEST_NM + " NM");
        }
        return nm * METRES_A_MILE;
    }

    /// `DA radius, start, end`: degrees from true north, in the direction of `V D`.
    private void arcOfAngles(Where line, String rest) {
        String[] parts = rest.split(",", 4);
        if (parts.length != 3) {
            throw line.fault("no radius, start and end");
        }
        double from = Math.toRadians(OpenAirText.number(line, parts[1]));
        double to = Math.toRadians(OpenAirText.number(line, parts[2]));
        arc(line, radiusM(line, parts[0]), from, to);
    }

    /// `DB place, place`.
    private void arcOfEnds(Where line, String rest) {
        String[] parts = rest.split(",", 3);
        if (parts.length != 2) {
            throw line.fault("no two places");
        }
        LatLon middle = middle(line);
        LatLon first = OpenAirText.place(line, parts[0]);
        LatLon last = OpenAirText.place(line, parts[1]);
        double radiusM = (Wgs84.sphereDistanceM(middle, first) + Wgs84.sphereDistanceM(middle, last)) / 2;
        if (!(radiusM > 0 && radiusM <= WIDEST_NM * METRES_A_MILE)) {
            throw line.fault("an arc without a radius");
        }
        corner(line, first);
        arc(line, radiusM, Wgs84.bearingRad(middle, first), Wgs84.bearingRad(middle, last));
        corner(line, last);
    }

    private void arc(Where line, double radiusM, double fromRad, double toRad) {
        double by = clockwise ? Exact.turn(toRad - fromRad) : -Exact.turn(fromRad - toRad);
        for (LatLon each : Corners.arc(middle(line), radiusM, fromRad, by == 0 ? Exact.TWO_PI : by)) {
            corner(line, each);
        }
    }

    /// What it encloses.
    Collector.Layer layer() {
        if (fault.isPresent()) {
            throw fault.get();
        }
        List<Area> areas = new ArrayList<>(circles);
        if (!corners.isEmpty()) {
            areas.add(new Area.Polygon(Rings.ring(at, corners), List.of()));
        }
        if (!way.isEmpty()) {
            areas.addAll(airway());
        }
        if (areas.isEmpty()) {
            throw at.fault("neither corners nor a circle");
        }
        return Layers.between(at, areas, floor, ceiling);
    }

    /// A corridor of a width around a way: a strip a leg, a circle a joint.
    private List<Area> airway() {
        double halfM = widthNm.orElseThrow(() -> at.fault("an airway without a width 'V W='")) * METRES_A_MILE / 2;
        if (!(halfM >= LEAST_M && halfM <= WIDEST_NM * METRES_A_MILE) || way.size() > Layers.MOST_PARTS / 2) {
            throw at.fault("an airway of no width, or of too many legs");
        }
        List<Area> areas = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            areas.add(new Area.Circle(way.get(i), halfM));
            LatLon a = way.get(Math.max(0, i - 1));
            LatLon b = way.get(i);
            // Between joints that are one the circles are all there is.
            if (i > 0 && Wgs84.sphereDistanceM(a, b) >= LEAST_M) {
                double right = Wgs84.bearingRad(a, b) + Math.PI / 2;
                areas.add(new Area.Polygon(
                        List.of(
                                Corners.towards(a, right, halfM),
                                Corners.towards(a, right + Math.PI, halfM),
                                Corners.towards(b, right + Math.PI, halfM),
                                Corners.towards(b, right, halfM)),
                        List.of()));
            }
        }
        return areas;
    }
}
