package vedette.format.cot;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Markup;
import vedette.format.text.MarkupText;
import vedette.format.text.Xml;

/// TAK protocol version 1: events as protocol buffers. Field numbers are public facts of the protocol; those that it
/// does not name are passed over.
public final class TakProto {
    /// Begins every header.
    public static final int MAGIC = 0xbf;

    private static final int VERSION = 1;
    private static final int MOST_PARTS = 20_000;
    private static final int MOST_FIELDS = 1_000;
    private static final int DETAIL = 15;
    private static final int FIRST_TIME = 6;
    private static final int FIRST_NUMBER = 10;
    private static final int XML_DETAIL = 1;
    static final long LAST_MS = 253_402_300_799_999L;

    private TakProto() {}

    /// Reads a message that has the header of a datagram: magic, version, magic.
    public static Cot.Reading mesh(byte[] bytes, int from, int end) {
        if (end - from < 3 || (bytes[from] & 0xff) != MAGIC || (bytes[from + 2] & 0xff) != MAGIC) {
            return new Cot.Refused(0, "header", "no TAK protocol header");
        }
        return bytes[from + 1] == VERSION
                ? payload(bytes, from + 3, end)
                : new Cot.Refused(1, "header", "version " + bytes[from + 1] + ", only 1 is read");
    }

    /// Reads a message without its header.
    public static Cot.Reading payload(byte[] bytes, int from, int end) {
        if (end - from > Cot.LONGEST) {
            return new Cot.Refused(Cot.LONGEST, "message", "longer than " + Cot.LONGEST + " bytes");
        }
        try {
            return message(new ProtoReader(bytes, from, end));
        } catch (CotFault fault) {
            Cot.Refused refused = fault.refused();
            return new Cot.Refused(Math.max(0, refused.offset() - from), refused.item(), refused.reason());
        }
    }

    private static Cot.Reading message(ProtoReader in) throws CotFault {
        Optional<CotEvent> event = Optional.empty();
        Optional<Cot.Control> control = Optional.empty();
        while (in.more()) {
            long tag = in.varint("message");
            int wire = (int) tag & 7;
            if (tag >>> 3 == 1) {
                in.expect(wire, ProtoReader.DELIMITED, "takControl");
                control = Optional.of(control(in.inner("takControl")));
            } else if (tag >>> 3 == 2) {
                in.expect(wire, ProtoReader.DELIMITED, "cotEvent");
                if (event.isPresent()) {
                    throw new CotFault(in.at(), "cotEvent", "stands twice");
                }
                event = Optional.of(event(in.inner("cotEvent")));
            } else {
                in.skip(wire, "message");
            }
        }
        if (event.isEmpty() && control.isEmpty()) {
            throw new CotFault(in.at(), "message", "is empty");
        }
        return new Cot.Message(event, control);
    }

    private static Cot.Control control(ProtoReader in) throws CotFault {
        int[] versions = new int[2];
        String uid = "";
        while (in.more()) {
            long tag = in.varint("takControl");
            int field = (int) Math.min(tag >>> 3, 99);
            int wire = (int) tag & 7;
            if (field == 1 || field == 2) {
                in.expect(wire, ProtoReader.VARINT, "takControl");
                versions[field - 1] = (int) in.varint("takControl");
            } else if (field == 3) {
                in.expect(wire, ProtoReader.DELIMITED, "takControl.contactUid");
                uid = in.text("takControl.contactUid");
            } else {
                in.skip(wire, "takControl");
            }
        }
        return new Cot.Control(versions[0], versions[1], uid);
    }

