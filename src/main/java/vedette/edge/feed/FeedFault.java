package vedette.edge.feed;

/// A feed cannot begin. Its message is one sentence that names the key, its value and the remedy.
public final class FeedFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A fault in the operator's words.
    ///
    /// @param where the setting at fault
    /// @param reason what is wrong with it, short
    /// @param remedy what to do next, as an order
    /// @param cause what lies behind it
    FeedFault(Where where, String reason, String remedy, Throwable cause) {
        super(
                "Feed '" + where.feed + "', " + where.key + " " + where.value + ": " + reason + ". " + remedy + ".",
                cause);
    }

    /// Which setting is at fault.
    ///
    /// @param feed the feed's name
    /// @param key the setting
    /// @param value what it was set to
    record Where(String feed, String key, Object value) {}
}
