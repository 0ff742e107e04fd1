package vedette.format.zones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.Place;

/// Places from GeoJSON.
class PlaceFeaturesTest {
    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String properties, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{" + geometry + "}}";
    }

    private static final String POINT = "\"type\":\"Point\",\"coordinates\":[-30.25,10.5]";
    private static final String SQUARE = "\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";

    @Test
    void aPointIsACircle() {
        String properties = "\"id\":\"A\",\"name\":\"Port\",\"population\":1200,\"shelter_s\":90,\"threshold\":0.02,"
                + "\"radius_m\":4000,\"delivery_s\":15";
        Place place = PlaceFeatures.read(collection(feature(properties, POINT)))
                .places()
                .getFirst();

        Area circle = new Area.Circle(LatLon.ofDegrees(10.5, -30.25), 4000);
        assertEquals(new Place("A", "Port", circle, 1200, 90, 0.02, 15), place);
    }

    @Test
    void polygonsAndSeveralOfThemAreGround() {
        String several =
                "\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]";
        var read = PlaceFeatures.read(collection(feature("\"id\":1", SQUARE), feature("\"id\":2", several)));

        assertEquals(0, read.refusals().size());
        assertEquals("1", read.places().getFirst().id());
        assertTrue(read.places().get(1).area() instanceof Area.Union);
    }

    @Test
    void wrongFeaturesAreRefusedWithPlaceNameAndReason() {
        var read = PlaceFeatures.read(collection(
                feature("\"id\":\"A\"", "\"type\":\"Point\",\"coordinates\":[200,0]"),
                feature("\"name\":\"nameless\"", POINT),
                feature("\"id\":\"C\",\"threshold\":7", POINT),
                feature("\"id\":\"D\"", "\"type\":\"LineString\",\"coordinates\":[[0,0],[1,1]]"),
                feature("\"id\":\"E\"", POINT),
                feature("\"id\":\"E\"", POINT),
                feature("\"id\":\"F\"", "\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]")));

        assertEquals(1, read.places().size());
        assertEquals(6, read.refusals().size());
        assertEquals("A", read.refusals().getFirst().identifier());
        assertTrue(read.refusals().getFirst().place().startsWith("$.features[0].geometry.coordinates"));
        assertTrue(read.refusals().get(5).reason().contains("crosses itself"));
    }

    @Test
    void whatIsNoCollectionIsRefusedWhole() {
        assertEquals(1, PlaceFeatures.read("[]").refusals().size());
        assertEquals(1, PlaceFeatures.read("{").refusals().size());
        assertEquals(1, PlaceFeatures.read(collection("7", "null")).refusals().size() / 2);
    }

    @Property
    void nothingThatIsHandedInThrows(@ForAll String properties, @ForAll String geometry) {
        var read = PlaceFeatures.read(collection(feature(properties, geometry)));
        assertTrue(read.places().size() + read.refusals().size() == 1);
    }
}
