package vedette.format.asterix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads a JSON line into a [Tree]. Hand-made, since the numbers keep all their digits and nothing else is needed;
/// `true`, `false` and `null` have no place in a record and are refused.
final class TreeParser {
    /// Deeper than any item, shallow enough for any stack.
    private static final int DEEPEST = 32;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final String text;
    private int at;

    private TreeParser(String text) {
        this.text = text;
    }

    /// What is wrong with a text, or with a tree.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static Tree parse(String line) throws Refused {
        TreeParser parser = new TreeParser(line);
        Tree tree = parser.value(0);
        parser.skipSpace();
        if (parser.at < line.length()) {
            throw parser.refused("text after the end");
        }
        return tree;
    }

    private Refused refused(String reason) {
        return new Refused(reason + " at character " + at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Refused {
        skipSpace();
        if (at >= text.length()) {
            throw refused("the line ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) throws Refused {
        if (peek() != wanted) {
            throw refused("'" + wanted + "' is missing");
        }
        at++;
    }

    private Tree value(int depth) throws Refused {
        if (depth > DEEPEST) {
            throw refused("nested deeper than " + DEEPEST);
        }
        return switch (peek()) {
            case '{' -> branch(depth);
            case '[' -> row(depth);
            case '"' -> new Tree.Words(string());
            default -> new Tree.Digits(number());
        };
    }

    private Tree branch(int depth) throws Refused {
        Map<String, Tree> parts = new LinkedHashMap<>();
        at++;
        while (peek() != '}') {
            String name = string();
            expect(':');
            if (parts.put(name, value(depth + 1)) != null) {
                throw refused("'" + name + "' stands twice");
            }
            separator('}');
        }
        at++;
        return new Tree.Branch(parts);
    }

    private Tree row(int depth) throws Refused {
        List<Tree> parts = new ArrayList<>();
        at++;
        while (peek() != ']') {
            parts.add(value(depth + 1));
            separator(']');
        }
        at++;
        return new Tree.Row(parts);
    }

    private void separator(char close) throws Refused {
        if (peek() == ',') {
            at++;
            if (peek() == close) {
                throw refused("a comma before '" + close + "'");
            }
        } else if (peek() != close) {
            throw refused("',' is missing");
        }
    }

    private String number() throws Refused {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (!NUMBER.matcher(text).region(start, at).matches()) {
            throw refused("neither a number, a text, nor a structure");
        }
        return text.substring(start, at);
    }

    private String string() throws Refused {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw refused("a text without its end");
            }
            char c = text.charAt(at++);
            if (c == '"') {
                return string.toString();
            }
            string.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws Refused {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw refused("an unknown escape");
        };
    }

    private char unicode() throws Refused {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw refused("an unknown escape");
        }
        at += 4;
        return (char) Integer.parseInt(text, at - 4, at, 16);
    }
}
