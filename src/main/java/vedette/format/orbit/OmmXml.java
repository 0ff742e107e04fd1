package vedette.format.orbit;

import vedette.format.text.Xml;
import vedette.format.text.XmlText;

/// Messages as XML (CCSDS 505.0-B-3): an `omm`, or several in an `ndm`. No document type is allowed, so nothing can be
/// fetched or expanded; 16 MB at most, which is a catalogue of 13,000 objects: larger ones come as JSON, CSV or TLE.
final class OmmXml {
    /// A message has some 35 elements.
    private static final int MOST_ELEMENTS = 600_000;

    private OmmXml() {}

    static void read(byte[] bytes, Found found) {
        switch (XmlText.read(bytes, MOST_ELEMENTS)) {
            case XmlText.NotXml(String reason, int line) -> found.refuse(line, reason);
            case XmlText.Read(Xml root) -> {
                if (root.name().equals("omm")) {
                    message(root, found);
                } else if (root.name().equals("ndm")) {
                    root.children().forEach(each -> inside(each, found));
                } else {
                    found.refuse(root.line(), "its outermost element is neither omm nor ndm");
                }
            }
        }
    }

    private static void inside(Xml each, Found found) {
        if (each.name().equals("omm")) {
            message(each, found);
        } else if (!each.name().equals("COMMENT") && !each.name().equals("MESSAGE_ID")) {
            found.refuse(each.line(), "element " + Unreadable.shown(each.name()) + " is no omm");
        }
    }

    private static void message(Xml omm, Found found) {
        found.take(omm.line(), () -> {
            OmmFields fields = new OmmFields(omm.line());
            for (Xml body : omm.all("body")) {
                for (Xml segment : body.all("segment")) {
                    segment.all("metadata").forEach(each -> put(each, fields));
                    for (Xml data : segment.all("data")) {
                        data.all("meanElements").forEach(each -> put(each, fields));
                        data.all("tleParameters").forEach(each -> put(each, fields));
                    }
                }
            }
            return fields.set();
        });
    }

    private static void put(Xml group, OmmFields fields) {
        for (Xml each : group.children()) {
            String unit = each.attribute("units").map(u -> " [" + u + "]").orElse("");
            fields.put(each.name(), each.text() + unit, each.line());
        }
    }
}
