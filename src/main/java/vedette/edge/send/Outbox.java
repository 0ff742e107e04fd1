package vedette.edge.send;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vedette.edge.Emission;

/// A bounded queue before something slow, emptied by a thread of its own, in order.
///
/// What fails is tried again once a second until it works, so a full disk costs nothing but the queue's bound. Trouble
/// is told when it begins and when it ends, not in between.
final class Outbox implements AutoCloseable {
    /// Emissions that may wait: minutes of the busiest raid.
    static final int LONGEST_QUEUE = 10_000;

    private static final long FAREWELL_MS = 1_900;
    private static final long AGAIN_MS = 1_000;
    private static final long POLL_MS = 100;

    /// Writes one emission. It is called again with the same one when it fails.
    @FunctionalInterface
    interface Work {
        void write(Emission emission) throws IOException;
    }

    private final String name;
    private final Work work;
    private final WhenFull whenFull;
    private final Consumer<String> troubles;
    private final BlockingQueue<Emission> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private volatile boolean closing;
    private boolean failing;
    private boolean overflowing;
    private long lost;
    private long lastSeq = -1;
    private int lastIndex = -1;

    /// An outbox whose thread runs already.
    ///
    /// @param name what is written, for the words about trouble
    /// @param work writes one emission
    /// @param whenFull what happens when the queue is full
    /// @param troubles told in one line when something goes wrong, and when it is well again
    Outbox(String name, Work work, WhenFull whenFull, Consumer<String> troubles) {
        this.name = name;
        this.work = work;
        this.whenFull = whenFull;
        this.troubles = troubles;
        thread = Thread.ofPlatform().name("send-" + name).daemon(true).start(this::run);
    }

    /// Takes an emission; called on the writer's thread only. One that was taken before is left out.
    void put(Emission emission) {
        boolean seen = emission.seq() < lastSeq || (emission.seq() == lastSeq && emission.index() <= lastIndex);
        if (seen || closing) {
            return;
        }
        lastSeq = emission.seq();
        lastIndex = emission.index();
        if (whenFull == WhenFull.WAIT) {
            waitToPut(emission);
        } else if (queue.offer(emission)) {
            overflowing = overflowing && !wellAgain();
        } else {
            lost++;
            tellOverflow();
        }
    }

    private void waitToPut(Emission emission) {
        try {
            queue.put(emission);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean wellAgain() {
        boolean well = queue.size() < LONGEST_QUEUE / 2;
        if (well) {
            troubles.accept(name + " keeps up again; " + lost + " lines were lost so far");
        }
        return well;
    }

    private void tellOverflow() {
        if (!overflowing) {
            overflowing = true;
            troubles.accept(name + " cannot keep up: " + LONGEST_QUEUE
                    + " lines wait and further ones are lost. Check its disk.");
        }
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                Emission next = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    writeUntilDone(next);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeUntilDone(Emission emission) throws InterruptedException {
        while (!written(emission)) {
            Thread.sleep(AGAIN_MS);
        }
    }

    private boolean written(Emission emission) {
        try {
            work.write(emission);
            if (failing) {
                failing = false;
                troubles.accept(name + " is written again");
            }
            return true;
        } catch (IOException fault) {
            if (!failing) {
                failing = true;
                troubles.accept("Cannot write " + name + " (" + fault.getMessage()
                        + "). It waits and tries again; make room or correct the path.");
            }
            return false;
        } catch (RuntimeException fault) {
            troubles.accept("One line of " + name + " is left out: " + fault);
            return true;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(FAREWELL_MS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            troubles.accept(name + " is closed with " + queue.size() + " lines unwritten");
            thread.interrupt();
        }
    }
}
