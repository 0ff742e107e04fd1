package vedette.edge.serve;

import io.helidon.http.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.security.auth.x500.X500Principal;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Operator;

/// Decides who may come in and who may give orders.
///
/// Orders need an account's session or key, or the operator key or a session made from it, always in a header
/// that no other site can set; there are no cookies, which would also be sent to any other port of this
/// machine. With TLS a program may show a certificate instead, and the operator key opens nothing: everybody
/// comes under a name of their own.
///
/// Who comes by the operator key chooses a name: therefore they never release anything in earnest, and are
/// never called as an account is.
final class Doorkeeper {
    private static final int MOST_TICKETS = 16;
    private static final long TICKET_LIFE_NS = TimeUnit.MINUTES.toNanos(10);

    private final DisplaySettings settings;
    private final Counters counters;
    private final Origins origins;
    private final Optional<People> people;
    private final Optional<SignOn> signOn;
    private final Pace pace;
    private final Sessions sessions = new Sessions(System::nanoTime);
    private final Attempts attempts = new Attempts(System::nanoTime);
    private final Map<String, Long> tickets = new LinkedHashMap<>();

    Doorkeeper(DisplaySettings settings, Counters counters) {
        this.settings = settings;
        this.counters = counters;
        origins = new Origins(settings, counters);
        people = settings.people().map(People::new);
        pace = new Pace(System::nanoTime, settings.reach().limits().requestsPerS());
        signOn = settings.reach()
                .provider()
                .map(provider -> new SignOn(provider, new ProviderLine(provider), System::nanoTime));
    }

    /// What became of somebody at the door.
    sealed interface Entry {}

    /// They are in.
    ///
    /// @param token their session
    /// @param who they
    record Opened(String token, Operator who) implements Entry {}

    /// They are not.
    ///
    /// @param reason for the count
    /// @param status of HTTP
    /// @param why for them
    record Refused(String reason, int status, String why) implements Entry {}

    /// Why a request may not come in at all, if so.
    Optional<String> refusal(Headers headers) {
        return origins.refusal(headers);
    }

    /// Whether somebody asks too fast.
    ///
    /// @return after how many seconds to come again; 0 when they may ask
    long waitS(Caller caller) {
        if (!settings.guarded()) {
            return 0;
        }
        String who =
                operator(caller, false).map(each -> "p " + each.name()).orElse("a " + Pace.place(caller.address()));
        long waitS = pace.waitS(who);
        if (waitS > 0) {
            counters.count("requests_refused_total{reason=\"pace\"}");
        }
        return waitS;
    }

    /// Whether nobody sees anything who has not said who they are.
    boolean asksForNames() {
        return settings.guarded();
    }

    /// Whether there is an account at all.
    boolean hasPeople() {
        return people.filter(all -> !all.all().isEmpty()).isPresent();
    }

    /// Who a request comes from: by its secret, or else by its certificate.
    Optional<Operator> operator(Caller caller, boolean used) {
        return caller.token()
                .filter(token -> !token.isEmpty())
                .map(token -> operator(token, used))
                .orElseGet(() -> caller.subject().flatMap(this::certified));
    }

    // As what the settings say, and never more than the account is by now.
    private Optional<Operator> certified(X500Principal subject) {
        for (Reach.Certified each : settings.reach().certified()) {
            if (each.subject().equals(subject)) {
                return people.flatMap(all -> all.of(each.account()))
                        .filter(account -> each.role().compareTo(account.role()) <= 0)
                        .map(account -> new Operator(account.name(), each.role()));
            }
        }
        return Optional.empty();
    }

    /// Who holds a session, an account's key, or the operator key itself.
    ///
    /// @param used whether this is a request of theirs, which keeps a session from ending idle
    private Optional<Operator> operator(String token, boolean used) {
        if (isKey(token)) {
            return Optional.of(new Operator(People.KEY_HOLDER, Operator.Role.OPERATOR));
        }
        return sessions.of(token, used)
                .filter(this::holds)
                .map(Sessions.Session::operator)
                .or(() -> people.flatMap(all -> all.holder(token)));
    }

    // An account that was taken away or changed ends its sessions; one that was added ends those that are called so.
    private boolean holds(Sessions.Session session) {
        String name = session.operator().name();
        Optional<Account> now = people.flatMap(all -> all.of(name));
        return session.account()
                .map(then -> now.filter(account -> account.isAs(then)).isPresent())
                .orElse(now.isEmpty());
    }

