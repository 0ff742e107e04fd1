package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vedette.format.carrier.Frame;
import vedette.format.carrier.Frames;
import vedette.format.carrier.Framing;
import vedette.format.remoteid.RemoteIdLines;

/// Remote ID recordings to JSON lines and back.
final class RemoteIdFiles {
    private static final int FULL = 1 << 16;

    private RemoteIdFiles() {}

    static void decode(Decoders.Request request, Decoders.Lines out) throws IOException {
        StringBuilder text = new StringBuilder();
        RemoteIdLines lines = new RemoteIdLines(line -> text.append(line).append('\n'));
        Framing framing = Framing.of(request.bytes());
        if (framing != Framing.PCAP && framing != Framing.PCAPNG) {
            lines.text(request.bytes());
            flush(text, out);
            return;
        }
        Frames frames = new Frames(request.bytes(), framing);
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            Frame frame = frames.frame();
            if (step == Frames.Step.REJECTED) {
                lines.refused(frame.place(), frame.reason());
            } else {
                lines.payload(
                        frame.bytes(),
                        frame.offset(),
                        frame.end(),
                        new RemoteIdLines.Capture(frame.packet(), frame.timeNs()));
            }
            if (text.length() >= FULL) {
                flush(text, out);
            }
        }
        flush(text, out);
        if (frames.passedOver() > 0) {
            out.remark(frames.passedOver() + " packets that broadcast no Remote ID were passed over");
        }
    }

    private static void flush(StringBuilder text, Decoders.Lines out) throws IOException {
        byte[] lines = text.toString().getBytes(StandardCharsets.UTF_8);
        out.write(lines, lines.length);
        text.setLength(0);
    }

    /// Writes a line of JSON with the octets as hexadecimal digits for each line that tells a broadcast.
    static int encode(String lines, Decoders.Lines out) throws IOException {
        int failed = 0;
        int number = 0;
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            number++;
            if (line.isBlank() || line.contains("\"ok\": false")) {
                continue;
            }
            switch (RemoteIdLines.encode(line)) {
                case RemoteIdLines.Written(String written) -> {
                    byte[] octets = (written + "\n").getBytes(StandardCharsets.US_ASCII);
                    out.write(octets, octets.length);
                }
                case RemoteIdLines.NotWritten(String reason) -> {
                    out.remark("line " + number + ": " + reason);
                    failed++;
                }
            }
        }
        return failed;
    }
}
