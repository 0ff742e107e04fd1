package vedette.edge.share;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.format.share.Envelope;
import vedette.format.share.Frame;
import vedette.format.share.Octets;
import vedette.format.share.Sealing;
import vedette.model.NodeId;
import vedette.model.Releasability;

/// What goes to one peer: stored items until it has written them into its own store, and of each passing thing the
/// newest. Everything in it is already reduced to what the peer may see.
final class Outbound implements AutoCloseable {
    /// Two days of a warning every eight seconds, with room; then the oldest go, counted.
    static final ItemStore.Size SIZE = new ItemStore.Size(8 << 20, 256L << 20);

    /// Tracks that wait for a slow link.
    private static final int MOST_PASSING = 20_000;

    private static final int KNOWN = 65_536;
    private static final int SOURCE = 8;

    private final NodeId us;
    private final Peer peer;
    private final Sealing.Signer signer;
    private final ItemStore store;
    private final Mark acknowledged;
    private final Recent known = new Recent(KNOWN);
    private final Map<String, Envelope> passing = new LinkedHashMap<>();
    private final Signal signal;
    private final Covers covers;
    private long source;
    private long shed;

    Outbound(SharingSettings settings, Peer peer, Signal signal, Covers covers) {
        us = settings.node();
        this.peer = peer;
        this.signal = signal;
        this.covers = covers;
        signer = settings.keys();
        Path folder = settings.folder().resolve("to-" + peer.node());
        store = ItemStore.open(folder, SIZE);
        acknowledged = Mark.open(folder.resolve("acknowledged"));
        recall();
    }

    private void recall() {
        long from = store.first();
        for (List<ItemStore.Kept> some = store.read(from, 256); !some.isEmpty(); some = store.read(from, 256)) {
            for (ItemStore.Kept record : some) {
                source = Math.max(source, ByteBuffer.wrap(record.content()).getLong());
                envelope(record).ifPresent(envelope -> known.add(envelope.key()));
            }
            from = some.getLast().seq() + 1;
        }
    }

    private static Optional<Envelope> envelope(ItemStore.Kept record) {
        byte[] bytes = new byte[Math.max(0, record.content().length - SOURCE)];
        System.arraycopy(record.content(), SOURCE, bytes, 0, bytes.length);
        return Envelope.of(bytes) instanceof Envelope.Taken(Envelope envelope)
                ? Optional.of(envelope)
                : Optional.empty();
    }

    /// The name of the store.
    Octets name() {
        return store.name();
    }

    /// The newest record of the inbox that has been considered for this peer.
    synchronized long source() {
        return source;
    }

    /// Takes an item of ours, once.
    synchronized void offer(Envelope ours) {
        Optional<Envelope> seen = ours.seenBy(peer.community());
        if (seen.isEmpty()) {
            return;
        }
        if (ours.isTrack()) {
            pass(seen.get());
        } else if (known.add(ours.key())) {
            append(seen.get());
        }
    }

    /// Takes an item of another node, from the inbox or in passing.
    ///
    /// @param record its number in the inbox; 0 for what passes
    synchronized void relay(Envelope theirs, long record) {
        if (record != 0 && record <= source) {
            return;
        }
        source = Math.max(source, record);
        boolean was = theirs.origin().path().contains(peer.node());
        Optional<Envelope> seen = was
                ? Optional.empty()
                : theirs.seenBy(peer.community()).flatMap(each -> each.onwards(us, Releasability.OPEN));
        seen.ifPresent(each -> {
            if (each.isTrack()) {
                pass(each);
            } else if (known.add(each.key())) {
                append(each);
            }
        });
    }

    private void append(Envelope envelope) {
        byte[] bytes = envelope.bytes();
        byte[] content = ByteBuffer.allocate(SOURCE + bytes.length)
                .putLong(source)
                .put(bytes)
                .array();
        store.append(content, acknowledged.value() + 1);
        signal.raise();
    }

    private void pass(Envelope envelope) {
        if (passing.remove(envelope.thing()) == null && passing.size() >= MOST_PASSING) {
            passing.remove(passing.keySet().iterator().next());
            shed++;
        }
        passing.put(envelope.thing(), envelope);
        signal.raise();
    }

    /// Passing items that found no room, since the start.
    synchronized long shed() {
        return shed;
    }

    /// Stored items that the bound threw away.
    long lost() {
        return store.lost();
    }

    long newest() {
        return store.last();
    }

    long acknowledged() {
        return acknowledged.value();
    }

    /// The peer has everything up to a number.
    void acknowledged(long seq) {
        acknowledged.raise(Math.min(seq, store.last()));
        store.letGo(acknowledged.value() + 1);
    }

    /// Where to go on, when the peer says what it has.
    ///
    /// @param hello what it said
    /// @return the first number to send
    long resume(Frame.Hello hello) {
        if (hello.of().equals(store.name())) {
            acknowledged(hello.received());
            return Math.min(hello.received(), store.last()) + 1;
        }
        return acknowledged.value() + 1;
    }

    /// What goes out next of the stored items: ours signed together.
    ///
    /// @param from the first number not sent yet
    /// @param most so many at most
    /// @param run our newest items on this connection: what goes out is added to it
    List<Frame> stored(long from, int most, Run run) {
        List<ItemStore.Kept> records = store.read(from, most);
        List<Frame> frames = new ArrayList<>(records.size() + 1);
        List<Envelope> ours = new ArrayList<>();
        List<Envelope> all = new ArrayList<>();
        for (ItemStore.Kept record : records) {
            Envelope envelope = envelope(record).orElseThrow(() -> new IllegalStateException("our own envelope"));
            all.add(envelope);
            if (isOurs(envelope)) {
                ours.add(envelope);
            }
        }
        List<Envelope> signed = ours.isEmpty() ? ours : Sealing.signed(run.newest(), ours, signer);
        ours.forEach(envelope -> run.add(envelope.digest()));
        long expected = from;
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            long seq = records.get(i).seq();
            if (seq > expected) {
                frames.add(new Frame.Lost(expected, seq - 1));
            }
            Envelope envelope = isOurs(all.get(i)) ? signed.get(next++) : covers.best(all.get(i));
            frames.add(new Frame.Stored(seq, new Octets(envelope.bytes())));
            expected = seq + 1;
        }
        return frames;
    }

    private boolean isOurs(Envelope envelope) {
        return envelope.origin().node().equals(us);
    }

    /// What passes now.
    ///
    /// @param from the number of the first
    List<Frame> passing(long from, int most) {
        List<Envelope> all = new ArrayList<>();
        synchronized (this) {
            var each = passing.values().iterator();
            while (each.hasNext() && all.size() < most) {
                all.add(each.next());
                each.remove();
            }
        }
        List<Envelope> ours = all.stream().filter(this::isOurs).toList();
        List<Envelope> ready = new ArrayList<>(ours.isEmpty() ? ours : Sealing.signed(ours, signer));
        all.stream().filter(envelope -> !isOurs(envelope)).forEach(ready::add);
        List<Frame> frames = new ArrayList<>();
        for (Envelope envelope : ready) {
            frames.add(new Frame.Passing(from + frames.size(), new Octets(envelope.bytes())));
        }
        return frames;
    }

    void force() {
        store.force();
    }

    @Override
    public void close() {
        store.close();
        acknowledged.close();
    }
}
