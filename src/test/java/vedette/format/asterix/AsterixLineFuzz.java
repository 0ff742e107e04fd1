package vedette.format.asterix;

import java.nio.charset.StandardCharsets;

/// Any text as a line to encode.
public final class AsterixLineFuzz {
    private AsterixLineFuzz() {}

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        AsterixEncoder encoder = new AsterixEncoder();
        encoder.line(text);
        encoder.line("{\"category\":62,\"items\":" + text + "}");
        encoder.line("{\"category\":48,\"items\":{\"RE\":" + text + "}}");
    }
}
