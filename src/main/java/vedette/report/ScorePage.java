package vedette.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.score.Course;
import vedette.score.Figure;
import vedette.score.Sheet;

/// A report as an HTML page.
final class ScorePage {
    /// Identity switches beyond this many are counted, not listed.
    private static final int MOST_SWITCHES = 200;

    private static final int DIGITS = 7;
    private static final int MAIN_DIGITS = 4;
    private static final String NONE = "–";

    private static final List<String[]> MAIN = List.of(
            new String[] {"Mean GOSPA, m", "gospa.mean"},
            new String[] {"RMS GOSPA, m", "gospa.rms"},
            new String[] {"· localisation", "gospa.rms_localisation"},
            new String[] {"· missed", "gospa.rms_missed"},
            new String[] {"· false", "gospa.rms_false"},
            new String[] {"Mean OSPA, m", "ospa_mean"},
            new String[] {"Completeness", "siap.completeness"},
            new String[] {"Spuriousness", "siap.spuriousness"},
            new String[] {"Identity switches", "id_switches"},
            new String[] {"Never tracked", "initiation.never_tracked"},
            new String[] {"Median delay to the first track, s", "initiation.median_delay_s"},
            new String[] {"ANEES (1 is honest)", "nees.anees"},
            new String[] {"Inside the 95 % region", "nees.inside_95"});

    private final ScoreReport report;
    private final Markup out = new Markup();

    ScorePage(ScoreReport report) {
        this.report = report;
    }

    String html() {
        out.raw("<!doctype html>\n").open("html", "lang", "en").open("head");
        out.raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.text("title", report.title() + ": score")
                .raw("<style>" + Theme.PAGE + "</style>\n")
                .close();
        out.open("body").open("main").text("h1", report.title());
        mainFigures(figures(MAIN_DIGITS));
        out.open("figure").raw(new ScoreFigure(report).svg());
        out.text(
                "figcaption",
                "Each part is a distance of its own: the p-th powers of the parts add up to that of "
                        + "GOSPA. Point at a time for its numbers; triangles are identity switches. Shaded: what is aimed at.");
        out.close();
        switches();
        allFigures(figures(DIGITS));
        epochs();
        return out.close().close().close().written();
    }

    private List<Map<String, String>> figures(int digits) {
        return report.runs().stream().map(run -> flat(run.sheet(), digits)).toList();
    }

    private void mainFigures(List<Map<String, String>> figures) {
        out.open("table");
        head("");
        for (String[] row : MAIN) {
            if (figures.stream().anyMatch(f -> f.containsKey(row[1]))) {
                row(
                        row[0],
                        figures.stream().map(f -> f.getOrDefault(row[1], NONE)).toList());
            }
        }
        out.close();
    }

    private void head(String first) {
        out.open("tr").text("th", first, "scope", "col");
        report.runs().forEach(run -> out.text("th", run.name(), "scope", "col"));
        out.close();
    }

    private void row(String name, List<String> cells) {
        out.open("tr").text("th", name, "scope", "row");
        cells.forEach(cell -> out.text("td", cell));
        out.close();
    }

    private void allFigures(List<Map<String, String>> figures) {
        out.open("details").text("summary", "All figures").open("table");
        head("");
        List<String> names =
                figures.stream().flatMap(f -> f.keySet().stream()).distinct().toList();
        names.forEach(name ->
                row(name, figures.stream().map(f -> f.getOrDefault(name, NONE)).toList()));
        out.close().close();
    }

    private void switches() {
        for (ScoredRun run : report.runs()) {
            List<Course.Switch> switches = run.course().switches();
            if (switches.isEmpty()) {
                continue;
            }
            out.open("details").text("summary", switches.size() + " identity switches of " + run.name());
            out.open("ul");
            switches.stream().limit(MOST_SWITCHES).forEach(one -> out.text("li", Wording.of(one)));
            out.close();
            if (switches.size() > MOST_SWITCHES) {
                out.text("p", "and " + (switches.size() - MOST_SWITCHES) + " more");
            }
            out.close();
        }
    }

    private void epochs() {
        for (ScoredRun run : report.runs()) {
            out.open("details")
                    .text("summary", "Each epoch of " + run.name())
                    .open("table")
                    .open("tr");
            for (String name : List.of(
                    run.course().pace() == Course.Pace.SECONDS ? "time, s" : "step",
                    "objects",
                    "tracks",
                    "GOSPA, m",
                    "localisation",
                    "missed",
                    "false",
                    "ANEES",
                    "inside 95 %")) {
                out.text("th", name, "scope", "col");
            }
            out.close();
            run.course().points().forEach(this::epoch);
            out.close().close();
        }
    }

    private void epoch(Course.Point point) {
        row(
                Decimal.trimmed(point.at(), 3),
                List.of(
                        Decimal.trimmed(point.truths(), 2),
                        Decimal.trimmed(point.tracks(), 2),
                        Wording.metres(point.gospa()),
                        Wording.metres(point.parts().localisation()),
                        Wording.metres(point.parts().missed()),
                        Wording.metres(point.parts().falseTracks()),
                        Decimal.fixed(point.honesty().anees(), Wording.RATIO_DECIMALS),
                        Decimal.fixed(point.honesty().inside95(), Wording.RATIO_DECIMALS)));
    }

    /// The figures by their path of names, as text.
    private static Map<String, String> flat(Sheet sheet, int digits) {
        Map<String, String> flat = new LinkedHashMap<>();
        List<Sheet.Entry> waiting = new ArrayList<>(sheet.entries());
        while (!waiting.isEmpty()) {
            Sheet.Entry entry = waiting.removeFirst();
            switch (entry.figure()) {
                case Sheet(List<Sheet.Entry> inner) ->
                    waiting.addAll(
                            0,
                            inner.stream()
                                    .map(e -> new Sheet.Entry(entry.name() + "." + e.name(), e.figure()))
                                    .toList());
                case Figure.Real(double value) -> flat.put(entry.name(), Decimal.significant(value, digits));
                case Figure.Count(long value) -> flat.put(entry.name(), Long.toString(value));
                case Figure.Words(String text) -> flat.put(entry.name(), text);
                case Figure.Absent() -> flat.put(entry.name(), NONE);
            }
        }
        return flat;
    }
}
