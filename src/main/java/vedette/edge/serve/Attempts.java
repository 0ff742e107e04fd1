package vedette.edge.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Counts failed attempts to come in, by account and by address: guessing gets slow before it gets anywhere.
final class Attempts {
    /// After so many for one account, nobody gets in there for a while, also with the right password.
    static final int MOST_AN_ACCOUNT = 10;

    /// More, since a whole command post may share an address.
    static final int MOST_AN_ADDRESS = 30;

    /// For so long they are remembered.
    static final long WINDOW_NS = TimeUnit.MINUTES.toNanos(10);

    private static final int MOST_REMEMBERED = 4_096;

    private final LongSupplier clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    private record Tally(int count, long sinceNs) {}

    Attempts(LongSupplier clock) {
        this.clock = clock;
    }

    /// Takes one attempt; it counts as failed until [#succeeded]. So do all that run at the same time.
    ///
    /// @return whether it may be made
    synchronized boolean take(String account, String address) {
        boolean may = count("a " + account) < MOST_AN_ACCOUNT && count("h " + address) < MOST_AN_ADDRESS;
        if (may) {
            add("a " + account, 1);
            add("h " + address, 1);
        }
        return may;
    }

    /// The attempt was none: it was right.
    synchronized void succeeded(String account, String address) {
        tallies.remove("a " + account);
        add("h " + address, -1);
    }

    private int count(String who) {
        Tally tally = tallies.get(who);
        return tally == null || clock.getAsLong() - tally.sinceNs >= WINDOW_NS ? 0 : tally.count;
    }

    private void add(String who, int step) {
        int count = count(who);
        Tally old = tallies.get(who);
        long since = count == 0 || old == null ? clock.getAsLong() : old.sinceNs;
        tallies.remove(who);
        tallies.put(who, new Tally(Math.max(0, count + step), since));
        if (tallies.size() > MOST_REMEMBERED) {
            tallies.remove(tallies.keySet().iterator().next());
        }
    }
}
