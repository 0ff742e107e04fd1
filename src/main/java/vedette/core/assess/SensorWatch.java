package vedette.core.assess;

import java.util.Optional;
import vedette.model.Health;
import vedette.model.Moment;
import vedette.model.SensorFinding;
import vedette.model.SensorId;

/// What is known of how a sensor or feed speaks.
///
/// @param sensor which
/// @param expected what it should do
/// @param claim what it says of itself
/// @param counts how many messages
/// @param lateShare share of its latest messages that came late, [0, 1]
/// @param firstHeardAt its first message; when it was first expected, before that
/// @param lastHeardAt its latest message; when it was first expected or heard, before that
/// @param published what was last given out
/// @param publishedAt when
/// @param doubt what its measurements tell of it
/// @param rhythm of the messages that come whether or not there is anything to see, once one came
public record SensorWatch(
        SensorId sensor,
        Expected expected,
        Claim claim,
        Counts counts,
        double lateShare,
        Moment firstHeardAt,
        Moment lastHeardAt,
        Health published,
        Moment publishedAt,
        Doubt doubt,
        Optional<Rhythm> rhythm) {
    /// What a sensor should do.
    ///
    /// @param periodS time between its messages, seconds; 0 when nobody told, infinite where there is none
    /// @param lateS how old its messages may be, seconds; 0 when nobody told
    public record Expected(double periodS, double lateS) {
        static final Expected UNTOLD = new Expected(0, 0);

        /// It speaks only while there is something to see, so that its silence means nothing.
        ///
        /// @param lateS how old its messages may be, seconds
        static Expected whenSeen(double lateS) {
            return new Expected(Double.POSITIVE_INFINITY, lateS);
        }
    }

    /// What a sensor says of itself, or its connection of it.
    ///
    /// @param fails whether it fails, or is not connected
    /// @param words what it says
    public record Claim(boolean fails, String words) {
        static final Claim NONE = new Claim(false, "");
    }

    /// Messages since the start.
    ///
    /// @param received taken
    /// @param rejected refused
    /// @param late came later than expected
    public record Counts(long received, long rejected, long late) {
        static final Counts NONE = new Counts(0, 0, 0);
    }

    /// What the measurements of a sensor tell of it.
    ///
    /// @param biased whether they do not fit
    /// @param words what was found
    /// @param at when they did not fit last
    /// @param refused messages of it that the tracker could not use
    public record Doubt(boolean biased, String words, Moment at, long refused) {
        static final Doubt NONE = new Doubt(false, "", NEVER, 0);
    }

    /// How its steady messages follow each other. What is told of objects comes only while there are some, so its
    /// pauses mean nothing.
    ///
    /// @param longestGapS the longest pause lately, seconds
    /// @param beats how many came
    /// @param firstAt the first
    /// @param lastAt the latest
    public record Rhythm(double longestGapS, long beats, Moment firstAt, Moment lastAt) {
        /// A learnt period is never shorter: feeds pause for a second without meaning anything, seconds.
        private static final double SHORTEST_LEARNT_S = 1;

        /// Messages and seconds after which a learnt period is believed: ten messages may be one burst.
        private static final long BELIEVED_AFTER = 10;

        private static final double BELIEVED_AFTER_S = 30;

        /// A long pause is forgotten with this time constant, seconds.
        private static final double FORGETTING_S = 300;

        static Rhythm first(Moment at) {
            return new Rhythm(0, 1, at, at);
        }

        Rhythm beaten(Moment at) {
            double gapS = at.secondsSince(lastAt);
            double faded = longestGapS * Math.max(0, 1 - gapS / FORGETTING_S);
            return new Rhythm(Math.max(faded, gapS), beats + 1, firstAt, at);
        }

        // 0 while it is not believed.
        double periodS() {
            boolean believed = beats >= BELIEVED_AFTER && lastAt.secondsSince(firstAt) >= BELIEVED_AFTER_S;
            return believed ? Math.max(SHORTEST_LEARNT_S, longestGapS) : 0;
        }
    }

    /// A sensor is silent after so many of its periods: a quarter less than three, so that it is seen within
    /// the third.
    static final double SILENT_PERIODS = 2.75;

    /// How much the latest message counts in the share of late ones.
    private static final double LATEST_WEIGHT = 0.1;

    /// A sensor is late from this share on, and no longer below the second.
    private static final double LATE = 0.5;

    private static final double NO_LONGER_LATE = 0.2;

    /// A sensor that fits again is believed after so long, seconds.
    private static final double BELIEVED_AGAIN_S = 30;

    private static final String UNPLACED = "Nobody told where it stands, so nothing of what it measures is used";

    private static final Moment NEVER = new Moment(0);

    static SensorWatch start(SensorId sensor, Expected expected, Moment at) {
        Health health = new Health(sensor, Health.State.OK, at, at, 0, 0, 0, "Expected");
        return new SensorWatch(
                sensor, expected, Claim.NONE, Counts.NONE, 0, at, at, health, NEVER, Doubt.NONE, Optional.empty());
    }

    SensorWatch with(Expected told, Moment at) {
        return new SensorWatch(
                sensor,
                told,
                claim,
                counts,
                lateShare,
                firstHeardAt,
                Moment.later(lastHeardAt, at),
                published,
                publishedAt,
                isUnplaced() ? Doubt.NONE : doubt,
                rhythm);
    }

    private boolean isUnplaced() {
        return doubt.words.equals(UNPLACED);
    }

    SensorWatch with(Claim said) {
        return new SensorWatch(
                sensor,
                expected,
                said,
                counts,
                lateShare,
                firstHeardAt,
                lastHeardAt,
                published,
                publishedAt,
                doubt,
                rhythm);
    }

    SensorWatch with(Counts counted) {
        return new SensorWatch(
                sensor,
                expected,
                claim,
                counted,
                lateShare,
                firstHeardAt,
                lastHeardAt,
                published,
                publishedAt,
                doubt,
                rhythm);
    }

    SensorWatch with(Health health, Moment at) {
        return new SensorWatch(
                sensor, expected, claim, counts, lateShare, firstHeardAt, lastHeardAt, health, at, doubt, rhythm);
    }

    /// What the tracker found. A sensor that fits again is believed after half a minute.
    SensorWatch with(SensorFinding found, Moment at) {
        boolean still = doubt.biased && at.secondsSince(doubt.at) < BELIEVED_AGAIN_S;
        Doubt next = found.fits()
                ? new Doubt(
                        still,
                        still && found.words().isEmpty() ? doubt.words : found.words(),
                        doubt.at,
                        found.refused())
                : new Doubt(true, found.words(), at, found.refused());
        return with(next);
    }

    /// It measures, and nobody told where it stands: nothing of it can be used.
    SensorWatch unplaced(Moment at) {
        return with(new Doubt(true, UNPLACED, at, doubt.refused + 1));
    }

    private SensorWatch with(Doubt next) {
        return new SensorWatch(
                sensor,
                expected,
                claim,
                counts,
                lateShare,
                firstHeardAt,
                lastHeardAt,
                published,
                publishedAt,
                next,
                rhythm);
    }

    /// One more message.
    ///
    /// @param at when it came
    /// @param ageS how old it was
    /// @param steady whether it comes whether or not there is anything to see
    SensorWatch heard(Moment at, double ageS, boolean steady) {
        boolean late = expected.lateS > 0 && Math.abs(ageS) > expected.lateS;
        return new SensorWatch(
                sensor,
                expected,
                claim,
                new Counts(counts.received + 1, counts.rejected, counts.late + (late ? 1 : 0)),
                lateShare + LATEST_WEIGHT * ((late ? 1 : 0) - lateShare),
                counts.received == 0 ? at : firstHeardAt,
                at,
                published,
                publishedAt,
                doubt,
                steady ? Optional.of(rhythm.map(r -> r.beaten(at)).orElse(Rhythm.first(at))) : rhythm);
    }

    /// The period it is held to, seconds; 0 while none is told nor learnt.
    double periodS() {
        if (expected.periodS > 0) {
            return expected.periodS;
        }
        return rhythm.map(Rhythm::periodS).orElse(0.0);
    }

    /// How it is now.
    Health.State state(Moment now) {
        if (claim.fails) {
            return Health.State.LOST;
        }
        if (periodS() > 0 && now.secondsSince(lastHeardAt) > SILENT_PERIODS * periodS()) {
            return Health.State.SILENT;
        }
        if (doubt.biased) {
            return Health.State.BIASED;
        }
        boolean wasLate = published.state() == Health.State.LATE;
        return lateShare > (wasLate ? NO_LONGER_LATE : LATE) ? Health.State.LATE : Health.State.OK;
    }

    /// Whether its counts differ from those given out, or nothing was given out yet.
    boolean hasNews() {
        return publishedAt.equals(NEVER)
                || published.received() != counts.received
                || published.rejected() != rejected()
                || published.late() != counts.late;
    }

    /// Its health now, in the state found by [#state].
    Health health(Health.State state, Moment now) {
        Moment since = state == published.state() ? published.since() : now;
        return new Health(sensor, state, since, lastHeardAt, counts.received, rejected(), counts.late, why(state, now));
    }

    private long rejected() {
        return counts.rejected + doubt.refused;
    }

    private String why(Health.State state, Moment now) {
        return switch (state) {
            case OK ->
                counts.received == 0
                        ? "Nothing heard yet"
                        : "Heard as expected" + (doubt.words.isEmpty() ? "" : ": " + doubt.words) + remark();
            case LATE ->
                "Most of its messages are more than " + tenths(expected.lateS) + " s older or newer than they should be"
                        + remark();
            case SILENT ->
                (counts.received == 0 ? "Never heard, expected " : "Nothing for ")
                        + (counts.received == 0
                                ? "every "
                                : tenths(now.secondsSince(lastHeardAt)) + " s, expected every ")
                        + tenths(periodS()) + " s" + (expected.periodS > 0 ? "" : " as learnt from it");
            case BIASED -> (isUnplaced() ? "" : "What it measures does not fit: ") + doubt.words + remark();
            case LOST -> "It fails" + remark();
        };
    }

    private String remark() {
        return claim.words.isBlank() ? "" : " (it says: " + claim.words + ")";
    }

    private static String tenths(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + Math.abs(tenths % 10);
    }
}
