package vedette.edge.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import vedette.format.sapient.Frames;

/// One connection of a SAPIENT node: frames in, frames out. It reads no faster than the node takes what is in them.
final class SapientLink {
    /// A node gets this many messages a second taken; beyond it is made to wait.
    static final int MOST_PER_S = 50_000;

    /// Answers of one connection that wait; a node that reads none of them is cut off.
    private static final int MOST_ANSWERS = 256;

    /// What waits in memory between the socket and us: 4 MiB. A frame is at most 1 MiB.
    private static final int MOST_PIECES = 64;

    private static final int PIECE = 1 << 16;

    /// A connection on which no node registers within this is closed.
    private static final long REGISTER_WITHIN_NS = 30_000_000_000L;

    private static final byte[] END = new byte[0];
    private static final long SECOND_NS = 1_000_000_000L;

    private final Socket socket;
    private final SapientTally tally;
    private final BlockingQueue<byte[]> answers = new ArrayBlockingQueue<>(MOST_ANSWERS);
    private final SapientErrors errors = new SapientErrors();
    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(MOST_PIECES);
    private byte[] buffer = new byte[PIECE];
    private final long beganNs = System.nanoTime();
    private long secondNs = System.nanoTime();
    private int inSecond;
    private volatile boolean welcome;
    private volatile boolean taking;
    private volatile boolean cut;
    private volatile String why = "closed the connection";
    private volatile String broke = "";

    SapientLink(Socket socket, SapientTally tally) {
        this.socket = socket;
        this.tally = tally;
    }

    /// Takes the content of a frame.
    interface Taker {
        void take(byte[] bytes, int from, int to) throws IOException, InterruptedException;
    }

    /// Empties the socket into memory, within a bound: a sender that leaves without reading its answers makes the
    /// system
    /// throw away what still lies in the socket.
    void drain() throws InterruptedException {
        try {
            InputStream in = socket.getInputStream();
            byte[] piece = new byte[PIECE];
            int count = in.read(piece);
            while (count >= 0 && !cut) {
                pieces.put(Arrays.copyOf(piece, count));
                count = in.read(piece);
            }
        } catch (IOException broken) {
            broke = " (" + Crew.said(broken) + ")";
        } finally {
            pieces.put(END);
        }
    }

    /// Takes frames until the connection ends. Those that came whole before its end are all taken.
    void read(Taker taker) throws IOException, InterruptedException {
        int held = 0;
        for (byte[] piece = pieces.take(); piece.length > 0 && !cut; piece = pieces.take()) {
            if (held + piece.length > buffer.length) {
                buffer = Arrays.copyOf(buffer, held + piece.length);
            }
            System.arraycopy(piece, 0, buffer, held, piece.length);
            held += piece.length;
            int used = taken(held, taker);
            held -= used;
            System.arraycopy(buffer, used, buffer, 0, held);
        }
    }

    private int taken(int held, Taker taker) throws IOException, InterruptedException {
        int at = 0;
        while (!cut) {
            switch (Frames.at(buffer, at, held)) {
                case Frames.Frame(int from, int to) -> {
                    pace();
                    taking = true;
                    taker.take(buffer, from, to);
                    taking = false;
                    at = to;
                }
                case Frames.Unfinished _ -> {
                    return at;
                }
                case Frames.Lost(long length) -> {
                    tally.refused.incrementAndGet();
                    cut("sent a frame of " + length + " bytes");
                }
            }
        }
        return at;
    }

    private void pace() throws InterruptedException {
        long now = System.nanoTime();
        if (now - secondNs >= SECOND_NS) {
            secondNs = now;
            inSecond = 0;
        }
        if (++inSecond > MOST_PER_S) {
            tally.held.incrementAndGet();
            Thread.sleep(Math.max(1, (SECOND_NS - (now - secondNs)) / 1_000_000));
        }
    }

    /// A registered node speaks here.
    void welcome() {
        welcome = true;
    }

    /// Whether nobody has registered here for too long.
    boolean isStranger(long nowNs) {
        return !welcome && nowNs - beganNs > REGISTER_WITHIN_NS;
    }

    /// Throws away what was not taken.
    void forget() {
        pieces.clear();
    }

    /// Whether a message is being taken: while the node's lanes are full it is we who are slow, not its sender.
    boolean taking() {
        return taking;
    }

    /// Sends a frame, sometime.
    void send(byte[] frame) {
        if (!answers.offer(frame)) {
            cut("reads no answers");
        }
    }

    /// Writes answers until the connection ends.
    void write() throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        for (byte[] answer = answers.take(); answer.length > 0 && !cut; answer = answers.take()) {
            out.write(answer);
        }
    }

    /// How many answers to faults it still gets.
    SapientErrors errors() {
        return errors;
    }

    /// Ends the connection.
    void cut(String reason) {
        if (!cut) {
            why = reason;
            cut = true;
            // Who waits for answers to write is let go.
            answers.clear();
            answers.offer(END);
        }
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }

    /// Why it ended.
    String why() {
        return why + broke;
    }

    String peer() {
        return String.valueOf(socket.getRemoteSocketAddress());
    }
}
