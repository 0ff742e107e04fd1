package vedette.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vedette.app.Settings.FeedSetting;
import vedette.app.Settings.FeedType;
import vedette.app.Settings.TimeSetting;
import vedette.app.Settings.Timebase;
import vedette.edge.feed.MqttBroker;
import vedette.format.cap.CapProfile;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.format.text.Utc;
import vedette.format.text.YamlText;
import vedette.model.Domain;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Reads `vedette.yaml`. Whatever is wrong with it is one line that names the key, the value and the remedy.
final class SettingsReader {
    private static final int LARGEST_PORT = 65_535;
    private static final double DAY_S = 86_400;

    private SettingsReader() {}

    /// The settings in a file.
    ///
    /// @throws Failure with one line for the user
    static Settings read(Path file) {
        try {
            return parse(file.getFileName().toString(), folderOf(file), Files.readString(file));
        } catch (IOException fault) {
            throw new Failure(
                    "Cannot read the settings " + file,
                    "Give a readable file with --config; vedette.yaml in the project's folder is one to start from",
                    fault);
        }
    }

    /// The settings in a text.
    ///
    /// @param name the file's name, for messages
    /// @param folder relative paths start here
    /// @param text the YAML
    static Settings parse(String name, Path folder, String text) {
        Json value = switch (YamlText.read(text)) {
            case JsonText.Read(Json read) -> read;
            case JsonText.NotJson(String reason, int line) ->
                throw new Failure(name + ", line " + line + ": " + reason, "Correct the YAML there");
        };
        SettingsKeys keys = new SettingsKeys(name, "", value);
        Settings settings = settings(keys, folder);
        keys.nothingElse();
        return settings;
    }

    private static Settings settings(SettingsKeys keys, Path folder) {
        Domain domain = keys.choice("domain", Domain.class)
                .orElseThrow(() -> keys.wrong(
                        "domain", "is missing", "Say live, exercise, test or simulation: there is no default"));
        Path data = path(folder, keys.text("data").orElse("vedette-data"));
        return new Settings(
                domain,
                data,
                DisplaySetting.of(keys.part("display"), folder, data),
                feeds(keys, folder),
                new Settings.Sensing(
                        keys.parts("sensors").stream().map(SensorSetting::site).toList(),
                        RosterSetting.of(keys, folder)),
                keys.texts("zones").stream()
                        .map(zone -> readable(keys, "zones", path(folder, zone)))
                        .toList(),
                outputs(keys.part("outputs"), folder, data),
                journal(keys.part("journal")),
                keys.number("qnh_hpa", 850, 1100),
                missile(keys.part("missile"), folder),
                keys.texts("authorised").stream()
                        .map(file -> readable(keys, "authorised", path(folder, file)))
                        .toList(),
                SharingSetting.of(keys, folder, data),
                ReleaseSetting.rules(keys.part("release"), domain),
                ChannelSettings.of(keys, folder, domain));
    }

    private static List<FeedSetting> feeds(SettingsKeys keys, Path folder) {
        List<FeedSetting> feeds = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        String ourselves = keys.part("outputs").text("sender").orElse(Outlets.NOBODY);
        for (SettingsKeys part : keys.parts("feeds")) {
            FeedSetting feed = feed(part, folder, ourselves);
            if (!names.add(feed.name())) {
                throw part.wrong("name", "is '" + feed.name() + "' a second time", "Give each feed its own name");
            }
            part.nothingElse();
            feeds.add(feed);
        }
        return feeds;
    }

    private static FeedSetting feed(SettingsKeys keys, Path folder, String ourselves) {
        String name = keys.sensor("name", "Give the feed a name").name();
        FeedType type = keys.choice("type", FeedType.class)
                .orElseThrow(() -> keys.wrong("type", "is missing", "Say one of " + names(FeedType.values())));
        boolean file = type == FeedType.FILE;
        boolean cap = type == FeedType.CAP_FILE || type == FeedType.CAP_HTTP;
        // Letters come to the display's own address.
        boolean placeless = file || cap || type == FeedType.LINES_HTTP;
        Optional<String> address =
                placeless ? Optional.empty() : Optional.of(keys.required("address", "Give host:port"));
        Optional<Path> path = file
                ? Optional.of(readable(keys, "file", path(folder, keys.required("file", "Give the recording's path"))))
                : Optional.empty();
        return new FeedSetting(
                name,
                type,
                address.map(text -> address(keys, text)),
                keys.text("interface"),
                path,
                file ? keys.number("speed", 0, 1e6, 1) : 1,
                time(keys),
                cap ? keys.number("period_s", 5, DAY_S, 30) : keys.number("period_s", 0.01, DAY_S, 1),
                type == FeedType.SAPIENT || FeedSetting.hearsBroker(type) ? tls(keys, folder) : Optional.empty(),
                FeedSetting.hearsBroker(type) ? Optional.of(broker(keys, folder)) : Optional.empty(),
                cap ? Optional.of(ForeignSetting.of(keys, folder, type, ourselves)) : Optional.empty());
    }

