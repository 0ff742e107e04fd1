package vedette.format.orbit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Any bytes as messages of mean elements: each taken or refused with a line and a reason, never thrown; what is taken
/// can be written, and be read again.
public final class OmmFuzz {
    private OmmFuzz() {}

    /// One message in four forms.
    public static List<byte[]> seeds() {
        return Stream.of(OmmTest.KVN, OmmTest.XML, OmmTest.JSON, OmmTest.CSV)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        TleFuzz.check(OrbitFile.omm(bytes));
    }
}
