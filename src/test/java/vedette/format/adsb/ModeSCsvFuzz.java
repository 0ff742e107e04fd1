package vedette.format.adsb;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as lines of time and hexadecimal digits.
public final class ModeSCsvFuzz {
    private ModeSCsvFuzz() {}

    /// Where the fuzzer begins.
    public static List<byte[]> seeds() {
        return ModeSStreamFuzz.seeds((frame, out) -> line(Frames.hex(frame), out));
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        ModeSStreamFuzz.run(Framing.CSV, data);
    }

    private static int line(String hex, byte[] out) {
        byte[] text = ("1457996400.5,\"" + hex + "\",\"406B90\",11\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, out, 0, text.length);
        return text.length;
    }
}
