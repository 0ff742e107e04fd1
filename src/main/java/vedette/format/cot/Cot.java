package vedette.format.cot;

import java.util.Optional;

/// What became of bytes that should be a Cursor-on-Target message.
public final class Cot {
    /// The longest message that is read, bytes: pictures travel by other ways.
    public static final int LONGEST = 1 << 20;

    private Cot() {}

    /// What was found.
    public sealed interface Reading {}

    /// A message.
    ///
    /// @param event what it says, if it says anything
    /// @param control what its sender understands, where told
    public record Message(Optional<CotEvent> event, Optional<Control> control) implements Reading {}

    /// Which TAK protocol versions a sender reads.
    ///
    /// @param least the lowest; 0 counts as 1
    /// @param most the highest; 0 counts as 1
    /// @param uid who says so; may be empty beside an event
    public record Control(int least, int most, String uid) {}

    /// No message.
    ///
    /// @param offset of the fault in the message, bytes or characters
    /// @param item where
    /// @param reason why
    public record Refused(int offset, String item, String reason) implements Reading {}
}
