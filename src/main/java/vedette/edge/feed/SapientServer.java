package vedette.edge.feed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import vedette.edge.Feed;
import vedette.edge.Guests;
import vedette.edge.Intake;
import vedette.format.sapient.NodeFacts;
import vedette.format.sapient.Replies;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorId;

/// A fusion node of BSI Flex 335: nodes connect, register, tell their state and what they detect; each gets answers,
/// and
/// sensors may be asked for attention.
///
/// A node whose status reports stay out for three intervals is said to have failed and cut off (unless others speak on
/// its connection); one that leaves may
/// come
/// back within two minutes without registering anew; one that says goodbye has not failed. Everything is bounded:
/// connections, nodes, frames, messages a second, answers.
public final class SapientServer implements Feed {
    /// Nodes that may be registered at one time.
    static final int MOST_NODES = 2_000;

    private static final long WATCH_MS = 100;
    private static final int HANDSHAKE_WITHIN_MS = 10_000;

    private final SapientHouse house;
    private final Tally tally = new Tally();
    private final SapientTally counts = new SapientTally();
    private final Map<String, SapientSession> sessions = new ConcurrentHashMap<>();
    private final Set<SapientLink> links = ConcurrentHashMap.newKeySet();
    private final Replies replies;
    private final Crew crew;
    private final SecureRandom chance = new SecureRandom();
    private int plainPort = -1;
    private int securePort = -1;

    /// A server that does not listen yet.
    public SapientServer(SapientHouse house) {
        this.house = house;
        replies = new Replies(house.nodeId().toString());
        crew = new Crew(house.feed().name(), tally::trouble);
    }

    @Override
    public SensorId id() {
        return house.feed();
    }

    /// The port without encryption, once started; −1 when there is none.
    public int plainPort() {
        return plainPort;
    }

    /// The port with certificates, once started; −1 when there is none.
    public int securePort() {
        return securePort;
    }

    /// What it has seen so far.
    public SapientCounts counts() {
        return counts.counts(sessions.size());
    }

    /// Begins to listen.
    ///
    /// @throws FeedFault when a port cannot be listened on
    @Override
    public void start(Intake intake) {
        house.plain().ifPresent(port -> plainPort = listen("plain", port, Optional.empty(), intake));
        house.secure()
                .ifPresent(
                        secure -> securePort = listen("secure", secure.port(), Optional.of(secure.context()), intake));
        crew.start("watch", () -> watch(intake));
        crew.start("beat", new Beat(id(), tally, intake));
    }

    private int listen(String name, TcpPort port, Optional<SSLContext> context, Intake intake) {
        Source source = new Source(id(), () -> (bytes, from, to, at, sink) -> to - from, house.timebase());
        ServerSocket server =
                crew.closes(port.open(source.at("port", port.port()), UdpSocket.resolved(source, port.host())));
        Places places = new Places(new Semaphore(port.mostClients()), port.guests());
        crew.start("accept-" + name, () -> {
            while (!crew.isClosing()) {
                accept(crew.closes(server.accept()), context, places, intake);
            }
        });
        return server.getLocalPort();
    }

    /// Who finds a place.
    private record Places(Semaphore all, Guests guests) {
        boolean isTaken(InetAddress from) {
            if (guests.come(from) != Guests.Fate.ADMITTED) {
                return false;
            }
            boolean room = all.tryAcquire();
            if (!room) {
                guests.left(from);
            }
            return room;
        }

        void left(InetAddress from) {
            guests.left(from);
            all.release();
        }
    }

    private void accept(Socket socket, Optional<SSLContext> context, Places places, Intake intake) {
        InetAddress from = socket.getInetAddress();
        if (!places.isTaken(from)) {
            counts.turnedAway.incrementAndGet();
            tally.foreign(socket.getRemoteSocketAddress() + ": no more connections are taken");
            crew.release(socket);
            return;
        }
        crew.start("node", () -> {
            try {
                serve(context.isPresent() ? secured(socket, context.get()) : socket, intake);
            } catch (IOException fault) {
                tally.trouble("node at " + socket.getRemoteSocketAddress() + ": " + Crew.said(fault));
            } finally {
                crew.release(socket);
                places.left(from);
            }
        });
    }

