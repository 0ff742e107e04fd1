package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Tables come from strangers and are read all the same.
class CsvTableTest {
    @Test
    void columnsAreFoundByTheirNames() {
        CsvTable table = CsvTable.parse("time_s,id,note\r\n1.5,A,\"x, \"\"y\"\"\"\n\n,B\n");

        assertEquals(2, table.size());
        assertEquals(List.of("A", "B"), table.texts("id"));
        assertEquals(List.of("x, \"y\"", ""), table.texts("note"));
        assertArrayEquals(new double[] {1.5, Double.NaN}, table.numbers("time_s"));
        assertTrue(table.fault().isEmpty());
    }

    @Test
    void whatIsNoNumberIsToldByRowAndColumn() {
        CsvTable table = CsvTable.parse("lat\n51\nnorth\n");

        double[] lat = table.numbers("lat");

        assertArrayEquals(new double[] {51, Double.NaN}, lat);
        assertEquals("row 2, column lat: \"north\" is no number", table.fault().orElse(""));
    }

    @Test
    void anAbsentColumnIsEmpty() {
        CsvTable table = CsvTable.parse("a\n1\n");

        assertEquals(List.of(""), table.texts("b"));
        assertArrayEquals(new double[] {Double.NaN}, table.numbers("b"));
    }

    @Property(tries = 300)
    void anyTextIsReadToItsEnd(@ForAll String text) {
        CsvTable table = CsvTable.parse(text);

        assertTrue(table.size() <= text.length());
    }
}
