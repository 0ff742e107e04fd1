package vedette.edge.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vedette.model.Operator;

/// The people who may log in, kept in one file that its owner alone can read.
///
/// A node that runs reads the file again when it has changed: an account that is taken away is out at once,
/// with its sessions and keys.
public final class People {
    /// Accounts in one file.
    public static final int MOST = 1_000;

    /// Who comes by the operator key without a name: no account is called so.
    static final String KEY_HOLDER = "operator";

    private static final int MOST_KEYS = 20;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final long DAY_S = 86_400;

    /// Not as a person's name could be, so that a line of a log shows what it is.
    private static final String KEY_PREFIX = "vk_";

    // Somebody who has no account must wait as long for "no" as somebody who has.
    private static final String NOBODY = Passwords.kept("nobody has this password".toCharArray());

    private final PeopleFile file;
    private final Optional<RefusedPasswords> refused;

    /// The people in a file, which need not be there yet.
    ///
    /// @throws CannotServe when the file is there and cannot be read
    public People(Path file) {
        this(file, Optional.empty());
    }

    /// The same with a list of passwords that nobody may choose.
    ///
    /// @throws CannotServe when either file cannot be read
    public People(Path file, Optional<Path> refusedPasswords) {
        this.file = new PeopleFile(file);
        refused = refusedPasswords.map(RefusedPasswords::new);
        all();
    }

    /// Everybody, in the order they came.
    public List<Account> all() {
        return file.all();
    }

    /// The account of a name, whatever its case.
    public Optional<Account> of(String name) {
        return all().stream()
                .filter(account -> account.isCalled(name) && !account.isAway())
                .findFirst();
    }

    /// Whether somebody is or was called so.
    boolean isTaken(String name) {
        return all().stream().anyMatch(account -> account.isCalled(name));
    }

    /// The account of who signed on at a provider; made when they come the first time, under the name they
    /// wish for if it is free. From then on they are called so whatever they wish for: two names never are
    /// one person.
    ///
    /// @param role what the provider says they are: an account that is only theirs becomes that, and one with
    /// a password of its own is never more than it was
    /// @return none when they were taken away, or there is no room
    Optional<Account> signedOn(Account.Identity identity, String wish, Operator.Role role) {
        Optional<Account> known = signsOnAs(identity);
        boolean stands = known.filter(account -> !account.signsOn() || account.role() == role)
                .isPresent();
        return stands ? known.filter(account -> !account.isAway()) : file.alone(() -> changed(identity, wish, role));
    }

    private Optional<Account> signsOnAs(Account.Identity identity) {
        return all().stream()
                .filter(account -> account.identity().equals(Optional.of(identity)))
                .findFirst();
    }

    private Optional<Account> changed(Account.Identity identity, String wish, Operator.Role role) {
        Optional<Account> known = signsOnAs(identity);
        if (known.isEmpty()) {
            return all().size() < MOST ? Optional.of(welcomed(identity, wish, role)) : Optional.empty();
        }
        Account account = known.get();
        if (account.signsOn() && account.role() != role) {
            Account now = new Account(account.name(), role, account.password(), account.keys(), account.identity());
            replace(now);
            return Optional.of(now);
        }
        return account.isAway() ? Optional.empty() : known;
    }

    private Account welcomed(Account.Identity identity, String wish, Operator.Role role) {
        boolean free =
                Account.isLegal(wish) && !isTaken(wish) && !Account.plain(wish).equals(KEY_HOLDER);
        String mark = Sha256.of(identity.issuer() + " " + identity.subject()).replaceAll("[^0-9A-Za-z]", "");
        String base = Account.isLegal(wish)
                ? wish.substring(0, Math.min(wish.length(), 40)).strip()
                : "person";
        String name = free ? wish : base + "-" + mark.substring(0, 12);
        Account account = new Account(name, role, Account.SIGNS_ON, List.of(), Optional.of(identity));
        List<Account> more = new ArrayList<>(all());
        more.add(account);
        file.keep(more);
        return account;
    }

    /// Says who somebody with an account is at a provider, so that there they are the same person.
    ///
    /// @throws IllegalArgumentException when there is no such account, or that person has another one
    public void link(String name, Account.Identity identity) {
        file.alone(() -> linked(name, identity));
    }

    private boolean linked(String name, Account.Identity identity) {
        Account account = known(name);
        boolean another =
                all().stream().anyMatch(each -> each.identity().equals(Optional.of(identity)) && !each.isCalled(name));
        if (another
                || account.identity().filter(before -> !before.equals(identity)).isPresent()) {
            throw new IllegalArgumentException("one person has one account: that one, or this, is somebody's already");
        }
        return replace(account.known(identity));
    }

    /// Adds somebody.
    ///
    /// @param password is not kept, and not wiped
    /// @throws IllegalArgumentException when the name is taken or no name, or the password too short or too
    /// long
    public void add(String name, Operator.Role role, char[] password) {
        check(name, password);
        String kept = Passwords.kept(password);
        file.alone(() -> {
            if (isTaken(name) || all().size() >= MOST) {
                throw new IllegalArgumentException("'" + name + "' has an account already, or there are " + MOST);
            }
            List<Account> more = new ArrayList<>(all());
            more.add(new Account(name, role, kept, List.of(), Optional.empty()));
            file.keep(more);
            return true;
        });
    }

