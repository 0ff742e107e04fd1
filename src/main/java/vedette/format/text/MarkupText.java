package vedette.format.text;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML text to [Markup] and back, without loss but for comments and processing instructions.
///
/// A document type declaration is refused, so no entity can be defined, fetched or expanded.
public final class MarkupText {
    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int REPLACEMENT = 0xfffd;

    private MarkupText() {}

    /// What became of a text.
    public sealed interface Parsed {}

    /// It was XML.
    ///
    /// @param root the outermost element
    public record Read(Markup.Element root) implements Parsed {}

    /// It was not, or too much.
    ///
    /// @param reason why, in one line
    /// @param offset characters before the fault
    public record NotXml(String reason, int offset) implements Parsed {}

    /// Reads the bytes of a document.
    ///
    /// @param most elements and stretches of characters; a document of more is refused
    public static Parsed read(byte[] bytes, int most) {
        Optional<String> text = XmlCharacters.of(bytes);
        return text.isPresent()
                ? read(text.get(), most)
                : new NotXml("its bytes are not characters of the encoding that it names", 0);
    }

    /// Reads a document.
    ///
    /// @param most elements and stretches of characters; a document of more is refused
    public static Parsed read(String text, int most) {
        try {
            return new Walk(factory().createXMLStreamReader(new StringReader(text)), most).read();
        } catch (XMLStreamException fault) {
            int at = fault.getLocation() == null ? 0 : fault.getLocation().getCharacterOffset();
            return new NotXml(oneLine(String.valueOf(fault.getMessage())), Math.max(0, at));
        } catch (RuntimeException fault) {
            // The JDK's reader throws these for some malformed declarations.
            return new NotXml(oneLine(String.valueOf(fault.getMessage())), 0);
        }
    }

    private static String oneLine(String message) {
        return String.valueOf(message).replaceAll("\\s+", " ").strip();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private record Growing(String name, List<Xml.Attribute> attributes, List<Markup> inside) {
        Markup.Element grown() {
            return new Markup.Element(name, attributes, inside);
        }
    }

    private static final class Walk {
        private final XMLStreamReader reader;
        private final int most;
        private final Deque<Growing> open = new ArrayDeque<>();
        private int nodes;

        Walk(XMLStreamReader reader, int most) {
            this.reader = reader;
            this.most = most;
        }

        Parsed read() throws XMLStreamException {
            Optional<Markup.Element> root = Optional.empty();
            while (reader.hasNext()) {
                int kind = reader.next();
                if (kind == XMLStreamConstants.DTD) {
                    return here("a document type declaration is not allowed");
                }
                if (kind == XMLStreamConstants.START_ELEMENT) {
                    start();
                } else if (kind == XMLStreamConstants.END_ELEMENT) {
                    root = Optional.of(end());
                } else if (isText(kind) && !open.isEmpty()) {
                    nodes++;
                    open.getFirst().inside.add(new Markup.Characters(reader.getText()));
                }
                if (nodes > most || open.size() > DEEPEST) {
                    return here("more than " + most + " parts or deeper than " + DEEPEST);
                }
            }
            return root.<Parsed>map(Read::new).orElseGet(() -> here("no element"));
        }

        private static boolean isText(int kind) {
            return kind == XMLStreamConstants.CHARACTERS
                    || kind == XMLStreamConstants.CDATA
                    || kind == XMLStreamConstants.SPACE;
        }

        private void start() {
            nodes++;
            int count = reader.getAttributeCount();
            if (count > MOST_ATTRIBUTES) {
                throw new IllegalStateException("more than " + MOST_ATTRIBUTES + " attributes");
            }
            List<Xml.Attribute> attributes = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                attributes.add(new Xml.Attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
            }
            open.push(new Growing(reader.getLocalName(), attributes, new ArrayList<>()));
        }

        private Markup.Element end() {
            Markup.Element grown = open.pop().grown();
            if (!open.isEmpty()) {
                open.getFirst().inside.add(grown);
            }
            return grown;
        }

        private NotXml here(String reason) {
            return new NotXml(reason, Math.max(0, reader.getLocation().getCharacterOffset()));
        }
    }

    /// Writes parts one after the other, without a declaration.
    public static String write(List<? extends Markup> parts) {
        StringBuilder out = new StringBuilder();
        parts.forEach(part -> append(out, part));
        return out.toString();
    }

    private static void append(StringBuilder out, Markup part) {
        switch (part) {
            case Markup.Characters(String text) -> escape(out, text, false);
            case Markup.Element(String name, List<Xml.Attribute> attributes, List<Markup> inside) -> {
                out.append('<').append(name);
                for (Xml.Attribute each : attributes) {
                    out.append(' ').append(each.name()).append("=\"");
                    escape(out, each.value(), true);
                    out.append('"');
                }
                if (inside.isEmpty()) {
                    out.append("/>");
                } else {
                    out.append('>');
                    inside.forEach(each -> append(out, each));
                    out.append("</").append(name).append('>');
                }
            }
        }
    }

    /// Adds characters as XML 1.0 can hold them; those it cannot become a replacement mark.
    private static void escape(StringBuilder out, String text, boolean quoted) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                case '\n' -> out.append(quoted ? "&#10;" : "\n");
                case '\t' -> out.append(quoted ? "&#9;" : "\t");
                default -> out.appendCodePoint(isLegal(c) ? c : REPLACEMENT);
            }
        });
    }

    /// XML 1.0 §2.2.
    private static boolean isLegal(int c) {
        return (c >= 0x20 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
    }
}
