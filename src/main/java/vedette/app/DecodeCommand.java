package vedette.app;

import java.io.IOException;
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

/// Any wire format to JSON lines.
@Command(name = "decode", description = "Turns a recording in a wire format into JSON lines.")
final class DecodeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "the wire format: asterix, avr, beast, cap, cot, modes-csv, omm, remoteid,"
                    + " sapient, tle, zones")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private String format;

    @Parameters(index = "1", paramLabel = "FILE", description = "the recording; '-' is standard input")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before call()
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", description = "where the lines go; else to standard output")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--framing",
            paramLabel = "NAME",
            description = "asterix: auto (default), raw, final, oradis, pcap, pcapng")
    private String framing = "auto";

    @Option(
            names = "--edition",
            paramLabel = "CAT=ED,...",
            description = "asterix: as 062=1.18,048=1.32; else the editions that fit best; sapient: 1.0 or 2.0")
    private String edition = "auto";

    @Override
    public Integer call() throws IOException {
        Decoders.@Nullable Decode decoder = Decoders.all().get(format);
        if (decoder == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "No format '" + format + "'. Known: "
                            + String.join(", ", Decoders.all().keySet()));
        }
        byte[] bytes = InputBytes.read(file);
        try (LineOutput lines = LineOutput.to(out, spec.commandLine())) {
            decoder.decode(new Decoders.Request(bytes, framing, edition), lines);
        }
        return 0;
    }
}
