package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// JSON lines back to their wire format.
@Command(name = "encode", description = "Turns the JSON lines of 'decode' back into the wire format.")
final class EncodeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "the wire format, as asterix")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private String format;

    @Parameters(index = "1", paramLabel = "FILE.jsonl", description = "the lines; '-' is standard input")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "where the bytes go; else to standard output")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Decoders.@Nullable Encode encoder = Decoders.encoders().get(format);
        if (encoder == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Nothing encodes '" + format + "'. Known: "
                            + String.join(", ", Decoders.encoders().keySet()));
        }
        String lines = new String(InputBytes.read(file), StandardCharsets.UTF_8);
        int failed;
        try (LineOutput bytes = LineOutput.bytesTo(out, spec.commandLine())) {
            failed = encoder.encode(lines, bytes);
        }
        if (failed > 0) {
            throw new Failure(
                    failed + " lines could not be encoded", "Mend the lines named above; the others are written");
        }
        return 0;
    }
}
