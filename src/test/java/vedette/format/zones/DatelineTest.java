package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.model.Area;
import vedette.model.LatLon;

class DatelineTest {
    private static Area.Polygon polygon(double... latLon) {
        return new Area.Polygon(ring(latLon), List.of());
    }

    private static List<LatLon> ring(double... latLon) {
        List<LatLon> ring = new ArrayList<>();
        for (int i = 0; i < latLon.length; i += 2) {
            ring.add(LatLon.ofDegrees(latLon[i], latLon[i + 1]));
        }
        return ring;
    }

    private static double lonDegs(Dateline.Part part, double least) {
        double most = least;
        for (List<Dateline.Corner> ring : part.rings()) {
            for (Dateline.Corner corner : ring) {
                most = Math.max(most, Math.abs(corner.lonDeg()));
            }
        }
        return most;
    }

    // Even-odd over all rings of all parts.
    private static boolean holds(List<Dateline.Part> parts, double latDeg, double lonDeg) {
        boolean odd = false;
        for (Dateline.Part part : parts) {
            for (List<Dateline.Corner> ring : part.rings()) {
                for (int i = 0; i < ring.size(); i++) {
                    Dateline.Corner a = ring.get(i);
                    Dateline.Corner b = ring.get((i + 1) % ring.size());
                    odd ^= a.latDeg() > latDeg != b.latDeg() > latDeg
                            && lonDeg
                                    < a.lonDeg()
                                            + (b.lonDeg() - a.lonDeg())
                                                    * (latDeg - a.latDeg())
                                                    / (b.latDeg() - a.latDeg());
                }
            }
        }
        return odd;
    }

    private static double twiceArea(List<Dateline.Corner> ring) {
        double twice = 0;
        for (int i = 0; i < ring.size(); i++) {
            Dateline.Corner a = ring.get(i);
            Dateline.Corner b = ring.get((i + 1) % ring.size());
            twice += a.lonDeg() * b.latDeg() - b.lonDeg() * a.latDeg();
        }
        return twice;
    }

    @Test
    void whatDoesNotCrossStaysAsItIs() {
        List<Dateline.Part> parts = Dateline.parts(polygon(10, 20, 10, 30, 20, 30));

        assertEquals(1, parts.size());
        assertEquals(3, parts.getFirst().rings().getFirst().size());
    }

    @Test
    void aSquareOverTheAntimeridianIsTwo() {
        List<Dateline.Part> parts = Dateline.parts(polygon(0, 179, 0, -179, 2, -179, 2, 179));

        assertEquals(
                List.of(
                        new Dateline.Part(List.of(corners(0, 179, 0, 180, 2, 180, 2, 179))),
                        new Dateline.Part(List.of(corners(0, -180, 0, -179, 2, -179, 2, -180)))),
                parts.stream().map(DatelineTest::fromSouthWest).toList());
    }

    private static List<Dateline.Corner> corners(double... latLon) {
        List<Dateline.Corner> ring = new ArrayList<>();
        for (int i = 0; i < latLon.length; i += 2) {
            ring.add(new Dateline.Corner(latLon[i + 1], latLon[i]));
        }
        return ring;
    }

    private static Dateline.Part fromSouthWest(Dateline.Part part) {
        List<Dateline.Corner> ring = new ArrayList<>(part.rings().getFirst());
        int first = 0;
        for (int i = 0; i < ring.size(); i++) {
            double here = ring.get(i).lonDeg() + ring.get(i).latDeg();
            first = here < ring.get(first).lonDeg() + ring.get(first).latDeg() ? i : first;
        }
        java.util.Collections.rotate(ring, -first);
        return new Dateline.Part(List.of(ring));
    }

    @Test
    void aHorseshoeWithItsEndsOverTheAntimeridianIsThreeParts() {
        List<Dateline.Part> parts =
                Dateline.parts(polygon(0, 178, 0, -179, 1, -179, 1, 179, 2, 179, 2, -179, 3, -179, 3, 178));

        assertEquals(3, parts.size());
        assertTrue(holds(parts, 0.5, -179.5) && holds(parts, 2.5, -179.5) && !holds(parts, 1.5, -179.5));
    }

    @Test
    void aHoleOverTheAntimeridianIsCutWithItsArea() {
        Area.Polygon area = new Area.Polygon(
                ring(0, 170, 0, -170, 20, -170, 20, 170), List.of(ring(8, 175, 12, 175, 12, -175, 8, -175)));

        List<Dateline.Part> parts = Dateline.parts(area);

        assertTrue(holds(parts, 4, 179) && holds(parts, 4, -179) && holds(parts, 10, 172) && holds(parts, 10, -172));
        assertTrue(!holds(parts, 10, 179) && !holds(parts, 10, -179));
    }

    @Test
    void aHoleOnOneSideStaysInItsPart() {
        Area.Polygon area = new Area.Polygon(
                ring(0, 170, 0, -170, 20, -170, 20, 170), List.of(ring(8, -178, 12, -178, 12, -175, 8, -175)));

        List<Dateline.Part> parts = Dateline.parts(area);

        assertEquals(
                List.of(1, 2),
                parts.stream().map(part -> part.rings().size()).sorted().toList());
        assertTrue(!holds(parts, 10, -176) && holds(parts, 10, -179));
    }

    @Test
    void aRingAroundThePoleHoldsIt() {
        double[] latLon = new double[24];
        for (int i = 0; i < 12; i++) {
            latLon[2 * i] = 80;
            latLon[2 * i + 1] = 15 + 30 * i;
        }

        List<Dateline.Part> parts = Dateline.parts(polygon(latLon));

        for (double lonDeg = -175; lonDeg < 180; lonDeg += 10) {
            assertTrue(holds(parts, 85, lonDeg) && !holds(parts, 75, lonDeg), "at " + lonDeg);
        }
        parts.forEach(part -> assertTrue(lonDegs(part, 0) <= 180));
    }

    @Property(tries = 300, seed = "180")
    void partsHoldWhatTheWholeHeld(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
            @ForAll @DoubleRange(min = -14, max = 14) double dLat,
            @ForAll @DoubleRange(min = -14, max = 14) double dLon) {
        Draws draws = Draws.of(seed, 0, "dateline");
        int n = 5 + (int) (seed % 20);
        double middle = 180 + draws.uniform(-8, 8);
        double[] star = new double[2 * n];
        List<Dateline.Corner> flat = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double r = draws.uniform(1, 12);
            double turn = 2 * Math.PI * i / n;
            star[2 * i] = r * Math.sin(turn);
            star[2 * i + 1] = middle + r * Math.cos(turn);
            flat.add(new Dateline.Corner(star[2 * i + 1], star[2 * i]));
        }

        List<Dateline.Part> parts = Dateline.parts(polygon(star));

        boolean whole = holds(List.of(new Dateline.Part(List.of(flat))), dLat, middle + dLon);
        double lonDeg = Math.IEEEremainder(middle + dLon, 360);
        assertEquals(whole, holds(parts, dLat, lonDeg));
        for (Dateline.Part part : parts) {
            assertTrue(lonDegs(part, 0) <= 180);
            assertTrue(twiceArea(part.rings().getFirst()) > 0);
        }
    }
}
