package vedette.edge;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Connections by where they come from: no other machine may hold so many places, before it has said a word, that
/// nobody else finds one. Those of this machine are not counted: who is on it can do worse.
///
/// An address of IPv6 counts by its first half, since the other half is everybody's own to choose.
public final class Guests {
    private static final int NET_BYTES = 8;

    private final int mostEach;
    private final boolean ownToo;
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> full = new HashSet<>();
    private final AtomicLong refused = new AtomicLong();

    /// Nobody is there yet.
    ///
    /// @param mostEach connections of one other machine, 1 or more
    public Guests(int mostEach) {
        this(mostEach, false);
    }

    /// The same, where connections of this machine may count too, as in tests.
    public Guests(int mostEach, boolean ownToo) {
        this.mostEach = mostEach;
        this.ownToo = ownToo;
    }

    /// So many of `most` places that a quarter is left for others.
    public static int share(int most) {
        return Math.max(1, most - most / 4);
    }

    /// What becomes of a connection.
    public enum Fate {
        /// It has a place, until [#left].
        ADMITTED,
        /// It has none; its machine has filled its share just now, which is to be told.
        FIRST_REFUSED,
        /// It has none, like others before it.
        REFUSED
    }

    /// Whether connections from there count.
    public boolean counts(InetAddress from) {
        return ownToo || !from.isLoopbackAddress();
    }

    /// A connection comes.
    public synchronized Fate come(InetAddress from) {
        if (!counts(from)) {
            return Fate.ADMITTED;
        }
        String place = place(from);
        int now = places.getOrDefault(place, 0);
        if (now < mostEach) {
            places.put(place, now + 1);
            return Fate.ADMITTED;
        }
        refused.incrementAndGet();
        return full.add(place) ? Fate.FIRST_REFUSED : Fate.REFUSED;
    }

    /// One that was admitted is gone, or has said who it is.
    public synchronized void left(InetAddress from) {
        String place = place(from);
        full.remove(place);
        places.computeIfPresent(place, (_, count) -> count > 1 ? count - 1 : null);
    }

    /// Connections that were turned away, since the start.
    public long refused() {
        return refused.get();
    }

    /// Connections of one machine at most.
    public int mostEach() {
        return mostEach;
    }

    /// What counts as one machine.
    public static String place(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NET_BYTES)));
    }
}
