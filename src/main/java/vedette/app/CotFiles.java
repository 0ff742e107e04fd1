package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vedette.format.cot.CotFrames;
import vedette.format.cot.CotLines;
import vedette.format.text.JsonText;

/// `decode` for Cursor-on-Target: XML events, or TAK protocol version 1 as a datagram or a stream.
final class CotFiles {
    private CotFiles() {}

    static void decode(Decoders.Request request, Decoders.Lines out) throws IOException {
        int number = 0;
        for (CotFrames.Entry entry : CotFrames.readAll(request.bytes())) {
            byte[] line = (JsonText.write(CotLines.line(++number, entry), 0) + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(line, line.length);
        }
    }
}