    private static Settings.BrokerSetting broker(SettingsKeys feed, Path folder) {
        List<String> topics = feed.texts("topics");
        if (topics.isEmpty() || topics.size() > MqttBroker.MOST_TOPICS) {
            throw feed.wrong(
                    "topics",
                    topics.isEmpty() ? "is missing" : "has more than " + MqttBroker.MOST_TOPICS,
                    "Give the topics to hear, as 'sensors/#'");
        }
        Optional<String> user = feed.text("user");
        return new Settings.BrokerSetting(
                topics,
                feed.text("client").orElse("vedette-" + feed.required("name", "Give the feed a name")),
                user,
                user.map(_ -> readable(
                        feed,
                        "password_file",
                        path(folder, feed.required("password_file", "Give a file whose first line is the password")))));
    }

    // A broker has one port, and its address stands with the feed.
    private static Optional<Settings.TlsSetting> tls(SettingsKeys feed, Path folder) {
        if (!feed.has("tls")) {
            return Optional.empty();
        }
        SettingsKeys keys = feed.part("tls");
        Settings.TlsSetting tls = new Settings.TlsSetting(
                address(
                        keys,
                        feed.has("topics")
                                ? feed.required("address", "Give host:port")
                                : keys.required("address", "Give host:port")),
                KeySettings.both(keys, folder));
        keys.nothingElse();
        return Optional.of(tls);
    }

    private static String names(FeedType[] types) {
        return Arrays.stream(types)
                .map(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private static TimeSetting time(SettingsKeys keys) {
        Timebase base = keys.choice("timebase", Timebase.class).orElse(Timebase.SENSOR);
        if (base != Timebase.ANCHORED) {
            return new TimeSetting(base, OptionalDouble.empty(), 1);
        }
        return new TimeSetting(base, keys.number("anchor_s", 0, DAY_S), keys.number("rate", 1e-3, 1e6, 1));
    }

    static InetSocketAddress address(SettingsKeys keys, String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LARGEST_PORT) {
            throw keys.wrong("address", "is '" + text + "'", "Write host:port, as 127.0.0.1:8600");
        }
        return InetSocketAddress.createUnresolved(
                text.substring(0, colon).replaceAll("^\\[|]$", ""), Integer.parseInt(port));
    }

    private static Settings.Outputs outputs(SettingsKeys keys, Path folder, Path data) {
        Settings.Outputs outputs = new Settings.Outputs(
                keys.text("warnings").map(text -> path(data, text)),
                keys.text("sensors").map(text -> path(data, text)),
                keys.text("cap").map(text -> path(data, text)),
                keys.has("cap_keystore") ? Optional.of(capKey(keys, folder)) : Optional.empty(),
                sender(keys),
                keys.text("sapient").map(text -> address(keys, text)));
        keys.nothingElse();
        return outputs;
    }

    private static ChannelSetting.CapKey capKey(SettingsKeys keys, Path folder) {
        return new ChannelSetting.CapKey(
                readable(keys, "cap_keystore", path(folder, keys.required("cap_keystore", "Give a PKCS #12 file"))),
                readable(
                        keys,
                        "cap_password_file",
                        path(folder, keys.required("cap_password_file", "Give a file whose first line opens it"))));
    }

    private static String sender(SettingsKeys keys) {
        String sender = keys.text("sender").orElse("vedette.invalid");
        if (!CapProfile.isLegalSender(sender)) {
            throw keys.wrong("sender", "is '" + sender + "'", "Leave out spaces, commas, '<' and '&'");
        }
        return sender;
    }

    private static Settings.Journal journal(SettingsKeys keys) {
        Settings.Journal journal = new Settings.Journal(
                keys.truth("enabled", true),
                keys.truth("acknowledge_after_disk", false),
                keys.whole("segment_mb", 1, 4096, 64),
                keys.whole("retain_gb", 1, 1_000_000, 20),
                keys.whole("snapshot_s", 1, 86_400, 300));
        keys.nothingElse();
        return journal;
    }

    private static Settings.MissileSetting missile(SettingsKeys keys, Path folder) {
        Settings.MissileSetting missile = new Settings.MissileSetting(
                keys.text("watch").map(text -> readable(keys, "watch", path(folder, text))),
                keys.text("notices").map(text -> readable(keys, "notices", path(folder, text))),
                noticesFrom(keys),
                keys.text("catalogue").map(text -> readable(keys, "catalogue", path(folder, text))),
                keys.texts("places").stream()
                        .map(text -> readable(keys, "places", path(folder, text)))
                        .toList());
        keys.nothingElse();
        return missile;
    }

    private static Moment noticesFrom(SettingsKeys keys) {
        String text = keys.text("notices_from").orElse("1970-01-01T00:00:00Z");
        return Utc.moment(text, LeapSeconds.standard())
                .orElseThrow(() -> keys.wrong("notices_from", "is '" + text + "'", "Write it as 2026-11-23T00:00:00Z"));
    }

    static Path readable(SettingsKeys keys, String key, Path path) {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw keys.wrong(key, "names the file " + path + ", which cannot be read", "Correct the path");
        }
        return path;
    }

    static Path path(Path folder, String text) {
        return folder.resolve(text).normalize();
    }

    private static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? Path.of(".") : parent;
    }
}
