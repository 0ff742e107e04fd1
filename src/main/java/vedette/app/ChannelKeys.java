package vedette.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Web addresses among the settings.
final class ChannelKeys {
    private ChannelKeys() {}

    /// An address that may be plain HTTP on this machine only.
    static URI webUrl(SettingsKeys keys, String key) {
        URI url = anyUrl(keys, key);
        if (url.getScheme().equals("http") && !isHere(url.getHost())) {
            throw keys.wrong(key, "is plain HTTP to another machine", "Say https");
        }
        return url;
    }

    /// An address, HTTP or HTTPS.
    static URI anyUrl(SettingsKeys keys, String key) {
        String text = keys.required(key, "Give an address, as https://example.org/warnings");
        try {
            URI url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException noAddress) {
            throw new Failure(
                    keys.name(key) + " is '" + text + "'", "Write it as https://example.org/warnings", noAddress);
        }
        throw keys.wrong(key, "is no web address", "Write it as https://example.org/warnings, without user and '#'");
    }

    /// Whether a host is this machine, without asking anybody for its name.
    static boolean isHere(String host) {
        String bare = host.replaceAll("^\\[|]$", "");
        if (bare.equalsIgnoreCase("localhost")) {
            return true;
        }
        return (bare.matches("[0-9.]+") || bare.contains(":"))
                && literal(bare).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    private static Optional<InetAddress> literal(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
