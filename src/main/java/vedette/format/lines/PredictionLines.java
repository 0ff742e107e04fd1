package vedette.format.lines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Wgs84;

/// `predictions.csv` of the warning benchmark: a row a revision of a missile.
///
/// The moment told is the middle of the window that holds 95 % of all, and 1.96 of its sigma reach to either end: its
/// distribution is not symmetric, and readers take it for normal. Columns of what is not known stay empty. An area is
/// one `POLYGON` of rings in degrees, longitude first, each closed: what an odd number of rings encloses is inside, so
/// the parts of a union must not overlap.
public final class PredictionLines {
    /// The names of the columns.
    public static final String HEADER = "scenario,object,t_issue,verdict,confidence,impact_lat,impact_lon,s_ee_m2,"
            + "s_nn_m2,s_en_m2,impact_t,impact_t_sigma,launch_lat,launch_lon,l_ee_m2,l_nn_m2,l_en_m2,area50,area95";

    /// Places are written to 1e-7°, a centimetre; corners of areas to 1e-5°, a metre.
    private static final int PLACE_DECIMALS = 7;

    private static final int CORNER_DECIMALS = 5;

    /// A circle becomes so many corners: 0.2 % of its area are cut off.
    private static final int CIRCLE_CORNERS = 60;

    /// Longitudes this near to a pole mean little; a circle over it is drawn as if it were here, degrees.
    private static final double FARTHEST_LAT_DEG = 89.5;

    private static final double SHARE_SLACK = 1e-6;

    /// 95 % of a normal distribution lie within so many standard deviations.
    private static final double SIGMAS = 1.96;

    private PredictionLines() {}

    /// A revision as one line, without the line's end.
    ///
    /// @param scenario the scenario's name
    /// @param epoch the moment of its second 0
    /// @param at when the revision was made
    /// @param missile the revision
    public static String write(String scenario, Moment epoch, Moment at, Missile missile) {
        List<String> fields = new ArrayList<>();
        fields.add(quoted(scenario));
        fields.add("M" + missile.number());
        fields.add(fixed(at.secondsSince(epoch), 3));
        fields.add(
                missile.verdict() == Missile.Verdict.CLUTTER
                        ? "NONE"
                        : missile.verdict().name());
        fields.add(missile.confidence().name().toLowerCase(Locale.ROOT));
        Optional<Impact.Spot> impact = missile.impact().map(Impact::whole);
        addSpot(fields, impact);
        addWindow(fields, missile.impact(), epoch);
        addSpot(fields, missile.launch().map(Missile.Launch::spot));
        fields.add(contour(missile.impact(), 0.5));
        fields.add(contour(missile.impact(), 0.95));
        return String.join(",", fields);
    }

    private static void addSpot(List<String> fields, Optional<Impact.Spot> spot) {
        fields.add(spot.map(s -> fixed(s.centre().latDeg(), PLACE_DECIMALS)).orElse(""));
        fields.add(spot.map(s -> fixed(s.centre().lonDeg(), PLACE_DECIMALS)).orElse(""));
        fields.add(spot.map(s -> fixed(s.eastM2(), 1)).orElse(""));
        fields.add(spot.map(s -> fixed(s.northM2(), 1)).orElse(""));
        fields.add(spot.map(s -> fixed(s.eastNorthM2(), 1)).orElse(""));
    }

    // A moment and a sigma of which the window of 95 % is made again: its middle, and its width by 2 · 1.96.
    private static void addWindow(List<String> fields, Optional<Impact> impact, Moment epoch) {
        OptionalDouble width = impact.stream()
                .mapToDouble(i -> i.latest().secondsSince(i.earliest()))
                .findFirst();
        if (width.isEmpty()) {
            fields.addAll(List.of("", ""));
            return;
        }
        double widthS = width.getAsDouble();
        fields.add(fixed(impact.orElseThrow().earliest().secondsSince(epoch) + widthS / 2, 3));
        fields.add(fixed(widthS / (2 * SIGMAS), 3));
    }

    private static String contour(Optional<Impact> impact, double share) {
        return impact.stream()
                .flatMap(each -> each.areas().stream())
                .filter(each -> Math.abs(each.share() - share) < SHARE_SLACK)
                .map(each -> quoted(wkt(each.area())))
                .findFirst()
                .orElse("");
    }

    /// An area as well-known text (OGC 06-103r4, clause 7): one POLYGON of closed rings, longitude first.
    static String wkt(Area area) {
        List<List<LatLon>> rings = new ArrayList<>();
        switch (area) {
            case Area.Union(var parts) -> parts.forEach(part -> addRings(rings, part));
            case Area.Polygon _, Area.Circle _ -> addRings(rings, area);
        }
        StringBuilder out = new StringBuilder("POLYGON (");
        for (int i = 0; i < rings.size(); i++) {
            out.append(i == 0 ? "(" : ", (");
            addRing(out, rings.get(i));
            out.append(')');
        }
        return out.append(')').toString();
    }

    private static void addRings(List<List<LatLon>> rings, Area part) {
        switch (part) {
            case Area.Polygon(var outer, var holes) -> {
                rings.add(outer);
                rings.addAll(holes);
            }
            case Area.Circle(var centre, var radiusM) -> rings.add(circle(centre, radiusM));
            case Area.Union _ -> throw new IllegalArgumentException("a union within a union");
        }
    }

    private static List<LatLon> circle(LatLon centre, double radiusM) {
        double lat = Math.toDegrees(radiusM / Wgs84.MEAN_RADIUS_M);
        double atLatDeg = Math.clamp(centre.latDeg(), -FARTHEST_LAT_DEG, FARTHEST_LAT_DEG);
        double lon = lat / Exact.cos(Math.toRadians(atLatDeg));
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < CIRCLE_CORNERS; i++) {
            double angle = Exact.TWO_PI * i / CIRCLE_CORNERS;
            double cornerLat = Math.clamp(centre.latDeg() + lat * Exact.cos(angle), -90, 90);
            ring.add(LatLon.ofDegrees(cornerLat, centre.lonDeg() + lon * Exact.sin(angle)));
        }
        return ring;
    }

    private static void addRing(StringBuilder out, List<LatLon> ring) {
        for (int i = 0; i <= ring.size(); i++) {
            LatLon corner = ring.get(i % ring.size());
            out.append(i == 0 ? "" : ", ")
                    .append(fixed(corner.lonDeg(), CORNER_DECIMALS))
                    .append(' ')
                    .append(fixed(corner.latDeg(), CORNER_DECIMALS));
        }
    }

    private static String quoted(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                : "";
    }
}
