package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.Shared;
import vedette.format.text.Utc;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.ObjectKind;
import vedette.model.Zone;
import vedette.model.ZoneId;

class ZoneFileTest {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final ZoneFile.Span SPAN = ZoneFile.Span.around(utc("2026-11-20T12:00:00Z"), LEAPS);

    private static Moment utc(String text) {
        return Utc.moment(text, LEAPS).orElseThrow();
    }

    private static ZoneFile.Contents read(String feature) {
        return ZoneFile.read("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}", SPAN);
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":" + geometry + "}";
    }

    private static final String SQUARE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[24,56],[25,56],[25,57],[24,57],[24,56]]]}";

    @Test
    void aSquareWithFloorCeilingAndKindsIsRead() {
        String properties = """
                "identifier":"PORT","name":"Riga port","floor":{"value":1000,"unit":"ft","datum":"AMSL"},
                "ceiling":{"value":100,"unit":"FL","datum":"FL"},"appliesTo":["DRONE"],"warnAheadS":90""";

        Zone zone = read(feature(properties, SQUARE)).zones().getFirst();

        assertEquals("Riga port", zone.title());
        assertEquals(Optional.of(new HeightLimit(304.8, HeightLimit.Datum.AMSL)), zone.floor());
        assertEquals(Optional.of(new HeightLimit(3048, HeightLimit.Datum.FLIGHT_LEVEL)), zone.ceiling());
        assertEquals(List.of(ObjectKind.DRONE), zone.appliesTo());
        assertEquals(90, zone.warnAheadS());
        assertEquals(
                4, assertInstanceOf(Area.Polygon.class, zone.area()).outer().size());
    }

    @Test
    void aPointWithARadiusIsACircle() {
        String point = "{\"type\":\"Point\",\"coordinates\":[24.1,56.9]}";

        Zone zone = read(feature("\"identifier\":\"C\",\"radius\":8000", point))
                .zones()
                .getFirst();

        assertEquals(new Area.Circle(LatLon.ofDegrees(56.9, 24.1), 8000), zone.area());
        assertEquals(Collector.WARN_AHEAD_S, zone.warnAheadS());
    }

    @Test
    void otherPeoplesFeaturesAreNamedByTheirIdWhereNoIdentifierStands() {
        String named = feature("\"name\":\"Port\"", SQUARE)
                .replace("{\"type\":\"Feature\"", "{\"id\":\"P1\",\"type\":\"Feature\"");
        String both = feature("\"identifier\":\"P2\"", SQUARE)
                .replace("{\"type\":\"Feature\"", "{\"id\":\"other\",\"type\":\"Feature\"");

        assertEquals(
                List.of(new ZoneId("P1"), new ZoneId("P2")),
                read(named + "," + both).zones().stream().map(Zone::id).toList());
        assertEquals(1, read(feature("\"name\":\"Port\"", SQUARE)).refusals().size());
    }

    @Test
    void holesAndSeveralPolygonsAreKept() {
        String geometry = """
                {"type":"MultiPolygon","coordinates":[
                [[[24,56],[25,56],[25,57],[24,57],[24,56]],[[24.2,56.2],[24.4,56.2],[24.4,56.4],[24.2,56.2]]],
                [[[26,56],[27,56],[27,57],[26,56]]]]}""";

        Area.Union union = assertInstanceOf(
                Area.Union.class,
                read(feature("\"identifier\":\"M\"", geometry))
                        .zones()
                        .getFirst()
                        .area());

        assertEquals(2, union.parts().size());
        assertEquals(
                1,
                assertInstanceOf(Area.Polygon.class, union.parts().getFirst())
                        .holes()
                        .size());
    }

    @Test
    void aRingMayCrossTheAntimeridian() {
        String geometry =
                "{\"type\":\"Polygon\",\"coordinates\":[[[179,-18],[-179,-18],[-179,-17],[179,-17],[179,-18]]]}";

        assertEquals(
                List.of(), read(feature("\"identifier\":\"FIJI\"", geometry)).refusals());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[24,56],[25,56],[25,57],[24,57]]|$.features[0].geometry.coordinates[0]|not closed",
                "[[24,56],[25,57],[25,56],[24,57],[24,56]]|$.features[0].geometry.coordinates[0]|crosses itself",
                "[[24,56],[25,56],[24,56],[24,56]]|$.features[0].geometry.coordinates[0]|fewer than three",
                "[[24,56],[25,56],[25.000000000000004,56],[24,56]]|$.features[0].geometry.coordinates[0]|fewer than three",
                "[[24,56],[25,56],[26,56],[24,56]]|$.features[0].geometry.coordinates[0]|encloses nothing",
                "[[24,56],[25,96],[26,56],[24,56]]|$.features[0].geometry.coordinates[0][1]|not on Earth",
                "[[24,56],[25],[26,56],[24,56]]|$.features[0].geometry.coordinates[0][1]|longitude and latitude",
                "[[0,80],[120,80],[-120,80],[0,80]]|$.features[0].geometry.coordinates[0]|around a pole"
            })
    void aBadRingIsRefusedWithItsPlaceAndTheOthersAreRead(String ring, String place, String reason) {
        String bad = feature("\"identifier\":\"BAD\"", "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}");

        ZoneFile.Contents contents = read(bad + "," + feature("\"identifier\":\"GOOD\"", SQUARE));

        assertEquals("GOOD", contents.zones().getFirst().id().name());
        assertEquals(1, contents.refusals().size());
        assertEquals(place, contents.refusals().getFirst().place());
        assertEquals("BAD", contents.refusals().getFirst().identifier());
        assertTrue(contents.refusals().getFirst().reason().contains(reason), contents.toString());
    }

    @Test
    void aNameThatStandsTwiceIsRefusedOnce() {
        String zone = feature("\"identifier\":\"A\"", SQUARE);

        ZoneFile.Contents contents = read(zone + "," + zone);

        assertEquals(1, contents.zones().size());
        assertEquals(
                "$.features[1].properties.identifier",
                contents.refusals().getFirst().place());
    }

    @Test
    void aWeeklyScheduleBecomesIntervals() {
        String properties = """
                "identifier":"S","limitedApplicability":[{"startDateTime":"2026-11-21T00:00:00Z",
                "endDateTime":"2026-12-01T00:00:00Z","schedule":[
                {"day":["SAT","SUN"],"startTime":"22:00:00Z","endTime":"02:00:00Z"}]}]""";

        List<Zone.Interval> active =
                read(feature(properties, SQUARE)).zones().getFirst().active();

        // 2026-11-21 is a Saturday: two weekends, two nights each.
        assertEquals(
                List.of(
                        new Zone.Interval(utc("2026-11-21T22:00:00Z"), utc("2026-11-22T02:00:00Z")),
                        new Zone.Interval(utc("2026-11-22T22:00:00Z"), utc("2026-11-23T02:00:00Z")),
                        new Zone.Interval(utc("2026-11-28T22:00:00Z"), utc("2026-11-29T02:00:00Z")),
                        new Zone.Interval(utc("2026-11-29T22:00:00Z"), utc("2026-11-30T02:00:00Z"))),
                active);
    }

    @Test
    void anEventThatTheSunDoesNotHaveIsRefused() {
        String properties = """
                "identifier":"S","limitedApplicability":[{"schedule":[{"day":["ANY"],"startEvent":"NOON"}]}]""";

        ZoneFile.Refusal refusal = read(feature(properties, SQUARE)).refusals().getFirst();

        assertTrue(refusal.place().endsWith(".startEvent"), refusal.toString());
        assertTrue(refusal.reason().contains("BMCT"), refusal.toString());
    }

    @Test
    void whatIsNoJsonIsRefusedWhole() {
        assertEquals(
                "$", ZoneFile.read("zones: none", SPAN).refusals().getFirst().place());
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll @DoubleRange(min = -179.9, max = 179.9) double lonDeg,
            @ForAll @DoubleRange(min = -80, max = 80) double latDeg,
            @ForAll @DoubleRange(min = 1, max = 100_000) double radiusM,
            @ForAll @IntRange(min = 0, max = 3) int datum) {
        HeightLimit limit = new HeightLimit(radiusM / 7, HeightLimit.Datum.values()[datum]);
        Zone zone = new Zone(
                new ZoneId("Z 1"),
                "Zóne",
                new Area.Circle(LatLon.ofDegrees(latDeg, lonDeg), radiusM),
                Optional.empty(),
                Optional.of(limit),
                List.of(new Zone.Interval(SPAN.from(), SPAN.until())),
                List.of(ObjectKind.DRONE, ObjectKind.CRUISE_MISSILE),
                List.of(),
                33);

        Zone back = ZoneFile.read(ZoneFile.write(List.of(zone), LEAPS), SPAN)
                .zones()
                .getFirst();

        LatLon centre = assertInstanceOf(Area.Circle.class, back.area()).centre();
        assertEquals(latDeg, centre.latDeg(), 1e-13);
        assertEquals(lonDeg, centre.lonDeg(), 1e-13);
        assertEquals(zone.ceiling(), back.ceiling());
        assertEquals(zone.active(), back.active());
        assertEquals(zone.title(), back.title());
        assertEquals(zone.appliesTo(), back.appliesTo());
    }

    @Test
    void whatIsWrittenIsWrittenAgainTheSame() throws IOException {
        String text = Files.readString(Shared.file("data/lowaltitude/zones/cis_source_sample_ed318.json"));
        ZoneFile.Contents contents = ZoneFile.read(text, SPAN);
        String written = ZoneFile.write(contents.zones(), LEAPS);

        assertEquals(List.of("LSZB003", "BLns058", "LSTB002"), names(contents));
        assertEquals(names(contents), names(ZoneFile.read(written, SPAN)));
        assertEquals(60, contents.zones().getFirst().floor().orElseThrow().heightM());
        assertEquals(Optional.empty(), contents.zones().getFirst().ceiling());
        assertEquals("LSZB Bern-Belp 2", contents.zones().getFirst().title());
    }

    private static List<String> names(ZoneFile.Contents contents) {
        return contents.zones().stream().map(zone -> zone.id().name()).toList();
    }

    @Test
    void theSamplesOfEd318AreReadAndTheInvalidOneIsRefused() throws IOException {
        ZoneFile.Span then = ZoneFile.Span.around(utc("2019-06-01T00:00:00Z"), LEAPS);
        ZoneFile.Contents two = sample("Example_Collection.json", then);
        ZoneFile.Contents bad = sample("InvalidExample_GeoZone_2_Layers.json", then);

        assertEquals(List.of("NFZ6547.1", "NFZ6547.2", "ABC1234"), names(two));
        assertEquals(List.of("ABC1234"), names(sample("Example_GeoZone_Circle.json", then)));
        assertEquals(
                List.of("$.metadata.validFrom", "$.features[0].properties.type"),
                bad.refusals().stream().map(ZoneFile.Refusal::place).toList());
        assertEquals(5, bad.refusals().getFirst().line());
    }

    private static ZoneFile.Contents sample(String name, ZoneFile.Span span) throws IOException {
        return ZoneFile.read(Files.readString(Shared.file("data/lowaltitude/zones/" + name)), span);
    }

    @Test
    void theRaidsAndFlightsZonesAreRead() throws IOException {
        String raid = Files.readString(Shared.file("data/lowaltitude/raids/raid_40/zones.geojson"));
        String flight = Files.readString(Shared.file("data/lowaltitude/flights/single_real_drone/zones.geojson"));

        assertEquals(List.of("NORTH", "WEST", "SOUTH", "CENTRE"), names(ZoneFile.read(raid, SPAN)));
        Zone site = ZoneFile.read(flight, SPAN).zones().getFirst();
        assertEquals(25, assertInstanceOf(Area.Circle.class, site.area()).radiusM());
        assertEquals(Optional.of(new HeightLimit(120, HeightLimit.Datum.AGL)), site.ceiling());
        assertEquals(Optional.empty(), site.floor());
    }
}
