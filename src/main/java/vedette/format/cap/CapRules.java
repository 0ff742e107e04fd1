package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vedette.format.text.Xml;
import vedette.model.Moment;

/// The rules of CAP that its schema does not hold (CAP 1.2 §3.2 and §3.3).
final class CapRules {
    /// Faults or remarks on one message; a message with more has lost its reader.
    private static final int MOST = 100;

    /// Half way round the Earth and a little, kilometres: no circle is larger.
    private static final double LARGEST_KM = 20_040;

    private static final Pattern PAIR = Pattern.compile("[-+]?\\d{1,3}(\\.\\d{0,20})?,[-+]?\\d{1,3}(\\.\\d{0,20})?");
    private static final Pattern RADIUS = Pattern.compile("\\+?\\d{1,8}(\\.\\d{0,20})?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final int FEWEST_PAIRS = 4;

    private final CapVersion version;
    private final List<CapReader.Remark> faults = new ArrayList<>();
    private final List<CapReader.Remark> remarks = new ArrayList<>();

    private CapRules(CapVersion version) {
        this.version = version;
    }

    /// What a message has against the rules.
    ///
    /// @param faults what makes it unclear what it says, or to whom
    /// @param remarks the rest
    record Judged(List<CapReader.Remark> faults, List<CapReader.Remark> remarks) {}

    /// Names of senders and messages: no spaces, commas, '<' or '&', and not empty.
    static boolean isLegalName(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || c == ',' || c == '<' || c == '&');
    }

    /// Judges the own elements of an alert.
    static Judged judge(Xml alert, CapVersion version) {
        CapRules rules = new CapRules(version);
        rules.alert(alert);
        return new Judged(rules.faults, rules.remarks);
    }

    private static void add(List<CapReader.Remark> to, Xml where, String reason) {
        if (to.size() < MOST) {
            to.add(new CapReader.Remark(where.name(), where.line(), reason));
        }
    }

    private void fault(Xml where, String reason) {
        add(faults, where, reason);
    }

    private void remark(Xml where, String reason) {
        add(remarks, where, reason);
    }

    private void alert(Xml alert) {
        name(alert, "identifier");
        name(alert, "sender");
        utc(alert, "sent");
        String scope = alert.text("scope");
        if (scope.equals("Restricted") && alert.text("restriction").isEmpty()) {
            remark(alert.first("restriction").orElse(alert), "'restriction' is wanted with scope Restricted");
        }
        demand(alert, scope.equals("Private"), "addresses", "scope Private");
        String type = alert.text("msgType");
        demand(alert, !type.equals("Alert") && !type.isEmpty(), "references", "msgType " + type);
        if (type.equals("Error") && alert.text("note").isEmpty()) {
            remark(alert.first("note").orElse(alert), "'note' is wanted with msgType Error");
        }
        alert.first("references").ifPresent(this::references);
        alert.all("info").forEach(info -> info(alert, info));
    }

    private void name(Xml alert, String element) {
        alert.first(element)
                .filter(found -> !isLegalName(found.text()))
                .ifPresent(found -> fault(found, "must not be empty nor hold spaces, commas, '<' or '&'"));
    }

    private void demand(Xml alert, boolean when, String element, String because) {
        if (when && alert.first(element).isEmpty() && faults.size() < MOST) {
            faults.add(new CapReader.Remark(
                    element, alert.line(), "'" + element + "' is missing: it is needed with " + because));
        } else if (when && alert.text(element).isEmpty()) {
            alert.first(element).ifPresent(empty -> fault(empty, "empty: it is needed with " + because));
        }
    }

    private void references(Xml references) {
        if (references.text().isEmpty()) {
            fault(references, "empty: zero references");
            return;
        }
        if (!version.namesSenders()) {
            return;
        }
        for (String each : references.text().split("\\s+", -1)) {
            String[] parts = each.split(",", -1);
            boolean named = parts.length == 3 && !parts[0].isEmpty() && !parts[1].isEmpty();
            if (!named || !isTime(parts[2])) {
                fault(references, "'" + CapStructure.cut(each) + "' is no sender,identifier,sent");
            }
        }
    }

