package vedette.edge.serve;

import io.helidon.common.buffers.BufferData;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A server's WebSocket frame as it goes over the line (RFC 6455 §5.2): made once, sent to everybody.
final class WsFrame {
    /// Asks whether the other end still listens.
    static final WsFrame PING = new WsFrame(new byte[] {(byte) 0x89, 0}, 2);

    private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STILL_HERE = ":\n\n".getBytes(StandardCharsets.US_ASCII);

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_PONG = 0x8a;
    private static final int SHORT = 126;
    private static final int MIDDLE = 1 << 16;

    private final byte[] bytes;
    private final int payloadAt;

    private WsFrame(byte[] bytes, int payloadAt) {
        this.bytes = bytes;
        this.payloadAt = payloadAt;
    }

    /// A whole text in one frame.
    static WsFrame text(String text) {
        return of(FINAL_TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The answer to a ping: what it holds.
    static WsFrame pong(byte[] payload) {
        return of(FINAL_PONG, payload);
    }

    private static WsFrame of(int head, byte[] payload) {
        BufferData out = BufferData.create(payload.length + 10);
        out.write(head);
        if (payload.length < SHORT) {
            out.write(payload.length);
        } else if (payload.length < MIDDLE) {
            out.write(SHORT);
            out.writeInt16(payload.length);
        } else {
            out.write(SHORT + 1);
            out.writeInt32(0);
            out.writeInt32(payload.length);
        }
        out.write(payload);
        byte[] all = out.readBytes();
        return new WsFrame(all, all.length - payload.length);
    }

    /// Head and payload; never changed.
    byte[] bytes() {
        return bytes;
    }

    /// The same as a server-sent event: a text of one line as its data, anything else as a comment.
    byte[] event() {
        if ((bytes[0] & 0xff) != FINAL_TEXT) {
            return STILL_HERE;
        }
        int length = bytes.length - payloadAt;
        byte[] event = Arrays.copyOf(DATA, DATA.length + length + 2);
        System.arraycopy(bytes, payloadAt, event, DATA.length, length);
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        return event;
    }

    /// To be written; each writer needs one of its own.
    BufferData data() {
        return BufferData.create(bytes);
    }
}
