package vedette.format.share;

import vedette.model.Domain;
import vedette.model.Rejected;

/// Frames of a link as bytes: a length of four bytes, the most significant first, a kind, and its values.
public final class Frames {
    private static final byte[] FORM = {'V', 'S', 'L', '1'};
    private static final int LONGEST_REASON = 500;

    private Frames() {}

    /// What became of bytes.
    public sealed interface Reading {}

    /// They are a frame.
    ///
    /// @param frame it
    public record Taken(Frame frame) implements Reading {}

    /// They are not: the link cannot be trusted any further.
    ///
    /// @param rejected why
    public record Refused(Rejected rejected) implements Reading {}

    /// A frame with its length before it.
    public static byte[] bytes(Frame frame) {
        byte[] inner = inner(frame).bytes();
        return new ByteOut().u32(inner.length).raw(inner).bytes();
    }

    private static ByteOut inner(Frame frame) {
        ByteOut out = new ByteOut();
        return switch (frame) {
            case Frame.Hello hello -> hello(out.u8(0), hello);
            case Frame.Farewell(String reason) ->
                out.u8(1).text(reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
            case Frame.Stored(long seq, Octets envelope) -> out.u8(2).i64(seq).raw(envelope.inner());
            case Frame.Passing(long seq, Octets envelope) -> out.u8(3).i64(seq).raw(envelope.inner());
            case Frame.Lost(long from, long to) -> out.u8(4).i64(from).i64(to);
            case Frame.Acknowledged(long seq) -> out.u8(5).i64(seq);
            case Frame.Beat(long stored, long passing, var at) ->
                out.u8(6).i64(stored).i64(passing).moment(at);
        };
    }

    private static ByteOut hello(ByteOut out, Frame.Hello hello) {
        return out.raw(FORM)
                .value(hello.domain())
                .name(hello.node().name())
                .name(hello.to().name())
                .raw(hello.store().inner())
                .i64(hello.received())
                .raw(hello.of().inner());
    }

    /// Reads a frame; never fails.
    ///
    /// @param bytes what stands behind the length
    public static Reading of(byte[] bytes) {
        ByteIn in = new ByteIn(bytes).field("frame");
        try {
            Frame frame = read(in, bytes.length);
            in.end();
            return new Taken(frame);
        } catch (Malformed fault) {
            return new Refused(new Rejected(fault.offset(), fault.item(), String.valueOf(fault.getMessage())));
        }
    }

    private static Frame read(ByteIn in, int length) {
        return switch (in.choice(7)) {
            case 0 -> hello(in.field("hello"));
            case 1 -> new Frame.Farewell(in.field("reason").text());
            case 2 -> new Frame.Stored(seq(in), in.octets(length - in.at()));
            case 3 -> new Frame.Passing(seq(in), in.octets(length - in.at()));
            case 4 -> lost(in);
            case 5 -> new Frame.Acknowledged(seq(in));
            default -> new Frame.Beat(seq(in), seq(in), in.field("clock").moment());
        };
    }

    private static Frame lost(ByteIn in) {
        long from = seq(in);
        long to = seq(in);
        if (from < 1 || to < from) {
            throw in.fault("lost from " + from + " to " + to);
        }
        return new Frame.Lost(from, to);
    }

    private static long seq(ByteIn in) {
        long seq = in.field("number").i64();
        if (seq < 0) {
            throw in.fault("a number of " + seq);
        }
        return seq;
    }

    private static Frame hello(ByteIn in) {
        if (!in.octets(FORM.length).equals(new Octets(FORM))) {
            throw in.fault("another form than VSL1");
        }
        Domain domain = in.value(Domain.values());
        return new Frame.Hello(
                domain,
                Item.node(in),
                Item.node(in),
                in.octets(Frame.Hello.STORE),
                seq(in),
                in.octets(Frame.Hello.STORE));
    }
}
