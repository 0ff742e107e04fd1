package vedette.format.carrier;

/// Any bytes as a recording in every framing: each frame lies inside its bytes, and the reading ends.
public final class FramesFuzz {
    private FramesFuzz() {}

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        read(data, Framing.of(data));
        for (Framing framing : Framing.values()) {
            read(data, framing);
        }
    }

    private static void read(byte[] data, Framing framing) {
        Frames frames = new Frames(data, framing);
        int steps = 0;
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            Frame frame = frames.frame();
            if (frame.offset() < 0 || frame.length() < 0 || frame.end() > frame.bytes().length) {
                throw new AssertionError(framing + " gave a frame outside the recording");
            }
            if (frame.place() < 0 || frame.place() > data.length) {
                throw new AssertionError(framing + " gave a place outside the recording");
            }
            if (++steps > data.length + 1) {
                throw new AssertionError(framing + " does not end");
            }
        }
    }
}
