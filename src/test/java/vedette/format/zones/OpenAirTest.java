package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.HeightLimit.Datum;
import vedette.model.LatLon;
import vedette.model.Wgs84;
import vedette.model.Zone;

class OpenAirTest {
    private static ZoneFile.Contents read(String text) {
        return ZoneFile.read(text, ZoneForms.SPAN);
    }

    private static Zone only(String text) {
        ZoneFile.Contents contents = read(text);
        assertEquals(List.of(), contents.refusals());
        return contents.zones().getFirst();
    }

    private static final String SQUARE = """
            DP 56:00:00 N 024:00:00 E
            DP 56:00:00 N 025:00:00 E
            DP 57:00:00 N 025:00:00 E
            DP 57:00:00 N 024:00:00 E
            """;

    @Test
    void anAirspaceIsAZone() {
        Zone zone = only("* a file\nAC R\nAN R 101 Range * an inline word\nAL GND\nAH FL 95\n" + SQUARE);

        assertEquals("R 101 Range", zone.title());
        assertEquals(Optional.empty(), zone.floor());
        assertEquals(Optional.of(new HeightLimit(2895.6, Datum.FLIGHT_LEVEL)), zone.ceiling());
        Area.Polygon polygon = assertInstanceOf(Area.Polygon.class, zone.area());
        assertEquals(LatLon.ofDegrees(56, 24), polygon.outer().getFirst());
        assertEquals(4, polygon.outer().size());
    }

    @ParameterizedTest
    @CsvSource({
        "4500 ft MSL, 1371.6, AMSL",
        "4500ft, 1371.6, AMSL",
        "4500, 1371.6, AMSL",
        "500 AGL, 152.4, AGL",
        "500ft GND, 152.4, AGL",
        "1000m MSL, 1000, AMSL",
        "FL95, 2895.6, FLIGHT_LEVEL",
        "3500 ALT, 1066.8, AMSL"
    })
    void heightsAreReadAsPilotsWriteThem(String text, double heightM, Datum datum) {
        HeightLimit limit = OpenAirText.limit(Where.line(1), text).orElseThrow();

        assertEquals(heightM, limit.heightM(), 1e-9);
        assertEquals(datum, limit.datum());
    }

    @Test
    void unlimitedIsNoLimit() {
        assertEquals(Optional.empty(), OpenAirText.limit(Where.line(1), "UNLIM"));
        assertEquals(Optional.empty(), OpenAirText.limit(Where.line(1), "unl"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "46:51:44 N 008:30:22 E|46.862222222|8.506111111",
                "46:51:44N 8:30:22E|46.862222222|8.506111111",
                "46:51.5 S, 8:30.25 W|-46.858333333|-8.504166667",
                "46.5 N 8.25 W|46.5|-8.25",
                "35:31:21.0000 N 114:15:0.0000 E|35.5225|114.25"
            })
    void placesAreReadInEveryNotation(String text, double lat, double lon) {
        LatLon place = OpenAirText.place(Where.line(1), text);

        assertEquals(lat, place.latDeg(), 1e-8);
        assertEquals(lon, place.lonDeg(), 1e-8);
    }

    @Test
    void aCircleHasItsMiddleAndRadius() {
        Zone zone = only("AC CTR\nAN C\nV X=46:00:00 N 008:00:00 E\nDC 5\n");

        assertEquals(new Area.Circle(LatLon.ofDegrees(46, 8), 9260), zone.area());
    }

    @Test
    void anArcTurnsTheWayItIsTold() {
        String head = "AC D\nAN A\nV X=46:00:00 N 008:00:00 E\n";

        double clockwise = areaM2(only(head + "V D=+\nDA 10,0,90\nDP 46:00:00 N 008:00:00 E\n"));
        double counter = areaM2(only(head + "V D=-\nDA 10,0,90\nDP 46:00:00 N 008:00:00 E\n"));

        double disc = Math.PI * 18_520.0 * 18_520.0;
        assertEquals(disc / 4, clockwise, disc * 0.003);
        assertEquals(disc * 3 / 4, counter, disc * 0.003);
    }

    @Test
    void anArcBetweenPlacesBeginsAndEndsThere() {
        Zone zone = only("""
                AC D
                AN A
                V X=46:00:00 N 008:00:00 E
                DB 46:10:00 N 008:00:00 E,46:00:00 N 008:14:25 E
                DP 46:00:00 N 008:00:00 E
                """);

        Area.Polygon polygon = assertInstanceOf(Area.Polygon.class, zone.area());
        LatLon middle = LatLon.ofDegrees(46, 8);
        assertEquals(LatLon.ofDegrees(46 + 10 / 60.0, 8), polygon.outer().getFirst());
        for (LatLon corner : polygon.outer()) {
            double m = Wgs84.sphereDistanceM(middle, corner);
            assertTrue(m < 1 || Math.abs(m - 18_540) < 120, "corner at " + m);
        }
        assertEquals(Math.PI * 18_540 * 18_540 / 4, areaM2(zone), 4e6);
    }

    private static double areaM2(Zone zone) {
        List<LatLon> ring = assertInstanceOf(Area.Polygon.class, zone.area()).outer();
        double cos = Math.cos(Math.toRadians(46));
        double sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            LatLon a = ring.get(i);
            LatLon b = ring.get((i + 1) % ring.size());
            sum += (a.lonRad() * b.latRad() - b.lonRad() * a.latRad()) * cos;
        }
        return Math.abs(sum) / 2 * Wgs84.MEAN_RADIUS_M * Wgs84.MEAN_RADIUS_M;
    }

