package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vedette.format.sapient.Edition;
import vedette.format.sapient.Frames;
import vedette.format.sapient.MessageFile;
import vedette.format.sapient.Nodes;
import vedette.format.sapient.Sapient;
import vedette.format.sapient.SapientLines;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// SAPIENT recordings to JSON lines and back.
final class SapientFiles {
    private SapientFiles() {}

    static void decode(Decoders.Request request, Decoders.Lines out) throws IOException {
        MessageFile file = new MessageFile(request.bytes(), edition(request.edition()));
        for (Optional<MessageFile.Entry> entry = file.next(); entry.isPresent(); entry = file.next()) {
            byte[] line = (JsonText.write(SapientLines.line(entry.get()), 0) + "\n").getBytes(StandardCharsets.UTF_8);
            out.write(line, line.length);
        }
    }

    private static Optional<Edition> edition(String typed) {
        return switch (typed) {
            case "auto" -> Optional.empty();
            case "1.0" -> Optional.of(Edition.V1);
            case "2.0" -> Optional.of(Edition.V2);
            default -> throw new Failure("No edition '" + typed + "' of SAPIENT", "Give 1.0 or 2.0 to --edition");
        };
    }

    static int encode(String lines, Decoders.Lines out) throws IOException {
        Nodes nodes = new Nodes(Optional.empty());
        int failed = 0;
        int number = 0;
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            number++;
            if (line.isBlank() || isRefusal(line)) {
                continue;
            }
            switch (nodes.json(line)) {
                case Sapient.Taken taken -> {
                    byte[] frame = Frames.frame(Sapient.binary(taken.part()));
                    out.write(frame, frame.length);
                }
                case Sapient.Refused refused -> {
                    var first = refused.findings().getFirst();
                    out.remark("line " + number + ": " + first.field() + " " + first.reason());
                    failed++;
                }
            }
        }
        return failed;
    }

    private static boolean isRefusal(String line) {
        return JsonText.read(line) instanceof JsonText.Read(Json value)
                && value.member("rejected").isPresent();
    }
}
