package vedette.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import vedette.format.text.XmlText;
import vedette.score.Course;
import vedette.score.PlanarScore;
import vedette.score.ScoredState;
import vedette.score.Sheet;

/// What a report shows is what was measured, whatever the names.
class ScoreReportTest {
    private static final Pattern COLUMN =
            Pattern.compile("<title>(\\d+) s: (\\d+) objects, (\\d+) tracks; GOSPA (\\S+) m "
                    + "\\(localisation (\\S+), missed (\\S+), false (\\S+)\\)");
    private static final String HOSTILE = "\"><script>alert('x')</script>&\u202e\u0000]]>";

    private static ScoreReport alone(ScoredRun run) {
        return new ScoreReport("own, seed 1", List.of(run));
    }

    private static String metres(double value) {
        return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    /// Rewritten by `-Dvedette.golden.update=true`, and then read.
    @Test
    void theSmallFigureIsTheOneThatWasLookedAt() throws IOException {
        String svg = alone(Results.small("ours")).svg();

        if (Boolean.getBoolean("vedette.golden.update")) {
            Files.writeString(Path.of("src/test/resources/vedette/report/small.svg"), svg);
        }
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("small.svg"))) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), svg);
        }
    }

    @Property(tries = 20)
    void theNumbersUnderThePointerAreTheScores(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 2, max = 9) int epochs) {
        ScoredRun run = Results.random("ours", seed, epochs);

        List<MatchResult> columns = COLUMN.matcher(alone(run).svg()).results().toList();

        List<Course.Point> points = run.course().points();
        assertEquals(points.size(), columns.size());
        for (int k = 0; k < points.size(); k++) {
            Course.Point point = points.get(k);
            MatchResult told = columns.get(k);
            assertEquals((int) point.at(), Integer.parseInt(told.group(1)));
            assertEquals((int) point.truths(), Integer.parseInt(told.group(2)));
            assertEquals((int) point.tracks(), Integer.parseInt(told.group(3)));
            assertEquals(metres(point.gospa()), told.group(4));
            assertEquals(metres(point.parts().localisation()), told.group(5));
            assertEquals(metres(point.parts().missed()), told.group(6));
            assertEquals(metres(point.parts().falseTracks()), told.group(7));
        }
    }

    @Property(tries = 20)
    void theLineOfGospaGoesThroughTheScores(@ForAll @LongRange(min = 0) long seed) {
        ScoredRun run = Results.random("ours", seed, 8);
        double[] gospa =
                run.course().points().stream().mapToDouble(Course.Point::gospa).toArray();

        String svg = alone(run).svg();

        double[] y = ordinates(svg, "line total");
        double top = axisTop(svg);
        assertEquals(gospa.length, y.length);
        for (int k = 0; k < gospa.length; k++) {
            // The area of the first plot lies from 58 to 278; coordinates have two decimals.
            assertEquals(Math.min(gospa[k], top), (278 - y[k]) / 220 * top, top * 0.005 / 220 + 1e-9);
        }
    }

    private static double[] ordinates(String svg, String style) {
        Pattern line = Pattern.compile("class=\"" + style + "\" d=\"([^\"]*)\"");
        List<String> found = line.matcher(svg).results().map(m -> m.group(1)).toList();
        return Pattern.compile("[ML]\\S+ ([^ML]+)")
                .matcher(found.getFirst())
                .results()
                .mapToDouble(m -> Double.parseDouble(m.group(1)))
                .toArray();
    }

    // The highest tick of the first plot is its top.
    private static double axisTop(String svg) {
        String first = svg.substring(0, svg.indexOf("class=\"foot\""));
        List<String> ticks = Pattern.compile("class=\"soft end\"[^>]*>([0-9.]+)<")
                .matcher(first)
                .results()
                .map(m -> m.group(1))
                .toList();
        return Double.parseDouble(ticks.getLast());
    }

    @Test
    void eachTakeoverIsMarked() {
        ScoredRun run = Results.small("ours");

        String svg = alone(run).svg();

        assertEquals(1, run.course().switches().size());
        assertEquals(1, count(svg, "class=\"mark total\""));
        assertTrue(svg.contains("<title>3 s: T1 goes from track A to B</title>"), svg);
    }

    @Test
    void hostileNamesStayNames() {
        List<ScoredState> truth = new ArrayList<>();
        List<ScoredState> tracks = new ArrayList<>();
        for (int t = 1; t <= 3; t++) {
            truth.add(Results.state(t, HOSTILE, 0));
            tracks.add(Results.state(t, HOSTILE + t, 0));
        }
        ScoredRun run = Results.scored(HOSTILE, truth, tracks);

        ScoreReport report = new ScoreReport(HOSTILE, List.of(run, Results.random("x".repeat(500), 1, 3)));

        assertInstanceOf(XmlText.Read.class, XmlText.read(report.svg().getBytes(StandardCharsets.UTF_8)));
        for (String text : List.of(report.svg(), report.html())) {
            assertFalse(text.contains("<script"), text);
            assertFalse(text.contains("\u202e") || text.contains("\u0000"), text);
            assertTrue(text.contains("&lt;script&gt;alert(&#39;x&#39;)"), text);
        }
    }

    @Test
    void severalTrackersStandInOnePlotAndOneTable() {
        ScoreReport report = new ScoreReport(
                "own", List.of(Results.small("ours"), Results.small("theirs"), Results.small("oracle")));

        String html = report.html();

        // GOSPA, localisation, missed, false, tracks, ANEES, inside.
        assertEquals(7, count(html, "class=\"line run2\""));
        assertEquals(7, count(html, "class=\"line key run2\""));
        assertTrue(html.contains("<th scope=\"col\">oracle</th>"), html);
        assertInstanceOf(XmlText.Read.class, XmlText.read(report.svg().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPlanarScoreIsDrawnByStep() {
        PlanarScore.Rules rules = new PlanarScore.Rules(1, 2, 10, 2);
        List<PlanarScore.Point> truth = List.of(new PlanarScore.Point(0, 1, 0, 0), new PlanarScore.Point(0, 2, 0, 0));
        List<PlanarScore.Point> estimates =
                List.of(new PlanarScore.Point(1, 1, 3, 4), new PlanarScore.Point(2, 2, 0, 0));
        Sheet sheet = PlanarScore.of(rules, truth, estimates);

        String svg = alone(new ScoredRun("pmbm", sheet, PlanarScore.course(rules, truth, estimates)))
                .svg();

        // Step 1: 25 and 50 (missed) over two runs; step 2: 50 (missed) and 0.
        assertTrue(svg.contains("<title>step 1: 1 objects, 0.5 tracks; GOSPA 6.12 m"), svg);
        assertTrue(svg.contains("<title>step 2: 1 objects, 0.5 tracks; GOSPA 5.00 m"), svg);
        assertTrue(svg.contains(">step</text>"), svg);
    }

    @Test
    void thePagesWorkByLightAndByDarkWithoutScripts() {
        String html = alone(Results.small("ours")).html();

        assertEquals(2, count(html, "prefers-color-scheme: dark"));
        assertFalse(html.contains("<script") || html.contains("http://localhost") || html.contains("src="), html);
        assertTrue(html.contains("role=\"img\" aria-labelledby=\"vedette-title vedette-desc\""), html);
    }

    @Test
    void aScenarioOfOneEpochOrNoneIsStillAPage() {
        Course one = new Course(
                Course.Pace.SECONDS, Results.small("ours").course().points().subList(0, 1), List.of());
        Course none = new Course(Course.Pace.SECONDS, List.of(), List.of());

        for (Course course : List.of(one, none)) {
            ScoreReport report = alone(new ScoredRun("ours", new Sheet(List.of()), course));

            assertInstanceOf(XmlText.Read.class, XmlText.read(report.svg().getBytes(StandardCharsets.UTF_8)));
            assertFalse(report.html().contains("NaN") || report.html().contains("Infinity"), report.html());
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
