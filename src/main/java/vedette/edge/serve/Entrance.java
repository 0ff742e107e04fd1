package vedette.edge.serve;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vedette.format.text.Json;
import vedette.model.Domain;
import vedette.model.Operator;

/// Where people come in: by a password, at their provider, or by the operator key; and where they change their
/// password.
///
/// Who comes by the operator key chooses a name: therefore they never release anything in earnest, and are
/// never called as an account is.
final class Entrance {
    private static final int MOST_TICKETS = 16;
    private static final long TICKET_LIFE_NS = TimeUnit.MINUTES.toNanos(10);
    private static final String BY_PASSWORD = "password";
    private static final String BY_PROVIDER = "provider";
    private static final String BY_KEY = "key";

    private final House house;
    private final DisplaySettings settings;
    private final Doorkeeper doorkeeper;
    private final Optional<SignOn> signOn;
    private final Attempts attempts;
    private final Map<String, Long> tickets = new LinkedHashMap<>();

    Entrance(House house, Doorkeeper doorkeeper) {
        this.house = house;
        this.doorkeeper = doorkeeper;
        settings = house.settings();
        attempts = new Attempts(house.clock());
        long maxAgeS = TimeUnit.MINUTES.toSeconds(settings.admission().stay().idleMin());
        signOn = settings.reach()
                .provider()
                .map(provider -> new SignOn(provider, new ProviderLine(provider), house.clock(), maxAgeS));
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
    /// @param status of HTTP
    /// @param why for them
    record Refused(int status, String why) implements Entry {}

    /// A one-time secret for a link: whoever opens the link first becomes the operator; afterwards it opens
    /// nothing.
    synchronized String ticket() {
        String ticket = house.sessions().token();
        tickets.put(Sha256.of(ticket), house.clock().getAsLong());
        if (tickets.size() > MOST_TICKETS) {
            tickets.remove(tickets.keySet().iterator().next());
        }
        return ticket;
    }

    private synchronized boolean isTicket(String secret) {
        Long madeNs = tickets.remove(Sha256.of(secret));
        return madeNs != null && house.clock().getAsLong() - madeNs < TICKET_LIFE_NS;
    }

    /// Who comes by key.
    ///
    /// @param secret a ticket or the key; anything where everybody here is an operator
    /// @param name who the person says they are
    /// @param role what they want to be; more than OPERATOR only where nothing is in earnest
    /// @param address where the request comes from
    record ByKey(String secret, String name, Operator.Role role, String address) {}

    /// Opens a session by key.
    Entry enter(ByKey key) {
        boolean everyone = settings.access() == DisplaySettings.Access.EVERYONE_HERE;
        Turned away = new Turned(BY_KEY, Optional.empty(), key.address);
        if (key.role != Operator.Role.OPERATOR && !(everyone && mayPlay(key.role))) {
            return refused(away, "role", 403, "that role needs an account");
        }
        if (house.people().filter(all -> all.isTaken(key.name)).isPresent()) {
            return refused(away, "name", 403, "'" + key.name + "' is an account: log in with its password");
        }
        if (settings.guarded()) {
            return refused(away, BY_KEY, 401, "log in with an account: the operator key opens nothing here");
        }
        if (!everyone && !doorkeeper.isKey(key.secret) && !isTicket(key.secret)) {
            return refused(away, BY_KEY, 401, "wrong key, or a link that was used before");
        }
        Sessions.Way way = everyone ? Sessions.Way.PLAY : Sessions.Way.KEY;
        return opened(new Sessions.Session(new Operator(key.name, key.role), Optional.empty(), way), away);
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
        Turned away = new Turned(BY_PASSWORD, house.people().flatMap(all -> all.of(name)), address);
        if (!attempts.take(plain, address)) {
            return refused(away, "attempts", 429, "too many failed attempts: wait ten minutes");
        }
        Optional<Account> account = house.people().flatMap(all -> all.matching(name, password.toCharArray()));
        if (account.isEmpty()) {
            return refused(away, BY_PASSWORD, 401, "no such account, or a wrong password");
        }
        attempts.succeeded(plain, address);
        return opened(session(account.get(), account.get().role(), Sessions.Way.PASSWORD), away);
    }

    /// Gives somebody another password, who is in and knows the one they have. All their sessions end, and their live
    /// lines with them; they get a new one. Guesses at the password count as guesses at the door.
    ///
    /// @param current the password they have
    /// @param password the one they want
    Entry change(Caller caller, String current, String password) {
        Optional<Sessions.Session> session = doorkeeper.standing(caller).map(Sessions.Standing::session);
        Optional<Account> own = session.flatMap(Sessions.Session::account);
        Turned away = new Turned(BY_PASSWORD, own, caller.address());
        if (own.isEmpty() || own.get().signsOn()) {
            return refusedChange(away, "no password here", 403, noPassword(session));
        }
        String plain = Account.plain(own.get().name());
        if (!attempts.take(plain, caller.address())) {
            return refusedChange(away, "attempts", 429, "too many failed attempts: wait ten minutes");
        }
        if (!Passwords.matches(current.toCharArray(), own.get().password())) {
            return refusedChange(away, BY_PASSWORD, 403, "that is not the password you have");
        }
        attempts.succeeded(plain, caller.address());
        return changed(own.get(), password, away);
    }

    // What they proved is compared once more when it is written: of two at the same moment the second is refused.
    private Entry changed(Account own, String password, Turned away) {
        try {
            Optional<Account> now = house.people().flatMap(all -> all.changeOwn(own, password.toCharArray()));
            if (now.isEmpty()) {
                return refusedChange(away, "changed meanwhile", 409, "the password was changed meanwhile: log in anew");
            }
            house.log().tell(away.event("").of(SecurityEvent.Kind.PASSWORD));
            return opened(session(now.get(), now.get().role(), Sessions.Way.PASSWORD), away);
        } catch (IllegalArgumentException notThatOne) {
            return refusedChange(away, "new password", 400, String.valueOf(notThatOne.getMessage()));
        }
    }

    private static String noPassword(Optional<Sessions.Session> session) {
        if (session.flatMap(Sessions.Session::account).isPresent()) {
            return "you sign on at a provider: change your password there";
        }
        return session.isPresent()
                ? "who came by the operator key has no password here: log in with an account"
                : "a key or a certificate changes no password: log in with the account";
    }

    private Refused refusedChange(Turned away, String reason, int status, String why) {
        house.counters().count("requests_refused_total{reason=\"password change\"}");
        house.log().tell(away.event(reason).of(SecurityEvent.Kind.PASSWORD));
        return new Refused(status, why);
    }

    /// Where somebody goes who signs on at the provider.
    ///
    /// @param afresh whether the provider shall ask who they are also when it knows them
    /// @return none when there is no provider
    /// @throws IOException when it does not answer
    Optional<SignOn.Begin> beginSignOn(boolean afresh) throws IOException {
        return signOn.isEmpty() ? Optional.empty() : Optional.of(signOn.get().begin(afresh));
    }

    /// Opens a session for who comes back from the provider.
    Entry endSignOn(String code, String state, String address) {
        Turned away = new Turned(BY_PROVIDER, Optional.empty(), address);
        if (signOn.isEmpty()) {
            return refused(away, BY_PROVIDER, 404, "there is no provider");
        }
        return switch (signOn.get().end(code, state, System.currentTimeMillis() / 1000)) {
            case SignOn.Unknown(String why) -> refused(away, BY_PROVIDER, 401, why);
            case SignOn.Known(String subject, Json claims) ->
                signedOn(new Account.Identity(signOn.get().provider().issuer().toString(), subject), claims, away);
        };
    }

    // What the settings give for what the provider says, and nothing else.
    private Entry signedOn(Account.Identity identity, Json claims, Turned away) {
        Provider provider = signOn.orElseThrow().provider();
        Optional<Operator.Role> role = provider.role(IdToken.texts(claims, provider.rolesIn()));
        if (role.isEmpty()) {
            return refused(away, "role", 403, "the provider knows you, but nothing you are there opens this display");
        }
        String wish = claims.text(provider.nameIn()).orElse("").strip();
        Optional<Account> account = house.people().flatMap(all -> all.signedOn(identity, wish, role.get()));
        if (account.isEmpty()) {
            return refused(away, "taken away", 403, "this account was taken away");
        }
        Operator.Role least = role.get().compareTo(account.get().role()) < 0
                ? role.get()
                : account.get().role();
        return opened(session(account.get(), least, Sessions.Way.PROVIDER), away);
    }

    private static Sessions.Session session(Account account, Operator.Role role, Sessions.Way way) {
        return new Sessions.Session(new Operator(account.name(), role), Optional.of(account), way);
    }

    private Entry opened(Sessions.Session session, Turned away) {
        house.log().tell(SecurityEvent.logIn(Doorkeeper.way(session), session.account(), away.address, ""));
        return new Opened(house.sessions().open(session, away.address), session.operator());
    }

    /// Who would be turned away.
    private record Turned(String way, Optional<Account> account, String address) {
        SecurityEvent event(String reason) {
            return SecurityEvent.logIn(way, account, address, reason);
        }
    }

    private Refused refused(Turned away, String reason, int status, String why) {
        house.counters().count("requests_refused_total{reason=\"" + reason + "\"}");
        house.log().tell(away.event(reason));
        return new Refused(status, why);
    }
}
