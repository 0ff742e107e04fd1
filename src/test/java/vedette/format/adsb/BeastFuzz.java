package vedette.format.adsb;

import java.util.List;

/// Any bytes as a Beast stream.
public final class BeastFuzz {
    private BeastFuzz() {}

    /// Where the fuzzer begins.
    public static List<byte[]> seeds() {
        return ModeSStreamFuzz.seeds((frame, out) -> FrameWriter.beast(frame, 0x1A1A00, 0x1A, out, 0));
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ModeSStreamFuzz.run(Framing.BEAST, data);
    }
}
