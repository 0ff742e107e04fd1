package vedette.format.cap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.model.LatLon;

class CapAreaTest {
    private static final double WITHIN_DEG = 3e-6;

    private static List<LatLon> ring(double... latLon) {
        List<LatLon> out = new ArrayList<>();
        for (int i = 0; i < latLon.length; i += 2) {
            out.add(LatLon.ofDegrees(latLon[i], latLon[i + 1]));
        }
        return out;
    }

    @Test
    void aPlainTriangleStaysAsItIs() {
        assertEquals(
                List.of("57.000000,24.000000 57.000000,25.000000 56.000000,24.500000 57.000000,24.000000"),
                CapArea.polygons(ring(57, 24, 57, 25, 56, 24.5)));
    }

    @Test
    void aBoxOverTheAntimeridianBecomesTwo() {
        List<String> polygons = CapArea.polygons(ring(10, 179, 10, -179, 12, -179, 12, 179));

        assertEquals(2, polygons.size());
        assertTrue(polygons.get(0).contains("10.000000,179.000000"), polygons.toString());
        assertTrue(polygons.get(1).contains("10.000000,-179.000000"), polygons.toString());
    }

    @Test
    void aRingRoundThePoleReachesThePole() {
        List<String> polygons = CapArea.polygons(ring(80, 0, 80, 90, 80, 180, 80, -90));

        assertTrue(polygons.size() > 2, polygons.toString());
        polygons.forEach(each -> assertTrue(each.contains("90.000000,"), each));
    }

    @Test
    void aBowTieBecomesItsHull() {
        assertEquals(1, CapArea.polygons(ring(0, 0, 1, 1, 1, 0, 0, 1)).size());
        assertEquals(
                5, CapArea.polygons(ring(0, 0, 1, 1, 1, 0, 0, 1)).getFirst().split(" ", -1).length);
    }

    @Test
    void aPointBecomesASmallBox() {
        assertEquals(
                List.of("1.999500,2.999500 1.999500,3.000500 2.000500,3.000500 2.000500,2.999500 1.999500,2.999500"),
                CapArea.polygons(ring(2, 3, 2, 3, 2, 3)));
    }

    @Test
    void aCircleIsRoundedUp() {
        assertEquals("-1.500000,-0.250000 12.346", CapArea.circle(LatLon.ofDegrees(-1.5, -0.25), 12_345.2));
    }

    @Test
    void twentyThousandRingsGiveValidAreasThatContainThem() {
        fuzz(20_000, 7);
    }

    @Test
    @Tag("long")
    void aMillionRingsGiveValidAreasThatContainThem() {
        fuzz(1_000_000, 8);
    }

    private static void fuzz(int rings, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        for (int i = 0; i < rings; i++) {
            List<LatLon> ring = anyRing(chance);
            List<List<Spot>> areas = CapArea.rings(ring);
            String what = "ring " + i + ": " + ring;
            assertTrue(!areas.isEmpty(), what);
            areas.forEach(area -> assertValid(area, what));
            for (int k = 0; k < 6; k++) {
                double[] inside = inside(ring, chance);
                if (inside.length > 0) {
                    assertTrue(
                            areas.stream().anyMatch(area -> holds(area, inside)),
                            () -> what + " lost " + inside[0] + "," + inside[1] + " of " + areas);
                }
            }
        }
    }

