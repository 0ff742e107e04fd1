package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vedette.model.Affiliation;
import vedette.model.Area;
import vedette.model.HeightLimit;
import vedette.model.HeightLimit.Datum;
import vedette.model.LatLon;
import vedette.model.ObjectKind;
import vedette.model.Wgs84;
import vedette.model.Zone;
import vedette.model.ZoneId;

class ZoneFormsTest {
    private static Zone zone(Area area, Optional<HeightLimit> floor, HeightLimit ceiling) {
        Zone.Interval hours =
                new Zone.Interval(ZoneForms.utc("2026-11-20T12:00:00Z"), ZoneForms.utc("2026-11-20T18:30:00Z"));
        return new Zone(
                new ZoneId("PORT"),
                "Port & <harbour>",
                area,
                floor,
                Optional.of(ceiling),
                List.of(hours),
                List.of(),
                List.of(),
                120);
    }

    private static Area.Polygon square(double lat, double lon) {
        return new Area.Polygon(
                List.of(
                        LatLon.ofDegrees(lat, lon),
                        LatLon.ofDegrees(lat, lon + 0.5),
                        LatLon.ofDegrees(lat + 0.25, lon + 0.5),
                        LatLon.ofDegrees(lat + 0.25, lon)),
                List.of());
    }

    private static Zone back(Zone zone, ZoneFile.Form form) {
        ZoneFile.Written written = ZoneFile.write(List.of(zone), form, ZoneForms.LEAPS);
        ZoneFile.Contents contents = ZoneFile.read(written.text(), ZoneForms.SPAN);
        assertEquals(List.of(), contents.refusals(), written.text());
        return contents.zones().getFirst();
    }

    @Property(tries = 60)
    void whatIsWrittenInAnyFormIsReadBack(
            @ForAll ZoneFile.Form form,
            @ForAll @DoubleRange(min = -85, max = 84) double lat,
            @ForAll @DoubleRange(min = -180, max = 179.9) double lon,
            @ForAll @DoubleRange(min = 1, max = 500) double floorM,
            @ForAll @DoubleRange(min = 501, max = 9000) double ceilingM) {
        Zone zone = zone(
                square(lat, lon),
                Optional.of(new HeightLimit(floorM, Datum.AGL)),
                new HeightLimit(ceilingM, Datum.AMSL));

        Zone back = back(zone, form);

        assertEquals("PORT", back.id().name());
        assertEquals(zone.title(), back.title());
        assertEquals(zone.active(), back.active());
        assertTrue(back.floor().orElseThrow().heightM() <= floorM + 1e-6);
        assertEquals(floorM, back.floor().orElseThrow().heightM(), 0.3048);
        assertTrue(back.ceiling().orElseThrow().heightM() >= ceilingM - 1e-6);
        assertEquals(ceilingM, back.ceiling().orElseThrow().heightM(), 0.3048);
        List<LatLon> corners = assertInstanceOf(Area.Polygon.class, back.area()).outer();
        for (int i = 0; i < corners.size(); i++) {
            double m = Wgs84.sphereDistanceM(Corners.of(zone.area()).get(i), corners.get(i));
            assertEquals(0, m, 0.5);
        }
    }

    @ParameterizedTest
    @EnumSource(ZoneFile.Form.class)
    void aCircleComesBackAsACircle(ZoneFile.Form form) {
        Area.Circle circle = new Area.Circle(LatLon.ofDegrees(56.5, -24.25), 1234);

        Area.Circle back = assertInstanceOf(
                Area.Circle.class,
                back(zone(circle, Optional.empty(), new HeightLimit(120, Datum.AGL)), form)
                        .area());

        assertEquals(1234, back.radiusM(), 1e-6);
        assertEquals(0, Wgs84.sphereDistanceM(circle.centre(), back.centre()), 0.5);
    }

    @ParameterizedTest
    @EnumSource(
            value = ZoneFile.Form.class,
            names = {"ED318", "ED269", "OPENAIR"})
    void whatAFormCannotSayIsTold(ZoneFile.Form form) {
        Zone zone = new Zone(
                new ZoneId("PORT"),
                "Port",
                square(56, 24),
                Optional.empty(),
                Optional.of(new HeightLimit(3048, Datum.FLIGHT_LEVEL)),
                List.of(),
                List.of(ObjectKind.DRONE),
                List.of(Affiliation.FRIEND),
                60);

        List<String> losses =
                ZoneFile.write(List.of(zone), form, ZoneForms.LEAPS).losses();

        assertTrue(losses.stream().anyMatch(each -> each.contains("whom it concerns")), losses.toString());
        assertTrue(losses.stream().anyMatch(each -> each.contains("how long before")), losses.toString());
        assertEquals(
                form != ZoneFile.Form.OPENAIR,
                losses.stream().anyMatch(each -> each.contains("flight level")),
                losses.toString());
    }

    @Test
    void ourOwnRulesSurviveKml() {
        Zone zone = new Zone(
                new ZoneId("PORT"),
                "Port",
                square(56, 24),
                Optional.of(new HeightLimit(10, Datum.WGS84)),
                Optional.of(new HeightLimit(3048, Datum.FLIGHT_LEVEL)),
                List.of(),
                List.of(ObjectKind.DRONE, ObjectKind.HELICOPTER),
                List.of(Affiliation.FRIEND),
                60);

        Zone back = back(zone, ZoneFile.Form.KML);

        assertEquals(zone.floor(), back.floor());
        assertEquals(zone.ceiling(), back.ceiling());
        assertEquals(zone.appliesTo(), back.appliesTo());
        assertEquals(zone.exceptAffiliations(), back.exceptAffiliations());
        assertEquals(zone.warnAheadS(), back.warnAheadS());
    }

    @Test
    void aScheduleOfTheSunFollowsTheDays() {
        String text = """
                {"type":"Feature","properties":{"identifier":"S","limitedApplicability":[{
                "startDateTime":"2026-11-20T00:00:00Z","endDateTime":"2026-11-23T00:00:00Z",
                "schedule":[{"day":["ANY"],"startEvent":"SS","endEvent":"SR"}]}]},
                "geometry":{"type":"Point","coordinates":[24.1,56.95],"extent":{"subType":"Circle","radius":900}}}""";

        List<Zone.Interval> nights =
                ZoneFile.read(text, ZoneForms.SPAN).zones().getFirst().active();

        // Riga by hand: declination -19.7 degrees, half the day 3 h 54 min, noon at 10:09.
        assertEquals(4, nights.size());
        assertEquals(0, nights.get(1).from().secondsSince(ZoneForms.utc("2026-11-20T14:03:00Z")), 120);
        assertEquals(0, nights.get(1).until().secondsSince(ZoneForms.utc("2026-11-21T06:18:00Z")), 120);
    }
}
