package vedette.format.zones;

import java.util.List;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// Files of protected zones.
public final class ZoneFile {
    /// Longer files are refused: a country's zones take a few megabytes.
    public static final int LONGEST = 64_000_000;

    /// How far schedules are expanded, seconds: two days back, a year and a month ahead. A node that runs longer reads
    /// its zones again.
    private static final double BACK_S = 2 * 86_400.0;

    private static final double AHEAD_S = 396 * 86_400.0;

    private ZoneFile() {}

    /// What a file holds.
    ///
    /// @param zones those that could be read, in the file's order
    /// @param refusals those that could not
    public record Contents(List<Zone> zones, List<Refusal> refusals) {
        /// Copies the lists.
        public Contents {
            zones = List.copyOf(zones);
            refusals = List.copyOf(refusals);
        }
    }

    /// A zone, or a whole file, that was refused.
    ///
    /// @param place a path into the file: `$.features[3].geometry.coordinates[0]`
    /// @param identifier the zone's identifier as far as it has one, or nothing
    /// @param reason what is wrong there, short
    public record Refusal(String place, String identifier, String reason) {}

    /// The stretch of time for which schedules are expanded into intervals.
    ///
    /// @param from its first moment
    /// @param until its last
    /// @param leaps UTC against TAI
    public record Span(Moment from, Moment until, LeapSeconds leaps) {
        /// Around now: two days back, 396 days ahead.
        public static Span around(Moment now, LeapSeconds leaps) {
            return new Span(now.plusS(-BACK_S), now.plusS(AHEAD_S), leaps);
        }
    }

    /// Reads a file: a FeatureCollection or one Feature (RFC 7946), plain or as EUROCAE ED-318 has it.
    ///
    /// @param text the whole file
    /// @param span for which time schedules are expanded
    public static Contents read(String text, Span span) {
        if (text.length() > LONGEST) {
            return refused("longer than " + LONGEST + " characters");
        }
        return switch (JsonText.read(text)) {
            case JsonText.Read(Json value) -> new ZoneReader(span).read(value);
            case JsonText.NotJson(String reason, int line) -> refused("not JSON, line " + line + ": " + reason);
        };
    }

    private static Contents refused(String reason) {
        return new Contents(List.of(), List.of(new Refusal("$", "", reason)));
    }

    /// Writes zones in the plain form; [#read] gives them back.
    ///
    /// @param zones the zones
    /// @param leaps UTC against TAI, for their times
    public static String write(List<Zone> zones, LeapSeconds leaps) {
        return JsonText.write(new ZoneWriter(leaps).collection(zones), 2) + "\n";
    }

    /// One zone as a feature of the plain form.
    public static Json feature(Zone zone, LeapSeconds leaps) {
        return new ZoneWriter(leaps).feature(zone);
    }
}
