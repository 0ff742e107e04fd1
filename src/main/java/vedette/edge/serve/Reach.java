package vedette.edge.serve;

import static vedette.math.Require.require;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import vedette.edge.TlsKeys;
import vedette.model.Operator;

/// How a display is reached from other machines: with TLS, or not at all.
///
/// @param keys our certificate; where there is none, the display answers at this machine alone
/// @param names the names under which browsers may call it, beside the address it listens at; lower case, no port
/// @param certified programs that come in by certificate; where there are none, nobody is asked for one
public record Reach(Optional<TlsKeys> keys, List<String> names, List<Certified> certified) {
    /// Names one display may have.
    public static final int MOST_NAMES = 32;

    /// Programs that may come in by certificate.
    public static final int MOST_CERTIFIED = 1_000;

    /// A program that comes in by certificate, under an account's name. It gives no right that takes a person: no
    /// program
    /// signs a release.
    ///
    /// @param subject the certificate's, as `CN=tower, O=Airport`
    /// @param account under whose name
    /// @param role VIEWER or OPERATOR; no more than the account's counts
    public record Certified(X500Principal subject, String account, Operator.Role role) {
        /// Checks the role.
        public Certified {
            require(Account.Key.mayHold(role), "a certificate with role %s", role);
        }
    }

    /// Copies the names.
    public Reach {
        names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        require(names.size() <= MOST_NAMES, "%s names", names.size());
        certified = List.copyOf(certified);
        require(certified.size() <= MOST_CERTIFIED, "%s certificates", certified.size());
        require(keys.isPresent() || (names.isEmpty() && certified.isEmpty()), "names %s without TLS", names);
    }

    /// Reached from this machine alone.
    public static Reach here() {
        return new Reach(Optional.empty(), List.of(), List.of());
    }

    /// Reached with TLS.
    ///
    /// @param keys our certificate
    /// @param names as browsers call us
    public static Reach with(TlsKeys keys, List<String> names) {
        return new Reach(Optional.of(keys), names, List.of());
    }

    /// The same for programs with certificates that our trust store trusts.
    public Reach knowing(List<Certified> programs) {
        return new Reach(keys, names, programs);
    }
}
