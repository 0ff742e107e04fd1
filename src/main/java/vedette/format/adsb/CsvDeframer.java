package vedette.format.adsb;

/// Cuts CSV lines with a time and a frame: the first column is Unix time in seconds (up to 9 decimals), the frame is
/// the first other column of exactly 28 or else 14 hexadecimal digits; so `time,hex,icao,type` and `time,icao,hex` are
/// both read.
///
/// Quotes, blanks and a byte order mark are ignored; a first line without a time is a heading. Lines longer than
/// [#LONGEST_LINE] are rejected.
public final class CsvDeframer implements Deframer {
    /// The longest line that is read, bytes: ten times what the widest known layout needs.
    public static final int LONGEST_LINE = 1024;

    private static final int ADDRESS_DIGITS = 6;

    // The year 2096; beyond it sums of times could overflow.
    private static final long LATEST_S = 4_000_000_000L;

    private final byte[] line = new byte[LONGEST_LINE];
    private final byte[] frame = new byte[ModeSFrame.LONG_BYTES];
    private int have;
    private boolean tooLong;
    private boolean headingAllowed = true;
    private int namedAddress = ModeSFrame.ABSENT;
    private long position;
    private long lineStart;

    @Override
    public void feed(byte[] chunk, int at, int length, FrameSink sink) {
        for (int i = at; i < at + length; i++) {
            byte octet = chunk[i];
            position++;
            if (octet == '\n' || octet == '\r') {
                endLine(sink);
            } else if (have < LONGEST_LINE) {
                keep(octet);
            } else {
                tooLong = true;
            }
        }
    }

    @Override
    public long frameOffset() {
        return lineStart;
    }

    @Override
    public int namedAddress() {
        return namedAddress;
    }

    @Override
    public void finish(FrameSink sink) {
        endLine(sink);
    }

    // Quotes, blanks and the three bytes of a byte order mark carry nothing.
    private void keep(byte octet) {
        if (octet != '"' && octet != ' ' && octet != '\t' && !isByteOrderMark(octet)) {
            line[have++] = octet;
        }
    }

    private boolean isByteOrderMark(byte octet) {
        return have == 0 && (octet == (byte) 0xEF || octet == (byte) 0xBB || octet == (byte) 0xBF);
    }

    private void endLine(FrameSink sink) {
        if (tooLong) {
            sink.rejected(lineStart, "line", "longer than 1024 bytes");
        } else if (have > 0) {
            read(sink);
            headingAllowed = false;
        }
        have = 0;
        tooLong = false;
        lineStart = position;
    }

    private void read(FrameSink sink) {
        int comma = commaFrom(0);
        long unixNs = unixNs(comma);
        if (unixNs < 0) {
            if (!headingAllowed) {
                sink.rejected(lineStart, "time", "not a time in seconds");
            }
            return;
        }
        int hex = column(comma + 1, 2 * ModeSFrame.LONG_BYTES);
        hex = hex < 0 ? column(comma + 1, 2 * ModeSFrame.SHORT_BYTES) : hex;
        if (hex < 0) {
            sink.rejected(lineStart, "hex", "no column of 14 or 28 hexadecimal digits");
            return;
        }
        int address = column(comma + 1, ADDRESS_DIGITS);
        namedAddress = address < 0 ? ModeSFrame.ABSENT : number(address);
        deliver(hex, commaFrom(hex), unixNs, sink);
    }

    // Where the first column of exactly so many hexadecimal digits begins, or −1.
    private int column(int first, int digits) {
        int from = first;
        while (from < have) {
            int to = commaFrom(from);
            if (to - from == digits && isHex(from, to)) {
                return from;
            }
            from = to + 1;
        }
        return -1;
    }

    private int number(int from) {
        int number = 0;
        for (int i = from; i < from + ADDRESS_DIGITS; i++) {
            number = number << 4 | Hex.value(line[i]);
        }
        return number;
    }

    private int commaFrom(int from) {
        int at = from;
        while (at < have && line[at] != ',' && line[at] != ';') {
            at++;
        }
        return at;
    }

    private boolean isHex(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Hex.value(line[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    private void deliver(int from, int to, long unixNs, FrameSink sink) {
        int length = (to - from) / 2;
        for (int i = 0; i < length; i++) {
            frame[i] = (byte) (Hex.value(line[from + 2 * i]) << 4 | Hex.value(line[from + 2 * i + 1]));
        }
        sink.frame(frame, 0, length, unixNs, FrameSink.NO_SIGNAL);
    }

    // Whole seconds up to 9 digits' worth of years, decimals down to the nanosecond; −1 where it is no time.
    private long unixNs(int end) {
        long seconds = 0;
        int i = 0;
        while (i < end && isDigit(line[i]) && seconds < 1_000_000_000L) {
            seconds = 10 * seconds + line[i++] - '0';
        }
        if (i == 0 || (i < end && line[i] != '.')) {
            return -1;
        }
        long nanos = 0;
        long unit = 100_000_000;
        for (i++; i < end; i++) {
            if (!isDigit(line[i])) {
                return -1;
            }
            nanos += unit * (line[i] - '0');
            unit /= 10;
        }
        return seconds >= LATEST_S ? -1 : seconds * 1_000_000_000L + nanos;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
