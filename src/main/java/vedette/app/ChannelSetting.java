package vedette.app;

import java.net.URI;
import java.util.Optional;
import vedette.edge.send.Secret;
import vedette.edge.send.Trust;
import vedette.format.cap.CapProfile;

/// How warnings leave the house: an entry of `channels:` in `vedette.yaml`.
///
/// Every kind of channel is a record here, a constant of [Type], a branch of [ChannelSettings] and one of [Channels].
sealed interface ChannelSetting {
    /// Under which its receipts stand in the warning's record; one of its own.
    String name();

    /// What channels there are.
    enum Type {
        /// An HTTP POST with a signature.
        WEBHOOK,
        /// CAP messages to an aggregator.
        CAP,
        /// A small TAK server.
        COT_SERVER,
        /// A TAK server of others.
        COT_CLIENT,
        /// A group of TAK clients without a server.
        COT_MESH
    }

    /// TAK clients.
    ///
    /// @param name of the channel
    /// @param setting how they are reached
    record Tak(String name, TakSetting setting) implements ChannelSetting {}

    /// An HTTP POST with a signature.
    ///
    /// @param name of the channel
    /// @param url whither; plain HTTP on this machine only
    /// @param secret how the request is signed
    /// @param trust certificates whose holders are trusted, where those of the machine do not do
    record Webhook(String name, URI url, Secret secret, Optional<Trust> trust) implements ChannelSetting {}

    /// CAP messages to an aggregator.
    ///
    /// @param name of the channel
    /// @param url whither; plain HTTP on this machine only
    /// @param profile who writes, in what form
    record Cap(String name, URI url, CapProfile profile) implements ChannelSetting {}
}
