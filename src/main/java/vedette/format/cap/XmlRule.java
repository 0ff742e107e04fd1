package vedette.format.cap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of an element table.
///
/// @param name the element
/// @param often how often it stands
/// @param form what its text is
/// @param words the words it may hold; empty: any
/// @param inside the elements it holds; empty: none
record XmlRule(String name, Often often, Form form, List<String> words, List<XmlRule> inside) {
    /// How often an element may stand.
    enum Often {
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

    /// What an element's text is.
    enum Form {
        TEXT,
        /// CAP 1.2 §3.3.2: seconds and an offset, no `Z`.
        STRICT_TIME,
        /// Any xs:dateTime.
        TIME,
        WHOLE,
        DECIMAL,
        /// Elements of any other namespace.
        FOREIGN
    }

    private static final Pattern ENTRY = Pattern.compile("(\\w+)([?*+]?)([!~#%@]?)(?:=(\\S+))?");

    /// A table from one line of text.
    ///
    /// Each entry is a name, then `?`, `*` or `+` unless it stands once, then `!` (a strict time),
    /// `~` (a time), `#` (a whole number), `%` (a decimal number) or `@` (foreign elements), then `=`
    /// and its words with a bar between; `_` in a word is a space.
    static List<XmlRule> table(String text) {
        List<XmlRule> rules = new ArrayList<>();
        for (String entry : text.strip().split("\\s+", -1)) {
            Matcher parts = ENTRY.matcher(entry);
            if (!parts.matches()) {
                throw new IllegalArgumentException("table entry " + entry);
            }
            String words = parts.group(4);
            rules.add(new XmlRule(
                    parts.group(1),
                    often(parts.group(2)),
                    form(parts.group(3)),
                    words == null
                            ? List.of()
                            : Arrays.stream(words.split("\\|", -1))
                                    .map(word -> word.replace('_', ' '))
                                    .toList(),
                    List.of()));
        }
        return rules;
    }

    /// An element with elements inside.
    static XmlRule group(String entry, List<XmlRule> inside) {
        XmlRule outer = table(entry).getFirst();
        return new XmlRule(outer.name, outer.often, outer.form, outer.words, inside);
    }

    private static Often often(String mark) {
        return switch (mark) {
            case "?" -> Often.MAYBE;
            case "*" -> Often.ANY;
            case "+" -> Often.SOME;
            default -> Often.ONCE;
        };
    }

    private static Form form(String mark) {
        return switch (mark) {
            case "!" -> Form.STRICT_TIME;
            case "~" -> Form.TIME;
            case "#" -> Form.WHOLE;
            case "%" -> Form.DECIMAL;
            case "@" -> Form.FOREIGN;
            default -> Form.TEXT;
        };
    }
}
