package vedette.edge.serve;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import vedette.model.Operator;

/// Who has come in and not gone. Sessions end by themselves, live in memory only, and are looked up by their
/// digest: how long that takes tells nothing about a token.
final class Sessions {
    /// A shift and its handing over: after that, whoever sits there says anew who they are.
    static final long LIFE_NS = TimeUnit.HOURS.toNanos(12);

    /// Without any request of its own. A picture that is only watched does not count as one.
    static final long IDLE_NS = TimeUnit.HOURS.toNanos(8);

    /// The oldest make room.
    static final int MOST = 4_096;

    private static final int TOKEN_BYTES = 32;

    private final LongSupplier clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /// @param clock nanoseconds since anything
    Sessions(LongSupplier clock) {
        this.clock = clock;
    }

    /// A session.
    ///
    /// @param operator who came in
    /// @param account the account as it was then; none when they came by key and chose a name
    record Session(Operator operator, Optional<Account> account) {}

    private record Entry(Session session, long sinceNs, long usedNs) {}

    /// Opens one.
    ///
    /// @return its token
    synchronized String open(Session session) {
        long now = clock.getAsLong();
        entries.values().removeIf(entry -> isOver(entry, now));
        if (entries.size() >= MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
        String token = token();
        entries.put(Sha256.of(token), new Entry(session, now, now));
        return token;
    }

    /// The session of a token, if it still holds.
    ///
    /// @param used whether this is somebody's request, from which the idle time counts anew
    synchronized Optional<Session> of(String token, boolean used) {
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
        if (used) {
            entries.replace(digest, new Entry(entry.session, entry.sinceNs, now));
        }
        return Optional.of(entry.session);
    }

    /// Ends one.
    synchronized void end(String token) {
        entries.remove(Sha256.of(token));
    }

    private static boolean isOver(Entry entry, long now) {
        return now - entry.sinceNs >= LIFE_NS || now - entry.usedNs >= IDLE_NS;
    }

    /// A secret that nobody guesses.
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
