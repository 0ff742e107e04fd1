package vedette.edge.feed;

import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import vedette.format.sapient.NodeIds;
import vedette.model.SensorId;

/// How SAPIENT nodes find a fusion node.
///
/// @param feed its name, under which its health is shown
/// @param nodeId its own UUID
/// @param plain where it listens without encryption, if it does
/// @param secure where it listens for nodes that prove who they are, if it does
/// @param timebase whose clock says when something was observed
public record SapientHouse(
        SensorId feed, UUID nodeId, Optional<TcpPort> plain, Optional<Secure> secure, Timebase timebase) {
    /// A port where both sides show certificates.
    ///
    /// @param port where
    /// @param context our key, and whom we trust
    public record Secure(TcpPort port, SSLContext context) {}

    /// A fusion node that listens on this machine only.
    public static SapientHouse loopback(String feed, int port) {
        return new SapientHouse(
                new SensorId(feed),
                NodeIds.of(feed),
                Optional.of(TcpPort.loopback(port)),
                Optional.empty(),
                new Timebase.Sensor());
    }
}
