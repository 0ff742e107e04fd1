package vedette.format.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.format.lines.SensedLines.Line;
import vedette.format.lines.SensedLines.Refused;
import vedette.format.lines.SensedLines.Sensed;
import vedette.model.Moment;

/// Any bytes as what a cheap sensor says: taken or refused with a reason, never thrown.
public final class SensedFuzz {
    private static final TimeForm TIMES = new TimeForm.Scenario(new Moment(0));

    // Loads the JSON library before the fuzzer's clock of the first input runs: instrumenting it takes seconds.
    static {
        fuzzerTestOneInput(seeds().getFirst());
    }

    private SensedFuzz() {}

    /// A line of each kind.
    public static List<byte[]> seeds() {
        return SensedLinesTest.KINDS.stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        Line line = SensedLines.read(new String(bytes, StandardCharsets.UTF_8), TIMES);
        switch (line) {
            case Sensed(var _, var _, var measurement) -> measurement.provenance();
            case Refused(String field, String reason) -> {
                if (reason.isBlank()) {
                    throw new AssertionError("refused without a reason, " + field);
                }
            }
        }
    }
}
