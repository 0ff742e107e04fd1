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
import vedette.model.LatLon;
import vedette.model.Zone;

class KmlTest {
    private static final String RING = "24,56,120 25,56,120 25,57,120 24,57,120 24,56,120";

    private static String polygon(String mode, String coordinates) {
        return "<Polygon>" + (mode.isEmpty() ? "" : "<altitudeMode>" + mode + "</altitudeMode>")
                + "<outerBoundaryIs><LinearRing><coordinates>" + coordinates
                + "</coordinates></LinearRing></outerBoundaryIs></Polygon>";
    }

    private static ZoneFile.Contents read(String marks) {
        return ZoneFile.read(
                "<?xml version=\"1.0\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n" + marks
                        + "\n</Document></kml>",
                ZoneForms.SPAN);
    }

    @Test
    void aPlacemarkWithAPolygonOverTheGroundIsAZoneWithACeiling() {
        Zone zone = read("<Folder><Placemark id=\"P1\"><name>Port</name>" + polygon("relativeToGround", RING)
                        + "</Placemark></Folder>")
                .zones()
                .getFirst();

        assertEquals("P1", zone.id().name());
        assertEquals("Port", zone.title());
        assertEquals(Optional.of(new HeightLimit(120, HeightLimit.Datum.AGL)), zone.ceiling());
        assertEquals(
                4, assertInstanceOf(Area.Polygon.class, zone.area()).outer().size());
    }

    @ParameterizedTest
    @CsvSource({"absolute, AMSL", "relativeToGround, AGL"})
    void theAltitudesDatumIsTheModes(String mode, HeightLimit.Datum datum) {
        Zone zone = read("<Placemark><name>A</name>" + polygon(mode, RING) + "</Placemark>")
                .zones()
                .getFirst();

        assertEquals(datum, zone.ceiling().orElseThrow().datum());
    }

    @Test
    void aPolygonClampedToTheGroundHasNoCeiling() {
        Zone zone = read("<Placemark><name>A</name>" + polygon("", RING) + "</Placemark>")
                .zones()
                .getFirst();

        assertEquals(Optional.empty(), zone.ceiling());
    }

    @Test
    void placemarksOfOneNameAreToldApart() {
        String mark = "<Placemark><name>A</name>" + polygon("", RING) + "</Placemark>";

        List<Zone> zones = read(mark + mark + mark).zones();

        assertEquals(
                List.of("A", "A-2", "A-3"),
                zones.stream().map(zone -> zone.id().name()).toList());
    }

    @Test
    void aPointIsPassedOverAndTheOthersAreRead() {
        ZoneFile.Contents contents =
                read("<Placemark><name>Tower</name><Point><coordinates>24,56</coordinates></Point></Placemark>"
                        + "<Placemark><name>A</name>" + polygon("", RING) + "</Placemark>");

        assertEquals(List.of(), contents.refusals());
        assertEquals("Tower", contents.passed().getFirst().identifier());
        assertEquals(1, contents.zones().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24,56 25,56 25,57 24,57|not closed",
                "24,56 25,57 25,56 24,57 24,56|crosses itself",
                "24,56 25,x 25,57 24,56|is no number",
                "24 56 25 57|is no longitude,latitude",
                "24,56 25,96 25,57 24,56|not on Earth"
            })
    void aBadRingIsRefusedWithItsLineAndTheOthersAreRead(String ring, String reason) {
        ZoneFile.Contents contents = read("<Placemark><name>GOOD</name>" + polygon("", RING)
                + "</Placemark>\n<Placemark><name>BAD</name>" + polygon("", ring) + "</Placemark>");

        assertEquals("GOOD", contents.zones().getFirst().id().name());
        ZoneFile.Refusal refusal = contents.refusals().getFirst();
        assertEquals("BAD", refusal.identifier());
        assertEquals(4, refusal.line());
        assertTrue(refusal.reason().contains(reason), refusal.toString());
    }

    @Test
    void aDocumentTypeIsRefused() {
        ZoneFile.Contents contents = ZoneFile.read("<!DOCTYPE kml [<!ENTITY a \"b\">]><kml>&a;</kml>", ZoneForms.SPAN);

        assertTrue(contents.refusals().getFirst().reason().contains("document type"), contents.toString());
    }

    @Test
    void aPackedFileIsRefusedWithAdvice() {
        ZoneFile.Contents contents = ZoneFile.read("PK\3\4", ZoneForms.SPAN);

        assertTrue(contents.refusals().getFirst().reason().contains("unpack"), contents.toString());
    }

    @Test
    void holesAndSeveralPolygonsAreKept() {
        String hole = "<innerBoundaryIs><LinearRing><coordinates>24.2,56.2 24.4,56.2 24.4,56.4 24.2,56.2"
                + "</coordinates></LinearRing></innerBoundaryIs></Polygon>";
        String two = "<MultiGeometry>" + polygon("", RING).replace("</Polygon>", hole)
                + polygon("", "26,56 27,56 27,57 26,56") + "</MultiGeometry>";

        Area.Union union = assertInstanceOf(
                Area.Union.class,
                read("<Placemark><name>A</name>" + two + "</Placemark>")
                        .zones()
                        .getFirst()
                        .area());

        assertEquals(
                1,
                assertInstanceOf(Area.Polygon.class, union.parts().getFirst())
                        .holes()
                        .size());
        assertEquals(
                LatLon.ofDegrees(56, 26),
                assertInstanceOf(Area.Polygon.class, union.parts().getLast())
                        .outer()
                        .getFirst());
    }
}
