package vedette.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import vedette.score.Course;

/// The plots of a report, one above the other, over the same time.
final class ScoreFigure {
    private static final double WIDTH = 960;
    private static final double LEFT = 64;
    private static final double RIGHT = 24;
    private static final double HEAD = 58;
    private static final double FOOT = 36;
    private static final double TALL = 220;
    private static final double LOW = 120;
    private static final int ACROSS_PARTS = 10;
    private static final int LOW_PARTS = 5;

    /// A plot whose peak is so many times what 95 % of its values stay below is cut at [#CUT] times that, so that the
    /// first seconds, when nothing is tracked yet, do not flatten the rest.
    private static final double PEAKED = 3;

    private static final double CUT = 2;

    /// What the tracker is asked for: ANEES from 0.8 to 1.25, and 93 to 97 % inside.
    private static final Plot.Band ANEES = new Plot.Band(0.8, 1, 1.25);

    private static final Plot.Band INSIDE = new Plot.Band(0.93, 0.95, 0.97);

    private final ScoreReport report;
    private final List<ScoredRun> runs;
    private final Axis across;
    private final double[] at;

    ScoreFigure(ScoreReport report) {
        this.report = report;
        runs = report.runs();
        at = values(runs.getFirst(), Course.Point::at);
        double first = at.length == 0 ? 0 : at[0];
        across = Axis.Linear.between(first, at.length == 0 ? 1 : at[at.length - 1], ACROSS_PARTS);
    }

