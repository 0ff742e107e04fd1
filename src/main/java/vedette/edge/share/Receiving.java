package vedette.edge.share;

import java.util.Optional;
import vedette.format.share.Envelope;
import vedette.format.share.Frame;
import vedette.format.share.Octets;
import vedette.model.Origin;
import vedette.model.Rejected;

/// Takes one peer's items on one connection: in order, without gaps, each once. It knows no socket and no clock.
final class Receiving {
    private final SharingSettings settings;
    private final Peer peer;
    private final Inbox inbox;
    private final Covers covers;
    private final Ledger ledger;
    private final Octets store;
    private final Run run = new Run();
    private int uncovered;
    private Optional<Long> received;
    private long newest;
    private String said = "";

    /// Where one peer's items are taken.
    ///
    /// @param settings ours
    /// @param peer who sends
    /// @param inbox where items are written
    /// @param covers signatures over many items
    /// @param ledger counts
    record Desk(SharingSettings settings, Peer peer, Inbox inbox, Covers covers, Ledger ledger) {}

    /// On a connection whose other side named its store.
    Receiving(Desk desk, Octets store) {
        settings = desk.settings();
        peer = desk.peer();
        inbox = desk.inbox();
        covers = desk.covers();
        ledger = desk.ledger();
        this.store = store;
        received = inbox.received(peer.node(), store);
    }

    /// What a stored item led to.
    enum Outcome {
        /// It is written, or needs not be: all up to it can be acknowledged.
        WRITTEN,
        /// A number is missing: the connection must begin anew, from the last one that is here.
        GAP
    }

    /// Takes a stored item.
    Outcome take(Frame.Stored frame) {
        newest = Math.max(newest, frame.seq());
        if (received.isPresent() && frame.seq() <= received.get()) {
            return Outcome.WRITTEN;
        }
        if (received.isPresent() && frame.seq() != received.get() + 1) {
            ledger.gaps.incrementAndGet();
            said = "item " + frame.seq() + " came after " + received.get();
            return Outcome.GAP;
        }
        Optional<Envelope> item = admitted(frame.envelope());
        item.ifPresentOrElse(this::cover, run::clear);
        write(frame.seq(), item);
        return Outcome.WRITTEN;
    }

    // The peer signs what it makes together with what it made before, on this connection.
    private void cover(Envelope item) {
        if (item.origin().node().equals(peer.node())) {
            run.add(item.digest());
            uncovered++;
            uncovered = covers.take(run, item, uncovered) ? 0 : uncovered;
        }
    }

    private void write(long seq, Optional<Envelope> item) {
        boolean fresh = inbox.write(new Arrival(peer.node(), store, seq, item));
        received = Optional.of(seq);
        if (fresh) {
            ledger.items.incrementAndGet();
        } else if (item.isPresent()) {
            ledger.known.incrementAndGet();
        }
    }

    /// Items that the peer's store had no room for.
    Outcome take(Frame.Lost frame) {
        if (received.isPresent() && frame.from() > received.get() + 1) {
            ledger.gaps.incrementAndGet();
            said = "lost from " + frame.from() + " came after " + received.get();
            return Outcome.GAP;
        }
        long before = received.orElse(frame.from() - 1);
        if (frame.to() > before) {
            ledger.lost.addAndGet(frame.to() - before);
            said = peer.node() + " had no room for " + (frame.to() - before) + " items";
            write(frame.to(), Optional.empty());
        }
        return Outcome.WRITTEN;
    }

    /// The peer is there, and says how far it is.
    void take(Frame.Beat beat) {
        newest = Math.max(newest, beat.stored());
    }

    /// An item that may be taken: of its form, of our domain, signed by its maker, not from here.
    ///
    /// @param bytes its envelope
    Optional<Envelope> admitted(Octets bytes) {
        return switch (Envelope.of(bytes.bytes())) {
            case Envelope.Taken(Envelope envelope) -> admitted(envelope);
            case Envelope.Refused(Rejected rejected) -> refused(rejected.item() + ": " + rejected.reason());
        };
    }

    private Optional<Envelope> admitted(Envelope envelope) {
        Origin origin = envelope.origin();
        if (origin.domain() != settings.domain()) {
            return refused(envelope.key() + " is of domain " + origin.domain());
        }
        if (!origin.path().getLast().equals(peer.node())) {
            return refused(envelope.key() + " was not handed on by " + peer.node());
        }
        if (origin.path().contains(settings.node())) {
            ledger.looped.incrementAndGet();
            return Optional.empty();
        }
        if (envelope.shown() instanceof Envelope.Unreadable(Rejected rejected)) {
            return refused(envelope.key() + ": " + rejected.item() + ": " + rejected.reason());
        }
        String objection = settings.keys().objection(envelope);
        return objection.isEmpty() ? Optional.of(envelope) : refused(envelope.key() + ": " + objection);
    }

    private Optional<Envelope> refused(String why) {
        ledger.refused.incrementAndGet();
        said = "refused " + why;
        return Optional.empty();
    }

    /// The greatest number that is written; 0 before the first.
    long received() {
        return received.orElse(0L);
    }

    /// The greatest number the peer told of.
    long newest() {
        return newest;
    }

    /// What went wrong last; empty when nothing did.
    String said() {
        return said;
    }
}
