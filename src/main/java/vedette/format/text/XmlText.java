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

/// XML text to elements and back. Comments and processing instructions are left out.
///
/// A document type declaration is refused, so no entity can be defined, fetched or expanded.
public final class XmlText {
    /// Longer documents are refused.
    public static final int LONGEST = 16_000_000;

    /// Comments and declarations before the root.
    private static final int LONGEST_PROLOG = 65_536;

    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int DEEPEST = 64;
    private static final String NO_DOCUMENT_TYPE = "a document type declaration is not allowed";

    private XmlText() {}

    /// What became of bytes.
    public sealed interface Parsed {}

    /// They were XML.
    ///
    /// @param root the outermost element
    public record Read(Xml root) implements Parsed {}

    /// They were not, or too much.
    ///
    /// @param reason why, in one line
    /// @param line where, from 1; 0 when not known
    public record NotXml(String reason, int line) implements Parsed {}

    /// Reads a document of at most 100,000 elements.
    public static Parsed read(byte[] bytes) {
        return read(bytes, MOST_ELEMENTS);
    }

    /// Reads a document.
    ///
    /// @param mostElements a longer one is refused
    public static Parsed read(byte[] bytes, int mostElements) {
        if (bytes.length > LONGEST) {
            return new NotXml("longer than " + LONGEST + " bytes", 0);
        }
        Optional<NotXml> prolog =
                prologFault(XmlCharacters.head(bytes, LONGEST_PROLOG), bytes.length <= LONGEST_PROLOG);
        if (prolog.isPresent()) {
            return prolog.get();
        }
        Optional<String> text = XmlCharacters.of(bytes);
        if (text.isEmpty()) {
            return new NotXml("its bytes are not characters of the encoding that it names", 0);
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text.get()));
            return new Walk(reader, mostElements).read();
        } catch (XMLStreamException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNumber();
            return new NotXml(oneLine(String.valueOf(fault.getMessage())), line);
        } catch (RuntimeException fault) {
            // The JDK's reader throws these for some malformed declarations.
            return new NotXml(oneLine(String.valueOf(fault.getMessage())), 0);
        }
    }

    /// What is wrong with what stands before the root: a document type declaration, or too much. Only the first
    /// bytes are looked at, before anything else is done: megabytes of entities cost no more than one.
    private static Optional<NotXml> prologFault(String head, boolean whole) {
        int at = 0;
        while (at < head.length()) {
            if (Character.isWhitespace(head.charAt(at))) {
                at++;
            } else if (head.startsWith("<?", at)) {
                at = after(head, "?>", at);
            } else if (head.startsWith("<!--", at)) {
                at = after(head, "-->", at + 4);
            } else {
                boolean declares = head.startsWith("<!DOCTYPE", at);
                return declares ? Optional.of(new NotXml(NO_DOCUMENT_TYPE, line(head, at))) : Optional.empty();
            }
        }
        return whole
                ? Optional.empty()
                : Optional.of(new NotXml("no element within its first " + LONGEST_PROLOG + " bytes", 1));
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ").strip();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// An element that is being read.
    private static final class Growing {
        private final String space;
        private final String name;
        private final int line;
        private final List<Xml.Attribute> attributes = new ArrayList<>();
        private final List<Xml> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Growing(XMLStreamReader reader) {
            space = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
            name = reader.getLocalName();
            line = reader.getLocation().getLineNumber();
            for (int i = 0; i < Math.min(reader.getAttributeCount(), MOST_ATTRIBUTES); i++) {
                attributes.add(new Xml.Attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i)));
            }
        }

        Xml grown() {
            return new Xml(space, name, attributes, children, text.toString().strip(), line);
        }
    }

    private record Walk(XMLStreamReader reader, int mostElements, Deque<Growing> open) {
        Walk(XMLStreamReader reader, int mostElements) {
            this(reader, mostElements, new ArrayDeque<>());
        }

        Parsed read() throws XMLStreamException {
            int elements = 0;
            Optional<Xml> root = Optional.empty();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> {
                        return here(NO_DOCUMENT_TYPE);
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        open.push(new Growing(reader));
                        if (++elements > mostElements || open.size() > DEEPEST) {
                            return here("more than " + mostElements + " elements or deeper than " + DEEPEST);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Xml grown = open.pop().grown();
                        if (open.isEmpty()) {
                            root = Optional.of(grown);
                        } else {
                            open.peek().children.add(grown);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText();
                    default -> {}
                }
            }
            return root.<Parsed>map(Read::new).orElseGet(() -> here("no element"));
        }

        private void addText() {
            if (!open.isEmpty()) {
                open.peek().text.append(reader.getText());
            }
        }

        private NotXml here(String reason) {
            return new NotXml(reason, reader.getLocation().getLineNumber());
        }
    }

    /// Writes a document, indented by two, in UTF-8 when encoded so.
    ///
    /// @param root the outermost element, at most as deep as what is read; its namespace becomes the default one
    public static String write(Xml root) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        append(out, root, 0);
        return out.toString();
    }

    private static void append(StringBuilder out, Xml element, int level) {
        out.repeat(' ', 2 * level).append('<').append(element.name());
        if (!element.space().isEmpty()) {
            out.append(" xmlns=\"").append(escaped(element.space())).append('"');
        }
        for (Xml.Attribute each : element.attributes()) {
            out.append(' ')
                    .append(each.name())
                    .append("=\"")
                    .append(escaped(each.value()).replace("\n", "&#10;"))
                    .append('"');
        }
        out.append('>');
        if (element.children().isEmpty()) {
            out.append(escaped(element.text()));
        } else {
            out.append('\n');
            element.children().forEach(child -> append(out, child, level + 1));
            out.repeat(' ', 2 * level);
        }
        out.append("</").append(element.name()).append(">\n");
    }

    /// Characters as XML 1.0 can hold them; those it cannot become a replacement mark.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isLegal(c) ? c : REPLACEMENT);
            }
        });
        return out.toString();
    }

    private static final int REPLACEMENT = 0xfffd;

    /// XML 1.0 §2.2.
    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
