package vedette.format.orbit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import vedette.format.text.JsonText;

/// Any bytes as two-line sets, and as messages: each taken or refused with a line and a reason, never thrown; what is
/// taken can be written, and be read again as messages. Both readers in one target: most of a target's time it starts.
public final class OrbitFuzz {
    private OrbitFuzz() {}

    /// Sets with a name and without, and one message in its four forms.
    public static List<byte[]> seeds() {
        return Stream.of(
                        TleText.SET,
                        "0 ALPHA\n" + TleText.numbered("Z0001"),
                        OmmTest.KVN,
                        OmmTest.XML,
                        OmmTest.JSON,
                        OmmTest.CSV)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// Before the first input: libraries are loaded here, which on a busy machine takes longer than an input may.
    public static void fuzzerInitialize() {
        seeds().forEach(OrbitFuzz::fuzzerTestOneInput);
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        check(OrbitFile.tle(bytes));
        check(OrbitFile.omm(bytes));
        OrbitFile.form(bytes);
    }

    private static void check(OrbitFile.Contents contents) {
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
