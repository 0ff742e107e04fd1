package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import vedette.format.orbit.OrbitFile;
import vedette.format.orbit.OrbitLines;
import vedette.format.text.JsonText;

/// `decode` for element sets: TLE, or OMM in any of its forms.
final class OrbitFiles {
    private OrbitFiles() {}

    static Decoders.Decode of(Function<byte[], OrbitFile.Contents> reader) {
        return (request, out) -> write(reader.apply(request.bytes()), out);
    }

    private static void write(OrbitFile.Contents contents, Decoders.Lines out) throws IOException {
        long told = 0;
        for (OrbitFile.Entry entry : contents.entries()) {
            told += entry instanceof OrbitFile.Refused ? 1 : 0;
            byte[] line = (JsonText.write(OrbitLines.line(entry), 0) + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(line, line.length);
        }
        if (contents.refused() > told) {
            out.remark(contents.refused() - told + " more lines or messages were refused");
        }
    }
}
