package vedette.app;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vedette.edge.send.Secret;
import vedette.edge.send.Server;
import vedette.edge.send.Trust;
import vedette.format.cap.CapProfile;
import vedette.format.cap.CellBroadcast;
import vedette.model.Domain;
import vedette.model.LeapSeconds;

/// Reads `channels:` of `vedette.yaml`: a list, each entry with `name`, `type`, `domain` and what its type asks for.
final class ChannelSettings {
    /// A warning's record holds a receipt a channel.
    private static final int MOST_CHANNELS = 100;

    private static final int MOST_RECIPIENTS = 100;

    /// Characters of an address (RFC 5321 clause 4.5.3.1.3, without the brackets).
    private static final int LONGEST_MAILBOX = 254;

    private final Path folder;
    private final Domain domain;

    private ChannelSettings(Path folder, Domain domain) {
        this.folder = folder;
        this.domain = domain;
    }

    /// The channels of the settings.
    ///
    /// @param keys all of the settings
    /// @param folder relative paths start here
    /// @param domain of the node
    static List<ChannelSetting> of(SettingsKeys keys, Path folder, Domain domain) {
        ChannelSettings reader = new ChannelSettings(folder, domain);
        List<ChannelSetting> channels = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (SettingsKeys part : keys.parts("channels")) {
            ChannelSetting channel = reader.channel(part);
            if (channel.name().equals(Outlets.SHELF) || !names.add(channel.name())) {
                throw part.wrong("name", "is '" + channel.name() + "' a second time", "Give each channel its own name");
            }
            if (names.size() > MOST_CHANNELS) {
                throw part.wrong("name", "is one too many", "Give " + MOST_CHANNELS + " channels at most");
            }
            part.nothingElse();
            channels.add(channel);
        }
        return List.copyOf(channels);
    }

    private ChannelSetting channel(SettingsKeys keys) {
        String name = keys.required("name", "Give the channel a name");
        if (!name.matches("[A-Za-z0-9._-]{1,40}") || name.startsWith(".")) {
            throw keys.wrong("name", "is '" + name + "'", "Take letters, digits, '.', '_', '-'; 40 at most");
        }
        checkDomain(keys);
        ChannelSetting.Type type = keys.choice("type", ChannelSetting.Type.class)
                .orElseThrow(() -> keys.wrong(
                        "type", "is missing", "Say webhook, cap, cell-broadcast, mqtt, smtp, relay or cot-server"));
        return switch (type) {
            case WEBHOOK ->
                new ChannelSetting.Webhook(name, ChannelKeys.webUrl(keys, "url"), secret(keys), trust(keys));
            case CAP ->
                new ChannelSetting.Cap(name, ChannelKeys.webUrl(keys, "url"), profile(keys), trust(keys), key(keys));
            case CELL_BROADCAST -> cells(keys, name);
            case COT_SERVER -> tak(name, TakSetting.Way.SERVER, keys);
            case COT_CLIENT -> tak(name, TakSetting.Way.CLIENT, keys);
            case COT_MESH -> tak(name, TakSetting.Way.MESH, keys);
            case MQTT -> mqtt(keys, name);
            case SMTP -> smtp(keys, name);
            case RELAY -> SirenSettings.of(keys, name, domain);
        };
    }

    private static CapProfile profile(SettingsKeys keys) {
        String sender = keys.required("sender", "Give the CAP sender, as watch@example.org");
        if (!CapProfile.isLegalSender(sender)) {
            throw keys.wrong("sender", "is '" + sender + "'", "Leave out spaces, commas, '<' and '&'");
        }
        Optional<String> same = keys.text("ipaws_same");
        if (same.isPresent() && !same.get().matches("[0-9]{6}")) {
            throw keys.wrong("ipaws_same", "is '" + same.get() + "'", "Give the six digits of a SAME place");
        }
        return new CapProfile(
                sender,
                keys.text("sender_name").filter(text -> !text.isBlank()).orElse("Vedette"),
                LeapSeconds.standard(),
                same.isPresent() ? CapProfile.Form.IPAWS : CapProfile.Form.PLAIN,
                same.map(code -> new CapProfile.Geocode("", "SAME", code)).stream()
                        .toList());
    }

    private Optional<ChannelSetting.CapKey> key(SettingsKeys keys) {
        return keys.has("keystore")
                ? Optional.of(new ChannelSetting.CapKey(
                        file(keys, "keystore", "Give a PKCS #12 file with the RSA key that signs"),
                        file(keys, "password_file", "Give a file whose first line opens the keystore")))
                : Optional.empty();
    }

