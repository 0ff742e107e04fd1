package vedette.edge.serve;

/// Writes JSON (RFC 8259) straight into text: thousands of tracks a second, without a tree of values between.
///
/// Names and order are the caller's; commas and quotes are its own. Numbers have a fixed number of decimals,
/// so that a metre does not take fifteen digits; what is not finite is `null`.
final class JsonWriter {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};
    private static final double LARGEST_SCALED = 9e15;

    private final StringBuilder out;
    private boolean comma;

    JsonWriter() {
        this(256);
    }

    JsonWriter(int expected) {
        out = new StringBuilder(expected);
    }

    JsonWriter open(char bracket) {
        separate();
        out.append(bracket);
        comma = false;
        return this;
    }

    JsonWriter close(char bracket) {
        out.append(bracket);
        comma = true;
        return this;
    }

    JsonWriter name(String name) {
        separate();
        quote(name);
        out.append(':');
        comma = false;
        return this;
    }

    JsonWriter text(String name, String value) {
        name(name);
        return text(value);
    }

    JsonWriter text(String value) {
        separate();
        quote(value);
        return this;
    }

    JsonWriter whole(String name, long value) {
        name(name);
        return whole(value);
    }

    JsonWriter whole(long value) {
        separate();
        out.append(value);
        return this;
    }

    JsonWriter truth(String name, boolean value) {
        name(name);
        separate();
        out.append(value);
        return this;
    }

    JsonWriter number(String name, double value, int decimals) {
        name(name);
        return number(value, decimals);
    }

    JsonWriter number(double value, int decimals) {
        separate();
        double scaled = value * POWERS[decimals];
        if (!(Math.abs(scaled) < LARGEST_SCALED)) {
            out.append(Double.isFinite(value) ? Double.toString(value) : "null");
            return this;
        }
        fixed(Math.round(scaled), decimals);
        return this;
    }

    /// Values that are JSON already.
    JsonWriter raw(String json) {
        separate();
        out.append(json);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
        comma = true;
    }

    private void fixed(long scaled, int decimals) {
        long size = Math.abs(scaled);
        long whole = size / POWERS[decimals];
        long rest = size % POWERS[decimals];
        int digits = decimals;
        while (digits > 0 && rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        out.append(scaled < 0 ? "-" : "").append(whole);
        if (digits > 0) {
            String text = Long.toString(rest);
            out.append('.').repeat('0', digits - text.length()).append(text);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '<' || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                escape(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
