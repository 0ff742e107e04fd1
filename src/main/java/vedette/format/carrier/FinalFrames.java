package vedette.format.carrier;

import vedette.format.carrier.Frames.Step;

/// FINAL recordings. A frame whose end mark is missing is rejected, and the next end mark is looked for.
final class FinalFrames implements Frames.Walk {
    private static final int HEAD = 8;
    private static final int TIME_AT = 5;
    private static final int MARK = 0xA5A5A5A5;
    private static final int MARK_BYTES = 4;
    private static final long TICK_NS = 10_000_000;

    private final byte[] bytes;
    private int at;

    FinalFrames(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Whether a recording starts with a FINAL frame.
    static boolean fits(byte[] bytes) {
        return frameLength(bytes, 0) > 0;
    }

    // The length of a sound frame, else 0.
    private static int frameLength(byte[] bytes, int at) {
        if (at + HEAD + MARK_BYTES > bytes.length) {
            return 0;
        }
        int length = Octets.u16(bytes, at);
        boolean sound = length >= HEAD + MARK_BYTES
                && at + length <= bytes.length
                && Octets.u32(bytes, at + length - MARK_BYTES) == MARK;
        return sound ? length : 0;
    }

    @Override
    public Step next(Frame frame) {
        if (at >= bytes.length) {
            return Step.END;
        }
        int length = frameLength(bytes, at);
        if (length == 0) {
            int broken = at;
            at = behindNextMark();
            return frame.reject(broken, "no FINAL frame with its end mark stands here");
        }
        long tick = (long) Octets.u8(bytes, at + TIME_AT) << 16 | Octets.u16(bytes, at + TIME_AT + 1);
        frame.time(tick * TICK_NS, Frame.Clock.MIDNIGHT);
        frame.payload(at + HEAD, length - HEAD - MARK_BYTES);
        at += length;
        return Step.FRAME;
    }

    private int behindNextMark() {
        for (int p = at; p + MARK_BYTES <= bytes.length; p++) {
            if (Octets.u32(bytes, p) == MARK) {
                return p + MARK_BYTES;
            }
        }
        return bytes.length;
    }

    @Override
    public int passedOver() {
        return 0;
    }
}
