package vedette.format.adsb;

/// Cuts AVR text: `*hex;`, `@` or `%` + 12 digits of 12 MHz time + hex + `;`, and `<` + time + 2 digits of level + hex
/// + `;`.
///
/// Source: the AVR output formats of the Mode-S Beast (wiki.jetvision.de). White space between frames is ignored; any
/// other text is rejected once per run, and a begin mark inside a frame begins a new one.
public final class AvrDeframer implements Deframer {
    private static final int NOT_INSIDE = -1;
    private static final int LONGEST = BeastDeframer.HEAD_BYTES + ModeSFrame.LONG_BYTES;

    private final byte[] bytes = new byte[LONGEST];
    private int headBytes = NOT_INSIDE;
    private int digits;
    private long position;
    private long frameStart;
    private long garbageStart = -1;

    @Override
    public void feed(byte[] chunk, int at, int length, FrameSink sink) {
        for (int i = at; i < at + length; i++) {
            take(chunk[i], sink);
            position++;
        }
    }

    @Override
    public long frameOffset() {
        return frameStart;
    }

    @Override
    public void finish(FrameSink sink) {
        if (headBytes != NOT_INSIDE) {
            refuse("end", "stream ends inside a frame", sink);
        }
        endGarbage(sink);
    }

    private void take(int octet, FrameSink sink) {
        int value = Hex.value(octet);
        if (headBytes == NOT_INSIDE) {
            outside(octet, sink);
        } else if (value >= 0) {
            digit(value, sink);
        } else if (octet == ';') {
            end(sink);
        } else {
            refuse("hex", "not a hexadecimal digit", sink);
            outside(octet, sink);
        }
    }

    private void outside(int octet, FrameSink sink) {
        int head = headOf(octet);
        if (head != NOT_INSIDE) {
            endGarbage(sink);
            headBytes = head;
            digits = 0;
            frameStart = position;
        } else if (octet > ' ' && garbageStart < 0) {
            garbageStart = position;
        }
    }

    private static int headOf(int octet) {
        return switch (octet) {
            case '*', ':' -> 0;
            case '@', '%' -> BeastDeframer.STAMP_BYTES;
            case '<' -> BeastDeframer.HEAD_BYTES;
            default -> NOT_INSIDE;
        };
    }

    private void digit(int value, FrameSink sink) {
        int at = digits >>> 1;
        if (at >= LONGEST) {
            refuse("length", "more digits than any frame has", sink);
            return;
        }
        bytes[at] = (byte) ((digits & 1) == 0 ? value << 4 : bytes[at] | value);
        digits++;
    }

    private void end(FrameSink sink) {
        int payload = (digits >>> 1) - headBytes;
        boolean whole = (digits & 1) == 0
                && (payload == ModeSFrame.SHORT_BYTES || payload == ModeSFrame.LONG_BYTES || payload == 2);
        if (!whole) {
            refuse("length", "neither 2, 7 nor 14 bytes", sink);
            return;
        }
        int head = headBytes;
        headBytes = NOT_INSIDE;
        int signal = head == BeastDeframer.HEAD_BYTES ? bytes[BeastDeframer.STAMP_BYTES] & 0xFF : FrameSink.NO_SIGNAL;
        sink.frame(bytes, head, payload, head == 0 ? FrameSink.NO_STAMP : ticks(), signal);
    }

    private long ticks() {
        long ticks = 0;
        for (int i = 0; i < BeastDeframer.STAMP_BYTES; i++) {
            ticks = ticks << 8 | (bytes[i] & 0xFF);
        }
        return ticks;
    }

    private void refuse(String field, String reason, FrameSink sink) {
        headBytes = NOT_INSIDE;
        sink.rejected(frameStart, field, reason);
    }

    private void endGarbage(FrameSink sink) {
        if (garbageStart >= 0) {
            sink.rejected(garbageStart, "begin", "text outside any frame");
            garbageStart = -1;
        }
    }
}
