package vedette.edge.send;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import vedette.edge.Emission;
import vedette.edge.Sender;
import vedette.format.sapient.NodeIds;
import vedette.format.sapient.Replies;
import vedette.format.sapient.Sapient;
import vedette.format.sapient.Upward;
import vedette.model.Domain;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Track;
import vedette.model.TrackId;

/// Tells another SAPIENT fusion node of our tracks: as its edge node, over a connection that is made again when it
/// breaks.
///
/// What waits is the latest word on each track, so a slow or absent peer costs nothing but its bound; only tracks that
/// everyone may see are told. Tasks from above are answered with a refusal.
public final class SapientUpstream implements Sender {
    /// Tracks whose news wait; of more, those that waited longest are told at their next news.
    private static final int MOST_WAITING = 20_000;

    private static final Moment NEVER = new Moment(0);
    private static final long TURN_MS = 1_000;
    private static final long AGAIN_MS = 5_000;
    private static final int PATIENCE_MS = 10_000;
    private static final long FAREWELL_MS = 1_900;

    private final InetSocketAddress address;
    private final Upward upward;
    private final Consumer<String> troubles;
    private final SecureRandom chance = new SecureRandom();
    private final Map<TrackId, News> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Thread thread;
    private Moment now = NEVER;
    private boolean closing;
    private boolean failing;
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong shed = new AtomicLong();

    private record News(Track track, boolean lost) {}

    /// A sender whose thread runs already.
    ///
    /// @param address of the fusion node above; not resolved yet
    /// @param domain of this node
    /// @param troubles told in one line when something goes wrong, and when it is well again
    public SapientUpstream(InetSocketAddress address, Domain domain, Consumer<String> troubles) {
        this.address = address;
        this.troubles = troubles;
        upward = new Upward(NodeIds.of("vedette to " + address), domain);
        thread = Thread.ofPlatform().name("send-sapient").daemon(true).start(this::run);
    }

    /// How many reports were sent.
    public long told() {
        return told.get();
    }

    /// How many tracks' news were dropped because too many waited.
    public long shed() {
        return shed.get();
    }

    @Override
    public void send(Emission emission) {
        if (emission.output() instanceof Output.TrackChanged(Track track)) {
            put(emission.at(), track, false);
        } else if (emission.output() instanceof Output.TrackEnded(Track track, String _)) {
            put(emission.at(), track, true);
        } else {
            tick(emission.at());
        }
    }

    private void tick(Moment at) {
        lock.lock();
        try {
            now = Moment.later(now, at);
        } finally {
            lock.unlock();
        }
    }

    private void put(Moment at, Track track, boolean lost) {
        lock.lock();
        try {
            now = Moment.later(now, at);
            if (!track.shown() || !track.releasability().open()) {
                return;
            }
            if (waiting.size() >= MOST_WAITING && !waiting.containsKey(track.id())) {
                shed.incrementAndGet();
                return;
            }
            waiting.put(track.id(), new News(track, lost));
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            // Until the engine has spoken nobody here knows what time it is.
            boolean over = false;
            while (moment().equals(NEVER) && !over) {
                over = isOver(TURN_MS / 10);
            }
            while (!isOver(0)) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), PATIENCE_MS);
                    socket.setSoTimeout(PATIENCE_MS);
                    serve(socket);
                } catch (IOException fault) {
                    if (!failing && !isOver(0)) {
                        failing = true;
                        troubles.accept("Cannot tell the fusion node at " + address + " (" + fault.getMessage()
                                + "). It is tried again every " + AGAIN_MS / 1000 + " s.");
                    }
                    isOver(AGAIN_MS);
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        socket.getOutputStream().write(upward.registration("Vedette", moment()));
        DataInputStream in = new DataInputStream(socket.getInputStream());
        admitted(in);
        socket.setSoTimeout(0);
        failing = false;
        Thread listener = Thread.ofVirtual().name("send-sapient-answers").start(() -> listen(in, socket));
        try {
            long statusNs = System.nanoTime() - (long) (2e9 * Upward.STATUS_S);
            while (!isOver(TURN_MS)) {
                if (System.nanoTime() - statusNs > Upward.STATUS_S * 0.8e9) {
                    statusNs = System.nanoTime();
                    write(socket, upward.status(ulid(), false, moment()));
                }
                for (News news : taken()) {
                    told.incrementAndGet();
                    write(socket, upward.track(news.track, ulid(), news.lost, moment()));
                }
            }
            write(socket, upward.status(ulid(), true, moment()));
        } finally {
            socket.close();
            listener.interrupt();
        }
    }

    private static void write(Socket socket, byte[] frame) throws IOException {
        // The listener answers tasks on the same connection.
        synchronized (socket) {
            socket.getOutputStream().write(frame);
        }
    }

    private static void admitted(DataInputStream in) throws IOException {
        Sapient.Taken answer = message(in);
        boolean taken = answer.content().equals("registration_ack")
                && answer.body().truth("acceptance").orElse(false);
        if (!taken) {
            List<String> reasons = new ArrayList<>();
            if (answer.content().equals("error")) {
                reasons.addAll(answer.body().texts("error_message"));
            }
            throw new IOException("it does not take our registration: " + String.join("; ", reasons));
        }
    }

    private static Sapient.Taken message(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        if (length < 0 || length > Sapient.LONGEST_FRAME) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return switch (Sapient.binary(bytes, 0, length, Optional.empty())) {
            case Sapient.Taken taken -> taken;
            case Sapient.Refused refused ->
                throw new IOException("an answer that breaks the rules: "
                        + refused.findings().getFirst().field());
        };
    }

    private void listen(DataInputStream in, Socket socket) {
        try {
            while (true) {
                Sapient.Taken message = message(in);
                if (message.content().equals("task")) {
                    String id = message.body().text("task_id").orElse("");
                    write(socket, upward.taskRefused(id, moment()));
                }
            }
        } catch (IOException broken) {
            try {
                socket.close();
            } catch (IOException _) {
                // It is gone already.
            }
        }
    }

    private List<News> taken() {
        lock.lock();
        try {
            List<News> all = List.copyOf(waiting.values());
            waiting.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    private Moment moment() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    private String ulid() {
        return Replies.ulid(moment(), chance.nextInt(1 << 16), chance.nextLong());
    }

    /// Waits, unless all is over.
    private boolean isOver(long waitMs) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (!closing && left > 0) {
                left = ended.awaitNanos(left);
            }
            return closing;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(FAREWELL_MS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
