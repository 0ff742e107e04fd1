package vedette.format.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Moments as ISO 8601 UTC text.
public final class Utc {
    private static final long NS = 1_000_000_000L;
    private static final long FIRST_S = -9_000_000_000L;
    private static final long LAST_S = 9_000_000_000L;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Utc() {}

    /// As `2026-11-22T18:46:15.250Z`: no more digits than it needs, in groups of three.
    public static String text(Moment moment, LeapSeconds leaps) {
        return instant(moment, leaps).toString();
    }

    /// As `2026-11-22T18:46:15`, rounded down to the second, without a zone: who uses it adds one.
    public static String seconds(Moment moment, LeapSeconds leaps) {
        return SECONDS.format(instant(moment, leaps));
    }

    /// As `20261122T184615Z`, rounded down to the second: for names of files and messages.
    public static String compact(Moment moment, LeapSeconds leaps) {
        return COMPACT.format(instant(moment, leaps));
    }

    /// The moment of an ISO 8601 text with a zone (`Z` or an offset).
    ///
    /// @return nothing when the text is no such time, or lies before 1685 or after 2255
    public static Optional<Moment> moment(String text, LeapSeconds leaps) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            long seconds = instant.getEpochSecond();
            return seconds < FIRST_S || seconds > LAST_S
                    ? Optional.empty()
                    : Optional.of(leaps.moment(seconds * NS + instant.getNano()));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Instant instant(Moment moment, LeapSeconds leaps) {
        long unixNs = leaps.unixNs(moment);
        return Instant.ofEpochSecond(Math.floorDiv(unixNs, NS), Math.floorMod(unixNs, NS));
    }
}
