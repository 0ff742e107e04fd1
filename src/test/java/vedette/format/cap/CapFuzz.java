package vedette.format.cap;

/// Any bytes as a CAP message: read or refused, never more.
public final class CapFuzz {
    private CapFuzz() {}

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        switch (CapReader.read(bytes)) {
            case CapReader.Message message -> CapReader.json(message);
            case CapReader.Refused refused -> {
                if (refused.reason().isBlank()) {
                    throw new AssertionError("refused without a reason");
                }
            }
        }
    }
}
