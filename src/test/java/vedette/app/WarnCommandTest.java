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
import vedette.format.lines.PredictionLines;

/// `warn` as a user meets it: folders in, rows out, hostile files in words.
class WarnCommandTest {
    private static final String SENSORS = """
        {"ir_sensors": [{"id": "IR1", "revisit_s": 10, "sigma_urad": 30, "bias_urad": 10, "pd": 0.97}],
         "radars": [{"id": "R1", "lat_deg": 10, "lon_deg": 20, "alt_m": 0, "period_s": 2, "sigma_r_m": 30,
          "sigma_ang_deg": 0.06, "sigma_rr_mps": 5, "bias_r_m": 10, "bias_ang_deg": 0.02, "min_el_deg": 3,
          "max_range_m": 4e6, "pd": 0.95}]}\
        """;

    @TempDir
    Path set;

    private record Run(int code, String out, String err) {}

    private static Run vedette(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(code, out.toString(), err.toString());
    }

    private Path scenario(String name) throws IOException {
        Path folder = Files.createDirectory(set.resolve(name));
        Files.writeString(folder.resolve("sensors.json"), SENSORS);
        return folder;
    }

    @Test
    void aScenarioWithoutLooksIsNoMissile() throws IOException {
        scenario("quiet");

        Run run = vedette("warn", set.toString(), "--out", "-");

        assertEquals(0, run.code(), run.err());
        assertEquals(PredictionLines.HEADER + "\n", run.out());
        assertTrue(run.err().startsWith("1 scenarios, 0 looks, 0 revisions"), run.err());
    }

    @Test
    void hostileFilesAreRefusedRowByRowAndTheRestIsTaken() throws IOException {
        Path folder = scenario("hostile");
        Files.writeString(folder.resolve("obs_radar.csv"), """
            sensor,t,range_m,az_deg,el_deg,range_rate_mps
            R1,1,900000,10,45,-2000
            R1,2,nonsense,10,45,-2000
            R1,2,900000,10,45,-2000
            """);
        Files.write(folder.resolve("obs_ir.csv"), new byte[] {(byte) 0xFF, 0, '\n', '"', ',', '\n', (byte) 0x80});
        Files.writeString(folder.resolve("notices.json"), "[{\"kind\": 7}, [");

        Run run = vedette("warn", set.toString(), "--out", "-");

        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("obs_radar.csv, line 3: range_m 'nonsense' is no number"), run.err());
        assertTrue(run.err().contains("obs_ir.csv, line 2: "), run.err());
        assertTrue(run.err().contains("notices.json, line 1: not JSON"), run.err());
        assertTrue(run.err().contains("1 scenarios, 2 looks"), run.err());
    }

    @Test
    void aCatalogueThatCannotBeIsRefusedWithLineAndReason() throws IOException {
        scenario("quiet");
        Path file = set.resolve("objects.csv");
        Files.writeString(
                file,
                "catalogue,epoch_s,x_m,y_m,z_m,vx_mps,vy_mps,vz_mps,sigma_m,sigma_mps\n"
                        + "1234567890,0,7e6,0,0,0,7e3,0,1,1\n");

        Run run = vedette("warn", set.toString(), "--out", "-", "--catalogue", file.toString());

        assertEquals(1, run.code());
        assertTrue(run.err().contains("line 2 is refused: catalogue number 1234567890"), run.err());
    }

    private static final String SETS = """
        0 SIMPLE TEST
        1 29238U 06022G   06177.28732010  .00766286  10823-4  13334-2 0   101
        2 29238  51.5595 213.7903 0202579  95.2503 267.9010 15.73823839  1061
        1 29238U 06022G   06178.28732010  .00766286  10823-4  13334-2 0   102
        """;

    @Test
    void elementSetsAreKnownByWhatStandsInThemAndABadLineCostsItselfAlone() throws IOException {
        scenario("quiet");
        Path file = set.resolve("objects.csv");
        Files.writeString(file, SETS);

        Run run = vedette(
                "warn",
                set.toString(),
                "--out",
                "-",
                "--catalogue",
                file.toString(),
                "--epoch",
                "2006-06-27T00:00:00Z");

        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("line 4 is refused: a first line without its second"), run.err());
        assertTrue(run.err().contains("objects.csv: 1 element sets\n"), run.err());
        assertTrue(!run.err().contains("they are not used"), run.err());
    }

    @Test
    void elementSetsOfAnotherTimeAreToldAndNotUsed() throws IOException {
        scenario("quiet");
        Path file = set.resolve("sets.txt");
        Files.writeString(file, SETS);

        Run run = vedette(
                "warn",
                set.toString(),
                "--out",
                "-",
                "--catalogue",
                file.toString(),
                "--epoch",
                "2006-08-01T00:00:00Z");

        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.err()
                        .contains(
                                "refused 1 times: objects of the catalogue; last: 1 element sets are more than 14 days"),
                run.err());
    }

    @Test
    void elementSetsWithoutAnEpochAreAskedForOneInsteadOfBeingTakenForStale() throws IOException {
        scenario("quiet");
        Path file = set.resolve("sets.txt");
        Files.writeString(file, SETS);

        Run run = vedette("warn", set.toString(), "--out", "-", "--catalogue", file.toString());

        assertEquals(2, run.code());
        assertTrue(run.err().contains("give --epoch"), run.err());
    }

    @Test
    void anEpochThatIsNoTimeIsToldInOneLine() throws IOException {
        scenario("quiet");

        Run run = vedette("warn", set.toString(), "--out", "-", "--epoch", "yesterday");

        assertEquals(2, run.code());
        assertTrue(run.err().contains("'yesterday' is no time as 2026-07-10T12:00:00Z"), run.err());
    }

    @Test
    void theTruthIsNotOpened() throws IOException {
        Path folder = scenario("a");
        Files.createDirectory(folder.resolve("truth.json"));
        Files.createDirectory(set.resolve("index.csv"));

        assertEquals(0, vedette("warn", set.toString(), "--out", "-").code());
    }

    @Test
    void aFolderWithoutScenariosIsToldInOneLine() {
        Run run = vedette("warn", set.toString(), "--out", "-");

        assertEquals(1, run.code());
        assertTrue(run.err().matches("vedette warn: No scenario in .*\\R"), run.err());
    }

    @Test
    void anUnknownScenarioIsToldInOneLine() throws IOException {
        scenario("a");

        Run run = vedette("warn", set.toString(), "--only", "b", "--out", "-");

        assertEquals(1, run.code());
        assertTrue(run.err().startsWith("vedette warn: No scenario b in "), run.err());
    }
}
