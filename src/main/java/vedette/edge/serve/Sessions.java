package vedette.edge.serve;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import vedette.model.Operator;

/// Who has come in and not gone. Sessions end by themselves, live in memory only, and are looked up by their
/// digest: how long that takes tells nothing about a token.
///
/// A session in which its person does nothing lapses: it still shows the picture, and orders nothing until the
/// person proves anew who they are, which opens another one. That is kept apart from asking: a page asks by itself.
final class Sessions {
    /// A shift and its handing over: after that, whoever sits there says anew who they are (ASVS 4.0.3, 3.3.2).
    static final long LIFE_NS = TimeUnit.HOURS.toNanos(12);

    /// The oldest make room.
    static final int MOST = 4_096;

    /// Who proved who they are at most so long ago need not prove it again to end another session of theirs.
    static final long FRESH_NS = TimeUnit.MINUTES.toNanos(5);

    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final LongSupplier clock;
    private final long idleNs;
    private final boolean endsIdle;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// @param clock nanoseconds since anything
    Sessions(LongSupplier clock, Admission.Stay stay) {
        this.clock = clock;
        idleNs = TimeUnit.MINUTES.toNanos(stay.idleMin());
        endsIdle = stay.endsIdle();
    }

    /// By which way somebody came.
    enum Way {
        /// An account's password.
        PASSWORD,
        /// The provider at which they sign on.
        PROVIDER,
        /// The operator key, or a link made from it.
        KEY,
        /// Where nothing is in earnest and everybody is an operator: nothing was proved, so nothing lapses.
        PLAY
    }

    /// A session.
    ///
    /// @param operator who came in
    /// @param account the account as it was then; none when they came by key and chose a name
    /// @param way how they proved it
    record Session(Operator operator, Optional<Account> account, Way way) {}

    /// A session as it stands now.
    ///
    /// @param session whose
    /// @param lapsed whether it orders nothing until its person proves anew who they are
    /// @param lapsesInNs until it lapses, if nothing is done; 0 when it has
    /// @param endsInNs until it ends in any case
    record Standing(Session session, boolean lapsed, long lapsesInNs, long endsInNs) {}

    /// A session as its person may see it.
    ///
    /// @param id what it is called; it opens nothing
    /// @param session whose
    /// @param address where it was opened from
    /// @param sinceNs so long ago
    /// @param actedNs so long ago its person did something there
    /// @param own whether it is the one that asks
    record Seat(String id, Session session, String address, long sinceNs, long actedNs, boolean own) {}

    private record Entry(String id, Session session, String address, long sinceNs, long actedNs) {
        Entry acted(long now) {
            return new Entry(id, session, address, sinceNs, now);
        }
    }

    /// Opens one.
    ///
    /// @param address where it is opened from
    /// @return its token
    synchronized String open(Session session, String address) {
        long now = clock.getAsLong();
        entries.values().removeIf(entry -> isOver(entry, now));
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        String token = token();
        entries.put(Sha256.of(token), new Entry(id(), session, address, now, now));
        return token;
    }

    /// The session of a token, if it still holds; to be looked at does not count as an act.
    synchronized Optional<Standing> of(String token) {
        String digest = Sha256.of(token);
        Entry entry = entries.get(digest);
        if (entry == null) {
            return Optional.empty();
        }
        long now = clock.getAsLong();
        if (isOver(entry, now)) {
            entries.remove(digest);
            return Optional.empty();
        }
        return Optional.of(standing(entry, now));
    }

    /// The same, and its person acts: from now on the idle time counts anew, unless it had lapsed already.
    synchronized Optional<Standing> act(String token) {
        Optional<Standing> before = of(token);
        if (before.filter(standing -> !standing.lapsed()).isEmpty()) {
            return before;
        }
        String digest = Sha256.of(token);
        entries.computeIfPresent(digest, (_, entry) -> entry.acted(clock.getAsLong()));
        return of(token);
    }

    private Standing standing(Entry entry, long now) {
        boolean lapses = entry.session.way != Way.PLAY;
        long leftNs = lapses ? Math.max(0, idleNs - (now - entry.actedNs)) : idleNs;
        return new Standing(entry.session, leftNs == 0, leftNs, LIFE_NS - (now - entry.sinceNs));
    }

    /// Ends one.
    ///
    /// @return whose it was, where it held
    synchronized Optional<Session> end(String token) {
        return Optional.ofNullable(entries.remove(Sha256.of(token))).map(Entry::session);
    }

    /// All sessions that are open under the name of a token's, the oldest first; none where the token opens nothing.
    /// Where nothing was proved anybody may have that name: only its own.
    synchronized List<Seat> seats(String token) {
        Optional<Standing> asks = of(token);
        List<Seat> seats = new ArrayList<>();
        if (asks.isPresent()) {
            String name = asks.get().session.operator.name();
            long now = clock.getAsLong();
            String own = Sha256.of(token);
            entries.values().removeIf(entry -> isOver(entry, now));
            entries.forEach((digest, entry) -> {
                boolean theirs = entry.session.operator.name().equals(name) && entry.session.way != Way.PLAY;
                if (theirs || digest.equals(own)) {
                    seats.add(new Seat(
                            entry.id,
                            entry.session,
                            entry.address,
                            now - entry.sinceNs,
                            now - entry.actedNs,
                            digest.equals(own)));
                }
            });
        }
        return seats;
    }

    /// Ends one by what it is called.
    ///
    /// @return whether it was open
    synchronized boolean endCalled(String id) {
        return entries.values().removeIf(entry -> entry.id.equals(id));
    }

    private String id() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private boolean isOver(Entry entry, long now) {
        boolean idle = endsIdle && entry.session.way != Way.PLAY && now - entry.actedNs >= idleNs;
        return idle || now - entry.sinceNs >= LIFE_NS;
    }

    /// A secret that nobody guesses.
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
