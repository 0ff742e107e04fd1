package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZonesCommandTest {
    private static final String TWO = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"identifier":"GOOD","radius":500},
             "geometry":{"type":"Point","coordinates":[24.1,56.9]}},
            {"type":"Feature","properties":{"identifier":"BAD"},
             "geometry":{"type":"Point","coordinates":[24.1,56.9]}}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vedette(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private String file(String text) throws Exception {
        Path file = folder.resolve("zones");
        Files.writeString(file, text);
        return file.toString();
    }

    @Test
    void checkPrintsEachZoneAndTheLineOfWhatIsWrong() throws Exception {
        int code = vedette("zones", "check", file(TWO));

        assertEquals(1, code);
        assertTrue(out.toString().contains("zone GOOD: circle of 500 m"), out.toString());
        assertTrue(
                out.toString().contains("refused BAD at line 4 ($.features[1].properties): a Point needs a 'radius'"),
                out.toString());
    }

    @Test
    void convertWritesWhatCheckReads() throws Exception {
        String kml = folder.resolve("zones.kml").toString();

        vedette("zones", "convert", file(TWO), "--to", "KML", "--out", kml);
        int code = vedette("zones", "check", kml);

        assertEquals(0, code, err.toString());
        assertTrue(out.toString().contains("zone GOOD: circle of 500 m"), out.toString());
    }

    @Test
    void aFormThatDoesNotExistIsWrongUsage() throws Exception {
        assertEquals(2, vedette("zones", "convert", file(TWO), "--to", "PAPER"));
    }
}
