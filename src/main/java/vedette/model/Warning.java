package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// One revision of a warning.
///
/// @param id the same through all revisions
/// @param revision counted up from 1
/// @param at when this revision was made
/// @param domain whether it is the real thing
/// @param stage where in its life the warning is
/// @param kind what is warned of
/// @param gravity how bad, how soon, how sure
/// @param tracks the objects it is about
/// @param zones the zones it is about
/// @param polygon the ground it is about: corners, not repeated at the end; empty when there is no place
/// @param validity when it begins, at the latest, and runs out
/// @param sources the sensors it rests on
/// @param words why and what to do
/// @param releasability who may see it
public record Warning(
        WarningId id,
        int revision,
        Moment at,
        Domain domain,
        Stage stage,
        Kind kind,
        Gravity gravity,
        List<TrackId> tracks,
        List<ZoneId> zones,
        List<LatLon> polygon,
        Validity validity,
        List<SensorId> sources,
        Words words,
        Releasability releasability) {
    /// Checks the revision.
    public Warning {
        require(revision >= 1, "revision %s", revision);
        tracks = List.copyOf(tracks);
        zones = List.copyOf(zones);
        polygon = List.copyOf(polygon);
        sources = List.copyOf(sources);
    }

    /// Where in its life a warning is.
    public enum Stage {
        /// Made, not released.
        DRAFTED,
        /// Be ready.
        PREALERT,
        /// Released.
        ISSUED,
        /// Released again with news.
        UPDATED,
        /// It is over.
        ALL_CLEAR,
        /// It was wrong.
        CANCELLED,
        /// It ran out without an end that was seen.
        EXPIRED;

        /// Whether the warning has ended.
        public boolean ended() {
            return this == ALL_CLEAR || this == CANCELLED || this == EXPIRED;
        }
    }

    /// What is warned of.
    public enum Kind {
        /// A launch was seen.
        LAUNCH,
        /// Something will come down.
        IMPACT,
        /// A protected zone is or will be entered.
        INTRUSION,
        /// Several attackers at once.
        RAID,
        /// A space object returns.
        REENTRY,
        /// Two objects come too near.
        PROXIMITY,
        /// A rule of the air is broken.
        BREACH,
        /// An aircraft declares distress.
        EMERGENCY,
        /// Signals are disturbed.
        INTERFERENCE,
        /// Reports are forged.
        SPOOFING,
        /// A sensor no longer sees.
        SENSOR
    }

    /// How bad, in CAP 1.2 §3.2.2's words.
    public enum Severity {
        /// Extraordinary threat to life.
        EXTREME,
        /// Significant threat.
        SEVERE,
        /// Possible threat.
        MODERATE,
        /// Minimal threat.
        MINOR,
        /// Not known.
        UNKNOWN
    }

    /// How soon to act, in CAP 1.2 §3.2.2's words.
    public enum Urgency {
        /// Now.
        IMMEDIATE,
        /// Within the hour.
        EXPECTED,
        /// Later.
        FUTURE,
        /// No longer.
        PAST,
        /// Not known.
        UNKNOWN
    }

    /// How sure, in CAP 1.2 §3.2.2's words.
    public enum Certainty {
        /// It has happened or is happening.
        OBSERVED,
        /// More likely than not.
        LIKELY,
        /// Possible, not likely.
        POSSIBLE,
        /// Hardly.
        UNLIKELY,
        /// Not known.
        UNKNOWN
    }

    /// How independent the evidence is.
    public enum Confidence {
        /// One sensor.
        UNCONFIRMED,
        /// Two of a kind.
        PROBABLE,
        /// Two kinds of physics.
        CONFIRMED
    }

    /// How bad, how soon, how sure, and by whom.
    ///
    /// @param severity how bad
    /// @param urgency how soon
    /// @param certainty how sure
    /// @param confidence how independent the evidence is
    public record Gravity(Severity severity, Urgency urgency, Certainty certainty, Confidence confidence) {}

    /// When a warning holds.
    ///
    /// @param onset the expected begin
    /// @param latest the latest begin at 97.5 % probability
    /// @param expires when the warning runs out unless it is revised
    public record Validity(Moment onset, Moment latest, Moment expires) {
        /// Checks the order.
        public Validity {
            require(!latest.isBefore(onset), "latest %s before onset %s", latest, onset);
        }
    }

    /// What people read.
    ///
    /// @param headline place and matter, short
    /// @param why one sentence
    /// @param advice what to do
    public record Words(String headline, String why, String advice) {
        /// The reason with its full stop, so that what follows is another sentence.
        public String reason() {
            return why.isEmpty() || why.endsWith(".") || why.endsWith("!") ? why : why + ".";
        }
    }
}
