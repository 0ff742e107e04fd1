package vedette.format.cap;

/// A CAP message as others refer to it.
///
/// @param sender who wrote it
/// @param identifier its name
/// @param sent when, as in the message
public record CapReference(String sender, String identifier, String sent) {
    /// As it stands in `references` (CAP 1.2 §3.2.1).
    public String text() {
        return sender + "," + identifier + "," + sent;
    }
}
