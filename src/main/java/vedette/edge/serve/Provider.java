package vedette.edge.serve;

import static vedette.math.Require.require;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vedette.model.Operator;

/// An OpenID provider at which people sign on.
///
/// @param issuer its address, exactly as its tokens say
/// @param client what it calls us
/// @param secret a file whose first line is our secret there; without one PKCE alone protects
/// @param redirect our page, to which it sends people back
/// @param rolesIn the claim that tells what they are there, as `groups` or `realm_access.roles`
/// @param roles what that is here; who is none of these does not come in
/// @param nameIn the claim that suggests their name here
public record Provider(
        URI issuer,
        String client,
        Optional<Path> secret,
        URI redirect,
        String rolesIn,
        Map<String, Operator.Role> roles,
        String nameIn) {
    /// Checks that nothing goes in the clear over a network.
    public Provider {
        roles = new TreeMap<>(roles);
        require(isSafe(issuer), "issuer %s", issuer);
        require(isSafe(redirect), "redirect %s", redirect);
        require(!client.isBlank(), "client '%s'", client);
        require(!roles.isEmpty(), "roles %s", roles);
    }

    /// Whether what is sent there is read by nobody on the way: by TLS, or within this machine.
    public static boolean isSafe(URI address) {
        String host = String.valueOf(address.getHost());
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && (host.equals("localhost") || isThisMachine(host)));
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.matches("[0-9.]+|\\[.*]") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /// The greatest role that any of these gives, if any does.
    Optional<Operator.Role> role(List<String> told) {
        return told.stream()
                .flatMap(each -> Optional.ofNullable(roles.get(each)).stream())
                .max(Operator.Role::compareTo);
    }
}
