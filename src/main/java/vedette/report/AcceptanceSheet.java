package vedette.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.score.Errors;
import vedette.score.PictureTrial;
import vedette.score.SensorTrial;

/// A test flight against what each sensor and the picture saw of it, as an HTML page.
///
/// The figures are those that CWA 18150:2024 (counter-UAS testing) asks of detection, tracking and identification: how
/// often by range, how exactly, how late, how steadily, as what.
///
/// @param title of the page
/// @param facts what was compared, name and value, in order
/// @param sensors one a sensor
/// @param picture the picture's own
/// @param warnings what was warned of, in order
public record AcceptanceSheet(
        String title,
        Map<String, String> facts,
        List<SensorTrial.Result> sensors,
        PictureTrial.Result picture,
        List<String> warnings) {
    private static final double WIDTH = 960;
    private static final double LEFT = 64;
    private static final double RIGHT = 24;
    private static final double TOP = 58;
    private static final double TALL = 200;
    private static final double FOOT = 40;
    private static final int PARTS = 10;
    private static final int UP_PARTS = 5;
    private static final int MOST_WARNINGS = 200;
    private static final int PERCENT = 100;
    private static final String NONE = "–";

    /// Copies the lists.
    public AcceptanceSheet {
        sensors = List.copyOf(sensors);
        warnings = List.copyOf(warnings);
    }

    /// The whole page.
    public String html() {
        Markup out = new Markup();
        out.raw("<!doctype html>\n").open("html", "lang", "en").open("head");
        out.raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.text("title", title).raw("<style>" + Theme.PAGE + "</style>\n").close();
        out.open("body").open("main").text("h1", title);
        out.open("table");
        facts.forEach((name, value) -> row(out, name, value));
        out.close();
        out.text("h2", "The picture");
        picture(out);
        out.text("h2", "The sensors");
        sensors(out);
        for (SensorTrial.Result each : sensors) {
            detection(out, each);
        }
        out.text("h2", "Warnings");
        warnings(out);
        return out.close().close().close().written();
    }

    private static void row(Markup out, String name, String value) {
        out.open("tr").text("th", name, "scope", "row").text("td", value).close();
    }

    private void picture(Markup out) {
        out.open("table");
        row(out, "Tracked", share(picture.tracked(), picture.seconds()) + " of " + picture.seconds() + " s");
        row(out, "First tracked after", number(picture.firstS(), 1) + " s");
        row(out, "Lost while it flew", picture.breaks() + " times");
        row(
                out,
                "Track numbers",
                picture.numbers().isEmpty() ? NONE : picture.numbers().toString());
        row(out, "Error along the ground, m", spread(picture.groundM()));
        row(out, "Error of height, m", signed(picture.heightM(), 1));
        row(out, "Squared error in sigmas (2 is honest)", number(picture.nees().mean(), 2));
        row(out, "Held to be", counted(picture.kinds()));
        row(out, "Named as", counted(picture.names()));
        out.close();
        if (picture.course().size() > 1) {
            course(out);
        }
    }

    private void course(Markup out) {
        double[] at =
                picture.course().stream().mapToDouble(PictureTrial.Second::atS).toArray();
        double[] errors = picture.course().stream()
                .mapToDouble(PictureTrial.Second::errorM)
                .toArray();
        double highest = Math.max(1, picture.groundM().quantile(1));
        figure(
                out,
                "Error of the track along the ground over the flight",
                new Plot(
                        "Error along the ground, m, over seconds of flight",
                        Axis.Linear.between(at[0], at[at.length - 1], PARTS),
                        Axis.Linear.between(0, highest, UP_PARTS),
                        List.of(new Plot.Line("track that holds it", "run0", errors)),
                        Optional.empty()),
                at);
    }

    private void sensors(Markup out) {
        out.open("table").open("tr");
        for (String head : List.of(
                "Sensor",
                "Measured",
                "Of the aircraft",
                "Period, s",
                "Detected",
                "Range error, m",
                "Azimuth error, °",
                "Elevation error, °",
                "Place error, m",
                "Latency, s")) {
            out.text("th", head, "scope", "col");
        }
        out.close();
        for (SensorTrial.Result each : sensors) {
            out.open("tr").text("th", each.sensor().name(), "scope", "row");
            for (String cell : List.of(
                    Long.toString(each.measured()),
                    Integer.toString(each.hits()),
                    number(each.periodS(), 2),
                    Double.isNaN(each.detection()) ? NONE : Math.round(PERCENT * each.detection()) + " %",
                    signed(each.rangeM(), 1),
                    signed(each.azimuthDeg(), 2),
                    signed(each.elevationDeg(), 2),
                    spread(each.groundM()),
                    spread(each.latencyS()))) {
                out.text("td", cell);
            }
            out.close();
        }
        out.close();
        out.text(
                "p",
                "Errors: mean ± root mean square about 0; places and latencies: median, 95 % below. A sensor's period is the"
                        + " shortest fifth of the gaps between its measurements of the aircraft; detected is the share of its"
                        + " periods during the flight with at least one.");
    }

    private static void detection(Markup out, SensorTrial.Result sensor) {
        List<SensorTrial.Bin> bins =
                sensor.bins().stream().filter(bin -> bin.periods() > 0).toList();
        if (bins.size() < 2) {
            return;
        }
        double[] at =
                bins.stream().mapToDouble(bin -> (bin.fromM() + bin.toM()) / 2).toArray();
        double[] share = bins.stream()
                .mapToDouble(bin -> (double) bin.seen() / bin.periods())
                .toArray();
        figure(
                out,
                "Detection by range of " + sensor.sensor().name(),
                new Plot(
                        "Share of periods in which " + sensor.sensor().name() + " measured it, over range, m",
                        Axis.Linear.between(at[0], at[at.length - 1], PARTS),
                        Axis.Linear.between(0, 1, UP_PARTS),
                        List.of(new Plot.Line("detected", "run0", share)),
                        Optional.empty()),
                at);
    }

    private static void figure(Markup out, String title, Plot plot, double[] at) {
        out.open("figure");
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + PlotArea.px(WIDTH) + " " + PlotArea.px(TOP + TALL + FOOT),
                "class",
                "vedette-figure",
                "role",
                "img",
                "aria-label",
                title);
        out.raw("<style>" + Theme.FIGURE + "</style>\n");
        out.leaf("rect", "class", "paper", "width", PlotArea.px(WIDTH), "height", PlotArea.px(TOP + TALL + FOOT));
        new PlotArea(LEFT, TOP, WIDTH - LEFT - RIGHT, TALL).draw(plot, at, out);
        out.close().close();
    }

    private void warnings(Markup out) {
        if (warnings.isEmpty()) {
            out.text("p", "None.");
            return;
        }
        out.open("ol");
        warnings.stream().limit(MOST_WARNINGS).forEach(each -> out.text("li", each));
        out.close();
        if (warnings.size() > MOST_WARNINGS) {
            out.text("p", (warnings.size() - MOST_WARNINGS) + " more.");
        }
    }

    private static String share(int part, int whole) {
        return whole == 0 ? NONE : number(PERCENT * (double) part / whole, 1) + " %";
    }

    private static String counted(Map<String, Integer> seconds) {
        if (seconds.isEmpty()) {
            return NONE;
        }
        StringBuilder words = new StringBuilder();
        seconds.forEach((name, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(name)
                .append(" ")
                .append(count)
                .append(" s"));
        return words.toString();
    }

    private static String spread(Errors errors) {
        return errors.count() == 0 ? NONE : number(errors.quantile(0.5), 2) + ", " + number(errors.quantile(0.95), 2);
    }

    private static String signed(Errors errors, int digits) {
        return errors.count() == 0 ? NONE : number(errors.mean(), digits) + " ± " + number(errors.rms(), digits);
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? NONE : Decimal.fixed(value, digits);
    }
}
