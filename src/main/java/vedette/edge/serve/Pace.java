package vedette.edge.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How fast each may ask: as many requests a second as the settings say, some seconds' worth of them at once.
/// Who stays below never notices; who goes beyond is told when to come again, and delays nobody else.
final class Pace {
    /// Those who asked lately; who did not ask for longest is forgotten first, and begins anew.
    static final int MOST_REMEMBERED = 8_192;

    /// A page with all its files, and some more.
    static final double BURST_S = 8;

    private static final double NS_PER_S = 1e9;

    private final LongSupplier clock;
    private final double perS;
    private final double burst;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

    private record Bucket(double left, long atNs) {}

    /// @param clock nanoseconds since anything
    /// @param perS requests a second of one client
    Pace(LongSupplier clock, double perS) {
        this.clock = clock;
        this.perS = perS;
        burst = Math.max(1, perS * BURST_S);
    }

    /// Takes one request.
    ///
    /// @param who a person, or else an address
    /// @return after how many seconds to come again; 0 when the request may be made
    synchronized long waitS(String who) {
        long now = clock.getAsLong();
        Bucket before = buckets.getOrDefault(who, new Bucket(burst, now));
        double left = Math.min(burst, before.left + (now - before.atNs) / NS_PER_S * perS);
        boolean may = left >= 1;
        buckets.put(who, new Bucket(may ? left - 1 : left, now));
        if (buckets.size() > MOST_REMEMBERED) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return may ? 0 : Math.max(1, (long) Math.ceil((1 - left) / perS));
    }

    synchronized int remembered() {
        return buckets.size();
    }

    /// By what an address is known: one of IPv6 by its first half, since the other half is everybody's own to
    /// choose.
    static String place(String address) {
        String plain = address.replaceAll("%.*", "");
        String[] parts = plain.split(":", -1);
        return parts.length < 8 ? plain : String.join(":", parts[0], parts[1], parts[2], parts[3]) + "::";
    }
}