    private boolean isTime(String text) {
        return version.strictTimes()
                ? CapStructure.strictTime(text).isPresent()
                : CapStructure.moment(text).isPresent();
    }

    /// CAP 1.2 §3.3.2. Many who write `+00:00` mean UTC, so that is remarked upon only.
    private void utc(Xml parent, String element) {
        parent.first(element)
                .filter(found -> version.strictTimes() && found.text().endsWith("+00:00"))
                .ifPresent(found -> remark(found, "UTC is written -00:00"));
    }

    private void info(Xml alert, Xml info) {
        info.first("language")
                .filter(language -> !LANGUAGE.matcher(language.text()).matches())
                .ifPresent(language -> fault(language, "no language code (RFC 3066)"));
        for (String time : List.of("effective", "onset", "expires")) {
            utc(info, time);
        }
        Optional<Moment> effective =
                CapStructure.moment(info.text("effective")).or(() -> CapStructure.moment(alert.text("sent")));
        Optional<Moment> expires = CapStructure.moment(info.text("expires"));
        if (effective.isPresent() && expires.isPresent() && !expires.get().isAfter(effective.get())) {
            remark(info.first("expires").orElse(info), "it expires before it is effective");
        }
        info.all("area").forEach(this::area);
    }

    private void area(Xml area) {
        area.all("polygon").forEach(this::polygon);
        area.all("circle").forEach(this::circle);
        area.first("ceiling")
                .filter(_ -> area.first("altitude").isEmpty())
                .ifPresent(ceiling -> fault(ceiling, "'ceiling' without 'altitude'"));
    }

    private void polygon(Xml polygon) {
        String[] pairs = polygon.text().split("\\s+", -1);
        if (polygon.text().isEmpty()) {
            remark(polygon, "empty");
            return;
        }
        if (pairs.length < FEWEST_PAIRS) {
            fault(polygon, "fewer than four pairs");
            return;
        }
        for (String pair : pairs) {
            if (!isPlace(pair)) {
                fault(polygon, "'" + CapStructure.cut(pair) + "' is no latitude,longitude");
                return;
            }
        }
        if (!same(pairs[0], pairs[pairs.length - 1])) {
            fault(polygon, "not closed: the last pair differs from the first");
        }
        if (jumps(pairs)) {
            remark(polygon, "a side is longer than half a turn: it crosses the antimeridian or goes round the Earth");
        }
    }

    private static boolean same(String one, String other) {
        return latitude(one) == latitude(other) && longitude(one) == longitude(other);
    }

    private static boolean jumps(String[] pairs) {
        for (int i = 1; i < pairs.length; i++) {
            if (Math.abs(longitude(pairs[i]) - longitude(pairs[i - 1])) > 180) {
                return true;
            }
        }
        return false;
    }

    private void circle(Xml circle) {
        String[] parts = circle.text().split("\\s+", -1);
        boolean sound = parts.length == 2
                && isPlace(parts[0])
                && RADIUS.matcher(parts[1]).matches()
                && Double.parseDouble(parts[1]) <= LARGEST_KM;
        if (!sound) {
            fault(circle, "'" + CapStructure.cut(circle.text()) + "' is no latitude,longitude radius");
        }
    }

    private static boolean isPlace(String pair) {
        return PAIR.matcher(pair).matches() && Math.abs(latitude(pair)) <= 90 && Math.abs(longitude(pair)) <= 180;
    }

    private static double latitude(String pair) {
        return Double.parseDouble(pair.substring(0, pair.indexOf(',')));
    }

    private static double longitude(String pair) {
        return Double.parseDouble(pair.substring(pair.indexOf(',') + 1));
    }
}
