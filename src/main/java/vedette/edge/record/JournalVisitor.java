package vedette.edge.record;

import java.nio.file.Path;
import vedette.format.journal.Note;

/// Sees what a journal holds, in the order of the numbers.
///
/// @param <E> what events are shown as
public interface JournalVisitor<E> {
    /// An event.
    void event(long seq, E event);

    /// A note between events.
    default void note(Note note) {}

    /// Events that are not in the journal: never recorded, or lost.
    ///
    /// @param from the first
    /// @param to the last
    /// @param why in words
    default void missing(long from, long to, String why) {}

    /// An event that is not to be stepped, since it ended the process twice. Its number and time are used up: who steps
    /// an engine steps a `Tick` with its stamp instead, always, so that replays agree.
    default void skipped(long seq, E event) {}

    /// Bytes that make no sense.
    default void damaged(Damage damage) {}

    /// Bytes that make no sense.
    ///
    /// @param file the segment
    /// @param offset the first of them
    /// @param bytes how many
    /// @param tail whether nothing good follows them: a torn tail
    /// @param reason in words
    record Damage(Path file, long offset, long bytes, boolean tail, String reason) {
        /// One line for people.
        public String sentence() {
            return file.getFileName() + ", byte " + offset + ": " + reason + "; " + bytes
                    + (tail ? " bytes up to the end are lost" : " bytes are lost, what follows is read");
        }
    }
}
