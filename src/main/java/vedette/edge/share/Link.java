package vedette.edge.share;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vedette.edge.Clock;
import vedette.format.share.Envelope;
import vedette.format.share.Frame;

/// What holds one peer: its items, its connection while there is one, and calling it when there is none.
final class Link implements AutoCloseable {
    private static final long[] WAITS_MS = {100, 250, 500, 1_000, 2_000, 5_000};

    private final SharingSettings settings;
    private final Peer peer;
    private final Inbox inbox;
    private final Covers covers;
    private final Clock clock;
    private final Consumer<Envelope> passed;
    private final Consumer<String> troubles;
    private final Signal signal = new Signal();
    private final Outbound outbound;
    private final Ledger ledger = new Ledger();
    private volatile @Nullable Session session;
    private volatile boolean dialled;
    private volatile boolean closing;
    private volatile String trouble = "not connected yet";
    private volatile long newest;

    /// What a link needs besides its settings.
    ///
    /// @param inbox where what comes is written
    /// @param covers signatures over many items
    /// @param clock our time, for heartbeats
    /// @param passed takes passing items
    /// @param troubles told in one line when something goes wrong, and when it is well again
    record Parts(Inbox inbox, Covers covers, Clock clock, Consumer<Envelope> passed, Consumer<String> troubles) {}

    Link(SharingSettings settings, Peer peer, Parts parts) {
        this.settings = settings;
        this.peer = peer;
        inbox = parts.inbox();
        clock = parts.clock();
        passed = parts.passed();
        troubles = parts.troubles();
        covers = parts.covers();
        outbound = new Outbound(settings, peer, signal, covers);
    }

    static String said(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }

    Peer peer() {
        return peer;
    }

    Outbound outbound() {
        return outbound;
    }

    Clock clock() {
        return clock;
    }

    Signal signal() {
        return signal;
    }

    void force() {
        inbox.force();
    }

    void heard() {
        ledger.frames.incrementAndGet();
    }

    void passed(Envelope envelope) {
        passed.accept(envelope);
    }

    /// Calls the peer until the end, while it is not connected.
    void call(InetSocketAddress address) throws InterruptedException {
        int failures = 0;
        while (!closing) {
            if (session == null) {
                failures = called(address) ? 0 : failures + 1;
            }
            if (!closing) {
                Thread.sleep(WAITS_MS[Math.min(failures, WAITS_MS.length - 1)]);
            }
        }
    }

    private boolean called(InetSocketAddress address) {
        Wire wire;
        try {
            wire = Wire.dial(settings, address);
        } catch (IOException fault) {
            tell("cannot call " + peer.node() + " at " + address + ": " + said(fault));
            return false;
        }
        try {
            wire.send(hello());
            Frame first = wire.frame();
            if (!(first instanceof Frame.Hello hello)) {
                throw new IOException(first instanceof Frame.Farewell(String why) ? why : "no hello");
            }
            String objection = objection(wire, hello);
            if (!objection.isEmpty()) {
                wire.send(new Frame.Farewell(objection));
                throw new IOException(objection);
            }
            run(wire, hello, true);
            return true;
        } catch (IOException fault) {
            tell("link to " + peer.node() + ": " + said(fault));
            return false;
        } finally {
            wire.close();
        }
    }

    /// The peer called and said hello.
    void answer(Wire wire, Frame.Hello hello) throws IOException {
        String objection = objection(wire, hello);
        if (objection.isEmpty() && session != null && dialled && settings.node().compareTo(peer.node()) < 0) {
            objection = "we are connected already";
        }
        if (!objection.isEmpty()) {
            tell(peer.node() + " was refused: " + objection);
            wire.send(new Frame.Farewell(objection));
            return;
        }
        wire.send(hello());
        run(wire, hello, false);
    }

    private Frame.Hello hello() {
        Arrival place = inbox.place(peer.node());
        return new Frame.Hello(
                settings.domain(), settings.node(), peer.node(), outbound.name(), place.seq(), place.store());
    }

    /// Why a hello is not taken; empty when it is.
    private String objection(Wire wire, Frame.Hello hello) {
        if (hello.domain() != settings.domain()) {
            ledger.refused.incrementAndGet();
            return "a node of domain " + hello.domain() + " does not share with one of domain " + settings.domain();
        }
        if (!hello.node().equals(peer.node())
                || !wire.holder().equals(peer.node().name())) {
            return "the certificate is " + wire.holder() + "'s, the node " + hello.node() + ", wanted " + peer.node();
        }
        return hello.to().equals(settings.node()) ? "" : "this is " + settings.node() + ", not " + hello.to();
    }

    // The thread that calls or answers reads; another one writes.
    private void run(Wire wire, Frame.Hello hello, boolean ours) throws IOException {
        wire.socket().setSoTimeout(Session.SILENT_MS);
        Receiving receiving = new Receiving(new Receiving.Desk(settings, peer, inbox, covers, ledger), hello.store());
        Session mine = new Session(this, wire, receiving, outbound.resume(hello));
        Session before = session;
        if (before != null) {
            before.end("a newer connection took its place");
        }
        dialled = ours;
        session = mine;
        ledger.links.incrementAndGet();
        tell("");
        if (closing) {
            mine.end("closing");
        }
        Thread writer = Thread.ofVirtual().name("share-to-" + peer.node()).start(mine::write);
        String why = mine.read();
        mine.end(why);
        newest = Math.max(newest, receiving.newest());
        if (session == mine) {
            session = null;
            tell("link to " + peer.node() + " ended: " + why);
        }
        // A peer that does not answer may hold the farewell up; that the link is gone is told before.
        join(writer, wire);
    }

    private static void join(Thread writer, Wire wire) {
        try {
            if (!writer.join(Duration.ofSeconds(1))) {
                wire.close();
                writer.join();
            }
        } catch (InterruptedException hurried) {
            wire.close();
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String news) {
        boolean same = news.equals(trouble);
        trouble = news;
        if (!same && !closing) {
            troubles.accept(news.isEmpty() ? "linked with " + peer.node() : news);
        }
    }

    LinkState state() {
        Session now = session;
        Arrival place = inbox.place(peer.node());
        String said = now == null ? "" : now.receiving().said();
        return new LinkState(
                peer.node(),
                now != null,
                outbound.newest(),
                outbound.acknowledged(),
                place.seq(),
                now == null ? newest : now.receiving().newest(),
                ledger.counts(outbound.lost()),
                trouble.isEmpty() ? said : trouble);
    }

    @Override
    public void close() {
        closing = true;
        Session now = session;
        if (now != null) {
            now.end("closing");
        }
    }

    void closeStore() {
        outbound.close();
    }
}
