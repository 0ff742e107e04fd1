package vedette.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Optional;
import vedette.edge.Channel;
import vedette.edge.TlsKeys;
import vedette.edge.send.TakClient;
import vedette.edge.send.TakMesh;
import vedette.edge.send.TakServer;
import vedette.edge.send.Ties;
import vedette.format.cot.CotObjects;
import vedette.format.cot.CotVoice;
import vedette.model.Cleared;
import vedette.model.Domain;

/// A channel to TAK clients (`cot-server`, `cot-client`, `cot-mesh`): warnings, tracks and zones as Cursor-on-Target.
///
/// @param way who connects to whom
/// @param address where it listens, whom it calls, or which group it speaks in
/// @param tls the keys with which both sides show certificates
/// @param through the network interface of a group; the name in the certificate of the server that is called; empty
/// else
/// @param voice in whose name
record TakSetting(Way way, InetSocketAddress address, Optional<TlsKeys> tls, String through, CotVoice voice) {
    private static final String SERVER_ADDRESS = "127.0.0.1:8087";

    /// Where ATAK and its kin find each other without a server.
    private static final String MESH_ADDRESS = "239.2.3.1:6969";

    /// Who connects to whom.
    enum Way {
        /// They to us.
        SERVER,
        /// We to them.
        CLIENT,
        /// Nobody: datagrams to a group.
        MESH
    }

    /// What an entry says.
    ///
    /// @param folder relative paths start here
    /// @param domain of the node, which is checked to have a public form
    static TakSetting of(Way way, SettingsKeys keys, Path folder, Domain domain) {
        CotVoice usual = CotVoice.of(node(keys), domain);
        CotVoice voice = new CotVoice(
                usual.node(),
                domain,
                exercise(keys),
                false,
                keys.number("stale_s", 1, 3600, usual.trackStaleS()),
                usual.leaps());
        return switch (way) {
            case SERVER -> line(way, keys, keys.text("address").orElse(SERVER_ADDRESS), folder, voice);
            case CLIENT -> line(way, keys, keys.required("address", "Give the TAK server's host:port"), folder, voice);
            case MESH -> mesh(keys, voice);
        };
    }

    private static String node(SettingsKeys keys) {
        String node = keys.required("node", "Name the node: two nodes with one name overlay each other's objects");
        if (!node.matches("[A-Za-z0-9.-]{1,40}")) {
            throw keys.wrong("node", "is '" + node + "'", "Take letters, digits, '.', '-'; 40 at most");
        }
        return node;
    }

    private static String exercise(SettingsKeys keys) {
        String exercise = keys.text("exercise").orElse("");
        if (!exercise.matches("[A-Za-z0-9 ._-]{0,40}")) {
            throw keys.wrong("exercise", "is '" + exercise + "'", "Take letters, digits, ' ', '.', '_', '-'");
        }
        return exercise;
    }

    private static TakSetting line(Way way, SettingsKeys keys, String typed, Path folder, CotVoice voice) {
        InetSocketAddress address = SettingsReader.address(keys, typed);
        Optional<TlsKeys> tls = tls(keys, folder);
        if (tls.isEmpty() && !ChannelKeys.isHere(address.getHostString())) {
            throw keys.wrong(
                    "address", "is another machine's, without TLS", "Give keystore, truststore and password_file");
        }
        String serverName = keys.text("certificate_name").orElse(address.getHostString());
        return new TakSetting(way, address, tls, way == Way.CLIENT ? serverName : "", voice);
    }

    private static Optional<TlsKeys> tls(SettingsKeys keys, Path folder) {
        return keys.has("keystore") ? Optional.of(KeySettings.both(keys, folder)) : Optional.empty();
    }

    // A group has no keys: who can listen on that network hears all.
    private static TakSetting mesh(SettingsKeys keys, CotVoice voice) {
        String through = keys.required("interface", "Name the network interface, as eth0");
        if (!through.equals("lo") && !keys.truth("unprotected", false)) {
            throw keys.wrong(
                    "unprotected",
                    "is not true",
                    "Datagrams to a group are not encrypted; say 'unprotected: true' if that network may hear them");
        }
        String typed = keys.text("address").orElse(MESH_ADDRESS);
        return new TakSetting(Way.MESH, SettingsReader.address(keys, typed), Optional.empty(), through, voice);
    }

    /// The channel; its threads run already.
    ///
    /// @param name of the channel
    /// @param <C> the domain whose bulletins it takes
    /// @throws IOException when it cannot listen, or the interface is not there
    <C extends Cleared> Channel<C> channel(String name, Ties ties) throws IOException {
        TakServer.Told told = new TakServer.Told(name, new CotObjects(voice), ties.zones());
        var keys = tls.map(each -> each.context(name));
        return switch (way) {
            case SERVER -> new TakServer<>(address, keys, told, ties.receipts(), ties.troubles());
            case CLIENT ->
                new TakClient<>(
                        address,
                        keys.map(each -> new TakClient.Secured(each, through)),
                        told,
                        ties.receipts(),
                        ties.troubles());
            case MESH -> new TakMesh<>(address, interfaceOf(name), told, ties.receipts(), ties.troubles());
        };
    }

    private NetworkInterface interfaceOf(String name) throws IOException {
        NetworkInterface found = NetworkInterface.getByName(through);
        if (found == null) {
            throw new IOException("no network interface '" + through + "' for '" + name + "'");
        }
        return found;
    }
}
