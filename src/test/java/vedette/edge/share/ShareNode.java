package vedette.edge.share;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import vedette.edge.Guests;
import vedette.edge.Intake;
import vedette.edge.Neighbours;
import vedette.format.share.Grade;
import vedette.format.share.Items;
import vedette.format.share.Release;
import vedette.model.Domain;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.NodeId;
import vedette.model.Shared;

/// A node that shares, with an engine that only keeps what it is given.
final class ShareNode implements Neighbours, AutoCloseable {
    static final Set<Peer.Topic> ALL = Set.of(Peer.Topic.values());

    /// What the engine was given, as `key path`.
    final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    final List<Shared> items = Collections.synchronizedList(new ArrayList<>());
    final List<String> troubles = Collections.synchronizedList(new ArrayList<>());
    private final SortedMap<String, Long> last = new TreeMap<>();
    private final String name;
    private final Path folder;
    private String certificate;
    private volatile Moment now = Items.NOON;
    private Domain domain = Domain.EXERCISE;
    private Release release = open();
    private Guests guests = new Guests(16);
    private final List<Peer> peers = new ArrayList<>();
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();
    Optional<Sharing> sharing = Optional.empty();
    int port;

    ShareNode(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        certificate = name;
    }

    ShareNode of(Domain other) {
        domain = other;
        return this;
    }

    /// Its certificate is not believed by the others' keys.
    ShareNode notKnowing(String node) {
        strangers.add(node);
        return this;
    }

    /// Who may see how much of what it says.
    ShareNode releasing(Release other) {
        release = other;
        return this;
    }

    ShareNode calling(ShareNode other, String community) {
        return with(new Peer(
                new NodeId(other.name),
                community,
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), other.port)),
                ALL));
    }

    /// It shows the certificate of another node.
    ShareNode showing(String other) {
        certificate = other;
        return this;
    }

    ShareNode with(Peer peer) {
        peers.add(peer);
        return this;
    }

    ShareNode calling(ShareNode other) {
        return with(new Peer(
                new NodeId(other.name),
                "NORD",
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), other.port)),
                ALL));
    }

    ShareNode calledBy(String other) {
        return with(new Peer(new NodeId(other), "NORD", Optional.empty(), ALL));
    }

    /// To everybody everything.
    static Release open() {
        return new Release(new TreeMap<>(), Optional.of(Grade.FULL), new TreeMap<>());
    }

    /// How many connections it takes from one machine.
    ShareNode admitting(Guests other) {
        guests = other;
        return this;
    }

    ShareNode start() throws IOException {
        SharingSettings settings = settings();
        Sharing fresh = new Sharing(settings, () -> now, troubles::add, guests);
        sharing = Optional.of(fresh);
        port = fresh.start(this);
        return this;
    }

    SharingSettings settings() throws IOException {
        SortedMap<NodeId, String> keys = new TreeMap<>();
        for (String each : List.of("A", "B", "C", "D")) {
            Path key = folder.resolve(each + ".key");
            Signing.of(key, new TreeMap<>());
            if (!strangers.contains(each)) {
                keys.put(new NodeId(each), Files.readString(Signing.publicFile(key)));
            }
        }
        return new SharingSettings(
                new NodeId(name),
                domain,
                folder.resolve(name),
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)),
                Pki.context(certificate, List.of("A", "B", "C")),
                Signing.of(folder.resolve(name + ".key"), keys),
                peers,
                release);
    }

    /// From now on it is later: time is data.
    void later(double seconds) {
        now = now.plusS(seconds);
    }

    Moment now() {
        return now;
    }

    void offer(Shared shared) {
        sharing.orElseThrow().offer(shared);
    }

    LinkState link(String peer) {
        return sharing.orElseThrow().links().stream()
                .filter(each -> each.peer().name().equals(peer))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized long last(String link) {
        return last.getOrDefault(link, 0L);
    }

    @Override
    public synchronized void received(String link, long linkSeq, Shared shared) {
        last.put(link, linkSeq);
        heard.add(key(shared));
        items.add(shared);
    }

    @Override
    public boolean passed(String link, Shared shared) {
        heard.add(key(shared));
        items.add(shared);
        return true;
    }

    /// Keeps what links report of themselves.
    static Intake intake(List<Measurement.FeedStatus> reported) {
        return new Intake() {
            @Override
            public Moment now() {
                return Items.NOON;
            }

            @Override
            public void put(Measurement measurement, Moment arrivedAt) {
                offer(measurement, arrivedAt);
            }

            @Override
            public boolean offer(Measurement measurement, Moment arrivedAt) {
                return reported.add((Measurement.FeedStatus) measurement);
            }
        };
    }

    static String key(Shared shared) {
        String path = shared.origin().path().stream().map(NodeId::name).collect(Collectors.joining(">"));
        return shared.origin().id() + "/" + shared.origin().issue() + " " + path;
    }

    /// Waits at most ten seconds.
    static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        sharing.ifPresent(Sharing::close);
        sharing = Optional.empty();
    }
}
