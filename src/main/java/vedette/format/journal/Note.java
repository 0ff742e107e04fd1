package vedette.format.journal;

/// What a journal says between its events.
public sealed interface Note {
    /// The proof of an exact replay: the rolling digest of all outputs up to an event.
    ///
    /// @param seq the event
    /// @param digest of the outputs
    record OutputDigest(long seq, long digest) implements Note {}

    /// Events that happened and are not in the journal.
    ///
    /// @param from the first that is missing
    /// @param to the last that is missing
    /// @param why in words
    record Gap(long from, long to, String why) implements Note {}

    /// An event that ended the process twice and is not stepped again.
    ///
    /// @param seq the event
    /// @param why in words
    record Skip(long seq, String why) implements Note {}

    /// A snapshot has been completed.
    ///
    /// @param seq the last event in it
    /// @param digest XXH64 of its bytes
    record SnapshotTaken(long seq, long digest) implements Note {}

    /// The segment was closed in order; another one follows or the process ended.
    ///
    /// @param nextSeq the number of the next event
    record End(long nextSeq) implements Note {}
}