    String svg() {
        List<Plot> plots = plots();
        double height = HEAD + FOOT;
        for (Plot plot : plots) {
            height += tall(plot) + HEAD + FOOT;
        }
        height -= HEAD;
        Markup out = new Markup();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + PlotArea.px(WIDTH) + " " + PlotArea.px(height),
                "class",
                "vedette-figure",
                "role",
                "img",
                "aria-labelledby",
                "vedette-title vedette-desc");
        out.text("title", report.title(), "id", "vedette-title");
        out.text("desc", description(), "id", "vedette-desc");
        out.raw("<style>" + Theme.FIGURE + "</style>\n");
        out.leaf("rect", "class", "paper", "width", PlotArea.px(WIDTH), "height", PlotArea.px(height));
        draw(plots, out);
        return out.close().written();
    }

    private void draw(List<Plot> plots, Markup out) {
        double top = HEAD;
        PlotArea first = new PlotArea(LEFT, top, WIDTH - LEFT - RIGHT, TALL);
        for (Plot plot : plots) {
            new PlotArea(LEFT, top, WIDTH - LEFT - RIGHT, tall(plot)).draw(plot, at, out);
            top += tall(plot) + HEAD + FOOT;
        }
        columns(top - HEAD - FOOT, out);
        marks(first, plots.getFirst(), out);
        String unit = pace() == Course.Pace.SECONDS ? "time, s" : "step";
        out.text("text", unit, "class", "soft end", "x", PlotArea.px(WIDTH - RIGHT), "y", PlotArea.px(top - HEAD));
    }

    private Course.Pace pace() {
        return runs.getFirst().course().pace();
    }

    private static double tall(Plot plot) {
        return plot.title().startsWith("GOSPA") ? TALL : LOW;
    }

    private String description() {
        String names = String.join(", ", runs.stream().map(ScoredRun::name).toList());
        int switches =
                runs.stream().mapToInt(run -> run.course().switches().size()).sum();
        return "GOSPA and its parts, numbers of objects and tracks, and the honesty of the covariances over "
                + (pace() == Course.Pace.SECONDS ? "time" : "steps")
                + " for " + names + "; " + switches + " identity switches are marked by triangles.";
    }

    private List<Plot> plots() {
        List<Plot> plots = new ArrayList<>();
        plots.add(runs.size() == 1 ? gospaOfOne(runs.getFirst()) : gospaOfAll());
        if (runs.size() > 1) {
            plots.add(compared("Localisation", p -> p.parts().localisation()));
            plots.add(compared("Missed", p -> p.parts().missed()));
            plots.add(compared("False", p -> p.parts().falseTracks()));
        }
        plots.add(numbers());
        if (runs.stream().anyMatch(run -> most(run, p -> p.honesty().samples()) > 0)) {
            plots.add(anees());
            plots.add(inside());
        }
        return plots;
    }

    private Plot gospaOfOne(ScoredRun run) {
        List<Plot.Line> lines = List.of(
                new Plot.Line("missed", "missed", values(run, p -> p.parts().missed())),
                new Plot.Line("false", "false", values(run, p -> p.parts().falseTracks())),
                new Plot.Line(
                        "localisation",
                        "localisation",
                        values(run, p -> p.parts().localisation())),
                new Plot.Line("GOSPA", "total", values(run, Course.Point::gospa)));
        return metres("GOSPA and its parts", lines);
    }

    private Plot gospaOfAll() {
        return compared("GOSPA", Course.Point::gospa);
    }

    private Plot compared(String title, ToDoubleFunction<Course.Point> value) {
        return metres(title, byRun(value));
    }

    private Plot metres(String title, List<Plot.Line> lines) {
        double[] known = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double most = known.length == 0 ? 1 : known[known.length - 1];
        double usual =
                lines.stream().mapToDouble(line -> usual(line.values())).max().orElse(0);
        if (usual <= 0 || most <= PEAKED * usual) {
            return plot(title + ", m", Axis.Linear.fromZero(most), lines, Optional.empty());
        }
        Axis.Linear up = Axis.Linear.fromZero(CUT * usual);
        String cut =
                ", m (cut at " + Decimal.trimmed(up.high(), 3) + "; the peak is " + Decimal.significant(most, 3) + ")";
        return plot(title + cut, up, lines, Optional.empty());
    }

    // What 95 % of the values stay below.
    private static double usual(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
    }

    private Plot numbers() {
        List<Plot.Line> lines = new ArrayList<>();
        lines.add(new Plot.Line("objects", "truths", values(runs.getFirst(), Course.Point::truths)));
        if (runs.size() == 1) {
            lines.add(new Plot.Line("tracks", "run0", values(runs.getFirst(), Course.Point::tracks)));
        } else {
            lines.addAll(byRun(Course.Point::tracks));
        }
        return plot("Objects and tracks", fromZero(lines), lines, Optional.empty());
    }

    private Plot anees() {
        List<Plot.Line> lines = byRun(p -> p.honesty().anees());
        double[] known = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite)
                .toArray();
        Axis up = Axis.Ratio.around(
                Arrays.stream(known).min().orElse(1), Arrays.stream(known).max().orElse(1));
        return plot("ANEES: error squared over what the covariance promises", up, lines, Optional.of(ANEES));
    }

    private Plot inside() {
        List<Plot.Line> lines = byRun(p -> 100 * p.honesty().inside95());
        double least = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        Axis up = Axis.Linear.between(Math.min(80, 10 * Math.floor(least / 10)), 100, LOW_PARTS);
        Plot.Band band = new Plot.Band(100 * INSIDE.low(), 100 * INSIDE.best(), 100 * INSIDE.high());
        return plot("Inside the 95 % region, %", up, lines, Optional.of(band));
    }

    private Plot plot(String title, Axis up, List<Plot.Line> lines, Optional<Plot.Band> band) {
        return new Plot(title, across, up, lines, band);
    }

    private static Axis fromZero(List<Plot.Line> lines) {
        return Axis.Linear.fromZero(lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.values()))
                .filter(Double::isFinite)
                .max()
                .orElse(1));
    }

    private List<Plot.Line> byRun(ToDoubleFunction<Course.Point> value) {
        List<Plot.Line> lines = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
            lines.add(new Plot.Line(runs.get(k).name(), "run" + k, values(runs.get(k), value)));
        }
        return lines;
    }

    private static double[] values(ScoredRun run, ToDoubleFunction<Course.Point> value) {
        return run.course().points().stream().mapToDouble(value).toArray();
    }

    private static double most(ScoredRun run, ToDoubleFunction<Course.Point> value) {
        return DoubleStream.of(values(run, value)).max().orElse(0);
    }

    // A transparent column over all plots for each point, whose title holds the numbers.
    private void columns(double bottom, Markup out) {
        double span = WIDTH - LEFT - RIGHT;
        for (int i = 0; i < at.length; i++) {
            double from = across.share(i == 0 ? at[0] : (at[i - 1] + at[i]) / 2);
            double to = across.share(i + 1 == at.length ? at[i] : (at[i] + at[i + 1]) / 2);
            out.open(
                    "rect",
                    "class",
                    "column",
                    "x",
                    PlotArea.px(LEFT + from * span),
                    "y",
                    PlotArea.px(HEAD),
                    "width",
                    PlotArea.px((to - from) * span),
                    "height",
                    PlotArea.px(bottom - HEAD));
            out.text("title", Wording.point(report, i)).close();
        }
    }

    private void marks(PlotArea area, Plot plot, Markup out) {
        for (int k = 0; k < runs.size(); k++) {
            for (Course.Switch one : runs.get(k).course().switches()) {
                area.mark(plot, one.at(), runs.size() == 1 ? "total" : "run" + k, Wording.of(one), out);
            }
        }
    }
}
