package vedette.core.missile;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.model.Area;
import vedette.model.Impact;
import vedette.model.LatLon;

final class ContoursTest {
    private static final double[] SHARES = {0.5, 0.9, 0.95, 0.99};
    private static final int DRAWN = 4000;

    @Test
    void anAreaHoldsItsShareOfACrookedSpread() {
        Spread spread = new Spread();
        for (int k = -3; k <= 3; k++) {
            LatLon centre = LatLon.ofDegrees(40 + 0.02 * k * k, 10 + 0.3 * k);
            double weight = 1.0 / 7;
            spread.add(new Spread.Part(weight, centre, 1.6e8, 4e6, 0, 100, 3));
        }
        spread.lay();

        List<Impact.Contour> areas = new Contours().of(spread, SHARES);

        for (Impact.Contour area : areas) {
            // Widened to what the grid can show, it may hold a little more than it says; never clearly less.
            Fits.between(area.share() - 0.02, Math.min(1, area.share() + 0.06), held(spread, area.area()));
        }
    }

    @Test
    void anAreaOverTheAntimeridianHoldsItsShare() {
        Spread spread = new Spread();
        spread.add(new Spread.Part(1, LatLon.ofDegrees(-20, 179.99), 4e7, 9e6, 1e7, 100, 3));
        spread.lay();

        for (Impact.Contour area : new Contours().of(spread, SHARES)) {
            Fits.between(area.share() - 0.025, area.share() + 0.025, held(spread, area.area()));
        }
    }

    private static double held(Spread spread, Area area) {
        Draws draws = Draws.of(7, 1, "contours");
        int inside = 0;
        for (int i = 0; i < DRAWN; i++) {
            Spread.Flat flat = spread.flats.get(draws.below(spread.flats.size()));
            double sx = Math.sqrt(flat.xx());
            double slope = flat.xy() / sx;
            double a = draws.gaussian();
            double x = flat.x() + sx * a;
            double y = flat.y() + slope * a + Math.sqrt(flat.yy() - slope * slope) * draws.gaussian();
            inside += holds(area, spread.place(x, y)) ? 1 : 0;
        }
        return inside / (double) DRAWN;
    }

    private static boolean holds(Area area, LatLon at) {
        return switch (area) {
            case Area.Polygon(var outer, var holes) -> crossings(outer, at) % 2 == 1 && holes.isEmpty();
            case Area.Union(var parts) ->
                parts.stream().filter(part -> holds(part, at)).count() % 2 == 1;
            case Area.Circle circle -> false;
        };
    }

    private static int crossings(List<LatLon> ring, LatLon at) {
        int count = 0;
        for (int i = 0; i < ring.size(); i++) {
            LatLon a = ring.get(i);
            LatLon b = ring.get((i + 1) % ring.size());
            double ax = vedette.math.Exact.halfTurn(a.lonRad() - at.lonRad());
            double bx = vedette.math.Exact.halfTurn(b.lonRad() - at.lonRad());
            double ay = a.latRad() - at.latRad();
            double by = b.latRad() - at.latRad();
            if (ay > 0 != by > 0 && ax - ay * (bx - ax) / (by - ay) > 0) {
                count++;
            }
        }
        return count;
    }
}
