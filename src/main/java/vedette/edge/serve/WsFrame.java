package vedette.edge.serve;

import io.helidon.common.buffers.BufferData;
import java.nio.charset.StandardCharsets;

/// A server's WebSocket frame as it goes over the line (RFC 6455 §5.2): made once, sent to everybody.
///
/// @param bytes head and payload; never changed
record WsFrame(byte[] bytes) {
    /// Asks whether the other end still listens.
    static final WsFrame PING = new WsFrame(new byte[] {(byte) 0x89, 0});

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_PONG = 0x8a;
    private static final int SHORT = 126;
    private static final int MIDDLE = 1 << 16;

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
        return new WsFrame(out.readBytes());
    }

    /// To be written; each writer needs one of its own.
    BufferData data() {
        return BufferData.create(bytes);
    }
}
