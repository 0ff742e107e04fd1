package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.model.PlotSigma;
import vedette.model.SensorFinding;
import vedette.model.SensorSite;

/// Says in words what is known of one sensor, for the people who must decide whether to trust it.
final class Findings {
    private static final String[] NAMES = {"range", "azimuth", "elevation", "clock"};

    /// A bias below so many sigmas of one plot, or seconds, is taken off without a word of alarm.
    private static final double ALARMING_SIGMAS = 1;

    private static final double ALARMING_S = 0.3;

    /// More false plots than this are told, and from the second on they are alarming.
    private static final double MANY = 3;

    private static final double FLOOD = 5;

    /// A sector is jammed from so many times the declared rate on, when it is so much above the rest.
    private static final double JAMMED = 8;

    private static final double ABOVE_REST = 3;

    /// A sensor that sees less than this share of what it declares is told.
    private static final double DIM = 0.7;

    private final SensorSite site;
    private final SensorKnowledge known;
    private final Registration registration;
    private final int sensor;
    private final List<String> words = new ArrayList<>();
    private boolean fits = true;

    Findings(SensorSite site, SensorKnowledge known, Registration registration, int sensor) {
        this.site = site;
        this.known = known;
        this.registration = registration;
        this.sensor = sensor;
    }

    SensorFinding finding() {
        place();
        residuals();
        biases();
        agreement();
        blindness();
        falsePlots();
        oddities();
        return new SensorFinding(
                site.sensor(), fits, String.join("; ", words), known.oddities().refused());
    }

    private void alarm(String what) {
        fits = false;
        words.add(what);
    }

    private void place() {
        Whereabouts place = known.place();
        if (!place.isStated()) {
            alarm(kilometres(Exact.hypot(place.eastM(), place.northM())) + " out of place: it stands "
                    + kilometres(place.eastM()) + " east and " + kilometres(place.northM())
                    + " north of where it says (± " + Math.round(Math.ceil(place.sigmaM())) + " m, taken off)");
        }
    }

    private void residuals() {
        for (int axis = 0; axis < 3; axis++) {
            if (known.fit().large(axis)) {
                alarm(NAMES[axis] + " residuals " + Decimal.tenths(known.fit().ratio(axis))
                        + " times as large as stated");
            }
        }
    }

    private void biases() {
        PlotSigma sigma = site.sigma();
        double[] one = {sigma.rangeM(), sigma.azimuthRad(), sigma.elevationRad(), ALARMING_S};
        double[] coarse = {known.coarse().rangeM(), known.coarse().azimuthRad(), 0, 0};
        for (int kind = 0; kind < 4; kind++) {
            double applied = registration.applied(sensor, kind) + coarse[kind];
            if (applied == 0) {
                continue;
            }
            Registration.Estimate estimate = registration.estimate(sensor, kind);
            String said = bias(kind, estimate.value() + coarse[kind], estimate.sigma());
            if (Math.abs(applied) >= (kind == 3 ? ALARMING_S : ALARMING_SIGMAS * one[kind])) {
                alarm(said);
            } else {
                words.add(said);
            }
        }
    }

    private static String bias(int kind, double value, double sigma) {
        return switch (kind) {
            case 0 ->
                "estimated bias of range " + Math.round(value) + " m ± " + Math.round(Math.ceil(sigma))
                        + " m (taken off)";
            case 3 ->
                "clock about " + Decimal.tenths(Math.abs(value)) + " s off (± " + Decimal.hundredths(sigma)
                        + " s, stamps " + (value > 0 ? "late" : "early") + "; taken off)";
            default ->
                "estimated bias of " + NAMES[kind] + " " + Decimal.hundredths(Math.toDegrees(value)) + "° ± "
                        + Decimal.hundredths(Math.toDegrees(sigma)) + "° (taken off)";
        };
    }

    private void agreement() {
        double declared = site.performance().detection();
        if (known.fit().doubtful(declared)) {
            alarm("sees " + Decimal.percent(known.fit().agreement()) + " of what others hold where it states "
                    + Decimal.percent(declared));
        } else if (known.detection() < DIM * declared) {
            words.add("sees " + Decimal.percent(known.detection()) + " of what is there and states "
                    + Decimal.percent(declared));
        }
    }

    private void blindness() {
        Blindness.Sector blind = known.oddities().blindness().widest(site.performance());
        if (blind.missed() > 0) {
            alarm("sees " + (blind.seen() < 1 ? "nothing" : "hardly anything") + " between " + blind.fromDeg()
                    + "° and " + blind.toDeg() + "°: " + Math.round(blind.missed()) + " of the latest "
                    + Math.round(blind.seen() + blind.missed()) + " looks at known tracks there missed");
        }
    }

    private void falsePlots() {
        double overall = known.clutter().overall();
        if (overall >= MANY) {
            String said = Decimal.tenths(overall) + " times as many false plots as stated";
            fits &= overall < FLOOD;
            words.add(said);
        }
        jammed(overall);
    }

    // The widest run of columns that stand above the rest.
    private void jammed(double overall) {
        int most = -1;
        for (int k = 0; k < ClutterMap.AZIMUTHS; k++) {
            if (jammed(k, overall)
                    && (most < 0 || known.clutter().column(k) > known.clutter().column(most))) {
                most = k;
            }
        }
        if (most < 0) {
            return;
        }
        int from = most;
        int to = most;
        while (to - from < ClutterMap.AZIMUTHS - 1 && jammed(from - 1, overall)) {
            from--;
        }
        while (to - from < ClutterMap.AZIMUTHS - 1 && jammed(to + 1, overall)) {
            to++;
        }
        alarm("jammed between " + edge(from) + " and " + edge(to + 1) + ": "
                + Decimal.tenths(known.clutter().column(most)) + " times as many false plots as stated");
    }

    private boolean jammed(int column, double overall) {
        double times = known.clutter().column(Math.floorMod(column, ClutterMap.AZIMUTHS));
        return times >= JAMMED && times >= ABOVE_REST * overall;
    }

    private String edge(int column) {
        ClutterMap.Layout layout = known.clutter().layout();
        return Math.round(Math.toDegrees(Exact.turn(layout.fromRad() + column * layout.columnRad()))) + "°";
    }

    private void oddities() {
        for (Oddities.Count count : known.oddities().counts()) {
            if (Oddities.isNews(count)) {
                String said = count.ever() + " of its " + count.kind().words;
                fits &= !known.oddities().alarms(count);
                words.add(said);
            }
        }
    }

    private static String kilometres(double metres) {
        return Decimal.tenths(metres / 1000) + " km";
    }
}