    private static Socket secured(Socket socket, SSLContext context) throws IOException {
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        secure.setUseClientMode(false);
        secure.setNeedClientAuth(true);
        secure.setSoTimeout(HANDSHAKE_WITHIN_MS);
        secure.startHandshake();
        secure.setSoTimeout(0);
        return secure;
    }

    private void serve(Socket socket, Intake intake) throws IOException, InterruptedException {
        SapientLink link = new SapientLink(socket, counts);
        SapientDesk desk = new SapientDesk(
                new SapientDesk.Shared(
                        sessions, replies, counts, tally, house.timebase().begin()),
                link,
                intake);
        links.add(link);
        counts.links.incrementAndGet();
        tally.linked();
        crew.start("answers", () -> {
            try {
                link.write();
            } catch (IOException gone) {
                link.cut("takes no answers (" + Crew.said(gone) + ")");
            }
        });
        crew.start("drain", link::drain);
        try {
            socket.setTcpNoDelay(true);
            link.read(desk::take);
        } finally {
            link.cut("closed the connection");
            link.forget();
            links.remove(link);
            counts.links.decrementAndGet();
            tally.unlinked("node at " + link.peer() + " " + link.why());
            left(link);
        }
    }

    private void left(SapientLink link) {
        long now = System.nanoTime();
        sessions.values().forEach(session -> session.left(link, now));
    }

    private void watch(Intake intake) throws InterruptedException {
        while (true) {
            Thread.sleep(WATCH_MS);
            long now = System.nanoTime();
            links.stream().filter(link -> link.isStranger(now)).forEach(link -> link.cut("has not registered"));
            for (Map.Entry<String, SapientSession> entry : List.copyOf(sessions.entrySet())) {
                SapientSession session = entry.getValue();
                Optional<SapientLink> silent = session.silent(now);
                if (silent.isPresent()) {
                    silenced(session, silent.get(), now, intake);
                }
                if (session.over(now) && sessions.remove(entry.getKey(), session) && !session.saidGoodbye()) {
                    say(session.facts(), "did not come back within two minutes", intake);
                }
            }
        }
    }

    private void silenced(SapientSession session, SapientLink link, long now, Intake intake)
            throws InterruptedException {
        NodeFacts facts = session.facts();
        counts.silenced.incrementAndGet();
        session.left(link, now);
        // Behind a middleware several nodes share one connection: it is cut with the last of them.
        boolean shared = sessions.values().stream()
                .anyMatch(other -> other.link().filter(link::equals).isPresent());
        if (!shared) {
            link.cut("sent no status for three of its intervals of " + facts.statusS() + " s");
        }
        say(facts, "silent for three status intervals of " + facts.statusS() + " s", intake);
    }

    private static void say(NodeFacts facts, String words, Intake intake) throws InterruptedException {
        Moment now = intake.now();
        Provenance provenance = Provenance.open(facts.sensor(), now);
        intake.put(new Measurement.StatusReport(provenance, facts.sensor(), Measurement.Condition.FAILED, words), now);
    }

    /// Asks a sensor for attention.
    ///
    /// @param sensor under which name its claims are taken
    /// @param wish what is asked
    /// @param at now
    /// @return why it was not asked; nothing when the task was sent
    public Optional<String> ask(SensorId sensor, Replies.Wish wish, Moment at) {
        Optional<SapientSession> session = sessions.values().stream()
                .filter(each -> each.facts().sensor().equals(sensor))
                .findFirst();
        if (session.isEmpty() || session.get().link().isEmpty()) {
            return Optional.of("no node " + sensor + " is connected");
        }
        NodeFacts facts = session.get().facts();
        if (!facts.isSensor()) {
            return Optional.of(sensor + " is an effector: effectors are never asked for anything");
        }
        if (wish instanceof Replies.Mode(String mode) && !facts.modes().contains(mode)) {
            return Optional.of(sensor + " has no mode '" + mode + "'");
        }
        String id = Replies.ulid(at, chance.nextInt(1 << 16), chance.nextLong());
        session.get()
                .link()
                .ifPresent(
                        link -> link.send(replies.task(new Replies.To(facts.nodeId(), facts.edition(), at), id, wish)));
        return Optional.empty();
    }

    @Override
    public void close() {
        crew.close();
    }
}
