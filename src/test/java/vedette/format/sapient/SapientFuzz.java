package vedette.format.sapient;

import static vedette.math.Require.require;

import java.util.List;
import java.util.Optional;

/// Any bytes as a SAPIENT recording: each message is taken or refused by name, and what was taken is written and read
/// again.
public final class SapientFuzz {
    // Loads the JSON library before the fuzzer's clock of the first input runs: instrumenting it takes seconds.
    static {
        fuzzerTestOneInput(seeds().getFirst());
    }

    private SapientFuzz() {}

    /// A frame of each content.
    public static List<byte[]> seeds() {
        return Sample.contents().stream()
                .map(content -> Frames.frame(Sapient.binary(Sample.full(Edition.V2, content))))
                .toList();
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        MessageFile file = new MessageFile(bytes, Optional.empty());
        for (Optional<MessageFile.Entry> entry = file.next(); entry.isPresent(); entry = file.next()) {
            if (entry.get().reading() instanceof Sapient.Taken taken) {
                byte[] again = Sapient.binary(taken.part());
                Sapient.Reading second = Sapient.binary(again, 0, again.length, Optional.of(taken.edition()));
                require(
                        second instanceof Sapient.Taken same && same.part().equals(taken.part()),
                        "read again as %s",
                        second);
            }
        }
    }
}
