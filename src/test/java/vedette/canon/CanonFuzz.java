package vedette.canon;

import java.util.List;
import vedette.model.Event;

/// Any bytes as an event: read or refused, never an exception; and what is read can be written and read again.
public final class CanonFuzz {
    private static final Canon<Event> EVENTS = Canon.of(Event.class);

    private CanonFuzz() {}

    /// Called by the fuzzer first: making the codecs must not count as the first input's time.
    public static void fuzzerInitialize() {
        seeds();
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        Read<Integer> shown = Walker.show(EVENTS.schema(), data, 0, data.length, new CanonVisitor() {});
        switch (EVENTS.read(data)) {
            case Read.Value<Event>(Event event) -> {
                shown.orThrow();
                if (!EVENTS.read(EVENTS.bytes(event)).orThrow().equals(event)) {
                    throw new IllegalStateException("an event does not come back: " + event);
                }
            }
            case Read.Damaged<Event>(int offset, String path, String reason) -> {
                if (offset < 0 || offset > data.length || !path.startsWith("Event")) {
                    throw new IllegalStateException("byte " + offset + " " + path + " " + reason);
                }
            }
        }
    }

    /// Two real events to start from.
    public static List<byte[]> seeds() {
        return List.of(EVENTS.bytes(Plots.event(1)), EVENTS.bytes(Plots.event(2)));
    }
}
