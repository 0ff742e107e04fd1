package vedette.format.orbit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.format.text.JsonText;

/// Any bytes as two-line sets: each taken or refused with a line and a reason, never thrown; what is taken can be
/// written, and be read again as messages.
public final class TleFuzz {
    private TleFuzz() {}

    /// Sets with a name and without.
    public static List<byte[]> seeds() {
        return List.of(
                TleText.SET.getBytes(StandardCharsets.UTF_8),
                ("0 ALPHA\n" + TleText.numbered("Z0001")).getBytes(StandardCharsets.UTF_8));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        check(OrbitFile.tle(bytes));
    }

    static void check(OrbitFile.Contents contents) {
        for (OrbitFile.Entry entry : contents.entries()) {
            String line = JsonText.write(OrbitLines.line(entry), 0);
            switch (entry) {
                case OrbitFile.Refused(int number, String reason) -> {
                    if (reason.isBlank() || number < 0) {
                        throw new AssertionError("refused without a reason or place");
                    }
                }
                case OrbitFile.Taken(ElementSet set) -> {
                    ElementSet again = OrbitFile.omm(line.getBytes(StandardCharsets.UTF_8))
                            .sets()
                            .getFirst();
                    if (!again.elements().equals(set.elements())) {
                        throw new AssertionError(set + " is read again as " + again);
                    }
                }
            }
        }
    }
}