    /// A one-time secret for a link: whoever opens the link first becomes the operator; afterwards it opens
    /// nothing.
    synchronized String ticket() {
        String ticket = sessions.token();
        tickets.put(Sha256.of(ticket), System.nanoTime());
        if (tickets.size() > MOST_TICKETS) {
            tickets.remove(tickets.keySet().iterator().next());
        }
        return ticket;
    }

    /// Opens a session by key.
    ///
    /// @param secret a ticket or the key; anything where everybody here is an operator
    /// @param name who the person says they are
    /// @param role what they want to be; more than OPERATOR only where nothing is in earnest
    Entry enter(String secret, String name, Operator.Role role) {
        boolean everyone = settings.access() == DisplaySettings.Access.EVERYONE_HERE;
        if (role != Operator.Role.OPERATOR && !(everyone && mayPlay(role))) {
            return refused("role", 403, "that role needs an account");
        }
        if (people.filter(all -> all.isTaken(name)).isPresent()) {
            return refused("name", 403, "'" + name + "' is an account: log in with its password");
        }
        if (settings.guarded()) {
            return refused("key", 401, "log in with an account: the operator key opens nothing here");
        }
        if (!everyone && !isKey(secret) && !isTicket(secret)) {
            return refused("key", 401, "wrong key, or a link that was used before");
        }
        return opened(new Operator(name, role), Optional.empty());
    }

    // Settings with EVERYONE_HERE are never LIVE; asked again, since a release hangs on it.
    private boolean mayPlay(Operator.Role role) {
        return role == Operator.Role.RELEASER && settings.domain() != Domain.LIVE;
    }

    /// Opens a session for an account.
    ///
    /// @param name the account's
    /// @param password its password
    /// @param address where the request comes from
    Entry logIn(String name, String password, String address) {
        String plain = Account.plain(name);
        if (!attempts.take(plain, address)) {
            return refused("attempts", 429, "too many failed attempts: wait ten minutes");
        }
        Optional<Account> account = people.flatMap(all -> all.matching(name, password.toCharArray()));
        if (account.isEmpty()) {
            return refused("password", 401, "no such account, or a wrong password");
        }
        attempts.succeeded(plain, address);
        return opened(new Operator(account.get().name(), account.get().role()), account);
    }

    /// Where somebody goes who signs on at the provider.
    ///
    /// @return none when there is no provider
    /// @throws IOException when it does not answer
    Optional<SignOn.Begin> beginSignOn() throws IOException {
        return signOn.isEmpty() ? Optional.empty() : Optional.of(signOn.get().begin());
    }

    /// Opens a session for who comes back from the provider.
    Entry endSignOn(String code, String state) {
        if (signOn.isEmpty()) {
            return refused("provider", 404, "there is no provider");
        }
        return switch (signOn.get().end(code, state, System.currentTimeMillis() / 1000)) {
            case SignOn.Unknown(String why) -> refused("provider", 401, why);
            case SignOn.Known(String subject, Json claims) ->
                signedOn(signOn.get().provider(), subject, claims);
        };
    }

    // What the settings give for what the provider says, and nothing else.
    private Entry signedOn(Provider provider, String subject, Json claims) {
        Optional<Operator.Role> role = provider.role(IdToken.texts(claims, provider.rolesIn()));
        if (role.isEmpty()) {
            return refused("provider", 403, "the provider knows you, but nothing you are there opens this display");
        }
        Account.Identity identity = new Account.Identity(provider.issuer().toString(), subject);
        String wish = claims.text(provider.nameIn()).orElse("").strip();
        Optional<Account> account = people.flatMap(all -> all.signedOn(identity, wish, role.get()));
        if (account.isEmpty()) {
            return refused("provider", 403, "this account was taken away");
        }
        Operator.Role least = role.get().compareTo(account.get().role()) < 0
                ? role.get()
                : account.get().role();
        return opened(new Operator(account.get().name(), least), account);
    }

    private Entry opened(Operator who, Optional<Account> account) {
        return new Opened(sessions.open(new Sessions.Session(who, account)), who);
    }

    private Refused refused(String reason, int status, String why) {
        counters.count("requests_refused_total{reason=\"" + reason + "\"}");
        return new Refused(reason, status, why);
    }

    /// Ends the session a request comes with.
    void leave(Caller caller) {
        caller.token().ifPresent(sessions::end);
    }

    private synchronized boolean isTicket(String secret) {
        Long madeNs = tickets.remove(Sha256.of(secret));
        return madeNs != null && System.nanoTime() - madeNs < TICKET_LIFE_NS;
    }

    // Compared in constant time, so that its characters cannot be found one after the other.
    private boolean isKey(String secret) {
        return !settings.guarded()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        settings.operatorKey().getBytes(StandardCharsets.UTF_8));
    }
}
