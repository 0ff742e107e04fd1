package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vedette.model.Area;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Warning;

/// Rows of predictions.csv.
class PredictionLinesTest {
    private static final Moment EPOCH = new Moment(5_000_000_000L);
    private static final List<LatLon> TRIANGLE =
            List.of(LatLon.ofDegrees(1, 2), LatLon.ofDegrees(1, 3), LatLon.ofDegrees(2, 3));

    private static Missile missile(Missile.Verdict verdict, Optional<Impact> impact) {
        return new Missile(
                7,
                1,
                Missile.Phase.COAST,
                verdict,
                List.of(),
                Warning.Confidence.PROBABLE,
                Optional.empty(),
                Optional.empty(),
                impact,
                List.of(),
                "");
    }

    private static Impact impact(Area half, Area most) {
        Impact.Spot spot = new Impact.Spot(LatLon.ofDegrees(10, -165), 4e6, 1e6, 5e5, EPOCH.plusS(600), 8);
        return new Impact(
                List.of(new Impact.Part(1, spot)),
                spot,
                List.of(new Impact.Contour(0.5, half), new Impact.Contour(0.95, most)),
                EPOCH.plusS(580),
                EPOCH.plusS(620));
    }

    @Test
    void aRowHasAFieldForEachColumn() {
        String row = PredictionLines.write(
                "salvo-01", EPOCH, EPOCH.plusS(98.4), missile(Missile.Verdict.CLUTTER, Optional.empty()));

        assertEquals("salvo-01,M7,98.400,NONE,probable,,,,,,,,,,,,,,", row);
        assertEquals(PredictionLines.HEADER.split(",").length, row.split(",", -1).length);
    }

    @Test
    void anImpactStandsWithItsAreas() {
        Area polygon = new Area.Polygon(TRIANGLE, List.of());

        String row = PredictionLines.write(
                "a", EPOCH, EPOCH, missile(Missile.Verdict.ATTACK, Optional.of(impact(polygon, polygon))));

        assertTrue(
                row.startsWith(
                        "a,M7,0.000,ATTACK,probable,10.0000000,-165.0000000,4000000.0,1000000.0,500000.0,"
                                + "600.000,10.204,,,,,,\"POLYGON ((2.00000 1.00000, 3.00000 1.00000, 3.00000 2.00000, 2.00000 1.00000))\""),
                row);
    }

    @Test
    void aCrookedWindowIsToldByItsMiddleAndWidth() {
        Impact even = impact(new Area.Polygon(TRIANGLE, List.of()), new Area.Polygon(TRIANGLE, List.of()));
        Impact crooked = new Impact(even.parts(), even.whole(), even.areas(), EPOCH.plusS(590), EPOCH.plusS(629.2));

        String row = PredictionLines.write("a", EPOCH, EPOCH, missile(Missile.Verdict.ATTACK, Optional.of(crooked)));

        assertTrue(row.contains(",609.600,10.000,"), row);
    }

    @Test
    void aUnionIsOnePolygonOfSeveralRings() {
        Area polygon = new Area.Polygon(TRIANGLE, List.of(TRIANGLE));

        String wkt = PredictionLines.wkt(new Area.Union(List.of(polygon, new Area.Polygon(TRIANGLE, List.of()))));

        assertEquals(3, wkt.split("\\(2\\.00000 1\\.00000").length - 1);
        assertTrue(wkt.startsWith("POLYGON ((") && wkt.endsWith("))"));
    }

    @Test
    void aCircleIsARingRoundItsCentre() {
        String wkt = PredictionLines.wkt(new Area.Circle(LatLon.ofDegrees(60, 10), 111_195));

        assertTrue(wkt.startsWith("POLYGON ((10.00000 61.00000, "), wkt);
        assertTrue(wkt.contains("12.00000 60.00000"), wkt);
    }

    @Test
    void aNameWithACommaIsQuoted() {
        String row = PredictionLines.write("a,\"b\"", EPOCH, EPOCH, missile(Missile.Verdict.METEOR, Optional.empty()));

        assertTrue(row.startsWith("\"a,\"\"b\"\"\",M7,0.000,METEOR,"), row);
    }
}
