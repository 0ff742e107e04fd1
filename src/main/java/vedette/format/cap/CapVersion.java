package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The versions of CAP that are read, each with its element tables: what elements a message has, in which order, how
/// often and with which words (CAP 1.2 §3.2 and §3.4; CAP 1.1, 2005, §3.2 and §3.4; CAP 1.0, 2004, §3.2 and §3.4).
///
/// What the versions differ in: 1.0 writes pairs as `name=value`, needs neither scope nor category and knows the
/// certainty `Very Likely` but not `Observed`; 1.1 brings response types and groups for pairs; 1.2 brings the
/// responses `Avoid` and `AllClear`, needs a resource's type and wants times in one form.
@SuppressWarnings("ImmutableEnumChecker") // its table is a list of records that nobody changes
public enum CapVersion {
    /// CAP 1.0 (2004).
    V1_0("1.0", "http://www.incident.com/cap/1.0"),
    /// CAP 1.1 (2005).
    V1_1("1.1", "urn:oasis:names:tc:emergency:cap:1.1"),
    /// CAP 1.2 (2010; ITU-T X.1303 bis).
    V1_2("1.2", "urn:oasis:names:tc:emergency:cap:1.2");

    private static final String CATEGORIES = "Geo|Met|Safety|Security|Rescue|Fire|Health|Env|Transport|Infra|Other";
    private static final String RESPONSES = "Shelter|Evacuate|Prepare|Execute|Monitor|Assess|None";
    private static final String CERTAINTIES = "Likely|Possible|Unlikely|Unknown";
    private static final String URGENCY = "urgency=Immediate|Expected|Future|Past|Unknown";
    private static final String SEVERITY = "severity=Extreme|Severe|Moderate|Minor|Unknown";
    private static final String SCOPE = "=Public|Restricted|Private";
    private static final String WORDS = "senderName? headline? description? instruction? web? contact?";

    private final String number;
    private final String space;
    private final List<XmlRule> alert;

    CapVersion(String number, String space) {
        this.number = number;
        this.space = space;
        alert = alert(Tongue.valueOf("OF" + number.charAt(2)));
    }

    /// Its number, as `1.2`.
    public String number() {
        return number;
    }

    /// Its XML namespace.
    public String space() {
        return space;
    }

    /// The table of an alert.
    List<XmlRule> alert() {
        return alert;
    }

    /// The version of a namespace.
    static Optional<CapVersion> of(String space) {
        for (CapVersion each : values()) {
            if (each.space.equals(space)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// Whether times have the one form of CAP 1.2 §3.3.2, not any of XML Schema's.
    boolean strictTimes() {
        return this == V1_2;
    }

    /// Whether references are `sender,identifier,sent`: 1.0 has `identifier/sender`.
    boolean namesSenders() {
        return this != V1_0;
    }

    /// What the tables differ in. A constructor of an enum cannot ask for its own constants.
    private enum Tongue {
        OF0,
        OF1,
        OF2
    }

    private static List<XmlRule> alert(Tongue tongue) {
        String time = tongue == Tongue.OF2 ? "!" : "~";
        String status = "status=Actual|Exercise|System|Test" + (tongue == Tongue.OF0 ? "" : "|Draft");
        String head = "identifier sender sent" + time + " " + status + " msgType=Alert|Update|Cancel|Ack|Error";
        String scope = tongue == Tongue.OF0 ? " password? source? scope?" : " source? scope";
        String tail = " restriction? addresses? code* note? references? incidents?";
        List<XmlRule> rules = new ArrayList<>(XmlRule.table(head + scope + SCOPE + tail));
        rules.add(XmlRule.group("info*", info(tongue, time)));
        return rules;
    }

    private static List<XmlRule> info(Tongue tongue, String time) {
        boolean old = tongue == Tongue.OF0;
        String category = (old ? "category*=" : "category+=") + CATEGORIES + (old ? "" : "|CBRNE");
        String response = old ? "" : " responseType*=" + RESPONSES + (tongue == Tongue.OF2 ? "|Avoid|AllClear" : "");
        String certainty = " certainty=" + (old ? "Very_Likely|" : "Observed|") + CERTAINTIES;
        List<XmlRule> rules = new ArrayList<>(XmlRule.table("language? " + category + " event" + response + " "
                + URGENCY + " " + SEVERITY + certainty + " audience?"));
        rules.add(pair("eventCode*", old));
        rules.addAll(XmlRule.table("effective?" + time + " onset?" + time + " expires?" + time + " " + WORDS));
        rules.add(pair("parameter*", old));
        String type = tongue == Tongue.OF2 ? " mimeType" : " mimeType?";
        String inside = "resourceDesc" + type + " size?# uri?" + (old ? "" : " derefUri?") + " digest?";
        rules.add(XmlRule.group("resource*", XmlRule.table(inside)));
        rules.add(XmlRule.group("area*", area(tongue)));
        return rules;
    }

    private static List<XmlRule> area(Tongue tongue) {
        List<XmlRule> rules = new ArrayList<>(XmlRule.table("areaDesc polygon* circle*"));
        rules.add(pair("geocode*", tongue == Tongue.OF0));
        String height = tongue == Tongue.OF2 ? "%" : "";
        rules.addAll(XmlRule.table("altitude?" + height + " ceiling?" + height));
        return rules;
    }

    private static XmlRule pair(String name, boolean old) {
        return old ? XmlRule.table(name).getFirst() : XmlRule.group(name, XmlRule.table("valueName value"));
    }
}
