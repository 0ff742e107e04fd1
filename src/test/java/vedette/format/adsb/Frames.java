package vedette.format.adsb;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Small words for tests about frames.
final class Frames {
    private Frames() {}

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static ModeSFrame read(String hex) {
        return read(bytes(hex));
    }

    static ModeSFrame read(byte[] bytes) {
        ModeSFrame frame = new ModeSFrame();
        frame.read(bytes, 0, bytes.length);
        return frame;
    }

    /// Everything a deframer said, in order.
    static final class Heard implements FrameSink {
        final List<String> frames = new ArrayList<>();
        final List<Long> stamps = new ArrayList<>();
        final List<Integer> signals = new ArrayList<>();
        final List<String> rejections = new ArrayList<>();

        @Override
        public void frame(byte[] bytes, int at, int length, long stamp, int signal) {
            frames.add(HexFormat.of().formatHex(bytes, at, at + length));
            stamps.add(stamp);
            signals.add(signal);
        }

        @Override
        public void rejected(long offset, String field, String reason) {
            rejections.add(offset + " " + field + ": " + reason);
        }
    }

    static Heard heard(Deframer deframer, byte[] stream) {
        Heard heard = new Heard();
        deframer.feed(stream, 0, stream.length, heard);
        deframer.finish(heard);
        return heard;
    }
}
