package vedette.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vedette.edge.send.CapSeal;
import vedette.edge.send.HttpRelay;
import vedette.edge.send.ModbusCoil;
import vedette.edge.send.Relay;
import vedette.edge.send.Secret;
import vedette.edge.send.Server;
import vedette.edge.send.Trust;
import vedette.format.cap.CapProfile;
import vedette.model.Domain;

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
        /// Cell broadcasts for a broadcast centre.
        CELL_BROADCAST,
        /// A small TAK server.
        COT_SERVER,
        /// A TAK server of others.
        COT_CLIENT,
        /// A group of TAK clients without a server.
        COT_MESH,
        /// A broker.
        MQTT,
        /// Electronic mail.
        SMTP,
        /// A siren's relay.
        RELAY
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
    /// @param trust certificates whose holders are trusted, where those of the machine do not do
    /// @param key what messages are signed with, where they are
    record Cap(String name, URI url, CapProfile profile, Optional<Trust> trust, Optional<CapKey> key)
            implements ChannelSetting {}

    /// What CAP messages are signed with.
    ///
    /// @param keystore a PKCS #12 file with one RSA key
    /// @param passwordFile a file whose first line opens it
    record CapKey(Path keystore, Path passwordFile) {
        /// Signs.
        ///
        /// @throws IOException when the key cannot be used
        static UnaryOperator<String> seal(Optional<CapKey> key) throws IOException {
            return key.isPresent() ? CapSeal.of(key.get().keystore, key.get().passwordFile) : CapSeal.none();
        }
    }

    /// Cell broadcasts (EU-Alert) for the software of a broadcast centre.
    ///
    /// @param name of the channel
    /// @param language the operator's
    /// @param way how they are handed over
    record Cells(String name, String language, CellsWay way) implements ChannelSetting {}

    /// How cell broadcasts are handed over.
    sealed interface CellsWay {}

    /// As files.
    ///
    /// @param folder that the centre's software watches
    record CellsInFiles(Path folder) implements CellsWay {}

    /// As signed requests.
    ///
    /// @param hook whither, and how it is signed; its name is not used
    record CellsByHook(Webhook hook) implements CellsWay {}

    /// A broker.
    ///
    /// @param name of the channel
    /// @param broker which, and who we are to it
    /// @param clientId our name there
    /// @param topic what its topics begin with
    /// @param domain of the node
    record Mqtt(String name, Server broker, String clientId, String topic, Domain domain) implements ChannelSetting {}

    /// Electronic mail.
    ///
    /// @param name of the channel
    /// @param server that takes it
    /// @param from the sender's address
    /// @param to the recipients' addresses; each has a receipt of its own
    record Smtp(String name, Server server, String from, List<String> to) implements ChannelSetting {
        /// Copies the list.
        public Smtp {
            to = List.copyOf(to);
        }
    }

    /// A siren's relay. It sounds sirens that warn people, and nothing else.
    ///
    /// @param name of the channel
    /// @param reach how it is reached
    /// @param sounding for what it sounds
    record Siren(String name, Reach reach, Relay.Sounding sounding) implements ChannelSetting {}

    /// How a relay is reached.
    sealed interface Reach {}

    /// By HTTP.
    ///
    /// @param addresses for on, off and its state
    record ByHttp(HttpRelay.Addresses addresses) implements Reach {}

    /// A coil of a Modbus/TCP unit.
    ///
    /// @param coil which
    record ByModbus(ModbusCoil coil) implements Reach {}
}
