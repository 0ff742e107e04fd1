package vedette.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import vedette.app.Settings.FeedSetting;
import vedette.app.Settings.FeedType;
import vedette.edge.feed.CapFiles;
import vedette.edge.feed.CapSite;
import vedette.edge.feed.CapSource;
import vedette.edge.feed.CapWatch;
import vedette.format.cap.CapBoard;
import vedette.model.Domain;
import vedette.model.SensorId;

/// A feed of others' CAP messages in the settings.
///
/// @param place where they lie
/// @param signers certificates whose signatures are believed; with any, only signed messages are shown
/// @param trust certificates of servers that are trusted, where those of the machine do not do
/// @param ourselves our own name as a CAP sender: what comes back under it is left out
record ForeignSetting(Place place, Optional<Store> signers, Optional<Store> trust, String ourselves) {
    /// Where they lie.
    sealed interface Place {}

    /// In a folder or a file.
    ///
    /// @param path of it
    record OnDisk(Path path) implements Place {}

    /// At an address.
    ///
    /// @param url of a message or a feed; plain HTTP on this machine only
    record OnWeb(URI url) implements Place {}

    /// Certificates in a PKCS #12 file.
    ///
    /// @param file of them
    /// @param passwordFile a file whose first line opens it
    record Store(Path file, Path passwordFile) {
        private KeyStore load() throws GeneralSecurityException, IOException {
            char[] password = Files.readString(passwordFile, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip()
                    .toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password);
            }
            return store;
        }

        private List<X509Certificate> certificates() throws GeneralSecurityException, IOException {
            KeyStore store = load();
            List<X509Certificate> all = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    all.add(certificate);
                }
            }
            if (all.isEmpty()) {
                throw new IOException("no certificate in it");
            }
            return all;
        }

        private SSLContext context() throws GeneralSecurityException, IOException {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(load());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        }
    }

    /// @param ourselves our own name as a CAP sender
    static ForeignSetting of(SettingsKeys keys, Path folder, FeedType type, String ourselves) {
        Place place = type == FeedType.CAP_HTTP
                ? new OnWeb(ChannelKeys.webUrl(keys, "url"))
                // It may not be there yet: then the feed is shown as lost until it is.
                : new OnDisk(SettingsReader.path(folder, keys.required("file", "Give a folder or a file")));
        return new ForeignSetting(place, store(keys, folder, "signers"), store(keys, folder, "truststore"), ourselves);
    }

    private static Optional<Store> store(SettingsKeys keys, Path folder, String key) {
        if (!keys.has(key)) {
            return Optional.empty();
        }
        String password = key + "_password_file";
        return Optional.of(new Store(
                SettingsReader.readable(
                        keys, key, SettingsReader.path(folder, keys.required(key, "Give a PKCS #12 file"))),
                SettingsReader.readable(
                        keys,
                        password,
                        SettingsReader.path(
                                folder, keys.required(password, "Give a file whose first line opens it")))));
    }

    /// The feed.
    CapWatch watch(FeedSetting feed, Domain domain) {
        try {
            List<X509Certificate> believed = signers.isPresent() ? signers.get().certificates() : List.of();
            return new CapWatch(
                    new SensorId(feed.name()),
                    source(),
                    new CapWatch.Rules(feed.periodS(), believed),
                    new CapBoard(feed.name(), domain, ourselves));
        } catch (GeneralSecurityException | IOException fault) {
            throw new Failure(
                    "Feed '" + feed.name() + "': its certificates cannot be used: " + fault.getMessage(),
                    "Give PKCS #12 files that their passwords open",
                    fault);
        }
    }

    private CapSource source() throws GeneralSecurityException, IOException {
        return switch (place) {
            case OnDisk(Path path) -> new CapFiles(path);
            case OnWeb(URI url) ->
                new CapSite(url, trust.isPresent() ? Optional.of(trust.get().context()) : Optional.empty());
        };
    }
}
