package vedette.format.adsb;

/// One JSON object, written left to right. Absent numbers (NaN, [ModeSFrame#ABSENT]) become `null`.
final class JsonLine {
    private final StringBuilder out;

    /// Opens an object at the end of the text.
    JsonLine(StringBuilder out) {
        this.out = out.append('{');
    }

    void close() {
        out.append('}');
    }

    void integer(String name, int value) {
        key(name);
        if (value == ModeSFrame.ABSENT) {
            out.append("null");
        } else {
            out.append(value);
        }
    }

    void real(String name, double value) {
        key(name);
        if (Double.isFinite(value)) {
            out.append(value);
        } else {
            out.append("null");
        }
    }

    void truth(String name, boolean value) {
        key(name).append(value);
    }

    void nothing(String name) {
        key(name).append("null");
    }

    /// Text that holds nothing to escape: our own words, callsigns, digits.
    void text(String name, String value) {
        key(name).append('"').append(value).append('"');
    }

    /// A time in nanoseconds as decimal seconds, without loss.
    void seconds(String name, long nanos) {
        key(name).append(nanos / 1_000_000_000L).append('.');
        long rest = nanos % 1_000_000_000L;
        long unit = 100_000_000L;
        do {
            out.append((char) ('0' + rest / unit));
            rest %= unit;
            unit /= 10;
        } while (rest != 0);
    }

    /// Text that is not written by us; control characters, quotes and backslashes are escaped.
    StringBuilder key(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(", ");
        }
        return out.append('"').append(name).append("\": ");
    }
}
