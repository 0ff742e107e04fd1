package vedette.report;

import java.util.ArrayDeque;
import java.util.Deque;

/// Elements of SVG or HTML, written as text one after the other. What is given as text or as an attribute's value is
/// escaped, so that a name from a stranger's file stays a name.
final class Markup {
    private static final int REPLACEMENT = 0xfffd;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Begins an element.
    ///
    /// @param name its name
    /// @param attributes name, value, name, value, …
    Markup open(String name, String... attributes) {
        tag(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    /// Ends the element that was begun last.
    Markup close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /// An element without content.
    Markup leaf(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>\n");
        return this;
    }

    /// An element that holds text only.
    Markup text(String name, String text, String... attributes) {
        tag(name, attributes);
        out.append('>');
        escape(text);
        out.append("</").append(name).append(">\n");
        return this;
    }

    /// Markup that was written before, or a style sheet of ours; it is not escaped.
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    /// All that was written.
    String written() {
        return out.toString();
    }

    private void tag(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isLegal(c) ? c : REPLACEMENT);
            }
        });
    }

    /// XML 1.0 §2.2, less the marks that turn the direction of writing (Unicode bidirectional controls), which could
    /// make a name look like another.
    private static boolean isLegal(int c) {
        boolean turning = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return c == '\n'
                || c == '\t'
                || (c >= 0x20 && c != 0x7f && c <= 0xd7ff && !turning)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }
}
