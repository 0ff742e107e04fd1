package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `raid` as a user meets it: a folder in, three files out, hostile lines in words.
class RaidCommandTest {
    private static final String PLOT = """
            {"received": %s, "time": %s, "sensor": "radar", "kind": "plot", "rangeM": %s, "azimuthDeg": 90,\
             "elevationDeg": 2, "radialSpeed": -5, "rcsDbsm": -18, "rotorModulation": true,\
             "sigma": {"rangeM": 4, "azimuthDeg": 0.4, "elevationDeg": 0.8, "radialSpeed": 0.4},\
             "position": [49.25, -123.25, 20]}
            """;

    private static final String CLUTTER = PLOT.replace("\"azimuthDeg\": 90", "\"azimuthDeg\": 200");

    @TempDir
    Path folder;

    private record Run(int code, String err) {}

    private Run raid() {
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "raid",
                folder.toString(),
                "--out",
                folder.resolve("out").toString());
        return new Run(code, err.toString());
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    // Something that flies towards the radar at 5 m/s, and a false plot a second elsewhere.
    private static String approach(int seconds) {
        StringBuilder lines = new StringBuilder();
        for (int t = 0; t < seconds; t++) {
            lines.append(PLOT.formatted(t + 0.4, t, 900 - 5 * t));
            lines.append(CLUTTER.formatted(t + 0.4, t, 500 + 97 * t % 1300));
        }
        return lines.toString();
    }

    @Test
    void aFolderBecomesTracksWarningsAndHealth() throws IOException {
        Files.writeString(folder.resolve("measurements.jsonl"), approach(20));

        Run run = raid();

        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("40 measurements, 0 lines refused"), run.err());
        assertTrue(read("tracks.csv").startsWith("time_s,track_id,lat,lon,alt,vn,ve,vd"));
        assertTrue(read("tracks.csv").lines().count() > 10, read("tracks.csv"));
        assertTrue(read("sensors.jsonl").contains("\"sensor\": \"radar\", \"state\": \"OK\""), read("sensors.jsonl"));
    }

    @Test
    void aRadarThatFallsSilentIsToldWithinTenSeconds() throws IOException {
        Files.writeString(folder.resolve("measurements.jsonl"), approach(20));

        raid();

        String silent = read("sensors.jsonl")
                .lines()
                .filter(line -> line.contains("SILENT"))
                .findFirst()
                .orElseThrow();
        double at = Double.parseDouble(silent.replaceAll(".*\"t\": ([0-9.]+),.*", "$1"));
        assertTrue(at > 20 && at <= 30, silent);
        assertTrue(read("warnings.jsonl").contains("\"kind\": \"SENSOR\""), read("warnings.jsonl"));
    }

    @Test
    void aHostileLineCostsItselfAndIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("measurements.jsonl"),
                approach(5) + PLOT.formatted(5.4, 5, "-7") + "{]\n" + PLOT.formatted(6.4, 6, 870));

        Run run = raid();

        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("measurements.jsonl, line 11: rangeM: -7.0 is not within"), run.err());
        assertTrue(run.err().contains("measurements.jsonl, line 12: not JSON"), run.err());
        assertTrue(run.err().contains("11 measurements, 2 lines refused"), run.err());
    }

    @Test
    void theSameFolderGivesTheSameFilesWhateverTheOrderOfItsLines() throws IOException {
        Files.writeString(folder.resolve("measurements.jsonl"), approach(12));
        raid();
        String before = read("tracks.csv");
        Files.writeString(
                folder.resolve("measurements.jsonl"),
                String.join(
                        "\n",
                        approach(12)
                                .lines()
                                .sorted((a, b) -> -Double.compare(came(a), came(b)))
                                .toList()));

        raid();

        assertEquals(before, read("tracks.csv"));
    }

    private static double came(String line) {
        return Double.parseDouble(line.replaceAll(".*\"received\": ([0-9.]+),.*", "$1"));
    }

    @Test
    void aFolderWithoutMeasurementsIsOneSentence() {
        Run run = raid();

        assertEquals(1, run.code());
        assertTrue(run.err().contains("No measurements.jsonl and no sapient.bin in"), run.err());
    }
}
