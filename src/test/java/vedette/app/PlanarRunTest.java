package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.Shared;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// `./vedette track --planar`: the research benchmark from its files.
class PlanarRunTest {
    private static final String SCENARIO = """
            {"name": "planar4", "seed": 1, "steps": 4, "step_s": 1.0, "q": 0.02, "sigma_m": 1.0, "pd": %s, "ps": 0.99,
             "clutter_per_scan": 10.0, "area_m": [300, 300], "gospa": {"p": 2, "c_m": 10.0, "alpha": 2},
             "birth": {"weight": 0.005, "first_step_weight": 3.0, "mean": [100, 0, 100, 0], "sigma": [150, 1, 150, 1]}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vedette(String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int track(String... more) {
        String[] args = {
            "track",
            "--planar",
            folder.resolve("measurements.csv").toString(),
            "--epochs",
            folder.resolve("scenario.json").toString(),
            "--out",
            folder.resolve("tracks.csv").toString()
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return vedette(all);
    }

    private void write(String pd, String rows) throws Exception {
        Files.writeString(folder.resolve("scenario.json"), SCENARIO.formatted(pd));
        Files.writeString(folder.resolve("measurements.csv"), "run,step,x_m,y_m\n" + rows);
    }

    @Test
    void aTargetSeenThriceIsReportedAndItsPastToo() throws Exception {
        write("0.9", "1,1,50,60\n1,2,51,60\n1,3,52,60\n1,4,53,60\n");

        int code = track("--lag", "2");

        assertEquals(0, code, err.toString());
        String tracks = Files.readString(folder.resolve("tracks.csv"));
        assertTrue(tracks.contains("\n1,1,") && tracks.contains("\n1,4,"), tracks);
    }

    @Test
    void rowsThatCannotBeAreToldAndLeftOut() throws Exception {
        write("0.9", "1,1,50,60\n1,9,1,1\n1.5,1,1,1\n1,2,east,60\n1,2,NaN,0\n1,2,1e300,0\n1,2,51,60\n");

        int code = track();

        assertEquals(0, code, err.toString());
        assertTrue(err.toString().contains("2 plots in 1 runs"), err.toString());
        assertTrue(err.toString().contains("rejected row 2: step 9.0"), err.toString());
        assertTrue(err.toString().contains("rejected row 3: run 1.5"), err.toString());
        assertEquals(
                5,
                err.toString()
                        .lines()
                        .filter(line -> line.startsWith("rejected row"))
                        .count());
    }

    @Test
    void aScenarioThatCannotBeIsOneLine() throws Exception {
        write("1.9", "1,1,50,60\n");

        int code = track();

        assertEquals(1, code);
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("probability of detection 1.9"), err.toString());
    }

    @Test
    void withoutPlotsItIsWrongUsage() {
        assertEquals(2, vedette("track", "--epochs", "scenario.json", "--out", "tracks.csv"));
    }

    /// The published PMBM code reaches 2.762 on these ten runs (docs/benchmarks.md).
    @Test
    void tenRunsOfTheBenchmarkAreAtLeastAsGoodAsThePublishedFilter() throws Exception {
        Path maker = Shared.file("bench/tracking/scenarios.py");
        make(maker, "planar4", "--runs", "10", "--seed", "1", "--out", folder.toString());

        int code = track();
        vedette("score", folder.toString(), folder.resolve("tracks.csv").toString());

        assertEquals(0, code, err.toString());
        assertTrue(rms() <= 2.762, out.toString());
    }

    private double rms() {
        return switch (JsonText.read(out.toString())) {
            case JsonText.Read(Json sheet) -> sheet.number("gospa", "rms").orElseThrow();
            case JsonText.NotJson(String reason, int _) -> throw new AssertionError(reason);
        };
    }

    private static void make(Path maker, String... args) throws Exception {
        String[] command = new String[args.length + 2];
        command[0] = "/usr/bin/python3";
        command[1] = maker.toString();
        System.arraycopy(args, 0, command, 2, args.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0);
    }
}
