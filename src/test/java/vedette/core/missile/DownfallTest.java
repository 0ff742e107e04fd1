package vedette.core.missile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.motion.Fall;
import vedette.model.Area;
import vedette.model.Ecef;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

class DownfallTest {
    private static final double SEEN_S = 100;
    private static final int DRAWS = 600;
    private static final Prior KNOWN = prior(1.95);
    private static final Prior OPEN = prior(0.35);
    private static final double[] SIGMA = {60, 60, 60, 0.5, 0.5, 0.5, 0.35, 18, 18};

    @Test
    void theAreasHoldTheirSharesOfWhatMayComeDownThoughTheyAreCrooked() {
        Drop drop = seenHigh();
        List<Impact.Contour> areas = areas(drop, KNOWN);

        Fits.between(0.44, 0.56, held(areas.get(0), drop));
        Fits.between(0.92, 0.98, held(areas.get(1), drop));
    }

    @Test
    void asManyComeDownBeforeTheWindowOfTimeAsAfterItThoughLightOnesComeVeryLate() {
        Drop drop = seenHigh();
        Spread spread = spread(drop, KNOWN);
        spread.lay();

        double early = spread.quantileS(0.025);
        double late = spread.quantileS(0.975);

        Fits.between(0.008, 0.045, comeDown(drop, Double.NEGATIVE_INFINITY, early));
        Fits.between(0.008, 0.045, comeDown(drop, late, Double.POSITIVE_INFINITY));
        assertTrue(late - spread.meanS > 1.2 * (spread.meanS - early));
    }

    @Test
    void whileTheBodysKindIsOpenTheMiddleIsNarrowerAndTheTailsAreLonger() {
        Spread known = spread(seenHigh(), KNOWN);
        Spread open = spread(seenHigh(), OPEN);

        assertEquals(known.parts.size() + 1, open.parts.size());
        assertTrue(open.parts.getFirst().ee() > 3 * known.parts.getFirst().ee());
        assertTrue(open.parts.get(1).ee() < 0.9 * known.parts.getFirst().ee());
        assertEquals(1, open.parts.stream().mapToDouble(Spread.Part::weight).sum(), 1e-9);
    }

    @Test
    void whileTheAirBeginsToTellLightFromHeavyTheMiddleIsNarrowerAndTheTailLonger() {
        Spread late = spread(seenLate(25), KNOWN);
        Spread.Part tail = late.parts.getFirst();
        Spread.Part middle = late.parts.get(1);

        assertEquals(0, Downfall.felt(55));
        assertEquals(1, Downfall.felt(25));
        assertEquals(0, Downfall.felt(5));
        assertEquals(0.05, tail.weight(), 1e-12);
        assertTrue(middle.ee() < 0.8 * tail.ee() / 4);
        assertEquals(1, late.parts.stream().mapToDouble(Spread.Part::weight).sum(), 1e-9);
    }

    @Test
    void aSecondBeforeTheImpactTheMiddleIsAsFitsHaveIt() {
        Spread last = spread(seenLate(4), KNOWN);

        assertEquals(7, last.parts.size());
    }

    @Test
    void whatIsKnownIsTakenToWhereItWasSeenLast() {
        Drop late = seenHigh();
        Fall fall = new Fall();
        double[] start = late.best().values().clone();
        fall.start(SEEN_S, start, false);
        fall.to(SEEN_S - 60);
        System.arraycopy(fall.state(), 0, start, 0, 6);
        fall.start(SEEN_S - 60, start, true);
        fall.to(SEEN_S);
        Drop early = drop(SEEN_S - 60, start, new double[81], fall.sensitivity());

        Spread one = spread(late, KNOWN);
        Spread other = spread(early, KNOWN);

        assertTrue(Wgs84.sphereDistanceM(
                        one.parts.getFirst().centre(), other.parts.getFirst().centre())
                < 1);
        assertEquals(one.parts.getFirst().timeS(), other.parts.getFirst().timeS(), 1e-3);
    }

