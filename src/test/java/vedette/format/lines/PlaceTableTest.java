package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vedette.model.Area;
import vedette.model.LatLon;
import vedette.model.Place;

/// Places from CSV.
class PlaceTableTest {
    private static final String HEAD = "id,name,lat,lon,polygon,population,shelter_s,threshold,radius_m,delivery_s\n";

    @Test
    void aRowIsAPlace() {
        Taken<Place> read = PlaceTable.read(HEAD + "A,\"Port, old\",10.5,-30.25,,1200,90,0.02,4000,15\n");

        Area circle = new Area.Circle(LatLon.ofDegrees(10.5, -30.25), 4000);
        assertEquals(List.of(new Place("A", "Port, old", circle, 1200, 90, 0.02, 15)), read.items());
        assertEquals(0, read.refused());
    }

    @Test
    void whatARowLeavesOutIsAsUsual() {
        Place place = PlaceTable.read("id,lat,lon\nA,1,2\n").items().getFirst();

        assertEquals("A", place.name());
        assertEquals(Place.USUAL_THRESHOLD, place.threshold());
        assertEquals(Place.USUAL_SHELTER_S, place.shelterS());
        assertEquals(new Area.Circle(LatLon.ofDegrees(1, 2), Place.USUAL_RADIUS_M), place.area());
    }

    @Test
    void cornersMakeAPolygon() {
        Place place =
                PlaceTable.read(HEAD + "A,,,,10 20;10 21;11 21,,,,,\n").items().getFirst();

        assertTrue(place.area() instanceof Area.Polygon(var outer, var holes) && outer.size() == 3 && holes.isEmpty());
    }

    @Test
    void wrongRowsAreRefusedWithLineAndReason() {
        Taken<Place> read = PlaceTable.read(HEAD
                + "A,,91,0,,,,,,\n"
                + "B,,abc,0,,,,,,\n"
                + "C,,1,1,,,,2,,\n"
                + "D,,1,1,,,,,,\n"
                + "D,,1,1,,,,,,\n"
                + ",,1,1,,,,,,\n"
                + "E,,1,1,,,,,-5,\n"
                + "F,,,,0 0;1 1;1 0;0 1,,,,,\n"
                + "G,,,,0 0;1 1;2 2,,,,,\n"
                + "H,,,,0 0;1,,,,,\n"
                + "I,,1,1,,-3,,,,\n");

        assertEquals(List.of("D"), read.items().stream().map(Place::id).toList());
        assertEquals(10, read.refused());
        assertEquals("line 2", read.refusals().getFirst().place());
        assertTrue(read.refusals().get(1).reason().contains("'abc' is no number"));
        assertTrue(
                read.refusals().get(6).reason().contains("crosses itself"),
                read.refusals().toString());
    }

    @Test
    void aTableWithoutIdsIsRefusedWhole() {
        assertEquals(1, PlaceTable.read("name,lat\nA,1\n").refused());
    }

    @Property
    void nothingThatIsHandedInThrows(@ForAll String text) {
        Taken<Place> read = PlaceTable.read(HEAD + text);
        assertTrue(read.items().size() + read.refused() >= 0);
    }
}
