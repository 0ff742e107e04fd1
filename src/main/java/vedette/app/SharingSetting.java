package vedette.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.edge.TlsKeys;
import vedette.edge.share.Peer;
import vedette.edge.share.SharingSettings;
import vedette.edge.share.Signing;
import vedette.format.share.Field;
import vedette.format.share.Grade;
import vedette.format.share.Release;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.NodeId;
import vedette.model.Releasability;

/// The settings' part `sharing`: whom we share with, and who may see how much.
///
/// @param node our name; our certificate's common name (CN) is the same
/// @param listen where peers call us
/// @param tls our certificate, and whom we trust
/// @param signingKey our Ed25519 key; made when it is not there
/// @param keys the public keys of the nodes whose items we believe
/// @param peers whom we share with
/// @param release who may see how much
/// @param folder where items are kept
record SharingSetting(
        NodeId node,
        Optional<InetSocketAddress> listen,
        TlsKeys tls,
        Path signingKey,
        SortedMap<NodeId, String> keys,
        List<Peer> peers,
        Release release,
        Path folder) {
    /// The part, where it is there.
    ///
    /// @param all the settings
    /// @param folder relative paths start here
    /// @param data the node's data
    static Optional<SharingSetting> of(SettingsKeys all, Path folder, Path data) {
        if (!all.has("sharing")) {
            return Optional.empty();
        }
        SettingsKeys keys = all.part("sharing");
        SharingSetting setting = new SharingSetting(
                node(keys),
                keys.text("listen").map(text -> SettingsReader.address(keys, text)),
                KeySettings.both(keys, folder),
                keys.text("signing_key")
                        .map(text -> SettingsReader.path(folder, text))
                        .orElse(data.resolve("sharing.key")),
                publicKeys(keys),
                peers(keys),
                release(keys),
                data.resolve("sharing"));
        keys.nothingElse();
        return Optional.of(setting);
    }

    private static NodeId node(SettingsKeys keys) {
        String name = keys.required("node", "Give the node's name, as its certificate's common name has it");
        if (!NodeId.isLegal(name)) {
            throw keys.wrong("node", "is '" + name + "'", "Use letters, digits, '-' and '.', at most 32");
        }
        return new NodeId(name);
    }

    private static SortedMap<NodeId, String> publicKeys(SettingsKeys keys) {
        SortedMap<NodeId, String> all = new TreeMap<>();
        for (SettingsKeys each : keys.parts("nodes")) {
            all.put(node(each), each.required("public_key", "Give what stands in the node's .pub file"));
            each.nothingElse();
        }
        return all;
    }

    private static List<Peer> peers(SettingsKeys keys) {
        List<Peer> peers = new ArrayList<>();
        for (SettingsKeys each : keys.parts("peers")) {
            NodeId node = node(each);
            if (peers.stream().anyMatch(peer -> peer.node().equals(node))) {
                throw each.wrong("node", "is '" + node + "' a second time", "Give each peer once");
            }
            peers.add(new Peer(
                    node,
                    each.required("community", "Say what the peer may see: one of 'may_see'"),
                    each.text("address").map(text -> SettingsReader.address(each, text)),
                    topics(each)));
            each.nothingElse();
        }
        return peers;
    }

    private static Set<Peer.Topic> topics(SettingsKeys keys) {
        Set<Peer.Topic> topics = EnumSet.noneOf(Peer.Topic.class);
        for (String text : keys.texts("gets")) {
            topics.add(chosen(keys, "gets", text, Peer.Topic.values()));
        }
        return topics.isEmpty() ? EnumSet.of(Peer.Topic.WARNINGS, Peer.Topic.NOTICES) : topics;
    }

    private static <E extends Enum<E>> E chosen(SettingsKeys keys, String key, String text, E[] values) {
        return Arrays.stream(values)
                .filter(each -> each.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> keys.wrong(
                        key,
                        "holds '" + text + "'",
                        "Give some of " + Arrays.toString(values).toLowerCase(Locale.ROOT)));
    }

    private static Release release(SettingsKeys keys) {
        SortedMap<String, Grade> finest = new TreeMap<>();
        for (SettingsKeys each : keys.parts("may_see")) {
            finest.put(
                    each.required("community", "Name a community of peers"),
                    each.choice("grade", Grade.class).orElse(Grade.FULL));
            each.nothingElse();
        }
        SortedMap<Field, Releasability> only = new TreeMap<>();
        for (SettingsKeys each : keys.parts("only")) {
            Field field = each.choice("field", Field.class)
                    .orElseThrow(() -> each.wrong("field", "is missing", "Name a field, as identity"));
            only.put(field, new Releasability(false, each.texts("communities")));
            each.nothingElse();
        }
        return new Release(finest, keys.choice("everybody", Grade.class), only);
    }

    private boolean tells(Peer.Topic topic) {
        return peers.stream().anyMatch(peer -> peer.gets().contains(topic));
    }

    /// What the engine is told: what no peer gets, it need not say.
    Configuration.Sharing told() {
        return new Configuration.Sharing(
                node, tells(Peer.Topic.DRAFTS), tells(Peer.Topic.TRACKS), tells(Peer.Topic.NOTICES));
    }

    /// What the links need.
    SharingSettings links(Domain domain) {
        try {
            return new SharingSettings(
                    node,
                    domain,
                    folder,
                    listen.map(address -> new InetSocketAddress(address.getHostString(), address.getPort())),
                    tls.context("sharing"),
                    Signing.of(signingKey, keys),
                    peers,
                    release);
        } catch (IOException fault) {
            throw new Failure(
                    "Cannot use the keys of sharing: " + fault.getMessage(),
                    "Correct sharing.signing_key or sharing.nodes in the settings",
                    fault);
        }
    }
}
