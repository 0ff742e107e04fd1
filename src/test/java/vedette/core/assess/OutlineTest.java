package vedette.core.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.Wgs84;

class OutlineTest {
    private static LatLon at(double latDeg, double lonDeg) {
        return LatLon.ofDegrees(latDeg, lonDeg);
    }

    private static double distanceM(Area area, LatLon from) {
        return Outline.of(area, Plane.around(from)).distanceM(0, 0);
    }

    private static final Area.Polygon SQUARE_WITH_HOLE = new Area.Polygon(
            List.of(at(56, 24), at(56, 25), at(57, 25), at(57, 24)),
            List.of(List.of(at(56.4, 24.4), at(56.4, 24.6), at(56.6, 24.6), at(56.6, 24.4))));

    @Test
    void aPlaceInAHoleIsOutside() {
        assertTrue(distanceM(SQUARE_WITH_HOLE, at(56.2, 24.2)) < 0);
        assertTrue(distanceM(SQUARE_WITH_HOLE, at(56.5, 24.5)) > 0);
        assertTrue(distanceM(SQUARE_WITH_HOLE, at(57.1, 24.5)) > 0);
    }

    @Test
    void theDistanceToASideIsThatOfTheEarth() {
        // 0.1° of latitude at 57° north: 11.1345 km (WGS-84 meridian radius 6,381,6xx m).
        assertEquals(11_137, distanceM(SQUARE_WITH_HOLE, at(57.1, 24.5)), 5);
    }

    @Test
    void aSquareAcrossTheAntimeridianHoldsBothSidesOfIt() {
        Area fiji = new Area.Polygon(List.of(at(-18, 179), at(-18, -179), at(-17, -179), at(-17, 179)), List.of());

        assertTrue(distanceM(fiji, at(-17.5, 179.5)) < 0);
        assertTrue(distanceM(fiji, at(-17.5, -179.5)) < 0);
        assertTrue(distanceM(fiji, at(-17.5, -178.5)) > 0);
        assertTrue(distanceM(fiji, at(-17.5, 0)) > 1e6);
    }

    @Property
    void aCircleIsRoundOnTheEarth(
            @ForAll @DoubleRange(min = -89, max = 89) double latDeg,
            @ForAll @DoubleRange(min = -180, max = 179) double lonDeg,
            @ForAll @DoubleRange(min = 0, max = 6) double bearing) {
        LatLon centre = at(latDeg, lonDeg);
        double arc = 8_000 / Wgs84.MEAN_RADIUS_M;
        double lat = Math.asin(Math.sin(centre.latRad()) * Math.cos(arc)
                + Math.cos(centre.latRad()) * Math.sin(arc) * Math.cos(bearing));
        double dLon = Math.atan2(
                Math.sin(bearing) * Math.sin(arc) * Math.cos(centre.latRad()),
                Math.cos(arc) - Math.sin(centre.latRad()) * Math.sin(lat));
        LatLon onBorder = new LatLon(lat, centre.lonRad() + dLon);

        // The sphere of the test and the ellipsoid differ by up to 0.6 %.
        assertEquals(0, distanceM(new Area.Circle(centre, 8_000), onBorder), 60);
    }

    @Property(tries = 300)
    void straightFlightsEnterWherePointsAreInside(@ForAll @IntRange(min = 3, max = 12) int corners, @ForAll long seed) {
        Draws draws = Draws.of(seed, 0, "ring");
        double[] xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double radius = draws.uniform(100, 1000);
            xy[2 * i] = radius * Math.cos(angle);
            xy[2 * i + 1] = radius * Math.sin(angle);
        }
        Outline outline = new Outline(List.of(Outline.Rings.of(List.of(xy))));
        Flight flight = new Flight(
                draws.uniform(-1500, 1500),
                draws.uniform(-1500, 1500),
                draws.uniform(-50, 50),
                draws.uniform(-50, 50),
                0,
                0);

        double entryS = flight.entryS(outline, Flight.Limits.NONE, 0, new double[corners + 1]);

        // The plain twin: small steps until a point is inside.
        double stepS = 0.01;
        double steppedS = Double.POSITIVE_INFINITY;
        for (double t = 0; t < 120 && steppedS == Double.POSITIVE_INFINITY; t += stepS) {
            steppedS = Borders.holds(xy, flight.x() + flight.vx() * t, flight.y() + flight.vy() * t) ? t : steppedS;
        }
        if (steppedS < Double.POSITIVE_INFINITY) {
            assertTrue(entryS <= steppedS && entryS >= 0, entryS + " against " + steppedS);
        } else {
            assertTrue(entryS > 119 || grazes(xy, flight, entryS, stepS), "entry at " + entryS + ", never stepped in");
        }
    }

    /// A corner cut in less than two steps is missed by the twin.
    private static boolean grazes(double[] xy, Flight flight, double entryS, double stepS) {
        List<Double> left = new ArrayList<>();
        for (double t = entryS; t < entryS + 2 * stepS; t += stepS / 1000) {
            if (!Borders.holds(xy, flight.x() + flight.vx() * t, flight.y() + flight.vy() * t)) {
                left.add(t);
            }
        }
        return !left.isEmpty();
    }

    @Test
    void aDescentReachesTheCeilingInsideTheCircle() {
        Outline disc = new Outline(List.of(new Outline.Disc(0, 0, 1000)));
        Flight.Limits below500 = new Flight.Limits(Double.NEGATIVE_INFINITY, 500);

        // Over the border at 10 s, at 500 m at 15 s.
        Flight descends = new Flight(-2000, 0, 100, 0, 650, -10);
        Flight stays = new Flight(-2000, 0, 100, 0, 650, 0);
        Flight descendsTooLate = new Flight(-2000, 0, 100, 0, 1650, -10);

        assertEquals(15, descends.entryS(disc, below500, 0, new double[2]), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, stays.entryS(disc, below500, 0, new double[2]));
        assertEquals(Double.POSITIVE_INFINITY, descendsTooLate.entryS(disc, below500, 0, new double[2]));
    }
}
