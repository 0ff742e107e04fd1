package vedette.core.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.math.Normal;
import vedette.model.Area;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Place;

/// The probability that something comes down in a place's ground.
class FootprintTest {
    private static final LatLon MIDDLE = LatLon.ofDegrees(36, 25);
    private static final Plane PLANE = Plane.around(MIDDLE);

    private static Impact.Spot spot(double eastM, double northM, double correlation) {
        return new Impact.Spot(MIDDLE, eastM * eastM, northM * northM, correlation * eastM * northM, new Moment(0), 10);
    }

    private static LatLon at(double eastM, double northM) {
        return new LatLon(MIDDLE.latRad() + northM / PLANE.northM(), MIDDLE.lonRad() + eastM / PLANE.eastM());
    }

    private static Area box(double westM, double southM, double eastM, double northM) {
        return new Area.Polygon(
                List.of(at(westM, southM), at(eastM, southM), at(eastM, northM), at(westM, northM)), List.of());
    }

    private static double share(Impact.Spot spot, Area area) {
        PlaceShape shape = PlaceShape.of(new Place("P", "P", area, 0, 0, 0.01, 0));
        Footprint print = new Footprint(spot);
        return print.reaches(shape) ? print.share(shape) : 0;
    }

    @Test
    void aCircleAroundTheMiddleHoldsWhatRayleighSays() {
        for (double radiusM : new double[] {50, 200, 600, 1_000, 2_500, 6_000}) {
            double share = share(spot(1_000, 1_000, 0), new Area.Circle(MIDDLE, radiusM));
            double rayleigh = 1 - Math.exp(-radiusM * radiusM / 2e6);
            assertEquals(rayleigh, share, 2e-3 * rayleigh, "radius " + radiusM);
        }
    }

    @Test
    void aBoxHoldsTheProductOfItsSides() {
        double share = share(spot(2_000, 5_000, 0), box(-1_000, -4_000, 3_000, 10_000));
        double exact = (Normal.below(1.5) - Normal.below(-0.5)) * (Normal.below(2) - Normal.below(-0.8));
        assertEquals(exact, share, 2e-3 * exact);
    }

    @Test
    void aPlaceThatSurroundsEverythingHoldsAll() {
        assertEquals(1, share(spot(2_000, 500, 0.9), new Area.Circle(MIDDLE, 200_000)), 1e-6);
        assertEquals(1, share(spot(2_000, 500, 0.9), box(-90_000, -80_000, 70_000, 60_000)), 1e-6);
    }

    @Test
    void aPlaceFarAwayHoldsNothing() {
        assertEquals(0, share(spot(2_000, 500, 0), new Area.Circle(at(30_000, 0), 5_000)));
        assertEquals(0, share(spot(2_000, 2_000, 0), box(40_000, 40_000, 50_000, 50_000)));
    }

    @Test
    void aHoleIsLeftOut() {
        LatLon[] outer = {at(-3_000, -3_000), at(3_000, -3_000), at(3_000, 3_000), at(-3_000, 3_000)};
        LatLon[] hole = {at(-1_000, -1_000), at(1_000, -1_000), at(1_000, 1_000), at(-1_000, 1_000)};
        Area ring = new Area.Polygon(List.of(outer), List.of(List.of(hole)));
        double whole = Math.pow(Normal.below(3) - Normal.below(-3), 2);
        double inner = Math.pow(Normal.below(1) - Normal.below(-1), 2);
        assertEquals(whole - inner, share(spot(1_000, 1_000, 0), ring), 2e-3);
    }

    @Property(tries = 60)
    void tilesOfThePlaneHoldAllTogether(
            @ForAll @DoubleRange(min = 300, max = 9_000) double eastM,
            @ForAll @DoubleRange(min = 300, max = 9_000) double northM,
            @ForAll @DoubleRange(min = -0.95, max = 0.95) double correlation,
            @ForAll @DoubleRange(min = 3_000, max = 20_000) double tileM) {
        Impact.Spot spot = spot(eastM, northM, correlation);
        double sum = 0;
        int reach = (int) Math.ceil(60_000 / tileM);
        for (int i = -reach; i < reach; i++) {
            for (int j = -reach; j < reach; j++) {
                sum += share(spot, box(i * tileM, j * tileM, (i + 1) * tileM, (j + 1) * tileM));
            }
        }
        assertEquals(1, sum, 3e-3);
    }

    @Property(tries = 60)
    void aSmallPlaceTakenAsAPointHoldsWhatItsBorderSays(
            @ForAll @DoubleRange(min = 2_000, max = 40_000) double eastM,
            @ForAll @DoubleRange(min = 2_000, max = 40_000) double northM,
            @ForAll @DoubleRange(min = -0.8, max = 0.8) double correlation,
            @ForAll @DoubleRange(min = -3, max = 3) double u,
            @ForAll @DoubleRange(min = -3, max = 3) double v) {
        Impact.Spot spot = spot(eastM, northM, correlation);
        LatLon middle = at(u * eastM, v * northM);
        List<Double> shares = new ArrayList<>();
        double smallestM = Math.min(eastM, northM) * Math.sqrt(1 - Math.abs(correlation));
        // Just below and just above the size from which on the border is followed.
        for (double radiusM : new double[] {0.245 * smallestM, 0.36 * smallestM}) {
            shares.add(share(spot, new Area.Circle(middle, radiusM)) / (radiusM * radiusM));
        }
        double larger = Math.max(shares.get(0), shares.get(1));
        assertTrue(Math.abs(shares.get(0) - shares.get(1)) <= 0.25 * larger + 1e-15, shares.toString());
    }
}
