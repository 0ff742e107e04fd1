package vedette.edge.serve;

import static vedette.math.Require.require;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vedette.model.Operator;

/// A person who may log in here.
///
/// @param name who: letters and digits of any script, spaces and `._-` within; no two differ in case only
/// @param role what they may do
/// @param password what is kept of the password: never itself
/// @param keys the keys with which their programs come in
/// @param identity who they are at an OpenID provider, for ever; none for those with a password alone
public record Account(String name, Operator.Role role, String password, List<Key> keys, Optional<Identity> identity) {
    /// Instead of a password: they sign on at their provider.
    static final String SIGNS_ON = "signs on";

    /// Instead of a password: they were taken away. What they are called is kept, so that the same person
    /// never comes back under another name.
    static final String AWAY = "taken away";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._-]{0,62}[\\p{L}\\p{N}])?");

    /// Checks the name.
    public Account {
        require(isLegal(name), "account name '%s'", name);
        keys = List.copyOf(keys);
    }

    /// A person, whatever they are called.
    ///
    /// @param issuer the provider
    /// @param subject who, there and for ever
    public record Identity(String issuer, String subject) {}

    /// A key with which a program comes in under the account's name. It gives no right that takes a person:
    /// no program signs a release.
    ///
    /// @param id what it is called when it is taken away
    /// @param role VIEWER or OPERATOR
    /// @param digest SHA-256 of it: random as it is, it needs no rounds
    /// @param untilS when it ends, seconds of UTC since 1970
    public record Key(String id, Operator.Role role, String digest, long untilS) {
        /// Checks the role.
        public Key {
            require(mayHold(role), "a key with role %s", role);
        }

        /// Whether a program's key can have this role.
        public static boolean mayHold(Operator.Role role) {
            return role == Operator.Role.VIEWER || role == Operator.Role.OPERATOR;
        }
    }

    /// Whether an account can be called so.
    public static boolean isLegal(String name) {
        return NAME.matcher(name).matches();
    }

    boolean isCalled(String other) {
        return plain(name).equals(plain(other));
    }

    Account with(List<Key> newKeys) {
        return new Account(name, role, password, newKeys, identity);
    }

    Account changed(String newPassword) {
        return new Account(name, role, newPassword, keys, identity);
    }

    Account known(Identity as) {
        return new Account(name, role, password, keys, Optional.of(as));
    }

    /// Whether they were taken away.
    public boolean isAway() {
        return password.equals(AWAY);
    }

    /// Whether they come by their provider alone.
    boolean signsOn() {
        return password.equals(SIGNS_ON);
    }

    /// Whether name, role and password are the same, as they must be for a session to go on.
    boolean isAs(Account then) {
        return name.equals(then.name) && role == then.role && password.equals(then.password);
    }

    /// A name in the form in which names are compared: what looks alike is alike, otherwise a session could
    /// pose as an account.
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
