package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/// Places in 34 bits. The worked examples are those of "The 1090 Megahertz Riddle", chapters 5 and 6.
class CprTest {
    private static final double RIDDLE_DIGITS = 1e-5;
    private final CprFix fix = new CprFix();

    @Test
    void anEvenAndAnOddMessageGiveAPlaceInTheAir() {
        long even = cpr("8d40621d58c382d690c8ac2863a7");
        long odd = cpr("8d40621d58c386435cc412692ad6");

        assertTrue(Cpr.airbornePair(even, odd, false, fix));

        assertEquals(52.25720, fix.latitudeDeg(), RIDDLE_DIGITS);
        assertEquals(3.91937, fix.longitudeDeg(), RIDDLE_DIGITS);
    }

    @Test
    void oneMessageAndAPlaceNearbyGiveTheSame() {
        Cpr.local(cpr("8d40621d58c382d690c8ac2863a7"), false, false, at(52.258, 3.918), fix);

        assertEquals(52.25720, fix.latitudeDeg(), RIDDLE_DIGITS);
        assertEquals(3.91937, fix.longitudeDeg(), RIDDLE_DIGITS);
    }

    @Test
    void aPairOnTheGroundNeedsToKnowTheQuarterOfTheGlobe() {
        long even = cpr("8c4841753aab238733c8cd4020b1");
        long odd = cpr("8c4841753a8a35323faebda72702");

        assertTrue(Cpr.surfacePair(even, odd, true, at(51.99, 4.375), fix));

        assertEquals(52.32061, fix.latitudeDeg(), 1e-4);
        assertEquals(4.73473, fix.longitudeDeg(), 1e-3);
    }

    @Test
    void theLongitudeZonesAreThoseOfTheStandard() {
        assertEquals(59, Cpr.longitudeZones(0));
        assertEquals(59, Cpr.longitudeZones(10.47047129));
        assertEquals(58, Cpr.longitudeZones(10.47047131));
        assertEquals(36, Cpr.longitudeZones(-52.25));
        assertEquals(3, Cpr.longitudeZones(86.5));
        assertEquals(2, Cpr.longitudeZones(87));
        assertEquals(1, Cpr.longitudeZones(-87.0001));
        assertEquals(1, Cpr.longitudeZones(90));
        assertEquals(1, Cpr.longitudeZones(Double.NaN));
    }

    @Test
    void aPairAcrossAZoneBorderMeansNothing() {
        long even = Cpr.encode(10.4700, 20, false, false);
        long odd = Cpr.encode(10.4710, 20, true, false);

        assertFalse(Cpr.airbornePair(even, odd, true, fix));
    }

    @Property
    void whatIsEncodedInTheAirIsDecoded(
            @ForAll @Scale(6) @DoubleRange(min = -89.9, max = 89.9) double lat,
            @ForAll @Scale(6) @DoubleRange(min = -180, max = 179.999) double lon,
            @ForAll boolean oddIsNewer) {
        long even = Cpr.encode(lat, lon, false, false);
        long odd = Cpr.encode(lat, lon, true, false);

        if (Cpr.airbornePair(even, odd, oddIsNewer, fix)) {
            assertNear(lat, lon, oddIsNewer, 1);
        }
        Cpr.local(even, false, false, at(Math.clamp(lat + 1, -90, 90), lon - 1), fix);
        assertNear(lat, lon, false, 1);
    }

    @Property
    void whatIsEncodedOnTheGroundIsDecoded(
            @ForAll @Scale(6) @DoubleRange(min = -80, max = 80) double lat,
            @ForAll @Scale(6) @DoubleRange(min = -180, max = 179.999) double lon,
            @ForAll boolean odd) {
        long cpr = Cpr.encode(lat, lon, odd, true);

        Cpr.local(cpr, odd, true, at(lat + 0.3, lon - 0.3), fix);
        assertNear(lat, lon, odd, 4);

        boolean pair = Cpr.surfacePair(
                Cpr.encode(lat, lon, false, true), Cpr.encode(lat, lon, true, true), odd, at(lat - 3, lon + 3), fix);
        if (pair) {
            assertNear(lat, lon, odd, 4);
        }
    }

    // Half a step of latitude and of the longitude zone: the resolution the standard gives.
    private void assertNear(double lat, double lon, boolean odd, int finer) {
        double latStep = 6.2 / 131072 / finer;
        double lonStep = 360.0 / Math.max(Cpr.longitudeZones(fix.latitudeDeg()) - (odd ? 1 : 0), 1) / 131072 / finer;
        double turn = Math.abs(fix.longitudeDeg() - lon) % 360;
        assertEquals(lat, fix.latitudeDeg(), 0.51 * latStep);
        assertEquals(0, Math.min(turn, 360 - turn), 0.51 * lonStep);
    }

    private static CprFix at(double lat, double lon) {
        CprFix place = new CprFix();
        place.latitudeDeg = lat;
        place.longitudeDeg = lon;
        return place;
    }

    private static long cpr(String hex) {
        return Frames.read(hex).message() & 0x3FFFFFFFFL;
    }
}
