package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vedette.format.lines.PredictionLines;

class BarMarksTest {
    private static final Path FOLDER = Path.of("data", "bar", "300-5");

    @Test
    void everyMarkOfTheBarIsAskedForAtItsLooks() throws IOException {
        BarMarks.Flight flight = BarMarks.Flight.of(FOLDER);

        List<BarMarks.Mark> marks = BarMarks.marks(flight);

        assertEquals(6, marks.size());
        assertEquals("launch point", marks.getFirst().looks());
        // Its last looks are of 104.8 s (every ten) and 110.5 s (every five); burnout is at 112.92 s.
        assertEquals(114.86 + 2 + 1, flight.missingS(), 0.5);
        assertEquals(flight.radarS() + 120, marks.getLast().atS(), 1e-9);
        assertEquals(88.43, marks.getLast().barM(), 0);
    }

    @Test
    void theNewestPlaceToldByAMarkCounts() throws IOException {
        BarMarks.Flight flight = BarMarks.Flight.of(FOLDER);
        BarMarks.Mark mark = BarMarks.marks(flight).get(1);
        String there = Math.toDegrees(flight.truth().impact().latRad()) + ","
                + Math.toDegrees(flight.truth().impact().lonRad());
        List<String> rows =
                List.of(row(mark.atS() - 2, "0,0"), row(mark.atS() - 1, there), row(mark.atS(), ","), row(1e4, "0,0"));

        OptionalDouble miss = BarMarks.missM(rows, mark, flight.truth());

        assertEquals(0, miss.orElseThrow(), 0.1);
        assertTrue(BarMarks.missM(rows.subList(3, 4), mark, flight.truth()).isEmpty());
    }

    @Test
    void theSameSeedDrawsTheSameNoise() throws IOException {
        BarMarks.Flight flight = BarMarks.Flight.of(FOLDER);

        assertEquals(flight.noisy(3), flight.noisy(3));
        assertTrue(!flight.noisy(3).equals(flight.noisy(4)));
        assertEquals(flight.scenario().seen().size(), flight.noisy(3).seen().size());
    }

    private static String row(double atS, String place) {
        int columns = PredictionLines.HEADER.split(",").length;
        return "300-5,M1," + atS + ",LAUNCH,probable," + place + ",".repeat(columns - 7);
    }
}
