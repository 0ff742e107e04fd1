package vedette.edge.feed;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import vedette.edge.Feed;
import vedette.edge.Intake;
import vedette.model.SensorId;

/// Takes bytes from within the process through the same decoding, timing and counting as from a socket.
public final class MemoryFeed implements Feed, Player.Outlet {
    /// Some seconds of a busy sensor.
    private static final int QUEUED_PIECES = 4_096;

    private final Source source;
    private final Tally tally = new Tally();
    private final Crew crew;
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUED_PIECES);

    /// A feed that does not read yet.
    public MemoryFeed(Source source) {
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

    /// Hands in a datagram, or a piece of a stream cut between messages; it waits for room.
    ///
    /// @param piece not changed afterwards
    @Override
    public void send(byte[] piece) throws IOException {
        try {
            queue.put(piece);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("closed while waiting for room", closing);
        }
    }

    @Override
    public void start(Intake intake) {
        tally.linked();
        crew.start("pieces", () -> read(intake));
        crew.start("beat", new Beat(id(), tally, intake));
    }

    private void read(Intake intake) throws InterruptedException {
        Reception reception = new Reception(source, tally, Reception.Delivery.waiting(intake));
        while (!crew.isClosing()) {
            byte[] piece = queue.take();
            tally.bytes(piece.length);
            reception.take(piece, 0, piece.length, intake.now());
        }
    }

    @Override
    public void close() {
        crew.close();
    }
}