    private ChannelSetting cells(SettingsKeys keys, String name) {
        String language = keys.text("language").orElse("en");
        if (!CellBroadcast.languages().contains(language)) {
            throw keys.wrong("language", "is '" + language + "'", "Take one of " + CellBroadcast.languages());
        }
        ChannelSetting.CellsWay way = keys.has("url")
                ? new ChannelSetting.CellsByHook(
                        new ChannelSetting.Webhook(name, ChannelKeys.webUrl(keys, "url"), secret(keys), trust(keys)))
                : new ChannelSetting.CellsInFiles(
                        SettingsReader.path(folder, keys.required("folder", "Give a folder, or a url")));
        return new ChannelSetting.Cells(name, language, way);
    }

    private ChannelSetting tak(String name, TakSetting.Way way, SettingsKeys keys) {
        return new ChannelSetting.Tak(name, TakSetting.of(way, keys, folder, domain));
    }

    // Whose address it is, is written beside it: settings that were copied from a rehearsal reach nobody in earnest.
    private void checkDomain(SettingsKeys keys) {
        Domain own = keys.choice("domain", Domain.class)
                .orElseThrow(() -> keys.wrong("domain", "is missing", "Say for which domain this channel is"));
        if (own != domain || domain == Domain.SIMULATION) {
            throw keys.wrong(
                    "domain",
                    "is " + own + " in a node of " + domain,
                    "Give LIVE, EXERCISE and TEST channels of their own; a simulation has none");
        }
    }

    private ChannelSetting mqtt(SettingsKeys keys, String name) {
        String topic = keys.text("topic").orElse("vedette");
        if (!topic.matches("[^+#\\p{Cntrl}$/][^+#\\p{Cntrl}]{0,99}") || topic.endsWith("/")) {
            throw keys.wrong("topic", "is '" + topic + "'", "Leave out '+', '#', '$', and '/' at either end");
        }
        String clientId = keys.text("client_id").orElse("vedette-" + name);
        if (!clientId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw keys.wrong("client_id", "is '" + clientId + "'", "Take letters, digits, '.', '_', '-'; 64 at most");
        }
        return new ChannelSetting.Mqtt(name, server(keys, Server.Security.TLS), clientId, topic, domain);
    }

    private ChannelSetting smtp(SettingsKeys keys, String name) {
        String from = keys.required("from", "Give the sender's address");
        List<String> to = keys.texts("to");
        if (!isMailbox(from)) {
            throw keys.wrong("from", "is '" + from + "'", "Write name@host");
        }
        for (String mailbox : to) {
            if (!isMailbox(mailbox)) {
                throw keys.wrong("to", "holds '" + mailbox + "'", "Write name@host");
            }
        }
        if (to.isEmpty() || to.size() > MOST_RECIPIENTS || new TreeSet<>(to).size() < to.size()) {
            throw keys.wrong("to", "has " + to.size() + " addresses", "Give 1 to " + MOST_RECIPIENTS + ", each once");
        }
        return new ChannelSetting.Smtp(name, server(keys, Server.Security.STARTTLS), from, to);
    }

    private static boolean isMailbox(String text) {
        return text.length() <= LONGEST_MAILBOX
                && text.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9][A-Za-z0-9.-]*");
    }

    private Server server(SettingsKeys keys, Server.Security usual) {
        InetSocketAddress address = SettingsReader.address(keys, keys.required("address", "Give host:port"));
        Server.Security security =
                keys.choice("security", Server.Security.class).orElse(usual);
        if (security == Server.Security.NONE && !ChannelKeys.isHere(address.getHostString())) {
            throw keys.wrong("security", "is 'none' to another machine", "Say " + named(usual));
        }
        if (security == Server.Security.STARTTLS && usual != Server.Security.STARTTLS) {
            throw keys.wrong("security", "is 'starttls'", "Say tls, or none on this machine");
        }
        Optional<Server.Login> login = keys.text("user")
                .map(user -> new Server.Login(
                        user, file(keys, "password_file", "Give a file whose first line is the password")));
        return new Server(address, security, login, trust(keys));
    }

    private static String named(Server.Security security) {
        return security.name().toLowerCase(Locale.ROOT);
    }

    private Secret secret(SettingsKeys keys) {
        String keyId = keys.text("key_id").orElse("vedette");
        if (!keyId.matches("[A-Za-z0-9._-]{1,64}")) {
            throw keys.wrong("key_id", "is '" + keyId + "'", "Take letters, digits, '.', '_', '-'; 64 at most");
        }
        return new Secret(keyId, file(keys, "secret_file", "Give a file whose first line is the secret"));
    }

    private Optional<Trust> trust(SettingsKeys keys) {
        if (!keys.has("truststore")) {
            return Optional.empty();
        }
        return Optional.of(new Trust(
                file(keys, "truststore", "Give a PKCS #12 file"),
                file(keys, "truststore_password_file", "Give a file whose first line opens the truststore")));
    }

    private Path file(SettingsKeys keys, String key, String remedy) {
        return SettingsReader.readable(keys, key, SettingsReader.path(folder, keys.required(key, remedy)));
    }
}
