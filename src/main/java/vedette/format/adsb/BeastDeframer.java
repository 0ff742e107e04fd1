package vedette.format.adsb;

/// Cuts a Beast binary stream: `1A`, type, 6 bytes of 12 MHz time, a byte of signal level, 2/7/14 bytes; every `1A`
/// inside is doubled.
///
/// Source: the Mode-S Beast data format (wiki.jetvision.de, "Mode-S Beast: Data Output Formats"). Types 1 (Mode A/C),
/// 2 and 3 (short and long Mode S) are delivered; every other type (4: status) is skipped up to the next lone `1A`. A
/// lone `1A` always begins a frame, so a torn frame never costs its successor, except where the tear fell on a `1A`
/// itself.
public final class BeastDeframer implements Deframer {
    static final int ESCAPE = 0x1A;
    static final int STAMP_BYTES = 6;
    static final int HEAD_BYTES = 7;
    private static final int LONGEST = HEAD_BYTES + ModeSFrame.LONG_BYTES;

    private enum Step {
        SEEK,
        TYPE,
        BODY,
        BODY_ESCAPE,
        SKIP,
        SKIP_ESCAPE
    }

    private final byte[] body = new byte[LONGEST];
    private Step step = Step.SEEK;
    private int need;
    private int have;
    private long position;
    private long frameStart;
    private long garbageStart = -1;

    @Override
    public void feed(byte[] chunk, int at, int length, FrameSink sink) {
        int end = at + length;
        int i = at;
        while (i < end) {
            if (step == Step.BODY) {
                i = body(chunk, i, end, sink);
            } else {
                take(chunk[i] & 0xFF, sink);
                position++;
                i++;
            }
        }
    }

    @Override
    public long frameOffset() {
        return frameStart;
    }

    @Override
    public void finish(FrameSink sink) {
        if (step == Step.BODY || step == Step.BODY_ESCAPE || step == Step.TYPE) {
            sink.rejected(frameStart, "body", "stream ends inside a frame");
        }
        endGarbage(sink);
        step = Step.SEEK;
    }

    // The loop that carries the load: copies plain bytes until the body is complete, the chunk ends or a 1A turns up.
    private int body(byte[] chunk, int from, int end, FrameSink sink) {
        int i = from;
        int stop = Math.min(end, from + need - have);
        while (i < stop && chunk[i] != ESCAPE) {
            body[have++] = chunk[i++];
        }
        position += i - from;
        if (have == need) {
            deliver(sink);
        } else if (i < end) {
            step = Step.BODY_ESCAPE;
            position++;
            i++;
        }
        return i;
    }

    private void take(int octet, FrameSink sink) {
        switch (step) {
            case SEEK -> seek(octet);
            case TYPE -> begin(octet, sink);
            case BODY_ESCAPE -> bodyEscape(octet, sink);
            case SKIP -> step = octet == ESCAPE ? Step.SKIP_ESCAPE : Step.SKIP;
            case SKIP_ESCAPE -> skipEscape(octet, sink);
            case BODY -> throw new IllegalStateException("read by body()");
        }
    }

    private void seek(int octet) {
        if (octet == ESCAPE) {
            frameStart = position;
            step = Step.TYPE;
        } else if (garbageStart < 0) {
            garbageStart = position;
        }
    }

    private void bodyEscape(int octet, FrameSink sink) {
        if (octet == ESCAPE) {
            body[have++] = ESCAPE;
            step = Step.BODY;
            if (have == need) {
                deliver(sink);
            }
            return;
        }
        sink.rejected(frameStart, "body", "frame torn by the beginning of another");
        frameStart = position - 1;
        begin(octet, sink);
    }

    private void skipEscape(int octet, FrameSink sink) {
        if (octet == ESCAPE) {
            step = Step.SKIP;
        } else {
            frameStart = position - 1;
            begin(octet, sink);
        }
    }

    private void begin(int type, FrameSink sink) {
        have = 0;
        switch (type) {
            case '1' -> expect(2, sink);
            case '2' -> expect(ModeSFrame.SHORT_BYTES, sink);
            case '3' -> expect(ModeSFrame.LONG_BYTES, sink);
            case ESCAPE -> stray();
            default -> skip(type, sink);
        }
    }

    private void expect(int payload, FrameSink sink) {
        endGarbage(sink);
        need = HEAD_BYTES + payload;
        step = Step.BODY;
    }

    // Two 1A outside a frame: the second may be the true beginning.
    private void stray() {
        if (garbageStart < 0) {
            garbageStart = frameStart;
        }
        frameStart = position;
        step = Step.TYPE;
    }

    private void skip(int type, FrameSink sink) {
        if (type == '4') {
            endGarbage(sink);
        } else if (garbageStart < 0) {
            garbageStart = frameStart;
        }
        step = Step.SKIP;
    }

    private void endGarbage(FrameSink sink) {
        if (garbageStart >= 0) {
            sink.rejected(garbageStart, "type", "bytes outside any frame");
            garbageStart = -1;
        }
    }

    private void deliver(FrameSink sink) {
        step = Step.SEEK;
        long ticks = 0;
        for (int i = 0; i < STAMP_BYTES; i++) {
            ticks = ticks << 8 | (body[i] & 0xFF);
        }
        sink.frame(body, HEAD_BYTES, need - HEAD_BYTES, ticks, body[STAMP_BYTES] & 0xFF);
    }
}
