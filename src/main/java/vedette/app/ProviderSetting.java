package vedette.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vedette.edge.serve.Provider;
import vedette.model.Operator;

/// The settings' part `display.sign_on`: the OpenID provider at which people sign on.
final class ProviderSetting {
    private ProviderSetting() {}

    /// The part, where it is there.
    ///
    /// @param folder relative paths start here
    static Optional<Provider> of(SettingsKeys display, Path folder) {
        if (!display.has("sign_on")) {
            return Optional.empty();
        }
        SettingsKeys keys = display.part("sign_on");
        Provider provider = new Provider(
                address(keys, "issuer", "Give the provider's address, as its tokens say it"),
                keys.required("client_id", "Give what the provider calls this node"),
                keys.text("client_secret_file")
                        .map(file ->
                                SettingsReader.readable(keys, "client_secret_file", SettingsReader.path(folder, file))),
                address(keys, "redirect", "Give this display's own address, as the provider has it"),
                keys.text("roles_claim").orElse("roles"),
                roles(keys),
                keys.text("name_claim").orElse("preferred_username"));
        keys.nothingElse();
        return Optional.of(provider);
    }

    private static URI address(SettingsKeys keys, String key, String remedy) {
        String text = keys.required(key, remedy);
        try {
            URI address = new URI(text);
            if (Provider.isSafe(address)) {
                return address;
            }
        } catch (URISyntaxException noAddress) {
            throw keys.wrong(key, "is '" + text + "'", "Write it as https://id.example.org/realm");
        }
        throw keys.wrong(key, "is '" + text + "'", "Say https: what goes there must not be read on the way");
    }

    private static Map<String, Operator.Role> roles(SettingsKeys keys) {
        Map<String, Operator.Role> roles = new TreeMap<>();
        for (SettingsKeys each : keys.parts("roles")) {
            String there = each.required("there", "Give what the provider says of them");
            Operator.Role here = each.choice("here", Operator.Role.class)
                    .orElseThrow(() ->
                            each.wrong("here", "is missing", "Say viewer, operator, releaser, director or admin"));
            roles.put(there, here);
            each.nothingElse();
        }
        if (roles.isEmpty()) {
            throw keys.wrong("roles", "is missing", "Say who may do what: {there: duty-officers, here: releaser}");
        }
        return roles;
    }
}
