package vedette.format.remoteid;

/// Why octets were not taken.
///
/// @param kind of fault
/// @param offset of the octet that is wrong, from the message's or pack's start
/// @param item the field it belongs to, in the standard's words
/// @param reason what is wrong with it
public record Fault(Kind kind, int offset, String item, String reason) {
    /// Kinds of faults.
    public enum Kind {
        /// Fewer octets than are declared.
        SHORT,
        /// Octets that the standard does not allow.
        INVALID
    }

    static Fault invalid(int offset, String item, String reason) {
        return new Fault(Kind.INVALID, offset, item, reason);
    }

    static Fault cut(int offset, String item, String reason) {
        return new Fault(Kind.SHORT, offset, item, reason);
    }
}