    private static CotEvent event(ProtoReader in) throws CotFault {
        String[] texts = new String[FIRST_NUMBER];
        Arrays.fill(texts, "");
        long[] times = new long[3];
        double[] numbers = new double[5];
        Detail detail = Detail.NONE;
        while (in.more()) {
            long tag = in.varint("cotEvent");
            int wire = (int) tag & 7;
            int field = (int) Math.min(tag >>> 3, 99);
            String item = "cotEvent." + field;
            if (field < 1 || field > DETAIL) {
                in.skip(wire, item);
            } else if (field == DETAIL) {
                in.expect(wire, ProtoReader.DELIMITED, item);
                detail = detail(in.inner("detail"));
            } else if (field >= FIRST_NUMBER) {
                in.expect(wire, ProtoReader.FIXED64, item);
                numbers[field - FIRST_NUMBER] = in.fixed64(item);
            } else if (field >= FIRST_TIME && field < FIRST_TIME + times.length) {
                in.expect(wire, ProtoReader.VARINT, item);
                times[field - FIRST_TIME] = time(in.varint(item), item, in);
            } else {
                in.expect(wire, ProtoReader.DELIMITED, item);
                texts[field] = in.text(item);
            }
        }
        return event(texts, times, numbers, detail);
    }

    private static long time(long ms, String item, ProtoReader in) throws CotFault {
        if (ms < 0 || ms > LAST_MS) {
            throw new CotFault(in.at(), item, "no time: " + ms + " ms");
        }
        return ms;
    }

