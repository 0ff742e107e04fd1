package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vedette.format.text.Xml;

/// An EDXL Distribution Element 1.0 (OASIS, 2006) around CAP messages.
final class Envelope {
    private static final String SPACE = "urn:oasis:names:tc:emergency:EDXL:DE:1.0";

    private static final List<XmlRule> VALUES = XmlRule.table("valueListUrn value+");
    private static final List<XmlRule> ADDRESS = XmlRule.table("explicitAddressScheme explicitAddressValue+");
    private static final List<XmlRule> TABLE = table();

    private Envelope() {}

    private static List<XmlRule> table() {
        List<XmlRule> rules = new ArrayList<>(XmlRule.table("distributionID senderID dateTimeSent~"
                + " distributionStatus=Actual|Exercise|System|Test"
                + " distributionType=Report|Update|Cancel|Request|Response|Dispatch|Ack|Error|SensorConfiguration"
                + "|SensorControl|SensorStatus|SensorDetection combinedConfidentiality language?"));
        for (String role : List.of("senderRole*", "recipientRole*", "keyword*")) {
            rules.add(XmlRule.group(role, VALUES));
        }
        rules.addAll(XmlRule.table("distributionReference*"));
        rules.add(XmlRule.group("explicitAddress*", ADDRESS));
        rules.add(XmlRule.group("targetArea*", XmlRule.table("circle* polygon* country* subdivision* locCodeUN*")));
        rules.add(XmlRule.group("contentObject*", content()));
        return rules;
    }

    private static List<XmlRule> content() {
        List<XmlRule> rules = new ArrayList<>(XmlRule.table("contentDescription?"));
        rules.add(XmlRule.group("contentKeyword*", VALUES));
        rules.addAll(XmlRule.table("incidentID? incidentDescription?"));
        rules.add(XmlRule.group("originatorRole*", VALUES));
        rules.add(XmlRule.group("consumerRole*", VALUES));
        rules.addAll(XmlRule.table("confidentiality?"));
        rules.add(XmlRule.group("nonXMLContent?", XmlRule.table("mimeType size?# digest? uri? contentData?")));
        rules.add(XmlRule.group("xmlContent?", XmlRule.table("keyXMLContent*@ embeddedXMLContent*@")));
        return rules;
    }

    static boolean is(Xml root) {
        return root.name().equals("EDXLDistribution") && root.space().equals(SPACE);
    }

    /// What the envelope holds, each read by itself; a refusal of the envelope itself stands alone.
    static List<CapReader.Reading> open(Xml root, Function<Xml, CapReader.Reading> read) {
        List<CapReader.Remark> faults = CapStructure.faults(root, TABLE);
        if (!faults.isEmpty()) {
            return List.of(CapReader.Refused.of(faults));
        }
        List<CapReader.Reading> all = new ArrayList<>();
        for (Xml content : root.all("contentObject")) {
            for (Xml xml : content.all("xmlContent")) {
                xml.all("embeddedXMLContent").stream()
                        .flatMap(embedded -> embedded.children().stream())
                        .map(read)
                        .forEach(all::add);
            }
        }
        return all.isEmpty()
                ? List.of(CapReader.Refused.of("contentObject", root.line(), "the envelope holds no message"))
                : all;
    }
}
