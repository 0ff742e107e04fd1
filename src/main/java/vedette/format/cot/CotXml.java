package vedette.format.cot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Markup;
import vedette.format.text.MarkupText;
import vedette.format.text.Xml;

/// Events as XML (MITRE, CoT Base-Event 2.0).
public final class CotXml {
    private static final int MOST_PARTS = 20_000;
    private static final int LONGEST_NAME = 512;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private CotXml() {}

    /// Reads one event.
    public static Cot.Reading read(byte[] bytes) {
        if (bytes.length > Cot.LONGEST) {
            return new Cot.Refused(Cot.LONGEST, "event", "longer than " + Cot.LONGEST + " bytes");
        }
        return switch (MarkupText.read(bytes, MOST_PARTS)) {
            case MarkupText.NotXml(String reason, int offset) -> new Cot.Refused(offset, "event", "no XML: " + reason);
            case MarkupText.Read(Markup.Element root) -> {
                try {
                    yield new Cot.Message(Optional.of(event(root)), Optional.empty());
                } catch (CotFault fault) {
                    yield fault.refused();
                }
            }
        };
    }

    private static CotEvent event(Markup.Element root) throws CotFault {
        if (!root.name().equals("event")) {
            throw new CotFault(0, root.name(), "is not an event");
        }
        Markup.Element point = root.first("point").orElseThrow(() -> new CotFault(0, "point", "is missing"));
        Detail detail =
                root.first("detail").map(each -> Detail.of(each.inside())).orElse(Detail.NONE);
        String version = required(root, "version");
        if (!(DetailPart.Numbers.parsed(version) >= 2)) {
            throw new CotFault(0, "event.version", "is '" + version + "', not 2.0 or later");
        }
        return new CotEvent(
                version,
                required(root, "type"),
                required(root, "uid"),
                required(root, "how"),
                new CotEvent.Times(time(root, "time"), time(root, "start"), time(root, "stale")),
                new CotEvent.Marks(optional(root, "access"), optional(root, "qos"), optional(root, "opex")),
                point(point),
                detail);
    }

    private static String optional(Markup.Element root, String name) {
        return root.attribute(name).orElse("");
    }

    private static String required(Markup.Element root, String name) throws CotFault {
        String value = optional(root, name);
        if (value.isBlank() || value.length() > LONGEST_NAME) {
            throw new CotFault(0, root.name() + "." + name, value.isBlank() ? "is missing" : "is too long");
        }
        return value;
    }

    private static CotEvent.Point point(Markup.Element point) throws CotFault {
        return checked(new CotEvent.Point(
                number(point, "lat"),
                number(point, "lon"),
                number(point, "hae"),
                number(point, "ce"),
                number(point, "le")));
    }

    /// Refuses a place that is none.
    static CotEvent.Point checked(CotEvent.Point point) throws CotFault {
        if (!(Math.abs(point.latDeg()) <= 90) || !(Math.abs(point.lonDeg()) <= 180)) {
            throw new CotFault(0, "point", "is no place: " + point.latDeg() + ", " + point.lonDeg());
        }
        if (!Double.isFinite(point.haeM()) || !Double.isFinite(point.ceM()) || !Double.isFinite(point.leM())) {
            throw new CotFault(0, "point", "hae, ce or le is not a number");
        }
        return point;
    }

    private static double number(Markup.Element point, String name) throws CotFault {
        String text = required(point, name);
        double number = DetailPart.Numbers.parsed(text);
        if (!Double.isFinite(number)) {
            throw new CotFault(0, "point." + name, "'" + text + "' is not a number");
        }
        return number;
    }

    private static long time(Markup.Element root, String name) throws CotFault {
        String text = required(root, name);
        try {
            // Without a zone it is UTC: the schema asks for it.
            long ms = (text.matches(".*(Z|z|[+-][0-9:]{2,6})$") && text.length() > 11
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC))
                    .toEpochMilli();
            // What the TAK protocol cannot carry on is none of ours: it counts from 1970 on.
            if (ms < 0 || ms > TakProto.LAST_MS) {
                throw new CotFault(0, "event." + name, "'" + text + "' is not between 1970 and 9999");
            }
            return ms;
        } catch (DateTimeException | ArithmeticException noTime) {
            throw new CotFault(0, "event." + name, "'" + text + "' is no time");
        }
    }

    /// An event as a document.
    static String write(CotEvent event) {
        return HEAD + MarkupText.write(List.of(root(event)));
    }

    private static Markup.Element root(CotEvent event) {
        Markup.Element root = Markup.Element.of(
                "event",
                "version",
                event.version(),
                "uid",
                event.uid(),
                "type",
                event.type(),
                "time",
                text(event.times().madeMs()),
                "start",
                text(event.times().startMs()),
                "stale",
                text(event.times().staleMs()),
                "how",
                event.how());
        root = with(root, "access", event.marks().access());
        root = with(root, "qos", event.marks().qos());
        root = with(root, "opex", event.marks().opex());
        List<Markup> details = new ArrayList<>(event.detail().free());
        details.addAll(event.detail().known());
        return root.holding(point(event.point()), new Markup.Element("detail", List.of(), details));
    }

    private static Markup.Element with(Markup.Element element, String name, String value) {
        if (value.isEmpty()) {
            return element;
        }
        var attributes = new ArrayList<>(element.attributes());
        attributes.add(new Xml.Attribute(name, value));
        return new Markup.Element(element.name(), attributes, element.inside());
    }

    private static Markup.Element point(CotEvent.Point point) {
        return Markup.Element.of(
                "point",
                "lat",
                DetailPart.Numbers.text(point.latDeg()),
                "lon",
                DetailPart.Numbers.text(point.lonDeg()),
                "hae",
                DetailPart.Numbers.text(point.haeM()),
                "ce",
                DetailPart.Numbers.text(point.ceM()),
                "le",
                DetailPart.Numbers.text(point.leM()));
    }

    /// Milliseconds of UTC as `2026-11-22T03:00:00.000Z`.
    static String text(long unixMs) {
        String text = Instant.ofEpochMilli(unixMs).toString();
        return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
    }
}