    private static CotEvent event(String[] texts, long[] times, double[] numbers, Detail detail) throws CotFault {
        if (texts[1].isBlank() || texts[5].isBlank() || texts[9].isBlank()) {
            throw new CotFault(0, "cotEvent", "type, uid or how is missing");
        }
        return new CotEvent(
                "2.0",
                texts[1],
                texts[5],
                texts[9],
                new CotEvent.Times(times[0], times[1], times[2]),
                new CotEvent.Marks(texts[2], texts[3], texts[4]),
                CotXml.checked(new CotEvent.Point(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])),
                detail);
    }

    private static Detail detail(ProtoReader in) throws CotFault {
        List<Markup> free = new ArrayList<>();
        Markup.Element[] known = new Markup.Element[DETAIL];
        int fields = 0;
        while (in.more()) {
            long tag = in.varint("detail");
            int wire = (int) tag & 7;
            Optional<DetailPart> part = DetailPart.numbered(tag >>> 3);
            if (++fields > MOST_FIELDS) {
                throw new CotFault(in.at(), "detail", "more than " + MOST_FIELDS + " fields");
            }
            if (tag >>> 3 == XML_DETAIL) {
                in.expect(wire, ProtoReader.DELIMITED, "xmlDetail");
                free = free(in.text("xmlDetail"), in.at());
            } else if (part.isPresent()) {
                in.expect(wire, ProtoReader.DELIMITED, part.get().element());
                known[part.get().number()] = part(in.inner(part.get().element()), part.get());
            } else {
                in.skip(wire, "detail");
            }
        }
        return joined(free, known);
    }

    // What stands in the XML text counts more than the numbered form of the same.
    private static Detail joined(List<Markup> free, Markup.Element[] known) {
        Detail text = Detail.of(free);
        List<Markup.Element> all = new ArrayList<>();
        for (DetailPart part : DetailPart.values()) {
            Markup.Element numbered = known[part.number()];
            Optional<Markup.Element> written = text.first(part.element());
            if (written.isPresent()) {
                written.filter(text.known()::contains).ifPresent(all::add);
            } else if (numbered != null) {
                all.add(numbered);
            }
        }
        return new Detail(text.free(), all);
    }

    private static List<Markup> free(String text, int at) throws CotFault {
        return switch (MarkupText.read("<detail>" + text + "</detail>", MOST_PARTS)) {
            case MarkupText.Read(Markup.Element root) -> root.inside();
            case MarkupText.NotXml(String reason, int _) -> throw new CotFault(at, "xmlDetail", "no XML: " + reason);
        };
    }

    private static Markup.Element part(ProtoReader in, DetailPart part) throws CotFault {
        String[] values = new String[part.fields().size()];
        while (in.more()) {
            long tag = in.varint(part.element());
            int wire = (int) tag & 7;
            int index = (int) Math.min((tag >>> 3) - 1, 99);
            if (index < 0 || index >= values.length) {
                in.skip(wire, part.element());
            } else {
                values[index] = value(in, wire, part.fields().get(index), part.element());
            }
        }
        List<Xml.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            DetailPart.Field field = part.fields().get(i);
            String value = values[i];
            if (value != null || field.required()) {
                attributes.add(new Xml.Attribute(field.name(), value != null ? value : absent(field)));
            }
        }
        return new Markup.Element(part.element(), attributes, List.of());
    }

    // proto3 leaves out what is zero or empty.
    private static String absent(DetailPart.Field field) {
        return field.kind() == DetailPart.Kind.TEXT ? "" : "0";
    }

    private static String value(ProtoReader in, int wire, DetailPart.Field field, String element) throws CotFault {
        String item = element + "." + field.name();
        return switch (field.kind()) {
            case TEXT -> {
                in.expect(wire, ProtoReader.DELIMITED, item);
                yield in.text(item);
            }
            case COUNT -> {
                in.expect(wire, ProtoReader.VARINT, item);
                yield Long.toString(in.varint(item) & 0xFFFF_FFFFL);
            }
            case NUMBER -> {
                in.expect(wire, ProtoReader.FIXED64, item);
                yield DetailPart.Numbers.text(in.fixed64(item));
            }
        };
    }

    /// An event as a message without a header.
    static byte[] payload(CotEvent event) {
        ProtoWriter message = new ProtoWriter();
        message.message(2, bytes(event));
        return message.bytes();
    }

    /// What we understand, as a message without a header: version 1.
    public static byte[] control(String uid) {
        ProtoWriter control = new ProtoWriter();
        control.whole(1, VERSION);
        control.whole(2, VERSION);
        control.text(3, uid);
        ProtoWriter message = new ProtoWriter();
        message.message(1, control.bytes());
        return message.bytes();
    }

    private static byte[] bytes(CotEvent event) {
        ProtoWriter out = new ProtoWriter();
        out.text(1, event.type());
        out.text(2, event.marks().access());
        out.text(3, event.marks().qos());
        out.text(4, event.marks().opex());
        out.text(5, event.uid());
        out.whole(6, event.times().madeMs());
        out.whole(7, event.times().startMs());
        out.whole(8, event.times().staleMs());
        out.text(9, event.how());
        out.number(10, event.point().latDeg());
        out.number(11, event.point().lonDeg());
        out.number(12, event.point().haeM());
        out.number(13, event.point().ceM());
        out.number(14, event.point().leM());
        byte[] detail = bytes(event.detail());
        if (detail.length > 0) {
            out.message(DETAIL, detail);
        }
        return out.bytes();
    }

    private static byte[] bytes(Detail detail) {
        ProtoWriter out = new ProtoWriter();
        if (detail.free().stream().anyMatch(part -> part instanceof Markup.Element)) {
            out.text(XML_DETAIL, MarkupText.write(detail.free()));
        }
        for (DetailPart part : DetailPart.values()) {
            detail.known().stream()
                    .filter(each -> each.name().equals(part.element()))
                    .forEach(each -> out.message(part.number(), bytes(part, each)));
        }
        return out.bytes();
    }

    private static byte[] bytes(DetailPart part, Markup.Element element) {
        ProtoWriter out = new ProtoWriter();
        for (int i = 0; i < part.fields().size(); i++) {
            DetailPart.Field field = part.fields().get(i);
            String value = element.attribute(field.name()).orElse("");
            switch (field.kind()) {
                case TEXT -> out.text(i + 1, value);
                case COUNT -> out.whole(i + 1, Long.parseLong(value));
                case NUMBER -> out.number(i + 1, Double.parseDouble(value));
            }
        }
        return out.bytes();
    }

    /// A message with the header of a datagram.
    public static byte[] mesh(byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 3);
        out.write(MAGIC);
        out.write(VERSION);
        out.write(MAGIC);
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /// A message with the header of a stream: magic and length.
    public static byte[] stream(byte[] payload) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 4);
        out.write(MAGIC);
        ProtoWriter.varint(out, payload.length);
        out.writeBytes(payload);
        return out.toByteArray();
    }
}
