package vedette.edge.send;

import static vedette.math.Require.require;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotReport;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.TestMessage;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.Zone;

/// Turns the engine's outputs into events, once for all who listen, on a thread of its own: bulletins at once, tracks
/// once a second with their latest word. The engine's thread only puts things down.
final class CotFlow implements AutoCloseable {
    /// Tracks whose news wait; more are left out, counted.
    static final int MOST_TRACKS = 20_000;

    /// Bulletins that wait to be encoded.
    private static final int MOST_URGENT = 10_000;

    private static final int MOST_WARNINGS = 10_000;
    private static final int BETWEEN_LOOKS = 64;
    private static final long PACE_NS = TimeUnit.SECONDS.toNanos(1);

    /// So long the end of a warning is told to those who come again: as long as the engine tries to reach them.
    private static final long ENDED_NS = TimeUnit.HOURS.toNanos(24);

    /// Zones are good for an hour where they are shown; they are told again before that.
    private static final long ZONES_AGAIN_NS = TimeUnit.MINUTES.toNanos(20);

    private static final long NS_PER_MS = 1_000_000;

    private final CotObjects objects;
    private final CotAudience audience;
    private final List<Zone> zones;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition come = lock.newCondition();
    private final Map<TrackId, News> changed = new LinkedHashMap<>();
    private final Deque<Urgent> urgent = new ArrayDeque<>();
    private final Map<TrackId, CotReport> shown = new LinkedHashMap<>();
    private final Map<WarningId, Held> held = new LinkedHashMap<>();
    private final Map<WarningId, Integer> queued = new LinkedHashMap<>();
    private final Map<WarningId, Integer> received = new LinkedHashMap<>();
    private final AtomicLong shed = new AtomicLong();
    private final Thread thread;
    private List<CotReport> zonesShown;
    private long zonesToldNs = System.nanoTime();
    private volatile CotAudience.Picture picture;
    private boolean closing;

    private record News(Track track, boolean ended) {}

    private record Urgent(Optional<Bulletin> bulletin, List<CotReport> reports) {}

    private record Held(CotAudience.Letter letter, boolean ended, long sinceNs) {}

