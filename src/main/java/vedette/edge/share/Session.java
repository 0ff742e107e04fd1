package vedette.edge.share;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vedette.edge.Clock;
import vedette.format.share.Frame;
import vedette.format.share.Frames;
import vedette.model.Rejected;

/// One connection to one peer, after the handshake: a thread that reads and one that writes.
final class Session {
    /// The other side beats once a second: silent for so long it is gone.
    static final int SILENT_MS = 3_000;

    /// Something exists and has not come for so long: the connection begins anew.
    static final long STUCK_NS = TimeUnit.SECONDS.toNanos(3);

    static final long BEAT_NS = TimeUnit.SECONDS.toNanos(1);

    /// Items on their way without an acknowledgement.
    private static final int WINDOW = 4_096;

    private static final int BATCH = 256;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Outbound outbound;
    private final Receiving receiving;
    private final Link link;
    private final Clock clock;
    private volatile long acknowledge;
    private volatile boolean ended;
    private volatile String why = "";
    private final Run sent = new Run();
    private long nextStored;
    private long nextPassing = 1;

    /// A connection on which both have said hello.
    Session(Link link, Wire wire, Receiving receiving, long from) throws IOException {
        this.link = link;
        socket = wire.socket();
        in = wire.in();
        out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        outbound = link.outbound();
        clock = link.clock();
        this.receiving = receiving;
        acknowledge = receiving.received();
        nextStored = from;
    }

    Receiving receiving() {
        return receiving;
    }

    /// Reads until the connection ends.
    ///
    /// @return why it ended
    String read() {
        try {
            long waitsSince = System.nanoTime();
            while (!ended) {
                long before = receiving.received();
                take(frame(in));
                long now = System.nanoTime();
                boolean moves = receiving.received() > before || receiving.received() >= receiving.newest();
                waitsSince = moves ? now : waitsSince;
                if (now - waitsSince > STUCK_NS) {
                    end("items up to " + receiving.newest() + " exist, " + receiving.received() + " came");
                }
            }
        } catch (IOException fault) {
            end(Link.said(fault));
        } catch (StoreFault fault) {
            end(Link.said(fault));
        }
        return why;
    }

    /// The next frame.
    ///
    /// @throws IOException when the connection ends, or what comes is no frame
    static Frame frame(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > Frame.LONGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return switch (Frames.of(in.readNBytes(length))) {
            case Frames.Taken(Frame frame) -> frame;
            case Frames.Refused(Rejected rejected) -> throw new IOException(rejected.item() + ": " + rejected.reason());
        };
    }

    private void take(Frame frame) {
        link.heard();
        switch (frame) {
            case Frame.Stored stored -> settle(receiving.take(stored));
            case Frame.Lost lost -> settle(receiving.take(lost));
            case Frame.Beat beat -> receiving.take(beat);
            case Frame.Passing passing -> receiving.admitted(passing.envelope()).ifPresent(link::passed);
            case Frame.Acknowledged(long seq) -> {
                outbound.acknowledged(seq);
                link.signal().raise();
            }
            case Frame.Farewell(String reason) -> end("the peer says: " + reason);
            case Frame.Hello _ -> end("a second hello");
        }
    }

    private void settle(Receiving.Outcome outcome) {
        switch (outcome) {
            case WRITTEN -> {
                acknowledge = receiving.received();
                link.signal().raise();
            }
            case GAP -> end(receiving.said());
        }
    }

    /// Writes until the connection ends.
    void write() {
        long acknowledged = 0;
        long beatAt = System.nanoTime();
        try {
            while (!ended) {
                boolean more = stored();
                if (acknowledge > acknowledged) {
                    long written = acknowledge;
                    // What is acknowledged survives the death of the machine too: the peer lets go of it.
                    link.force();
                    acknowledged = written;
                    send(List.of(new Frame.Acknowledged(acknowledged)));
                }
                more |= !more && passing();
                if (System.nanoTime() >= beatAt) {
                    send(List.of(new Frame.Beat(outbound.newest(), nextPassing - 1, clock.now())));
                    beatAt = System.nanoTime() + BEAT_NS;
                }
                if (!more) {
                    out.flush();
                    link.signal().await(Math.max(1, TimeUnit.NANOSECONDS.toMillis(beatAt - System.nanoTime())));
                }
            }
            send(List.of(new Frame.Farewell(why)));
            out.flush();
        } catch (IOException fault) {
            end(Link.said(fault));
        } catch (StoreFault fault) {
            end(Link.said(fault));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            end("closing");
        } finally {
            close();
        }
    }

    private boolean stored() throws IOException {
        if (nextStored > outbound.newest() || nextStored - outbound.acknowledged() > WINDOW) {
            return false;
        }
        List<Frame> frames = outbound.stored(nextStored, BATCH, sent);
        if (frames.isEmpty()) {
            return false;
        }
        send(frames);
        nextStored = frames.getLast() instanceof Frame.Stored(long seq, var _) ? seq + 1 : nextStored;
        return true;
    }

    private boolean passing() throws IOException {
        List<Frame> frames = outbound.passing(nextPassing, BATCH);
        nextPassing += frames.size();
        send(frames);
        return !frames.isEmpty();
    }

    private void send(List<Frame> frames) throws IOException {
        for (Frame frame : frames) {
            out.write(Frames.bytes(frame));
        }
    }

    void end(String reason) {
        if (!ended) {
            why = reason;
            ended = true;
        }
        link.signal().raise();
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }
}
