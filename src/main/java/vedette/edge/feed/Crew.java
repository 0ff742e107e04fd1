package vedette.edge.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The threads and sockets of one feed, ended together.
final class Crew implements AutoCloseable {
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(1900);

    private final String name;
    private final Consumer<String> troubles;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<AutoCloseable> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /// A crew without threads yet.
    ///
    /// @param name the feed's
    /// @param troubles told when a job fails
    Crew(String name, Consumer<String> troubles) {
        this.name = name;
        this.troubles = troubles;
    }

    /// What a thread does until it is interrupted or its socket is closed.
    @FunctionalInterface
    interface Job {
        void run() throws IOException, InterruptedException;
    }

    boolean isClosing() {
        return closing;
    }

    /// Runs a job on a virtual thread of its own.
    void start(String what, Job job) {
        Thread thread = Thread.ofVirtual().name("feed-" + name + "-" + what).unstarted(() -> run(what, job));
        threads.add(thread);
        thread.start();
    }

    /// Has a socket closed at the end, at once when the end has come.
    <T extends AutoCloseable> T closes(T socket) {
        sockets.add(socket);
        if (closing) {
            close(socket);
        }
        return socket;
    }

    /// Closes a socket now and forgets it.
    void release(AutoCloseable socket) {
        sockets.remove(socket);
        close(socket);
    }

    private void run(String what, Job job) {
        try {
            job.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException fault) {
            if (!closing) {
                troubles.accept(what + " ended: " + said(fault));
            }
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    /// A fault in few words.
    static String said(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        closing = true;
        sockets.forEach(Crew::close);
        threads.forEach(Thread::interrupt);
        long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
        for (Thread thread : threads) {
            join(thread, end);
        }
    }

    private static void join(Thread thread, long endNs) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, endNs - System.nanoTime())));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // What cannot be closed is already gone.
        }
    }
}
