package vedette.format.adsb;

import java.util.List;

/// Any bytes as AVR text.
public final class AvrFuzz {
    private AvrFuzz() {}

    /// Where the fuzzer begins.
    public static List<byte[]> seeds() {
        return ModeSStreamFuzz.seeds((frame, out) -> FrameWriter.avr(frame, 12_000_000, out, 0));
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ModeSStreamFuzz.run(Framing.AVR, data);
    }
}