    /// A flow whose thread runs when started.
    ///
    /// @param zones told to everyone who comes
    CotFlow(String name, CotObjects objects, List<Zone> zones, Moment now, CotAudience audience) {
        this.objects = objects;
        this.audience = audience;
        this.zones = List.copyOf(zones);
        zonesShown = zonesAt(now);
        picture = new CotAudience.Picture(List.of(), zonesShown, List.of());
        thread = Thread.ofPlatform().name("send-" + name).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    CotAudience.Picture picture() {
        return picture;
    }

    Domain domain() {
        return objects.voice().domain();
    }

    long shed() {
        return shed.get();
    }

    /// Takes an output of the engine; only tracks are told this way.
    void take(Output output) {
        if (output instanceof Output.TrackChanged(Track track)) {
            put(track, false);
        } else if (output instanceof Output.TrackEnded(Track track, String _)) {
            put(track, true);
        }
    }

    private void put(Track track, boolean ended) {
        lock.lock();
        try {
            if (changed.size() >= MOST_TRACKS && !changed.containsKey(track.id())) {
                shed.incrementAndGet();
            } else {
                changed.put(track.id(), new News(track, ended));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Takes a bulletin; what was taken already, or is older, is left out, but for one of another domain: that is
    /// checked again here, for what came from a disk or a wire.
    void publish(Bulletin bulletin) {
        Warning warning = bulletin.warning();
        require(warning.domain() == domain(), "a bulletin of domain %s on a channel of %s", warning.domain(), domain());
        lock.lock();
        try {
            if (queued.getOrDefault(warning.id(), 0) >= bulletin.issue() || urgent.size() >= MOST_URGENT) {
                return;
            }
            queued.put(warning.id(), bulletin.issue());
            if (queued.size() > MOST_WARNINGS) {
                queued.remove(queued.keySet().iterator().next());
            }
            urgent.removeIf(each -> each.bulletin()
                    .map(old -> old.warning().id().equals(warning.id()))
                    .orElse(false));
            urgent.add(new Urgent(Optional.of(bulletin), List.of()));
            come.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Takes a message that tries the channel.
    void attempt(TestMessage message) {
        require(message.domain() == domain(), "a test of domain %s on a channel of %s", message.domain(), domain());
        tell(objects.trial(message.id().name(), message.text(), message.at(), message.area()));
    }

    /// Whether this is the first receipt for a bulletin.
    boolean firstReceipt(CotAudience.Letter letter) {
        lock.lock();
        try {
            if (received.getOrDefault(letter.warning(), 0) >= letter.issue()) {
                return false;
            }
            received.put(letter.warning(), letter.issue());
            if (received.size() > MOST_WARNINGS) {
                received.remove(received.keySet().iterator().next());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Takes what is not a warning and goes out at once.
    private void tell(CotReport report) {
        lock.lock();
        try {
            if (urgent.size() < MOST_URGENT) {
                urgent.add(new Urgent(Optional.empty(), List.of(report)));
                come.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long nextNs = System.nanoTime() + PACE_NS;
        try {
            while (awaited(nextNs)) {
                sendUrgent();
                if (System.nanoTime() - nextNs >= 0) {
                    nextNs = System.nanoTime() + PACE_NS;
                    sendNews();
                }
            }
            sendUrgent();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaited(long untilNs) throws InterruptedException {
        lock.lock();
        try {
            long leftNs = untilNs - System.nanoTime();
            while (!closing && urgent.isEmpty() && leftNs > 0) {
                leftNs = come.awaitNanos(leftNs);
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void sendUrgent() {
        for (Urgent next = next(); next != null; next = next()) {
            if (next.bulletin().isEmpty()) {
                audience.news(next.reports(), picture);
                continue;
            }
            Warning warning = next.bulletin().get().warning();
            CotAudience.Letter letter = CotAudience.Letter.of(
                    warning.id(),
                    next.bulletin().get().issue(),
                    objects.warning(next.bulletin().get()));
            held.put(warning.id(), new Held(letter, warning.stage().ended(), System.nanoTime()));
            if (held.size() > MOST_WARNINGS) {
                held.remove(held.keySet().iterator().next());
            }
            renew();
            audience.urgent(letter, picture);
        }
    }

    private @Nullable Urgent next() {
        lock.lock();
        try {
            return urgent.poll();
        } finally {
            lock.unlock();
        }
    }

    private void sendNews() {
        List<CotReport> reports = new ArrayList<>();
        int looked = 0;
        for (News news : taken()) {
            report(news).ifPresent(reports::add);
            if (++looked % BETWEEN_LOOKS == 0) {
                sendUrgent();
            }
        }
        long now = System.nanoTime();
        held.values().removeIf(each -> each.ended && now - each.sinceNs > ENDED_NS);
        if (now - zonesToldNs > ZONES_AGAIN_NS) {
            zonesToldNs = now;
            zonesShown = zonesAt(LeapSeconds.standard().moment(System.currentTimeMillis() * NS_PER_MS));
            reports.addAll(zonesShown);
        }
        renew();
        audience.news(List.copyOf(reports), picture);
    }

    private List<CotReport> zonesAt(Moment now) {
        return zones.stream().flatMap(zone -> objects.zone(zone, now).stream()).toList();
    }

    private Optional<CotReport> report(News news) {
        if (news.ended) {
            return shown.remove(news.track.id()) == null ? Optional.empty() : objects.ended(news.track);
        }
        Optional<CotReport> report = objects.track(news.track);
        report.ifPresentOrElse(each -> shown.put(news.track.id(), each), () -> shown.remove(news.track.id()));
        return report;
    }

    private List<News> taken() {
        lock.lock();
        try {
            List<News> all = List.copyOf(changed.values());
            changed.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }

    private void renew() {
        picture = new CotAudience.Picture(
                held.values().stream().map(Held::letter).toList(), zonesShown, List.copyOf(shown.values()));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            come.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(1_000);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
