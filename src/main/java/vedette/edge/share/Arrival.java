package vedette.edge.share;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vedette.format.share.Envelope;
import vedette.format.share.Frame;
import vedette.format.share.Octets;
import vedette.model.NodeId;

/// A record of the inbox.
///
/// @param from the peer it came from
/// @param store the peer's store
/// @param seq its number there: all up to it are dealt with
/// @param item what came; nothing when it was passed over: known, refused, or lost on the other side
record Arrival(NodeId from, Octets store, long seq, Optional<Envelope> item) {
    /// The name of the link, as the engine knows it: a new store of the peer is a new link.
    String link() {
        return from + "/" + store.toString().substring(0, 8);
    }

    byte[] bytes() {
        byte[] name = from.name().getBytes(StandardCharsets.US_ASCII);
        byte[] inner = item.map(Envelope::bytes).orElse(new byte[0]);
        return ByteBuffer.allocate(1 + name.length + Frame.Hello.STORE + Long.BYTES + inner.length)
                .put((byte) name.length)
                .put(name)
                .put(store.bytes())
                .putLong(seq)
                .put(inner)
                .array();
    }

    /// Reads a record of ours, whose check was right.
    static Arrival of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] name = new byte[in.get()];
        in.get(name);
        byte[] store = new byte[Frame.Hello.STORE];
        in.get(store);
        long seq = in.getLong();
        byte[] inner = new byte[in.remaining()];
        in.get(inner);
        Optional<Envelope> item =
                Envelope.of(inner) instanceof Envelope.Taken(Envelope taken) ? Optional.of(taken) : Optional.empty();
        return new Arrival(new NodeId(new String(name, StandardCharsets.US_ASCII)), new Octets(store), seq, item);
    }
}
