package vedette.edge.serve;

import io.helidon.http.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import vedette.model.Operator;

/// Decides who somebody is and whether they may give orders.
///
/// Orders need an account's session or key, or the operator key or a session made from it, always in a header
/// that no other site can set; there are no cookies, which would also be sent to any other port of this
/// machine. With TLS a program may show a certificate instead, and the operator key opens nothing: everybody
/// comes under a name of their own.
///
/// A session whose person did nothing for long shows the picture and orders nothing. Keys and certificates of programs
/// do not lapse: they are proved with each request.
final class Doorkeeper {
    private final House house;
    private final DisplaySettings settings;
    private final Origins origins;
    private final Pace pace;

    Doorkeeper(House house) {
        this.house = house;
        settings = house.settings();
        origins = new Origins(settings, house.counters());
        pace = new Pace(house.clock(), settings.reach().limits().requestsPerS());
    }

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
        String who = operator(caller).map(each -> "p " + each.name()).orElse("a " + Pace.place(caller.address()));
        long waitS = pace.waitS(who);
        if (waitS > 0) {
            house.counters().count("requests_refused_total{reason=\"pace\"}");
        }
        return waitS;
    }

    /// Whether nobody sees anything who has not said who they are.
    boolean asksForNames() {
        return settings.guarded();
    }

    /// Whether there is an account at all.
    boolean hasPeople() {
        return house.people().filter(all -> !all.all().isEmpty()).isPresent();
    }

    /// Who looks: by their secret, or else by their certificate. To look is no act.
    Optional<Operator> operator(Caller caller) {
        return secret(caller).map(this::holder).orElseGet(() -> caller.subject().flatMap(this::certified));
    }

    /// Who wants to order or sign something.
    Acting acting(Caller caller) {
        Optional<Sessions.Standing> standing =
                secret(caller).flatMap(token -> house.sessions().act(token)).filter(each -> holds(each.session()));
        if (standing.isPresent()) {
            Operator who = standing.get().session().operator();
            return standing.get().lapsed() ? new Acting.Lapsed(who) : new Acting.Acts(who);
        }
        return operator(caller).<Acting>map(Acting.Acts::new).orElseGet(Acting.Stranger::new);
    }

    /// The session a request comes with, where it comes with one that holds.
    Optional<Sessions.Standing> standing(Caller caller) {
        return secret(caller).flatMap(token -> house.sessions().of(token)).filter(each -> holds(each.session()));
    }

    /// Whether somebody looks with a key, a certificate or a token, is written down: what opens, once in a while; what
    /// opens nothing, each time. Browsers send no certificate, and nothing is not wrong.
    void witness(Caller caller) {
        Optional<Operator> who = operator(caller);
        boolean session = standing(caller).isPresent();
        if (session || (secret(caller).isEmpty() && caller.subject().isEmpty())) {
            return;
        }
        String way = secret(caller).isEmpty() ? "certificate" : "key";
        String reason = who.isPresent() ? "" : way.equals("key") ? "no such key or session, or over" : "not listed";
        Optional<Account> account = who.flatMap(this::account);
        house.log()
                .tell(SecurityEvent.logIn(way, account, caller.address(), reason)
                        .of(SecurityEvent.Kind.CREDENTIAL));
    }

    /// A request that was refused is written down.
    ///
    /// @param route as the list of routes has it
    /// @param reason in a word
    void refused(Caller caller, String route, String reason) {
        Optional<Operator> who = operator(caller);
        house.log()
                .tell(new SecurityEvent(
                        SecurityEvent.Kind.ACCESS,
                        false,
                        "",
                        who.flatMap(this::account).map(Account::name).orElse(""),
                        who.map(Operator::role),
                        caller.address(),
                        route,
                        reason));
    }

    // Who came by the operator key chose a name: it is nobody's, and whatever they typed.
    private Optional<Account> account(Operator who) {
        return house.people().flatMap(all -> all.of(who.name()));
    }

    private static Optional<String> secret(Caller caller) {
        return caller.token().filter(token -> !token.isEmpty());
    }

    // As what the settings say, and never more than the account is by now.
    private Optional<Operator> certified(X500Principal subject) {
        for (Reach.Certified each : settings.reach().certified()) {
            if (each.subject().equals(subject)) {
                return house.people()
                        .flatMap(all -> all.of(each.account()))
                        .filter(account -> each.role().compareTo(account.role()) <= 0)
                        .map(account -> new Operator(account.name(), each.role()));
            }
        }
        return Optional.empty();
    }

    /// Who holds a session, an account's key, or the operator key itself.
    private Optional<Operator> holder(String token) {
        if (isKey(token)) {
            return Optional.of(new Operator(People.KEY_HOLDER, Operator.Role.OPERATOR));
        }
        return house.sessions()
                .of(token)
                .map(Sessions.Standing::session)
                .filter(this::holds)
                .map(Sessions.Session::operator)
                .or(() -> house.people().flatMap(all -> all.holder(token)));
    }

    // An account that was taken away or changed ends its sessions; one that was added ends those that are called so.
    private boolean holds(Sessions.Session session) {
        String name = session.operator().name();
        Optional<Account> now = house.people().flatMap(all -> all.of(name));
        return session.account()
                .map(then -> now.filter(account -> account.isAs(then)).isPresent())
                .orElse(now.isEmpty());
    }

    /// Ends the session a request comes with.
    void leave(Caller caller) {
        secret(caller)
                .flatMap(token -> house.sessions().end(token))
                .ifPresent(gone -> house.log()
                        .tell(SecurityEvent.logIn(way(gone), gone.account(), caller.address(), "")
                                .of(SecurityEvent.Kind.LOG_OUT)));
    }

    /// The sessions under the name of who asks that still hold, theirs among them; none for who has no session.
    List<Sessions.Seat> seats(Caller caller) {
        return secret(caller).map(token -> house.sessions().seats(token)).orElse(List.of()).stream()
                .filter(each -> holds(each.session()))
                .toList();
    }

    /// Ends another session of who asks.
    ///
    /// @return whether it was open
    boolean end(Sessions.Seat seat, Caller caller) {
        boolean ended = house.sessions().endCalled(seat.id());
        if (ended) {
            house.log()
                    .tell(SecurityEvent.logIn(
                                    way(seat.session()), seat.session().account(), caller.address(), "")
                            .of(SecurityEvent.Kind.LOG_OUT));
        }
        return ended;
    }

    /// How somebody came, as a word.
    static String way(Sessions.Session session) {
        return session.way().name().toLowerCase(Locale.ROOT);
    }

    // Compared in constant time, so that its characters cannot be found one after the other.
    boolean isKey(String secret) {
        return !settings.guarded()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        settings.operatorKey().getBytes(StandardCharsets.UTF_8));
    }
}
