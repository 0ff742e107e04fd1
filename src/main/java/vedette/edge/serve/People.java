package vedette.edge.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
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

    private final Path file;
    private List<Account> accounts = List.of();
    private FileTime readAt = FileTime.fromMillis(-1);
    private long readSize = -1;

    /// The people in a file, which need not be there yet.
    ///
    /// @throws CannotServe when the file is there and cannot be read
    public People(Path file) {
        this.file = file;
        all();
    }

    /// Everybody, in the order they came.
    public synchronized List<Account> all() {
        try {
            if (!Files.exists(file)) {
                accounts = List.of();
                readSize = -1;
            } else if (!Files.getLastModifiedTime(file).equals(readAt) || Files.size(file) != readSize) {
                readAt = Files.getLastModifiedTime(file);
                readSize = Files.size(file);
                accounts = AccountsText.read(Files.readString(file));
            }
            return accounts;
        } catch (IOException | IllegalArgumentException fault) {
            // Whoever cannot be looked up does not come in.
            accounts = List.of();
            readSize = -1;
            throw fault(fault);
        }
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
    synchronized Optional<Account> signedOn(Account.Identity identity, String wish, Operator.Role role) {
        Optional<Account> known = all().stream()
                .filter(account -> account.identity().equals(Optional.of(identity)))
                .findFirst();
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
        keep(more);
        return account;
    }

    /// Says who somebody with an account is at a provider, so that there they are the same person.
    ///
    /// @throws IllegalArgumentException when there is no such account, or that person has another one
    public synchronized void link(String name, Account.Identity identity) {
        Account account = known(name);
        boolean another =
                all().stream().anyMatch(each -> each.identity().equals(Optional.of(identity)) && !each.isCalled(name));
        if (another
                || account.identity().filter(before -> !before.equals(identity)).isPresent()) {
            throw new IllegalArgumentException("one person has one account: that one, or this, is somebody's already");
        }
        replace(account.known(identity));
    }

    /// Adds somebody.
    ///
    /// @param password is not kept, and not wiped
    /// @throws IllegalArgumentException when the name is taken or no name, or the password too short or too
    /// long
    public synchronized void add(String name, Operator.Role role, char[] password) {
        check(name, password);
        if (isTaken(name) || all().size() >= MOST) {
            throw new IllegalArgumentException("'" + name + "' has an account already, or there are " + MOST);
        }
        List<Account> more = new ArrayList<>(all());
        more.add(new Account(name, role, Passwords.kept(password), List.of(), Optional.empty()));
        keep(more);
    }

    private static void check(String name, char[] password) {
        if (!Account.isLegal(name)) {
            throw new IllegalArgumentException("an account is called by letters, digits, spaces, '.', '_' and '-'");
        }
        if (Account.plain(name).equals(KEY_HOLDER)) {
            throw new IllegalArgumentException("'" + KEY_HOLDER + "' is who comes by the operator key");
        }
        if (password.length < Passwords.SHORTEST || password.length > Passwords.LONGEST) {
            throw new IllegalArgumentException(
                    "a password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
        }
        String objection = KnownPasswords.objection(name, password);
        if (!objection.isEmpty()) {
            throw new IllegalArgumentException("such a password is guessed: " + objection);
        }
    }

    /// Takes somebody away. Who signs on at a provider stays in the file, as one who does not come in.
    ///
    /// @return whether they were there
    public synchronized boolean remove(String name) {
        Optional<Account> theirs = of(name);
        if (theirs.flatMap(Account::identity).isPresent()) {
            Account gone = theirs.get();
            replace(new Account(gone.name(), gone.role(), Account.AWAY, List.of(), gone.identity()));
            return true;
        }
        List<Account> rest = new ArrayList<>(all());
        boolean removed = rest.removeIf(account -> account.isCalled(name) && !account.isAway());
        if (removed) {
            keep(rest);
        }
        return removed;
    }

    /// Gives somebody another password; their sessions end.
    ///
    /// @throws IllegalArgumentException when there is no such account, or the password is too short or too long
    public synchronized void change(String name, char[] password) {
        check(name, password);
        Account old = known(name);
        if (old.signsOn()) {
            throw new IllegalArgumentException("'" + name + "' signs on at their provider and has no password here");
        }
        replace(new Account(old.name(), old.role(), Passwords.kept(password), old.keys(), old.identity()));
    }

    /// Makes a key for a program of somebody's.
    ///
    /// @param role VIEWER or OPERATOR, no more than the account's
    /// @param days for how long
    /// @return the key: it is told this once
    /// @throws IllegalArgumentException when there is no such account or it may not have such a key
    public synchronized String key(String name, Operator.Role role, int days) {
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
    public synchronized boolean revoke(String name, String id) {
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

    private void replace(Account account) {
        keep(all().stream()
                .map(each -> each.isCalled(account.name()) ? account : each)
                .toList());
    }

    // Into a new file that takes the old one's place: a cut of power leaves the one or the other.
    private void keep(List<Account> people) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            Path fresh = Files.createTempFile(folder, "people", ".tmp", ownerOnly);
            Files.writeString(fresh, AccountsText.write(people));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            readSize = -1;
        } catch (IOException fault) {
            throw fault(fault);
        }
    }

    private CannotServe fault(Exception fault) {
        return new CannotServe(
                "Cannot read or write the accounts in " + file + ": " + fault.getMessage(),
                "Make it readable and right, or take it away and add the accounts again",
                fault);
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
