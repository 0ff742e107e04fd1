package vedette.format.lines;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.Place;

/// A CSV of places whose people are to be warned.
///
/// Columns: `id`, `name`, `lat`, `lon` (degrees; a circle of `radius_m`) or `polygon` (corners `lat lon`
/// separated by semicolons, the first not repeated), `population`, `shelter_s`, `threshold`, `delivery_s`. An
/// empty field is as [Place] has it usually. A row that cannot be a place is refused by itself, with its
/// line.
public final class PlaceTable {
    private static final int LONGEST = 64_000_000;
    private static final int MOST_PLACES = 20_000;
    private static final int MOST_CORNERS = 10_000;
    /// Less ground than this is rounding, square radians: a fifth of a square metre, twice.
    private static final double LEAST_RAD2 = 1e-14;

    /// Rings are checked for crossing themselves up to this size; the check is quadratic.
    private static final int MOST_CHECKED = 3_000;

    private static final int LONGEST_ID = 120;
    private static final int LONGEST_NAME = 200;

    private PlaceTable() {}

    /// Reads a table.
    public static Taken<Place> read(String text) {
        Taking<Place> taking = new Taking<>();
        if (text.length() > LONGEST) {
            taking.refuse("the file", "longer than " + LONGEST + " characters");
            return taking.done();
        }
        CsvTable table = CsvTable.parse(text);
        if (!table.has("id")) {
            taking.refuse("line 1", "no column 'id'");
            return taking.done();
        }
        Columns columns = new Columns(table);
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < table.size(); row++) {
            int at = row;
            taking.take("line " + table.line(row), () -> fresh(columns.place(at), seen));
        }
        return taking.done();
    }

    private static Place fresh(Place place, Set<String> seen) {
        require(seen.size() < MOST_PLACES, "more than %s places", MOST_PLACES);
        require(seen.add(place.id()), "'%s' stands twice in the file", place.id());
        return place;
    }

    /// The columns of a table.
    private static final class Columns {
        private final List<String> ids;
        private final List<String> names;
        private final List<String> lats;
        private final List<String> lons;
        private final List<String> polygons;
        private final List<String> radii;
        private final List<String> populations;
        private final List<String> shelters;
        private final List<String> thresholds;
        private final List<String> deliveries;

        Columns(CsvTable table) {
            ids = table.texts("id");
            names = table.texts("name");
            lats = table.texts("lat");
            lons = table.texts("lon");
            polygons = table.texts("polygon");
            radii = table.texts("radius_m");
            populations = table.texts("population");
            shelters = table.texts("shelter_s");
            thresholds = table.texts("threshold");
            deliveries = table.texts("delivery_s");
        }

        Place place(int row) {
            String id = ids.get(row).strip();
            require(!id.isEmpty() && id.length() <= LONGEST_ID, "id must have 1 to %s characters", LONGEST_ID);
            String name = names.get(row).strip();
            require(name.length() <= LONGEST_NAME, "a name of %s characters", name.length());
            return new Place(
                    id,
                    name.isEmpty() ? id : name,
                    polygons.get(row).isBlank() ? circle(row) : polygon(polygons.get(row)),
                    (long) number("population", populations.get(row), 0),
                    number("shelter_s", shelters.get(row), Place.USUAL_SHELTER_S),
                    number("threshold", thresholds.get(row), Place.USUAL_THRESHOLD),
                    number("delivery_s", deliveries.get(row), Place.USUAL_DELIVERY_S));
        }

        private Area circle(int row) {
            LatLon middle = corner(lats.get(row), lons.get(row));
            return new Area.Circle(middle, number("radius_m", radii.get(row), Place.USUAL_RADIUS_M));
        }
    }

    private static Area polygon(String text) {
        List<LatLon> corners = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf(';', at);
            String pair = text.substring(at, end < 0 ? text.length() : end).strip();
            int space = pair.indexOf(' ');
            require(space > 0, "corner '%s' is not 'lat lon'", shortened(pair));
            require(corners.size() < MOST_CORNERS, "more than %s corners", MOST_CORNERS);
            corners.add(corner(pair.substring(0, space), pair.substring(space + 1)));
            at = end < 0 ? text.length() + 1 : end + 1;
        }
        check(corners);
        return new Area.Polygon(corners, List.of());
    }

    /// A ring that crosses itself, or encloses nothing, would give its people a wrong probability.
    private static void check(List<LatLon> ring) {
        require(ring.size() >= 3, "a ring of %s corners", ring.size());
        int n = ring.size();
        double twice = 0;
        for (int i = 0; i < n; i++) {
            twice += side(ring.getFirst(), ring.get(i), ring.get((i + 1) % n));
            for (int j = i + 2; j < n && n <= MOST_CHECKED; j++) {
                require((i == 0 && j == n - 1) || !cross(ring, i, j), "the ring crosses itself: sides %s and %s", i, j);
            }
        }
        require(Math.abs(twice) > LEAST_RAD2, "the ring encloses %s square radians", twice);
    }

    private static boolean cross(List<LatLon> ring, int i, int j) {
        LatLon a = ring.get(i);
        LatLon b = ring.get((i + 1) % ring.size());
        LatLon c = ring.get(j);
        LatLon d = ring.get((j + 1) % ring.size());
        return Math.signum(side(a, b, c)) * Math.signum(side(a, b, d)) < 0
                && Math.signum(side(c, d, a)) * Math.signum(side(c, d, b)) < 0;
    }

    /// Twice the ground of a triangle, positive where c lies left of a to b; longitudes the shorter way
    /// round.
    private static double side(LatLon a, LatLon b, LatLon c) {
        double bx = Exact.halfTurn(b.lonRad() - a.lonRad());
        double cx = Exact.halfTurn(c.lonRad() - a.lonRad());
        return bx * (c.latRad() - a.latRad()) - cx * (b.latRad() - a.latRad());
    }

    private static LatLon corner(String lat, String lon) {
        double latDeg = number("lat", lat, Double.NaN);
        double lonDeg = number("lon", lon, Double.NaN);
        require(Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180, "lat %s, lon %s is not on Earth", latDeg, lonDeg);
        return LatLon.ofDegrees(latDeg, lonDeg);
    }

    private static double number(String name, String field, double otherwise) {
        if (field.isBlank()) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(field.strip());
            require(Double.isFinite(number), "%s is not finite", name);
            return number;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " '" + shortened(field) + "' is no number", notANumber);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
