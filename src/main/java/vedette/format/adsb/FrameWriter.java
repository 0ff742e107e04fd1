package vedette.format.adsb;

/// Frames as the bytes of a carrier: Beast binary and AVR text, the way back of [BeastDeframer] and [AvrDeframer].
public final class FrameWriter {
    /// The most bytes a frame can take in either carrier: everything escaped, or time, hex and marks.
    public static final int MOST_BYTES = 2 + 2 * (BeastDeframer.HEAD_BYTES + ModeSFrame.LONG_BYTES);

    private FrameWriter() {}

    /// Writes a Beast frame.
    ///
    /// @param frame 2 (Mode A/C), 7 or 14 bytes
    /// @param ticks 12 MHz time, the low 48 bits are sent
    /// @param signal 0 to 255
    /// @param out at least [#MOST_BYTES] behind the offset
    /// @param at where to write
    /// @return where writing ended
    public static int beast(byte[] frame, long ticks, int signal, byte[] out, int at) {
        int end = at;
        out[end++] = BeastDeframer.ESCAPE;
        out[end++] = (byte) typeOf(frame.length);
        for (int shift = 40; shift >= 0; shift -= 8) {
            end = escaped((byte) (ticks >>> shift), out, end);
        }
        end = escaped((byte) signal, out, end);
        for (byte octet : frame) {
            end = escaped(octet, out, end);
        }
        return end;
    }

    /// Writes an AVR line, `*hex;` or `@time hex;` and a line feed.
    ///
    /// @param ticks 12 MHz time, or [FrameSink#NO_STAMP] for the form without
    /// @return where writing ended
    public static int avr(byte[] frame, long ticks, byte[] out, int at) {
        int end = at;
        out[end++] = (byte) (ticks < 0 ? '*' : '@');
        if (ticks >= 0) {
            byte[] stamp = new byte[BeastDeframer.STAMP_BYTES];
            for (int i = 0; i < stamp.length; i++) {
                stamp[i] = (byte) (ticks >>> (40 - 8 * i));
            }
            end = Hex.write(stamp, 0, stamp.length, out, end);
        }
        end = Hex.write(frame, 0, frame.length, out, end);
        out[end++] = ';';
        out[end++] = '\n';
        return end;
    }

    private static char typeOf(int length) {
        return length == ModeSFrame.LONG_BYTES ? '3' : length == ModeSFrame.SHORT_BYTES ? '2' : '1';
    }

    private static int escaped(byte octet, byte[] out, int at) {
        out[at] = octet;
        if (octet != BeastDeframer.ESCAPE) {
            return at + 1;
        }
        out[at + 1] = octet;
        return at + 2;
    }
}
