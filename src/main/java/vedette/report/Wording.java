package vedette.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vedette.score.Course;

/// Numbers in sentences.
final class Wording {
    /// GOSPA and its parts are told to a centimetre.
    static final int METRE_DECIMALS = 2;

    /// Shares and ratios are told to a thousandth.
    static final int RATIO_DECIMALS = 3;

    private Wording() {}

    /// What was measured at one point, a line for each run.
    static String point(ScoreReport report, int index) {
        List<String> lines = new ArrayList<>();
        for (ScoredRun run : report.runs()) {
            Course.Point point = run.course().points().get(index);
            String name = report.runs().size() == 1 ? "" : run.name() + ", ";
            lines.add(name + time(run.course().pace(), point.at()) + ": " + numbers(point));
            run.course().switches().stream()
                    .filter(one -> one.at() == point.at())
                    .forEach(one -> lines.add(of(one)));
        }
        return String.join("\n", lines);
    }

    private static String time(Course.Pace pace, double at) {
        return switch (pace) {
            case SECONDS -> Decimal.trimmed(at, 3) + " s";
            case STEPS -> "step " + Decimal.trimmed(at, 0);
        };
    }

    private static String numbers(Course.Point point) {
        Course.Parts parts = point.parts();
        Course.Honesty honesty = point.honesty();
        String numbers = String.format(
                Locale.ROOT,
                "%s objects, %s tracks; GOSPA %s m (localisation %s, missed %s, false %s)",
                Decimal.trimmed(point.truths(), 2),
                Decimal.trimmed(point.tracks(), 2),
                metres(point.gospa()),
                metres(parts.localisation()),
                metres(parts.missed()),
                metres(parts.falseTracks()));
        return honesty.samples() == 0
                ? numbers
                : numbers
                        + String.format(
                                Locale.ROOT,
                                "; ANEES %s, %s of %s inside",
                                Decimal.fixed(honesty.anees(), RATIO_DECIMALS),
                                Decimal.trimmed(honesty.inside95() * honesty.samples(), 0),
                                Integer.toString(honesty.samples()));
    }

    static String metres(double value) {
        return Decimal.fixed(value, METRE_DECIMALS);
    }

    /// An identity switch.
    static String of(Course.Switch one) {
        return String.format(
                Locale.ROOT,
                "%s s: %s goes from track %s to %s",
                Decimal.trimmed(one.at(), 3),
                one.target(),
                one.before(),
                one.after());
    }
}