    private static Drop seenHigh() {
        double[] best = new double[Drop.FLIGHT];
        System.arraycopy(Fits.state(0.4, 0.3, 90_000), 0, best, 0, 6);
        best[Drop.BETA] = 8.2;
        return seen(best);
    }

    // The same body so long before its impact, known as well.
    private static Drop seenLate(double leftS) {
        double[] best = seenHigh().best().values().clone();
        Fall fall = new Fall();
        fall.start(SEEN_S, best, false);
        assertTrue(fall.toGround(SEEN_S + 3600));
        double downS = fall.timeS();
        fall.start(SEEN_S, best, false);
        assertTrue(fall.to(downS - leftS));
        System.arraycopy(fall.state(), 0, best, 0, 6);
        return seen(best);
    }

    private static Drop seen(double[] best) {
        double[] covariance = new double[81];
        double[] same = new double[54];
        for (int i = 0; i < Drop.FLIGHT; i++) {
            covariance[i * 10] = SIGMA[i] * SIGMA[i];
            if (i < 6) {
                same[i * 10] = 1;
            }
        }
        return drop(SEEN_S, best, covariance, same);
    }

    private static Drop drop(double epochS, double[] best, double[] covariance, double[] sense) {
        return new Drop(
                Slots.NONE,
                List.of(),
                epochS,
                new Numbers(best),
                new Numbers(best),
                new Numbers(covariance),
                Numbers.NONE,
                Numbers.NONE,
                new Drop.Reached(SEEN_S, Numbers.NONE, Numbers.copy(sense, 54)),
                40,
                40,
                100,
                120,
                1);
    }

    private static Prior prior(double sigma) {
        return new Prior(0, Numbers.NONE, Numbers.NONE, 8.2, sigma, Taught.NOTHING);
    }

    private static double held(Impact.Contour area, Drop drop) {
        int held = 0;
        for (int i = 0; i < DRAWS; i++) {
            held += inside(area, flown(drop, i)) ? 1 : 0;
        }
        return held / (double) DRAWS;
    }

    private static Spread spread(Drop drop, Prior prior) {
        Spread spread = new Spread();
        new Downfall().of(drop, prior, 1, spread);
        return spread;
    }

    private static List<Impact.Contour> areas(Drop drop, Prior prior) {
        Spread spread = spread(drop, prior);
        spread.lay();
        return new Contours().of(spread, new double[] {0.5, 0.95});
    }

    // The share of them that does between two moments.
    private static double comeDown(Drop drop, double fromS, double toS) {
        int count = 0;
        for (int i = 0; i < DRAWS; i++) {
            double atS = fall(drop, i).timeS();
            count += atS >= fromS && atS < toS ? 1 : 0;
        }
        return count / (double) DRAWS;
    }

    private static LatLon flown(Drop drop, int draw) {
        double[] s = fall(drop, draw).state();
        return Wgs84.geodetic(new Ecef(s[0], s[1], s[2])).latLon();
    }

    private static Fall fall(Drop drop, int draw) {
        double[] p = drop.best().values().clone();
        for (int i = 0; i < Drop.FLIGHT; i++) {
            p[i] += SIGMA[i] * Fits.normal(draw, i);
        }
        Fall fall = new Fall();
        fall.start(SEEN_S, p, false);
        assertTrue(fall.toGround(SEEN_S + 3600));
        return fall;
    }

    private static boolean inside(Impact.Contour contour, LatLon place) {
        List<LatLon> ring = assertPolygon(contour.area()).outer();
        boolean odd = false;
        for (int i = 0; i < ring.size(); i++) {
            LatLon a = ring.get(i);
            LatLon b = ring.get((i + 1) % ring.size());
            if (a.latRad() > place.latRad() != b.latRad() > place.latRad()) {
                double share = (place.latRad() - a.latRad()) / (b.latRad() - a.latRad());
                odd ^= a.lonRad() + share * (b.lonRad() - a.lonRad()) > place.lonRad();
            }
        }
        return odd;
    }

    private static Area.Polygon assertPolygon(Area area) {
        assertTrue(area instanceof Area.Polygon);
        return (Area.Polygon) area;
    }
}