    /// Round a place anywhere, near a pole or near the antimeridian: stars, jumbles, lines, many corners.
    private static List<LatLon> anyRing(SplittableRandom chance) {
        double lat = chance.nextInt(4) == 0 ? (chance.nextBoolean() ? 88 : -88) : chance.nextDouble(-80, 80);
        double lon = chance.nextInt(3) == 0 ? 179.5 : chance.nextDouble(-180, 180);
        double size = Math.pow(10, chance.nextDouble(-5, 2));
        int corners = chance.nextInt(40) == 0 ? chance.nextInt(100, 300) : chance.nextInt(1, 12);
        boolean star = chance.nextInt(3) > 0;
        boolean coarse = chance.nextInt(5) == 0;
        List<LatLon> out = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = star ? 2 * Math.PI * i / corners : chance.nextDouble(2 * Math.PI);
            double reach = size * chance.nextDouble(0.3, 1);
            double y = lat + reach * Math.sin(angle);
            double x = lon + reach * Math.cos(angle) * (chance.nextInt(50) == 0 ? 30 : 1);
            out.add(LatLon.ofDegrees(Math.clamp(coarse ? Math.rint(y) : y, -90.0, 90.0), coarse ? Math.rint(x) : x));
        }
        return out;
    }

    private static void assertValid(List<Spot> area, String what) {
        assertTrue(area.size() >= 3 && area.size() <= 99, what);
        assertTrue(area.stream().allMatch(each -> Math.abs(each.y()) <= 90_000_000), what);
        assertTrue(area.stream().allMatch(each -> Math.abs(each.x()) <= 180_000_000), what);
        for (int i = 0; i < area.size(); i++) {
            long step = area.get((i + 1) % area.size()).x() - area.get(i).x();
            assertTrue(Math.abs(step) < 180_000_000, what);
        }
        assertTrue(Spot.isSimple(area), what + " crosses itself: " + area);
    }

    /// A place of the ring's area by the even-odd rule, degrees, or a corner of it; nothing when none was hit.
    private static double[] inside(List<LatLon> ring, SplittableRandom chance) {
        double[] x = new double[ring.size() + 1];
        double[] y = new double[ring.size() + 1];
        for (int i = 0; i <= ring.size(); i++) {
            LatLon each = ring.get(i % ring.size());
            x[i] = i == 0 ? each.lonDeg() : x[i - 1] + shorterWay(each.lonDeg() - x[i - 1]);
            y[i] = each.latDeg();
        }
        int corner = chance.nextInt(ring.size());
        if (chance.nextInt(3) == 0) {
            return new double[] {y[corner], x[corner]};
        }
        int other = chance.nextInt(ring.size());
        int third = chance.nextInt(ring.size());
        double s = chance.nextDouble();
        double t = (1 - s) * chance.nextDouble();
        double px = x[corner] + s * (x[other] - x[corner]) + t * (x[third] - x[corner]);
        double py = y[corner] + s * (y[other] - y[corner]) + t * (y[third] - y[corner]);
        boolean round = Math.abs(x[ring.size()] - x[0]) > 1;
        return !round && odd(x, y, px, py) ? new double[] {py, px} : new double[0];
    }

    /// A side of exactly half a turn, to the millionth of a degree, goes east.
    private static double shorterWay(double stepDeg) {
        long step = Math.floorMod(Math.round(stepDeg * 1e6), 360_000_000L);
        return (step > 180_000_000L ? step - 360_000_000L : step) / 1e6;
    }

    private static boolean odd(double[] x, double[] y, double px, double py) {
        boolean in = false;
        for (int i = 0; i + 1 < x.length; i++) {
            in ^= y[i] > py != y[i + 1] > py && px < x[i] + (py - y[i]) / (y[i + 1] - y[i]) * (x[i + 1] - x[i]);
        }
        return in;
    }

    private static boolean holds(List<Spot> area, double[] place) {
        double[] x = new double[area.size() + 1];
        double[] y = new double[area.size() + 1];
        for (int i = 0; i <= area.size(); i++) {
            x[i] = area.get(i % area.size()).x() / 1e6;
            y[i] = area.get(i % area.size()).y() / 1e6;
        }
        for (double turn = -1440; turn <= 1440; turn += 360) {
            if (odd(x, y, place[1] + turn, place[0]) || near(x, y, place[1] + turn, place[0])) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(double[] x, double[] y, double px, double py) {
        for (int i = 0; i + 1 < x.length; i++) {
            double dx = x[i + 1] - x[i];
            double dy = y[i + 1] - y[i];
            double part = Math.clamp(((px - x[i]) * dx + (py - y[i]) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            if (Math.hypot(x[i] + part * dx - px, y[i] + part * dy - py) < WITHIN_DEG) {
                return true;
            }
        }
        return false;
    }
}
