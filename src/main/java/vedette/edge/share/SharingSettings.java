package vedette.edge.share;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import vedette.format.share.Release;
import vedette.model.Domain;
import vedette.model.NodeId;

/// What a node needs to share.
///
/// @param node our name; our certificate's common name (CN) is the same
/// @param domain whether our node is the real thing
/// @param folder where items are kept
/// @param listen where peers call us, where they do
/// @param tls our key and certificate, and whom we trust
/// @param keys who may sign for which node, and our own key
/// @param peers whom we share with
/// @param release who may see how much of ours
public record SharingSettings(
        NodeId node,
        Domain domain,
        Path folder,
        Optional<InetSocketAddress> listen,
        SSLContext tls,
        Signing keys,
        List<Peer> peers,
        Release release) {
    /// Copies the list.
    public SharingSettings {
        peers = List.copyOf(peers);
    }
}
