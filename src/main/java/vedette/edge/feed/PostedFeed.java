package vedette.edge.feed;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.edge.Letterbox;
import vedette.model.Decoder;
import vedette.model.Measurement;
import vedette.model.Rejected;
import vedette.model.SensorId;

/// Sensors' bytes that programs bring by HTTP POST; the door itself is the display's.
///
/// Every letter is decoded for itself, and answered when the node has taken what is in it: who gets an answer has been
/// heard, who waits too long is slowed down and not forgotten.
public final class PostedFeed implements Feed, Letterbox {
    private final Source source;
    private final Tally tally = new Tally();
    private final Crew crew;
    private final AtomicReference<@Nullable Intake> node = new AtomicReference<>();

    /// A feed that takes no letters yet.
    ///
    /// @param source its decoders take a letter as a datagram
    public PostedFeed(Source source) {
        this.source = source;
        crew = new Crew(source.feed().name(), tally::trouble);
    }

    @Override
    public SensorId id() {
        return source.feed();
    }

    /// What it has seen so far.
    public Counts counts() {
        return tally.counts();
    }

    @Override
    public void start(Intake intake) {
        node.set(intake);
        tally.linked();
        crew.start("beat", new Beat(id(), tally, intake));
    }

    @Override
    public Answer post(byte[] bytes) throws InterruptedException {
        Intake intake = node.get();
        if (intake == null || crew.isClosing()) {
            throw new InterruptedException("the node takes nothing now");
        }
        tally.bytes(bytes.length);
        Letter letter = new Letter();
        Source counted =
                new Source(source.feed(), () -> letter.around(source.decoders().get()), source.timebase());
        new Reception(counted, tally, Reception.Delivery.waiting(intake)).take(bytes, 0, bytes.length, intake.now());
        return new Answer(letter.taken, letter.refused, letter.why);
    }

    /// What is found in one letter.
    private static final class Letter {
        private long taken;
        private long refused;
        private String why = "";

        Decoder around(Decoder inner) {
            return (bytes, from, to, at, sink) -> inner.decode(bytes, from, to, at, counting(sink));
        }

        private Decoder.Sink counting(Decoder.Sink sink) {
            return new Decoder.Sink() {
                @Override
                public void measured(Measurement measurement) {
                    taken++;
                    sink.measured(measurement);
                }

                @Override
                public void rejected(Rejected rejected) {
                    refused++;
                    why = why.isEmpty()
                            ? "byte " + rejected.offset() + ", " + rejected.item() + ": " + rejected.reason()
                            : why;
                    sink.rejected(rejected);
                }
            };
        }
    }

    @Override
    public void close() {
        node.set(null);
        crew.close();
    }
}
