package vedette.format.cot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vedette.format.text.Json;
import vedette.format.text.Markup;
import vedette.format.text.MarkupText;
import vedette.format.text.Xml;

/// Events as JSON: attributes under their names, the elements of the detail under theirs.
public final class CotLines {
    private CotLines() {}

    /// One line of a recording.
    ///
    /// @param number of the message, from 1
    public static Json line(int number, CotFrames.Entry entry) {
        List<Json.Member> members = new ArrayList<>();
        switch (entry.reading()) {
            case Cot.Refused(int offset, String item, String reason) -> {
                add(members, "rejected", new Json.Truth(true));
                add(members, "record", new Json.Whole(number));
                add(members, "offset", new Json.Whole((long) entry.offset() + offset));
                text(members, "item", item);
                text(members, "reason", reason);
            }
            case Cot.Message(var event, var control) -> {
                add(members, "record", new Json.Whole(number));
                add(members, "offset", new Json.Whole(entry.offset()));
                text(members, "encoding", encoding(entry.form()));
                event.ifPresent(each -> event(members, each));
                control.ifPresent(each -> add(members, "control", control(each)));
            }
        }
        return new Json.Members(members);
    }

    private static String encoding(CotFrames.Form form) {
        return switch (form) {
            case XML -> "xml";
            case STREAM, MESH -> "tak-" + form.name().toLowerCase(Locale.ROOT);
        };
    }

    private static void add(List<Json.Member> members, String name, Json value) {
        members.add(new Json.Member(name, value));
    }

    private static void text(List<Json.Member> members, String name, String value) {
        if (!value.isEmpty()) {
            add(members, name, new Json.Text(value));
        }
    }

    private static Json control(Cot.Control control) {
        List<Json.Member> members = new ArrayList<>();
        add(members, "min", new Json.Whole(control.least()));
        add(members, "max", new Json.Whole(control.most()));
        text(members, "uid", control.uid());
        return new Json.Members(members);
    }

    private static void event(List<Json.Member> members, CotEvent event) {
        text(members, "version", event.version());
        text(members, "uid", event.uid());
        text(members, "type", event.type());
        text(members, "how", event.how());
        text(members, "time", CotXml.text(event.times().madeMs()));
        text(members, "start", CotXml.text(event.times().startMs()));
        text(members, "stale", CotXml.text(event.times().staleMs()));
        text(members, "access", event.marks().access());
        text(members, "qos", event.marks().qos());
        text(members, "opex", event.marks().opex());
        List<Json.Member> point = new ArrayList<>();
        add(point, "lat", new Json.Real(event.point().latDeg()));
        add(point, "lon", new Json.Real(event.point().lonDeg()));
        add(point, "hae", new Json.Real(event.point().haeM()));
        add(point, "ce", new Json.Real(event.point().ceM()));
        add(point, "le", new Json.Real(event.point().leM()));
        add(members, "point", new Json.Members(point));
        List<Markup> details = new ArrayList<>(event.detail().known());
        details.addAll(event.detail().free());
        add(members, "detail", elements(details));
        text(members, "xml", MarkupText.write(event.detail().free()).strip());
    }

    private static Json elements(List<Markup> parts) {
        Map<String, List<Json>> named = new LinkedHashMap<>();
        for (Markup part : parts) {
            if (part instanceof Markup.Element element) {
                named.computeIfAbsent(element.name(), _ -> new ArrayList<>()).add(element(element));
            }
        }
        List<Json.Member> members = new ArrayList<>();
        named.forEach((name, all) -> add(members, name, all.size() == 1 ? all.getFirst() : new Json.Items(all)));
        return new Json.Members(members);
    }

    private static Json element(Markup.Element element) {
        List<Json.Member> members = new ArrayList<>();
        for (Xml.Attribute each : element.attributes()) {
            add(members, "@" + each.name(), new Json.Text(each.value()));
        }
        if (elements(element.inside()) instanceof Json.Members(List<Json.Member> inside)) {
            members.addAll(inside);
        }
        text(members, "#text", element.text());
        return new Json.Members(members);
    }
}
