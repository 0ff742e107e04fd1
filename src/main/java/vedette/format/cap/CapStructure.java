package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vedette.format.text.Json;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Holds a document against its element tables, as its XML schema would: which elements, in which order, how often,
/// with which words. All faults are found, not only the first.
final class CapStructure {
    /// XML signatures may stand at the end of an alert (CAP 1.2 §3.4).
    static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

    /// Elements of one name beyond these in one place are refused.
    private static final int MOST_REPEATS = 10_000;

    /// Faults of one document; one with more has lost its reader.
    private static final int MOST_FAULTS = 100;

    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final Pattern STRICT_TIME =
            Pattern.compile("\\d\\d\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
    private static final Pattern TIME =
            Pattern.compile("\\d\\d\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[-+]\\d\\d:\\d\\d)?");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");

    private final String space;
    private final List<CapReader.Remark> faults = new ArrayList<>();

    private CapStructure(String space) {
        this.space = space;
    }

    /// The faults of an element against its table, in the document's order.
    static List<CapReader.Remark> faults(Xml root, List<XmlRule> table) {
        CapStructure structure = new CapStructure(root.space());
        structure.children(root, table);
        return structure.faults;
    }

    private void fault(String element, int line, String reason) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new CapReader.Remark(element, line, reason));
        }
    }

    private void children(Xml element, List<XmlRule> table) {
        counts(element, table);
        int reached = 0;
        for (Xml child : element.children()) {
            int place = place(element, child, table);
            if (place >= 0) {
                if (place < reached) {
                    fault(
                            child.name(),
                            child.line(),
                            "stands after '" + table.get(reached).name() + "', where it does not belong");
                }
                reached = Math.max(reached, place);
                child(child, table.get(place));
            }
        }
    }

    private void counts(Xml element, List<XmlRule> table) {
        for (XmlRule rule : table) {
            int count = 0;
            for (Xml child : element.children()) {
                count += child.name().equals(rule.name()) && child.space().equals(space) ? 1 : 0;
            }
            if (count == 0 && rule.often().needed()) {
                fault(rule.name(), element.line(), "'" + rule.name() + "' is missing in '" + element.name() + "'");
            }
            if ((count > 1 && !rule.often().repeats()) || count > MOST_REPEATS) {
                fault(
                        rule.name(),
                        element.line(),
                        "'" + rule.name() + "' stands " + count + " times in '" + element.name() + "'");
            }
        }
    }

    /// Where in the table a child stands; below 0 when it does not.
    private int place(Xml parent, Xml child, List<XmlRule> table) {
        if (!child.space().equals(space)) {
            boolean guest = parent.name().equals("alert") && child.space().equals(SIGNATURES);
            if (!guest) {
                fault(child.name(), child.line(), "of another namespace, inside '" + parent.name() + "'");
            }
            return -1;
        }
        for (int i = 0; i < table.size(); i++) {
            if (table.get(i).name().equals(child.name())) {
                return i;
            }
        }
        fault(child.name(), child.line(), "does not belong inside '" + parent.name() + "'");
        return -1;
    }

    private void child(Xml child, XmlRule rule) {
        if (rule.form() == XmlRule.Form.FOREIGN) {
            return;
        }
        if (!rule.inside().isEmpty()) {
            children(child, rule.inside());
        } else if (!child.children().isEmpty()) {
            fault(
                    child.name(),
                    child.line(),
                    "holds '" + child.children().getFirst().name() + "'");
        } else {
            text(child, rule);
        }
    }

    private void text(Xml child, XmlRule rule) {
        String text = child.text();
        if (!rule.words().isEmpty() && !rule.words().contains(text)) {
            fault(child.name(), child.line(), "'" + cut(text) + "' is none of " + rule.words());
        }
        Optional<String> wanted = switch (rule.form()) {
            case TEXT, FOREIGN -> Optional.empty();
            case STRICT_TIME ->
                strictTime(text).isPresent() ? Optional.empty() : Optional.of("time as 2026-11-22T18:46:15-00:00");
            case TIME -> isTime(text) ? Optional.empty() : Optional.of("time (xs:dateTime)");
            case WHOLE -> WHOLE.matcher(text).matches() ? Optional.empty() : Optional.of("whole number");
            case DECIMAL -> DECIMAL.matcher(text).matches() ? Optional.empty() : Optional.of("number");
        };
        wanted.ifPresent(form -> fault(child.name(), child.line(), "'" + cut(text) + "' is no " + form));
    }

    /// The moment of a time in the form of CAP 1.2 §3.3.2.
    static Optional<Moment> strictTime(String text) {
        return STRICT_TIME.matcher(text).matches() ? Utc.moment(text, LEAPS) : Optional.empty();
    }

    /// The moment of a time of any version; one without a zone has none.
    static Optional<Moment> moment(String text) {
        return TIME.matcher(text).matches() ? Utc.moment(text, LEAPS) : Optional.empty();
    }

    private static boolean isTime(String text) {
        return moment(text).isPresent() || moment(text + "Z").isPresent();
    }

    /// Text that goes into a reason.
    static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /// The members of a sound element, in the table's order.
    static List<Json.Member> json(Xml element, List<XmlRule> table) {
        List<Json.Member> members = new ArrayList<>();
        for (XmlRule rule : table) {
            List<Json> values = new ArrayList<>();
            for (Xml child : element.all(rule.name())) {
                values.add(
                        rule.inside().isEmpty()
                                ? new Json.Text(child.text())
                                : new Json.Members(json(child, rule.inside())));
            }
            if (!values.isEmpty()) {
                boolean many = rule.often().repeats();
                members.add(new Json.Member(rule.name(), many ? new Json.Items(values) : values.getFirst()));
            }
        }
        return members;
    }
}
