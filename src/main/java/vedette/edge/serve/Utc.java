package vedette.edge.serve;

import java.time.Instant;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Moments as people and other programs read them.
final class Utc {
    private static final long NS_PER_MS = 1_000_000;

    private final LeapSeconds leaps;

    Utc(LeapSeconds leaps) {
        this.leaps = leaps;
    }

    /// Milliseconds of UTC since 1970, leap seconds not counted.
    long unixMs(Moment moment) {
        return Math.floorDiv(leaps.unixNs(moment), NS_PER_MS);
    }

    /// ISO 8601 with milliseconds, ending in Z.
    String iso(Moment moment) {
        return iso(unixMs(moment));
    }

    static String iso(long unixMs) {
        String text = Instant.ofEpochMilli(unixMs).toString();
        return text.contains(".") ? text : text.substring(0, text.length() - 1) + ".000Z";
    }

    /// The moment of milliseconds of UTC.
    Moment moment(long unixMs) {
        return leaps.moment(Math.multiplyExact(unixMs, NS_PER_MS));
    }
}
