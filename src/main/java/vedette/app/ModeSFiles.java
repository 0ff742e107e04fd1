package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vedette.format.adsb.AdsbOptions;
import vedette.format.adsb.Framing;
import vedette.format.adsb.ModeSLines;

/// Mode S recordings for `decode`: Beast, AVR, CSV.
final class ModeSFiles {
    // Lines are collected for this many bytes of input before they are written.
    private static final int SLICE = 1 << 16;

    private ModeSFiles() {}

    /// The decoding of one framing.
    static Decoders.Decode of(Framing framing) {
        return (request, out) -> decode(framing, request.bytes(), out);
    }

    private static void decode(Framing framing, byte[] bytes, Decoders.Lines out) throws IOException {
        StringBuilder text = new StringBuilder();
        ModeSLines reader = new ModeSLines(
                framing, AdsbOptions.PLAIN, line -> text.append(line).append('\n'));
        for (int at = 0; at < bytes.length; at += SLICE) {
            reader.feed(bytes, at, Math.min(SLICE, bytes.length - at));
            flush(text, out);
        }
        reader.finish();
        flush(text, out);
    }

    private static void flush(StringBuilder text, Decoders.Lines out) throws IOException {
        byte[] lines = text.toString().getBytes(StandardCharsets.US_ASCII);
        out.write(lines, lines.length);
        text.setLength(0);
    }
}
