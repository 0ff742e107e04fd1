package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.Shared;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.Zone;

class Ed269Test {
    private static final String POLYGON = """
            {"type":"Polygon","coordinates":[[[6.1,46.1],[6.2,46.1],[6.2,46.2],[6.1,46.1]]]}""";

    private static String zone(String more, String projection) {
        return "{\"identifier\":\"Z\",\"country\":\"CHE\",\"type\":\"COMMON\",\"name\":\"Field\","
                + "\"restriction\":\"PROHIBITED\",\"zoneAuthority\":[{\"purpose\":\"INFORMATION\"}],"
                + more + "\"geometry\":[{\"uomDimensions\":\"FT\",\"lowerLimit\":\"0\",\"lowerVerticalReference\":"
                + "\"AGL\",\"upperLimit\":1000,\"upperVerticalReference\":\"AMSL\",\"horizontalProjection\":"
                + projection + "}]}";
    }

    private static ZoneFile.Contents read(String zone) {
        return ZoneFile.read("{\"UASZoneList\":[\n" + zone + "]}", ZoneForms.SPAN);
    }

    @Test
    void aZoneHasItsAreaLimitsAndName() {
        Zone zone = read(zone("", POLYGON)).zones().getFirst();

        assertEquals("Field", zone.title());
        assertEquals(Optional.empty(), zone.floor());
        assertEquals(Optional.of(new HeightLimit(304.8, HeightLimit.Datum.AMSL)), zone.ceiling());
    }

    @Test
    void aCirclesRadiusIsInTheVolumesUnit() {
        Zone zone = read(zone("", "{\"type\":\"Circle\",\"center\":[6.1,46.1],\"radius\":1000}"))
                .zones()
                .getFirst();

        assertEquals(new Area.Circle(LatLon.ofDegrees(46.1, 6.1), 304.8), zone.area());
    }

    @Test
    void theFeaturesOfAFileAreReadTheSame() {
        ZoneFile.Contents contents =
                ZoneFile.read("{\"title\":\"t\",\"features\":[" + zone("", POLYGON) + "]}", ZoneForms.SPAN);

        assertEquals(1, contents.zones().size());
    }

    @Test
    void aDailyPeriodBecomesIntervals() {
        String daily = """
                "applicability":[{"permanent":"NO","startDateTime":"2026-11-21T00:00:00Z",
                "endDateTime":"2026-11-23T00:00:00Z","dailyPeriod":[
                {"day":["ANY"],"startTime":"06:00:00.00Z","endTime":"08:00:00.00Z"}]}],""";

        Zone zone = read(zone(daily, POLYGON)).zones().getFirst();

        assertEquals(2, zone.active().size());
        assertEquals(
                ZoneForms.utc("2026-11-21T06:00:00Z"), zone.active().getFirst().from());
    }

    @Test
    void aZoneWithoutRestrictionIsPassedOver() {
        ZoneFile.Contents contents = read(zone("", POLYGON).replace("PROHIBITED", "NO_RESTRICTION"));

        assertEquals(List.of(), contents.refusals());
        assertEquals("Z", contents.passed().getFirst().identifier());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROHIBITED|FORBIDDEN|$.UASZoneList[0].restriction|is none of",
                "\"CHE\"|\"CH\"|$.UASZoneList[0].country|three letters",
                "\"FT\"|\"KM\"|$.UASZoneList[0].geometry[0]|unit",
                "\"AMSL\"|\"QFE\"|$.UASZoneList[0].geometry[0].upperVerticalReference|is none of",
                "\"0\"|\"low\"|$.UASZoneList[0].geometry[0].lowerLimit|no number",
                "[{\"purpose\":\"INFORMATION\"}]|[]|$.UASZoneList[0].zoneAuthority|empty"
            })
    void whatIsWrongIsNamedWithItsPlaceAndLine(String right, String wrong, String place, String reason) {
        ZoneFile.Contents contents = read(zone("", POLYGON).replace(right, wrong));

        ZoneFile.Refusal refusal = contents.refusals().getFirst();
        assertEquals(place, refusal.place());
        assertEquals(2, refusal.line());
        assertTrue(refusal.reason().contains(reason), refusal.toString());
    }

    @Test
    void theSwissSampleIsReadWithoutRefusal() throws IOException {
        String text = Files.readString(Shared.file("data/lowaltitude/zones/cis_source_sample_ed269.json"));

        ZoneFile.Contents contents = ZoneFile.read(text, ZoneForms.SPAN);

        assertEquals(List.of(), contents.refusals());
        assertEquals("LSXX", contents.zones().getFirst().id().name());
    }
}
