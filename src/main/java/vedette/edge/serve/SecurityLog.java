package vedette.edge.serve;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Writes down who came in, by which way, and who was refused what: one line of JSON each (ASVS 4.0.3, 7.1 and 7.2).
///
/// It stops nobody: events wait in a bounded queue for a thread of its own. What finds no room in the queue,
/// or cannot be written because the disk is full or the folder gone, is counted, shown on every display, and
/// told in the log as soon as it can be written again. Alike events are summed ([Flood]), files bounded
/// ([RingFile]).
final class SecurityLog implements AutoCloseable {
    /// Waiting to be written; a thousand a millisecond do not stop a request.
    static final int MOST_WAITING = 4_096;

    /// People come and are refused: twenty alike ones a minute are told one by one.
    static final Flood.Bounds PEOPLE = new Flood.Bounds(TimeUnit.MINUTES.toNanos(1), 20, 256, 600);

    /// Programs come with each request: once an hour, and how often.
    static final Flood.Bounds PROGRAMS = new Flood.Bounds(TimeUnit.HOURS.toNanos(1), 1, 2_048, 2_048);

    private static final long LOOK_MS = 1_000;
    private static final long FAREWELL_MS = 2_000;

    private final Optional<RingFile> file;
    private final Counters counters;
    private final LongSupplier clock;
    private final BlockingQueue<Task> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Flood people = new Flood(PEOPLE);
    private final Flood programs = new Flood(PROGRAMS);
    private final Thread writer =
            Thread.ofPlatform().name("security log").daemon().unstarted(this::run);
    private volatile String trouble = "";
    private long lost;
    private volatile boolean closed;

    private sealed interface Task {}

    private record Happened(SecurityEvent event, long nowNs, long nowMs) implements Task {}

    private record Settled(CountDownLatch latch) implements Task {}

    /// @param place where; none where nothing is written down
    /// @param clock nanoseconds since anything
    SecurityLog(Optional<Admission.LogPlace> place, Counters counters, LongSupplier clock) {
        this.file = place.map(RingFile::new);
        this.counters = counters;
        this.clock = clock;
        file.ifPresent(_ -> writer.start());
    }

    /// Takes an event; returns at once.
    void tell(SecurityEvent event) {
        if (file.isPresent() && !waiting.offer(new Happened(event, clock.getAsLong(), System.currentTimeMillis()))) {
            lose(1);
        }
    }

    /// Why it cannot be written now, in a sentence; empty when it can.
    String trouble() {
        return trouble;
    }

    /// Waits until everything that was told so far is written or counted as lost.
    void settle() throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        if (writer.isAlive()) {
            waiting.put(new Settled(latch));
            latch.await();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Task task = waiting.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    take(task);
                }
                long now = clock.getAsLong();
                people.over(now).forEach(this::write);
                programs.over(now).forEach(this::write);
            }
            for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
                take(task);
            }
            people.all().forEach(this::write);
            programs.all().forEach(this::write);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            file.ifPresent(RingFile::close);
        }
    }

    private void take(Task task) {
        switch (task) {
            case Settled(CountDownLatch latch) -> latch.countDown();
            case Happened(SecurityEvent event, long nowNs, long nowMs) -> {
                boolean comesOften = event.kind() == SecurityEvent.Kind.CREDENTIAL && event.allowed();
                Flood flood = comesOften ? programs : people;
                flood.take(event, nowNs, nowMs).ifPresentOrElse(this::write, () -> counters.count(series("summed")));
            }
        }
    }

    private void write(Flood.Line line) {
        RingFile log = file.orElseThrow();
        long missing = missing();
        boolean written = (missing == 0 || log.write(gap(missing))) && log.write(text(line));
        if (written) {
            took(missing);
            trouble = "";
            counters.count(series("written"));
        } else {
            lose(line.count());
            trouble = "The security log cannot be written: " + log.trouble() + ".";
        }
    }

    private synchronized long missing() {
        return lost;
    }

    private synchronized void took(long missing) {
        lost -= missing;
    }

    private synchronized void lose(long count) {
        lost += count;
        counters.count(series("lost"), count);
    }

    private static String series(String fate) {
        return "security_events_total{fate=\"" + fate + "\"}";
    }

    private static String gap(long missing) {
        return new JsonWriter()
                .open('{')
                .text("at", Instant.ofEpochMilli(System.currentTimeMillis()).toString())
                .text("event", "gap")
                .whole("lost", missing)
                .close('}')
                .toString();
    }

    /// A line, without its end.
    static String text(Flood.Line line) {
        SecurityEvent event = line.event();
        JsonWriter json = new JsonWriter().open('{');
        json.text("at", Instant.ofEpochMilli(line.atMs()).toString());
        json.text("event", event.kind().name().toLowerCase(Locale.ROOT));
        json.text("outcome", event.allowed() ? "allowed" : "refused");
        for (String[] member : List.of(
                new String[] {"way", event.way()},
                new String[] {"account", event.account()},
                new String[] {"role", event.role().map(Enum::name).orElse("")},
                new String[] {"address", event.address()},
                new String[] {"route", event.route()},
                new String[] {"reason", event.reason()})) {
            if (!member[1].isEmpty()) {
                json.text(member[0], member[1]);
            }
        }
        if (line.sum()) {
            json.whole("more", line.count());
        }
        return json.close('}').toString();
    }

    /// Writes what waits and the sums, and ends.
    @Override
    public void close() {
        closed = true;
        // It waits for the next event, unless it is behind.
        waiting.offer(new Settled(new CountDownLatch(1)));
        try {
            if (writer.isAlive()) {
                writer.join(FAREWELL_MS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