    @Test
    void anActivationIsAnInterval() {
        Zone zone = only("AC R\nAN A\nAA 2026-11-20T12:00Z/2026-11-20T13:00Z\n" + SQUARE);

        assertEquals(
                List.of(new Zone.Interval(
                        ZoneForms.utc("2026-11-20T12:00:00Z"), ZoneForms.utc("2026-11-20T13:00:00Z"))),
                zone.active());
    }

    @Test
    void anAirwayIsACorridor() {
        Zone zone = only("AC A\nAN W\nV W=4\nDY 46:00:00 N 008:00:00 E\nDY 46:30:00 N 008:00:00 E\n");

        Area.Union union = assertInstanceOf(Area.Union.class, zone.area());
        assertEquals(3, union.parts().size());
    }

    @Test
    void anAirwayThatStandsStillIsItsCirclesAndIsThereAfterWriting() {
        String joint = "DY 46:00:00 N 008:00:00 E\n";
        Zone zone = only("AC A\nAN W\nV W=4\n" + joint + joint);
        ZoneFile.Contents again = read(ZoneFile.write(List.of(zone), ZoneForms.LEAPS));

        assertEquals(2, assertInstanceOf(Area.Union.class, zone.area()).parts().size());
        assertEquals(List.of(), again.refusals());
        assertEquals("W", again.zones().getFirst().title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V W=0.0001;DY 46:00:00 N 008:00:00 E|1|no width",
                "AH up high|2|is no height",
                "DP 46:61:00 N 008:00:00 E|2|below 60",
                "DP 46 8|2|is no place",
                "DC 5|2|no 'V X='",
                "V X=46:00:00 N 008:00:00 E;DC -4|3|a radius",
                "V X=46:00:00 N 008:00:00 E;DC 1000000|3|a radius",
                "AL FL 95;AH FL 65;V X=46:00:00 N 008:00:00 E;DC 4|1|floor is not below",
                "AN nothing|1|neither corners",
            })
    void aBadLineCostsItsAirspaceOnly(String lines, int line, String reason) {
        ZoneFile.Contents contents = read("AC R\n" + lines.replace(';', '\n') + "\nAC R\nAN GOOD\n" + SQUARE);

        assertEquals("GOOD", contents.zones().getFirst().title());
        ZoneFile.Refusal refusal = contents.refusals().getFirst();
        assertEquals(line, refusal.line(), refusal.toString());
        assertTrue(refusal.reason().contains(reason), refusal.toString());
    }

    @Test
    void aTextThatIsNoneOfTheFormsIsRefused() {
        ZoneFile.Contents contents = read("zones: none\n");

        assertTrue(contents.refusals().getFirst().reason().contains("neither JSON"), contents.toString());
    }
}
