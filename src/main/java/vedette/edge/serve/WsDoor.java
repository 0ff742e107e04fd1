package vedette.edge.serve;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A browser's way to the live picture: a WebSocket (RFC 6455).
final class WsDoor implements WsListener, LiveClient.Line {
    private static final int GOING_AWAY = 1001;

    /// RFC 6455 §7.4.1: "a generic status code that can be returned when there is no other more suitable".
    private static final int POLICY_VIOLATION = 1008;

    /// "Try again later" of the IANA registry of WebSocket close codes.
    private static final int TRY_AGAIN_LATER = 1013;

    private final Doorkeeper doorkeeper;
    private final LiveClient client;
    private @Nullable WsSession session;

    WsDoor(Live live, Doorkeeper doorkeeper, Counters counters) {
        this.doorkeeper = doorkeeper;
        client = new LiveClient(live, doorkeeper, counters, this);
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        Optional<String> refusal = doorkeeper.refusal(headers).or(client::refusal);
        if (refusal.isPresent()) {
            throw new WsUpgradeException(refusal.get());
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession opened) {
        session = opened;
        client.connected(
                        Caller.of(Optional.empty(), opened.socketContext().remotePeer()),
                        foreign(opened.socketContext().remotePeer().address()))
                .ifPresent(why -> opened.close(TRY_AGAIN_LATER, why));
    }

    /// The address of another machine; empty for this one.
    static String foreign(SocketAddress from) {
        return from instanceof InetSocketAddress address
                        && !address.getAddress().isLoopbackAddress()
                ? address.getAddress().getHostAddress()
                : "";
    }

    @Override
    public void onMessage(WsSession from, String text, boolean last) {
        client.begins(Caller.of(Optional.of(text), from.socketContext().remotePeer()))
                .ifPresent(watching -> Thread.ofVirtual().name("display client").start(watching));
    }

    @Override
    public void onPing(WsSession from, BufferData payload) {
        client.pong(payload.readBytes());
    }

    @Override
    public void onClose(WsSession from, int status, String reason) {
        client.closed();
    }

    @Override
    public void onError(WsSession from, Throwable fault) {
        client.broken();
    }

    @Override
    public void send(WsFrame frame) {
        if (session != null && session.socketContext() instanceof ConnectionContext context) {
            context.dataWriter().writeNow(frame.data());
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close(GOING_AWAY, "the display closes");
        }
    }

    @Override
    public void refuse() {
        if (session != null) {
            session.close(POLICY_VIOLATION, "log in first");
        }
    }
}
