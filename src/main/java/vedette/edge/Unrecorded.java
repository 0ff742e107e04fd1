package vedette.edge;

import java.util.function.Supplier;
import vedette.model.Event;
import vedette.model.Moment;

/// A log that keeps nothing, and says so.
final class Unrecorded implements EventLog {
    private long missed;

    @Override
    public synchronized void append(Event event) {
        missed++;
    }

    @Override
    public void digest(long seq, long digest) {}

    @Override
    public void snapshot(long seq, Moment at, Supplier<byte[]> bytes) {}

    @Override
    public boolean wantsSnapshot() {
        return false;
    }

    @Override
    public synchronized State state() {
        return new State(false, 0, 0, missed, "Recording is switched off.");
    }

    @Override
    public void close() {}
}
