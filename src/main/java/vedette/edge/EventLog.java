package vedette.edge;

import java.util.List;
import java.util.function.Supplier;
import vedette.model.Event;
import vedette.model.Moment;

/// Where events are written before they are stepped.
///
/// Nothing here throws or waits long: when a record cannot be made the engine goes on, and [#state()] says loudly that
/// it
/// is not recorded. A warning outranks its record.
public interface EventLog extends AutoCloseable {
    /// Writes an event; called on the writer's thread, before the engine's step, in the order of `seq`.
    ///
    /// @param event the event
    void append(Event event);

    /// Writes events that were waiting together, before the first of them is stepped: one wait for all of them.
    ///
    /// @param events in the order of `seq`
    default void append(List<Event> events) {
        events.forEach(this::append);
    }

    /// Writes the rolling digest of the outputs up to and with an event.
    ///
    /// @param seq the event
    /// @param digest the digest
    void digest(long seq, long digest);

    /// Takes a snapshot, written on another thread.
    ///
    /// @param seq the latest event it holds
    /// @param at that event's arrival
    /// @param bytes makes its bytes, from values that no longer change; called on another thread
    void snapshot(long seq, Moment at, Supplier<byte[]> bytes);

    /// Whether a snapshot is wanted now: a gap has ended, and only a snapshot lets a replay go on behind it.
    boolean wantsSnapshot();

    /// Notes, before the process ends by it, that stepping an event failed beyond repair (an `Error`). An event that
    /// ends the process twice is skipped by the next start.
    ///
    /// @param seq the event
    /// @param why in words
    default void fatal(long seq, String why) {}

    /// How the record stands.
    State state();

    /// Writes what is waiting and ends.
    @Override
    void close();

    /// How the record stands.
    ///
    /// @param recording whether events are being recorded
    /// @param lastSeq the latest event written
    /// @param syncedSeq the latest event that the disk has
    /// @param missed events that were not recorded, since the start
    /// @param why one sentence when something is wrong, else empty
    record State(boolean recording, long lastSeq, long syncedSeq, long missed, String why) {}

    /// A log that keeps nothing, and says so.
    static EventLog none() {
        return new Unrecorded();
    }
}
