package vedette.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.Shared;
import vedette.format.text.JsonText;
import vedette.math.Draws;

/// `./vedette score` prints what the benchmark's own scorer prints, to the digit.
class ScoreCommandTest {
    private static final String SCENARIO = """
            {"name": "own", "seed": 7, "scoring": {"epochs": {"first_s": 2.0, "step_s": 2.0, "count": 40},
             "dimension": %d, "gospa": {"p": 2, "c_m": 400.0, "alpha": 2}, "ignore_kinds": ["bird"]}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    @Test
    void theSheetIsTheReferenceScorersToTheDigit() throws Exception {
        Path scorer = Shared.file("bench/tracking/score.py");
        for (int dimension : new int[] {2, 3}) {
            writeScenario(dimension);
            String theirs = reference(scorer);

            StringWriter ours = new StringWriter();
            int code = Main.run(
                    new PrintWriter(ours),
                    new PrintWriter(new StringWriter()),
                    "score",
                    folder.toString(),
                    folder.resolve("tracks.csv").toString());

            assertEquals(0, code);
            assertEquals(theirs, ours.toString());
        }
    }

    @Test
    void aFolderWithoutScenarioIsOneLineOnStandardError() {
        StringWriter err = new StringWriter();

        int code = Main.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err), "score", folder.toString(), "tracks.csv");

        assertEquals(1, code);
        assertEquals(1, err.toString().lines().count());
        assertTrue(err.toString().contains("scenario.json"), err.toString());
    }

    @Test
    void severalFilesAreAListAndOnePage() throws Exception {
        writeScenario(2);
        Files.copy(folder.resolve("tracks.csv"), folder.resolve("again.csv"));
        Path html = folder.resolve("page.html");
        Path svg = folder.resolve("plots.svg");
        StringWriter out = new StringWriter();

        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                "score",
                folder.toString(),
                folder.resolve("tracks.csv").toString(),
                folder.resolve("again.csv").toString(),
                "--html=" + html,
                "--svg=" + svg);

        assertEquals(0, code);
        assertEquals(2, items(out.toString()));
        assertTrue(Files.readString(html).contains("<th scope=\"col\">again</th>"));
        assertTrue(Files.readString(svg).contains("viewBox"));
    }

    private static int items(String text) {
        return JsonText.read(text) instanceof JsonText.Read(var value)
                ? value.items().size()
                : -1;
    }

    private String reference(Path scorer) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(Files.exists(python), "skipped: no python3");
        Process process = new ProcessBuilder(
                        python.toString(),
                        scorer.toString(),
                        folder.toString(),
                        folder.resolve("tracks.csv").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean done = process.waitFor(60, TimeUnit.SECONDS);
        Assumptions.assumeTrue(done && process.exitValue() == 0, "skipped: the reference needs numpy and scipy");
        return text;
    }

    // Twelve objects that drift and crowd; tracks with noise, gaps, swaps, clones and ghosts.
    private void writeScenario(int dimension) throws IOException {
        StringBuilder truth = new StringBuilder("time_s,target_id,lat,lon,alt,vn,ve,vd,kind\n");
        StringBuilder tracks = new StringBuilder("time_s,track_id,lat,lon,alt,vn,ve,vd,pnn,pne,pee,pnd,ped,pdd\n");
        for (int k = 1; k <= 40; k++) {
            for (int i = 0; i < 12; i++) {
                Draws draws = Draws.of(3, k * 100 + i, "fake");
                double lat = 50 + i % 4 * 0.002 + k * 0.0004 * (i % 3);
                double lon = 10 + i / 4 * 0.003;
                truth.append("%.3f,T%d,%.8f,%.8f,%d,%d,0,0,%s%n"
                        .formatted(2.0 * k, i, lat, lon, 300 + i, i, i % 5 == 4 ? "bird" : "drone"));
                for (int copy = 0; copy < (draws.uniform() < 0.1 ? 2 : 1) && draws.uniform() < 0.9; copy++) {
                    int name = draws.uniform() < 0.03 ? 50 + k * 12 + i : i;
                    tracks.append("%.3f,A%d%s,%.8f,%.8f,%.2f,%.2f,0,,900,50,1100,10,%.1f,800%n"
                            .formatted(
                                    2.0 * k,
                                    name,
                                    "x".repeat(copy),
                                    lat + draws.gaussian() * 4e-4,
                                    lon + draws.gaussian() * 6e-4,
                                    300 + draws.gaussian() * 30,
                                    draws.gaussian(),
                                    draws.gaussian()));
                }
            }
        }
        Files.writeString(folder.resolve("scenario.json"), SCENARIO.formatted(dimension));
        Files.writeString(folder.resolve("truth.csv"), truth);
        Files.writeString(folder.resolve("tracks.csv"), tracks);
    }
}
