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
/// @param names the names under which browsers may call it, beside the address it listens at; lower case, no
/// port
/// @param certified programs that come in by certificate; where there are none, nobody is asked for one
/// @param limits how many may come at once
/// @param provider at which people sign on, where there is one
public record Reach(
        Optional<TlsKeys> keys,
        List<String> names,
        List<Certified> certified,
        Limits limits,
        Optional<Provider> provider) {
    /// Names one display may have.
    public static final int MOST_NAMES = 32;

    /// Programs that may come in by certificate.
    public static final int MOST_CERTIFIED = 1_000;

    /// How many may come at once.
    ///
    /// @param clients who watch the live picture, 1 to [#MOST]; each is a socket, of which the system gives
    /// so many (`ulimit -n`), and some ten kilobytes
    /// @param perAddress of them from one other machine
    /// @param requestsPerS requests a second of one person or, before they log in, one address; not counted
    /// at a display for this machine alone
    public record Limits(int clients, int perAddress, int requestsPerS) {
        /// More sockets than one process usually gets.
        public static final int MOST = 100_000;

        /// The usual ones: a city's command posts.
        public static final Limits USUAL = new Limits(1_000, 100, 50);

        /// Checks the ranges.
        public Limits {
            require(clients >= 1 && clients <= MOST, "%s clients", clients);
            require(requestsPerS >= 1 && requestsPerS <= MOST, "%s requests a second", requestsPerS);
            require(perAddress >= 1 && perAddress <= MOST, "%s clients of one address", perAddress);
        }
    }

    /// A program that comes in by certificate, under an account's name. It gives no right that takes a
    /// person: no program signs a release.
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
        return new Reach(Optional.empty(), List.of(), List.of(), Limits.USUAL, Optional.empty());
    }

    /// Reached with TLS.
    ///
    /// @param keys our certificate
    /// @param names as browsers call us
    public static Reach with(TlsKeys keys, List<String> names) {
        return new Reach(Optional.of(keys), names, List.of(), Limits.USUAL, Optional.empty());
    }

    /// The same for programs with certificates that our trust store trusts.
    public Reach knowing(List<Certified> programs) {
        return new Reach(keys, names, programs, limits, provider);
    }

    /// The same for as many at once.
    public Reach within(Limits newLimits) {
        return new Reach(keys, names, certified, newLimits, provider);
    }

    /// The same for people who sign on elsewhere.
    public Reach signingOnAt(Provider there) {
        return new Reach(keys, names, certified, limits, Optional.of(there));
    }
}