    private void check(String name, char[] password) {
        if (!Account.isLegal(name)) {
            throw new IllegalArgumentException("an account is called by letters, digits, spaces, '.', '_' and '-'");
        }
        if (Account.plain(name).equals(KEY_HOLDER)) {
            throw new IllegalArgumentException("'" + KEY_HOLDER + "' is who comes by the operator key");
        }
        if (Passwords.letters(password) < Passwords.SHORTEST || password.length > Passwords.LONGEST) {
            throw new IllegalArgumentException(
                    "a password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
        }
        String objection = Optional.of(KnownPasswords.objection(name, password))
                .filter(each -> !each.isEmpty())
                .orElseGet(() -> refused.map(list -> list.objection(password)).orElse(""));
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException("such a password is guessed: " + objection);
        }
    }

    /// Takes somebody away. Who signs on at a provider stays in the file, as one who does not come in.
    ///
    /// @return whether they were there
    public boolean remove(String name) {
        return file.alone(() -> removed(name));
    }

    private boolean removed(String name) {
        Optional<Account> theirs = of(name);
        if (theirs.flatMap(Account::identity).isPresent()) {
            Account gone = theirs.get();
            return replace(new Account(gone.name(), gone.role(), Account.AWAY, List.of(), gone.identity()));
        }
        List<Account> rest = new ArrayList<>(all());
        boolean removed = rest.removeIf(account -> account.isCalled(name) && !account.isAway());
        if (removed) {
            file.keep(rest);
        }
        return removed;
    }

    /// Gives somebody another password; their sessions end.
    ///
    /// @throws IllegalArgumentException when there is no such account, or the password is too short or too long
    public void change(String name, char[] password) {
        check(name, password);
        String kept = Passwords.kept(password);
        file.alone(() -> {
            Account old = known(name);
            if (old.signsOn()) {
                throw new IllegalArgumentException(
                        "'" + name + "' signs on at their provider and has no password here");
            }
            return replace(old.changed(kept));
        });
    }

    /// Gives the holder of an account another password, who proved to know the one it has; their sessions
    /// end. Of two that do so at the same moment, the second finds that the password they proved is no longer
    /// theirs.
    ///
    /// @param proven the account as it was when its password was proved
    /// @param password the new one
    /// @return the account as it is now; none when it has changed meanwhile
    /// @throws IllegalArgumentException when the new password is refused, with the reason
    Optional<Account> changeOwn(Account proven, char[] password) {
        check(proven.name(), password);
        if (Passwords.matches(password, proven.password())) {
            throw new IllegalArgumentException("the new password is the old one");
        }
        String kept = Passwords.kept(password);
        return file.alone(() -> {
            Optional<Account> now = of(proven.name()).filter(proven::isAs);
            now.ifPresent(account -> replace(account.changed(kept)));
            return now.map(account -> account.changed(kept));
        });
    }

    /// Makes a key for a program of somebody's.
    ///
    /// @param role VIEWER or OPERATOR, no more than the account's
    /// @param days for how long
    /// @return the key: it is told this once
    /// @throws IllegalArgumentException when there is no such account or it may not have such a key
    public String key(String name, Operator.Role role, int days) {
        return file.alone(() -> madeKey(name, role, days));
    }

    private String madeKey(String name, Operator.Role role, int days) {
        Account account = known(name);
        if (!Account.Key.mayHold(role) || role.compareTo(account.role()) > 0) {
            throw new IllegalArgumentException("a key is VIEWER or OPERATOR, and no more than its account");
        }
        if (account.keys().size() >= MOST_KEYS) {
            throw new IllegalArgumentException("an account has at most " + MOST_KEYS + " keys: take one away first");
        }
        String key = KEY_PREFIX + random(KEY_BYTES);
        List<Account.Key> keys = new ArrayList<>(account.keys());
        keys.add(new Account.Key(random(ID_BYTES), role, Sha256.of(key), nowS() + days * DAY_S));
        replace(account.with(keys));
        return key;
    }

    /// Takes a key away.
    ///
    /// @return whether it was there
    public boolean revoke(String name, String id) {
        return file.alone(() -> revoked(name, id));
    }

    private boolean revoked(String name, String id) {
        Account account = known(name);
        List<Account.Key> rest = new ArrayList<>(account.keys());
        boolean removed = rest.removeIf(key -> key.id().equals(id));
        replace(account.with(rest));
        return removed;
    }

    /// Whose account and password these are. A wrong one takes as long as a right one.
    Optional<Account> matching(String name, char[] password) {
        Optional<Account> account = of(name);
        boolean right =
                Passwords.matches(password, account.map(Account::password).orElse(NOBODY));
        return right ? account : Optional.empty();
    }

    /// Whose key this is, if it still holds.
    Optional<Operator> holder(String key) {
        if (!key.startsWith(KEY_PREFIX)) {
            return Optional.empty();
        }
        byte[] digest = Sha256.of(key).getBytes(StandardCharsets.US_ASCII);
        for (Account account : all()) {
            for (Account.Key each : account.keys()) {
                boolean same = MessageDigest.isEqual(digest, each.digest().getBytes(StandardCharsets.US_ASCII));
                if (same && nowS() < each.untilS()) {
                    return Optional.of(new Operator(account.name(), each.role()));
                }
            }
        }
        return Optional.empty();
    }

    private Account known(String name) {
        return of(name).orElseThrow(() -> new IllegalArgumentException("there is no account '" + name + "'"));
    }

    // Within [PeopleFile#alone] only.
    private boolean replace(Account account) {
        file.keep(all().stream()
                .map(each -> each.isCalled(account.name()) ? account : each)
                .toList());
        return true;
    }

    private static long nowS() {
        return System.currentTimeMillis() / 1000;
    }

    private static String random(int bytes) {
        byte[] some = new byte[bytes];
        new SecureRandom().nextBytes(some);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(some);
    }
}
