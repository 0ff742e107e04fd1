package vedette.edge.send;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vedette.edge.Channel;
import vedette.edge.Receipts;
import vedette.format.cap.CapIssue;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CapWriter;
import vedette.model.Bulletin;
import vedette.model.Cleared;
import vedette.model.TestMessage;
import vedette.model.WarningId;

/// A channel that posts CAP messages to an aggregator over HTTP.
///
/// An answer of 200 to 299 is the receipt. Silence, 408, 429 and 500 and above are tried again, after 1 s and then
/// twice as long each time, 30 s at most, until a newer issue of the warning takes the message's place; any other
/// answer is final, told, and not tried again.
///
/// @param <C> the domain it takes
public final class CapPost<C extends Cleared> implements Channel<C> {
    /// Warnings that may wait. The oldest is shed when there are more; the engine hands it in again.
    private static final int MOST_WAITING = 1_000;

    private static final int MOST_FINAL = 10_000;
    private static final long FAREWELL_MS = 2_000;
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long LONGEST_PAUSE_MS = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Where messages go.
    ///
    /// @param name the channel's name
    /// @param uri the aggregator
    /// @param folder where messages are kept, to refer to them after a restart
    /// @param profile who writes, in what form
    /// @param seal signs a message, or leaves it as it is
    public record Target(String name, URI uri, Path folder, CapProfile profile, UnaryOperator<String> seal) {}

    private final Target target;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Receipts receipts;
    private final Consumer<String> troubles;
    private final CapWriter writer;
    private final CapChain chain;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<WarningId, Bulletin> waiting = new LinkedHashMap<>();
    private final Map<WarningId, Integer> done = new LinkedHashMap<>();
    private final Deque<TestMessage> tests = new ArrayDeque<>();
    private final Thread thread;
    private boolean closing;
    private boolean failing;

    /// A channel whose thread runs already.
    ///
    /// @param receipts told when the aggregator has a bulletin
    /// @param troubles told in one line when something goes wrong, and when it is well again
    public CapPost(Target target, Receipts receipts, Consumer<String> troubles) {
        this.target = target;
        this.receipts = receipts;
        this.troubles = troubles;
        writer = new CapWriter(target.profile());
        chain = new CapChain(target.folder(), troubles);
        thread = Thread.ofPlatform()
                .name("cap-post-" + target.name())
                .daemon(true)
                .start(this::run);
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public void publish(C cleared) {
        Bulletin bulletin = cleared.bulletin();
        WarningId id = bulletin.warning().id();
        lock.lock();
        try {
            Bulletin queued = waiting.get(id);
            boolean known = done.getOrDefault(id, 0) >= bulletin.issue()
                    || (queued != null && queued.issue() >= bulletin.issue());
            if (!known && !closing) {
                waiting.put(id, bulletin);
                if (waiting.size() > MOST_WAITING) {
                    waiting.remove(waiting.keySet().iterator().next());
                }
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void attempt(TestMessage message) {
        lock.lock();
        try {
            if (tests.size() < MOST_WAITING && !closing) {
                tests.add(message);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long pauseMs = 0;
        try {
            while (waitForWork(pauseMs)) {
                pauseMs = round() ? 0 : Math.clamp(pauseMs * 2, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether there is something to do; waits for it, and for the pause after a failure.
    private boolean waitForWork(long pauseMs) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(pauseMs);
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
            while (waiting.isEmpty() && tests.isEmpty() && !closing) {
                changed.await();
            }
            return !closing || (pauseMs == 0 && !(waiting.isEmpty() && tests.isEmpty()));
        } finally {
            lock.unlock();
        }
    }

    /// Posts everything that waits, once.
    ///
    /// @return whether all of it was settled
    private boolean round() throws InterruptedException {
        Optional<TestMessage> test = firstTest();
        if (test.isPresent()) {
            TestMessage m = test.get();
            post(writer.test(m.id(), m.at(), m.domain(), m.text(), m.area()).xml());
            return true;
        }
        Optional<Bulletin> next = firstWaiting();
        return next.isEmpty() || settle(next.get());
    }

    private Optional<TestMessage> firstTest() {
        lock.lock();
        try {
            return Optional.ofNullable(tests.poll());
        } finally {
            lock.unlock();
        }
    }

    private Optional<Bulletin> firstWaiting() {
        lock.lock();
        try {
            return waiting.values().stream().findFirst();
        } finally {
            lock.unlock();
        }
    }

    private boolean settle(Bulletin bulletin) throws InterruptedException {
        CapIssue issue = CapIssue.of(bulletin);
        CapWriter.Written written =
                writer.write(issue, chain.unexpired(bulletin.warning().id(), issue.at()));
        return switch (written) {
            case CapWriter.NoForm(String reason) -> {
                troubles.accept(
                        target.name() + " has no form for " + bulletin.warning().id() + ": " + reason);
                yield finish(bulletin, true);
            }
            case CapWriter.Message message -> posted(bulletin, message);
        };
    }

    private boolean posted(Bulletin bulletin, CapWriter.Message message) throws InterruptedException {
        int status = post(target.seal().apply(message.xml()));
        boolean taken = status >= 200 && status < 300;
        boolean again = status < 200 || status == 408 || status == 429 || status >= 500;
        if (taken) {
            chain.keep(bulletin.warning().id(), message, CapWriter.expires(CapIssue.of(bulletin)));
        }
        if (again) {
            moveBack(bulletin);
            return false;
        }
        return finish(bulletin, taken);
    }

    /// One that fails does not hold up the others.
    private void moveBack(Bulletin bulletin) {
        lock.lock();
        try {
            WarningId id = bulletin.warning().id();
            Bulletin queued = waiting.remove(id);
            waiting.put(id, queued == null ? bulletin : queued);
        } finally {
            lock.unlock();
        }
    }

    private boolean finish(Bulletin bulletin, boolean receipt) {
        WarningId id = bulletin.warning().id();
        lock.lock();
        try {
            waiting.remove(id, bulletin);
            done.put(id, bulletin.issue());
            if (done.size() > MOST_FINAL) {
                done.remove(done.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
        if (receipt) {
            receipts.delivered(id, bulletin.issue(), target.name());
        }
        return true;
    }

    /// The answer's status; 0 when there was none.
    private int post(String xml) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target.uri())
                .timeout(PATIENCE)
                .header("Content-Type", "application/cap+xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(xml))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            tell(status >= 200 && status < 300, "it answers " + status);
            return status;
        } catch (IOException fault) {
            tell(false, String.valueOf(fault.getMessage()));
            return 0;
        }
    }

    private void tell(boolean well, String reason) {
        if (failing == well) {
            failing = !well;
            troubles.accept(
                    well
                            ? target.name() + " takes messages again"
                            : "Cannot post to " + target.name() + " (" + reason
                                    + "). Check the address and the aggregator; it is tried again.");
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(FAREWELL_MS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
