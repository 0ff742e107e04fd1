package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// The rules of CAP that its schema does not hold (CAP 1.2 §3.2 and §3.3.2).
final class CapRules {
    /// Remarks on one message; a message with more has lost its reader.
    private static final int MOST_REMARKS = 100;

    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final Pattern TIME =
            Pattern.compile("\\d\\d\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
    private static final Pattern PAIR = Pattern.compile("[-+]?\\d{1,3}(\\.\\d+)?,[-+]?\\d{1,3}(\\.\\d+)?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final int FEWEST_PAIRS = 4;

    private final List<CapReader.Remark> remarks = new ArrayList<>();

    private CapRules() {}

    /// Names of senders and messages: no spaces, commas, '<' or '&', and not empty.
    static boolean isLegalName(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c <= ' ' || c == ',' || c == '<' || c == '&');
    }

    /// What is against the rules in a message of sound structure.
    static List<CapReader.Remark> remarks(Xml alert) {
        CapRules rules = new CapRules();
        rules.alert(alert);
        return rules.remarks;
    }

    private void remark(Xml where, String reason) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(new CapReader.Remark(where.name(), where.line(), reason));
        }
    }

    private void alert(Xml alert) {
        name(alert, "identifier");
        name(alert, "sender");
        time(alert, "sent");
        String scope = alert.text("scope");
        demand(alert, scope.equals("Restricted"), "restriction", "scope Restricted");
        demand(alert, scope.equals("Private"), "addresses", "scope Private");
        String type = alert.text("msgType");
        demand(alert, !type.equals("Alert"), "references", "msgType " + type);
        demand(alert, type.equals("Error"), "note", "msgType Error");
        alert.first("references").ifPresent(this::references);
        alert.all("info").forEach(info -> info(alert, info));
    }

    private void name(Xml alert, String element) {
        alert.first(element)
                .filter(found -> !isLegalName(found.text()))
                .ifPresent(found -> remark(found, "must not be empty nor hold spaces, commas, '<' or '&'"));
    }

    private void demand(Xml alert, boolean when, String element, String because) {
        if (when && alert.text(element).isEmpty()) {
            remark(alert.first(element).orElse(alert), "'" + element + "' is needed with " + because);
        }
    }

    private void references(Xml references) {
        if (references.text().isEmpty()) {
            remark(references, "empty");
            return;
        }
        for (String each : references.text().split("\\s+", -1)) {
            String[] parts = each.split(",", -1);
            if (parts.length != 3 || !TIME.matcher(parts[2]).matches()) {
                remark(references, "'" + cut(each) + "' is no sender,identifier,sent");
            }
        }
    }

    private Optional<Moment> time(Xml parent, String element) {
        Optional<Xml> found = parent.first(element);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String text = found.get().text();
        Optional<Moment> moment = TIME.matcher(text).matches() ? Utc.moment(text, LEAPS) : Optional.empty();
        if (moment.isEmpty()) {
            remark(found.get(), "'" + cut(text) + "' is no time as 2026-11-22T18:46:15-00:00");
        } else if (text.endsWith("+00:00")) {
            remark(found.get(), "UTC is written -00:00");
        }
        return moment;
    }

    private void info(Xml alert, Xml info) {
        info.first("language")
                .filter(language -> !LANGUAGE.matcher(language.text()).matches())
                .ifPresent(language -> remark(language, "no language code (RFC 3066)"));
        Optional<Moment> sent = Utc.moment(alert.text("sent"), LEAPS);
        Optional<Moment> effective = time(info, "effective").or(() -> sent);
        time(info, "onset");
        Optional<Moment> expires = time(info, "expires");
        if (effective.isPresent() && expires.isPresent() && !expires.get().isAfter(effective.get())) {
            remark(info.first("expires").orElse(info), "it expires before it is effective");
        }
        info.all("area").forEach(this::area);
    }

    private void area(Xml area) {
        area.all("polygon").forEach(this::polygon);
        area.all("circle").forEach(this::circle);
        if (area.first("altitude").isEmpty() && area.first("ceiling").isPresent()) {
            remark(area, "'ceiling' without 'altitude'");
        }
    }

    private void polygon(Xml polygon) {
        String[] pairs = polygon.text().split("\\s+", -1);
        if (polygon.text().isEmpty() || pairs.length < FEWEST_PAIRS) {
            remark(polygon, "fewer than four pairs");
            return;
        }
        for (String pair : pairs) {
            if (!isPlace(pair)) {
                remark(polygon, "'" + cut(pair) + "' is no latitude,longitude");
                return;
            }
        }
        if (!pairs[0].equals(pairs[pairs.length - 1])) {
            remark(polygon, "not closed: the last pair differs from the first");
        }
    }

    private void circle(Xml circle) {
        String[] parts = circle.text().split("\\s+", -1);
        boolean sound = parts.length == 2 && isPlace(parts[0]) && parts[1].matches("\\d{1,8}(\\.\\d{1,9})?");
        if (!sound) {
            remark(circle, "'" + cut(circle.text()) + "' is no latitude,longitude radius");
        }
    }

    private static boolean isPlace(String pair) {
        if (!PAIR.matcher(pair).matches()) {
            return false;
        }
        String[] degrees = pair.split(",", -1);
        return Math.abs(Double.parseDouble(degrees[0])) <= 90 && Math.abs(Double.parseDouble(degrees[1])) <= 180;
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
