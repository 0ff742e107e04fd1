package vedette.house;

import java.util.BitSet;

/// Which lines of a source hold code: comments and blanks do not count, strings that look like comments do.
final class CodeLines {
    private final String text;
    private final BitSet lines = new BitSet();
    private int at;
    private int line = 1;

    private CodeLines(String text) {
        this.text = text;
    }

    static BitSet of(String text) {
        CodeLines scan = new CodeLines(text);
        while (scan.at < text.length()) {
            scan.step();
        }
        return scan.lines;
    }

    private void step() {
        if (text.startsWith("//", at)) {
            skipTo("\n", 0);
        } else if (text.startsWith("/*", at)) {
            at += 2;
            skipTo("*/", 2);
        } else if (text.startsWith("\"\"\"", at)) {
            literal("\"\"\"");
        } else if (text.charAt(at) == '"' || text.charAt(at) == '\'') {
            literal(text.substring(at, at + 1));
        } else {
            take();
        }
    }

    private void literal(String quote) {
        for (int i = 0; i < quote.length(); i++) {
            take();
        }
        while (at < text.length() && !text.startsWith(quote, at)) {
            if (text.charAt(at) == '\\') {
                take();
            }
            take();
        }
        for (int i = 0; i < quote.length(); i++) {
            take();
        }
    }

    private void take() {
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
        } else if (!Character.isWhitespace(c)) {
            lines.set(line);
        }
    }

    private void skipTo(String end, int beyond) {
        int found = text.indexOf(end, at);
        int stop = found < 0 ? text.length() : found + beyond;
        while (at < stop) {
            if (text.charAt(at++) == '\n') {
                line++;
            }
        }
    }
}
