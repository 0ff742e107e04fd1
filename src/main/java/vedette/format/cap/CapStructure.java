package vedette.format.cap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.Xml;

/// What elements a CAP message has, where, how often and with which words (CAP 1.2 §3.2 and §3.4, the element
/// tables).
///
/// Older messages have a few more: `password` (1.0), the certainty `Very Likely` (1.0).
final class CapStructure {
    private static final String SPACES = "urn:oasis:names:tc:emergency:cap:1.";
    private static final String OLDEST_SPACE = "http://www.incident.com/cap/1.0";

    /// Elements beyond these in one place are refused.
    private static final int MOST_REPEATS = 10_000;

    /// How often an element may stand.
    private enum Often {
        ONCE,
        MAYBE,
        SOME,
        ANY;

        boolean needed() {
            return this == ONCE || this == SOME;
        }

        boolean repeats() {
            return this == SOME || this == ANY;
        }
    }

    /// @param words the words it may hold; empty: any
    /// @param inside the elements it holds; empty: none
    private record Rule(Often often, List<String> words, Map<String, Rule> inside) {}

    private static Rule words(Often often, String... words) {
        return new Rule(often, List.of(words), Map.of());
    }

    private static Rule group(Often often, Map<String, Rule> inside) {
        return new Rule(often, List.of(), inside);
    }

    /// `name`, `name?`, `name*`, `name+`: free text.
    private static Map<String, Rule> texts(String names) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Arrays.stream(names.split(" ")).forEach(name -> {
            char last = name.charAt(name.length() - 1);
            Often often = last == '?' ? Often.MAYBE : last == '*' ? Often.ANY : last == '+' ? Often.SOME : Often.ONCE;
            rules.put(often == Often.ONCE ? name : name.substring(0, name.length() - 1), words(often));
        });
        return rules;
    }

    private static final Map<String, Rule> PAIR = texts("valueName value");
    private static final Map<String, Rule> AREA = area();
    private static final Map<String, Rule> INFO = info();
    private static final Map<String, Rule> ALERT = alert();

    private static Map<String, Rule> area() {
        Map<String, Rule> area = texts("areaDesc polygon* circle* altitude? ceiling?");
        area.put("geocode", group(Often.ANY, PAIR));
        return area;
    }

    private static Map<String, Rule> info() {
        Map<String, Rule> info = texts("language? event audience? effective? onset? expires? senderName? headline?"
                + " description? instruction? web? contact?");
        info.put(
                "category",
                words(
                        Often.SOME,
                        "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other".split(" ")));
        info.put(
                "responseType",
                words(Often.ANY, "Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None".split(" ")));
        info.put("urgency", words(Often.ONCE, "Immediate", "Expected", "Future", "Past", "Unknown"));
        info.put("severity", words(Often.ONCE, "Extreme", "Severe", "Moderate", "Minor", "Unknown"));
        info.put(
                "certainty", words(Often.ONCE, "Observed", "Likely", "Possible", "Unlikely", "Unknown", "Very Likely"));
        info.put("eventCode", group(Often.ANY, PAIR));
        info.put("parameter", group(Often.ANY, PAIR));
        info.put("resource", group(Often.ANY, texts("resourceDesc mimeType? size? uri? derefUri? digest?")));
        info.put("area", group(Often.ANY, AREA));
        return info;
    }

    private static Map<String, Rule> alert() {
        Map<String, Rule> alert =
                texts("identifier sender sent source? restriction? addresses? code* note? references? incidents?"
                        + " password?");
        alert.put("status", words(Often.ONCE, "Actual", "Exercise", "System", "Test", "Draft"));
        alert.put("msgType", words(Often.ONCE, "Alert", "Update", "Cancel", "Ack", "Error"));
        alert.put("scope", words(Often.ONCE, "Public", "Restricted", "Private"));
        alert.put("info", group(Often.ANY, INFO));
        return alert;
    }

    private CapStructure() {}

    /// The first fault of a message's structure.
    static Optional<CapReader.Refused> fault(Xml root) {
        boolean cap = root.name().equals("alert")
                && (root.space().startsWith(SPACES) || root.space().equals(OLDEST_SPACE));
        return cap
                ? fault(root, ALERT, root.space())
                : Optional.of(new CapReader.Refused(
                        root.name(), root.line(), "no CAP alert: the root is {" + root.space() + "}" + root.name()));
    }

    private static Optional<CapReader.Refused> fault(Xml element, Map<String, Rule> rules, String space) {
        for (Map.Entry<String, Rule> each : rules.entrySet()) {
            int count = element.all(each.getKey()).size();
            if (count == 0 && each.getValue().often.needed()) {
                return refused(element, "'" + each.getKey() + "' is missing");
            }
            if ((count > 1 && !each.getValue().often.repeats()) || count > MOST_REPEATS) {
                return refused(element, "'" + each.getKey() + "' stands " + count + " times");
            }
        }
        for (Xml child : element.children()) {
            Optional<CapReader.Refused> fault = fault(element, child, rules, space);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<CapReader.Refused> fault(Xml parent, Xml child, Map<String, Rule> rules, String space) {
        if (!child.space().equals(space)) {
            // Signatures and other guests may stand at the end of an alert.
            return parent.name().equals("alert")
                    ? Optional.empty()
                    : refused(child, "of another namespace, inside '" + parent.name() + "'");
        }
        Rule rule = rules.get(child.name());
        if (rule == null) {
            return refused(child, "does not belong inside '" + parent.name() + "'");
        }
        if (!rule.words.isEmpty() && !rule.words.contains(child.text())) {
            return refused(child, "'" + cut(child.text()) + "' is none of " + rule.words);
        }
        if (!rule.inside.isEmpty() && !isOldPair(rule, child)) {
            return fault(child, rule.inside, space);
        }
        return child.children().isEmpty()
                ? Optional.empty()
                : refused(child, "holds '" + child.children().getFirst().name() + "'");
    }

    /// CAP 1.0 writes a pair as `name=value`.
    @SuppressWarnings("ReferenceEquality") // the table holds this very rule
    private static boolean isOldPair(Rule rule, Xml child) {
        return child.space().equals(OLDEST_SPACE)
                && rule.inside == PAIR
                && child.children().isEmpty();
    }

    private static Optional<CapReader.Refused> refused(Xml where, String reason) {
        return Optional.of(new CapReader.Refused(where.name(), where.line(), reason));
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /// The members of a message that [#fault] found sound, in the tables' order.
    static List<Json.Member> json(Xml alert) {
        return json(alert, ALERT);
    }

    private static List<Json.Member> json(Xml element, Map<String, Rule> rules) {
        List<Json.Member> members = new ArrayList<>();
        rules.forEach((name, rule) -> {
            List<Json> values = element.all(name).stream()
                    .<Json>map(child -> rule.inside.isEmpty() || isOldPair(rule, child)
                            ? new Json.Text(child.text())
                            : new Json.Members(json(child, rule.inside)))
                    .toList();
            if (!values.isEmpty()) {
                members.add(new Json.Member(name, rule.often.repeats() ? new Json.Items(values) : values.getFirst()));
            }
        });
        return members;
    }
}
