package vedette.core.warn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vedette.core.warn.FlightFile.Matter;
import vedette.math.Exact;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.Warning;
import vedette.model.ZoneId;

/// What a warning about flying objects is to say now.
///
/// @param now the time
/// @param leaps UTC against atomic time
/// @param live the objects that still fly, by number
/// @param places what the places that they matter to are told
record FlightView(Moment now, LeapSeconds leaps, List<FlightFile> live, List<Told> places) {
    /// A warning names so many places; the others are counted in its words, and told each for itself.
    private static final int MOST_AREAS = 2_000;

    /// A begin that moves by less is no news, seconds, …
    private static final double ONSET_NEWS_S = 5;

    /// … nor by less than this part of the window.
    private static final double ONSET_NEWS = 0.2;

    /// An area that moves by less than this part of its size is no news …
    private static final double MOVE_NEWS = 0.15;

    /// … nor one whose size changes by less than this factor.
    private static final double SIZE_NEWS = 1.25;

    /// An impact nearer than this calls for action now, seconds.
    private static final double SOON_S = 600;

    /// A warning holds so long beyond the latest moment unless it is revised, seconds.
    private static final double HOLDS_S = 300;

    private static final double LIKELY = 0.5;
    private static final double SURELY = 0.9;

    /// A place and what its people are told.
    ///
    /// @param place the place
    /// @param file what they are told
    record Told(Place place, PlaceFile file) {}

    FlightView {
        live = List.copyOf(live);
        places = places.stream()
                .sorted(Comparator.<Told>comparingDouble(
                                told -> -told.file().risk().possible())
                        .thenComparingInt(told -> told.file().risk().place()))
                .toList();
    }

    /// What is warned of. Once it was an impact it does not sink back to a launch while the object flies.
    Warning.Kind kind(Optional<Warning.Kind> before) {
        if (isAny(Matter.REENTRY)) {
            return Warning.Kind.REENTRY;
        }
        boolean impact = isAny(Matter.IMPACT) || before.equals(Optional.of(Warning.Kind.IMPACT));
        return impact ? Warning.Kind.IMPACT : Warning.Kind.LAUNCH;
    }

    private boolean isAny(Matter matter) {
        return live.stream().anyMatch(file -> file.matter() == matter);
    }

    /// The stage, where people need not release it: a launch, and an attack that one sensor alone has seen,
    /// make ready.
    Warning.Stage stage(Optional<Warning> before) {
        boolean went = before.map(last -> last.kind() != Warning.Kind.LAUNCH && last.stage() != Warning.Stage.PREALERT)
                .orElse(false);
        if (went) {
            return Warning.Stage.UPDATED;
        }
        return switch (kind(before.map(Warning::kind))) {
            case REENTRY -> Warning.Stage.ISSUED;
            case IMPACT ->
                confidence() != Warning.Confidence.UNCONFIRMED || isAnyWarned()
                        ? Warning.Stage.ISSUED
                        : Warning.Stage.PREALERT;
            case LAUNCH, INTRUSION, RAID, PROXIMITY, BREACH, EMERGENCY, INTERFERENCE, SPOOFING, SENSOR ->
                Warning.Stage.PREALERT;
        };
    }

    private boolean isAnyWarned() {
        return places.stream().anyMatch(told -> told.file().isWarned());
    }

    boolean isCover() {
        return places.stream().anyMatch(told -> told.file().takeCover());
    }

    Warning.Confidence confidence() {
        Warning.Confidence best = Warning.Confidence.UNCONFIRMED;
        for (FlightFile file : live) {
            Warning.Confidence each = file.missile().confidence();
            best = each.compareTo(best) > 0 ? each : best;
        }
        return best;
    }

    List<Impact> impacts() {
        return live.stream().flatMap(file -> file.impact().stream()).toList();
    }

    /// When the first comes down at the earliest; now where that is unknown.
    Moment onset() {
        return impacts().stream()
                .map(Impact::earliest)
                .min(Comparator.naturalOrder())
                .orElse(now);
    }

    /// When the last comes down at the latest.
    Moment latest() {
        return impacts().stream()
                .map(Impact::latest)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    Draft draft(Optional<Warning> before) {
        Warning.Kind kind = kind(before.map(Warning::kind));
        List<LatLon> ring = FlightGround.of(impacts());
        Moment latest = latest();
        return new Draft(
                kind,
                gravity(kind),
                List.of(),
                areas(),
                ring,
                new Warning.Validity(onset(), latest, Moment.later(latest, now).plusS(HOLDS_S)),
                sources(),
                new FlightWords(this, kind).words(),
                Releasability.OPEN);
    }

    private Warning.Gravity gravity(Warning.Kind kind) {
        Warning.Severity severity = switch (kind) {
            case IMPACT -> Warning.Severity.EXTREME;
            case LAUNCH -> isNotified() ? Warning.Severity.MINOR : Warning.Severity.MODERATE;
            case REENTRY, INTRUSION, RAID, PROXIMITY, BREACH, EMERGENCY, INTERFERENCE, SPOOFING, SENSOR ->
                Warning.Severity.MODERATE;
        };
        return new Warning.Gravity(severity, urgency(kind), certainty(kind), confidence());
    }

    boolean isNotified() {
        return live.stream()
                .anyMatch(file ->
                        file.missile().launch().flatMap(Missile.Launch::notice).isPresent());
    }

    private Warning.Urgency urgency(Warning.Kind kind) {
        if (impacts().isEmpty()) {
            return Warning.Urgency.UNKNOWN;
        }
        boolean now = isCover() || onset().secondsSince(this.now) < SOON_S;
        return now && kind == Warning.Kind.IMPACT ? Warning.Urgency.IMMEDIATE : Warning.Urgency.EXPECTED;
    }

    private Warning.Certainty certainty(Warning.Kind kind) {
        double odds = 0;
        for (FlightFile file : live) {
            for (Missile.Odds each : file.missile().odds()) {
                odds = each.verdict() == file.missile().verdict() ? Math.max(odds, each.probability()) : odds;
            }
        }
        if (odds >= SURELY && (confidence() == Warning.Confidence.CONFIRMED || kind == Warning.Kind.LAUNCH)) {
            return Warning.Certainty.OBSERVED;
        }
        return odds >= LIKELY ? Warning.Certainty.LIKELY : Warning.Certainty.POSSIBLE;
    }

    private List<ZoneId> areas() {
        return places.stream()
                .limit(MOST_AREAS)
                .sorted(Comparator.comparingInt(told -> told.file().risk().place()))
                .map(told -> new ZoneId(told.place().id()))
                .toList();
    }

    List<SensorId> sources() {
        List<SensorId> all = new ArrayList<>();
        for (FlightFile file : live) {
            for (Missile.Support each : file.missile().support()) {
                if (!all.contains(each.sensor())) {
                    all.add(each.sensor());
                }
            }
        }
        return all;
    }

    /// Whether it cannot wait.
    boolean isTurn(Warning before) {
        return kind(Optional.of(before.kind())) != before.kind()
                || confidence() != before.gravity().confidence()
                || (stage(Optional.of(before)) == Warning.Stage.ISSUED && before.stage() == Warning.Stage.PREALERT);
    }

    /// Whether it says something new.
    boolean isNews(Warning before, int told) {
        Draft now = draft(Optional.of(before));
        return isTurn(before)
                || live.size() != told
                || now.gravity().urgency() != before.gravity().urgency()
                || !now.zones().equals(before.zones())
                || !now.words().advice().equals(before.words().advice())
                || isMoved(now.validity(), before.validity())
                || isMoved(now.polygon(), before.polygon());
    }

    private static boolean isMoved(Warning.Validity now, Warning.Validity before) {
        double windowS = now.latest().secondsSince(now.onset());
        double slackS = Math.max(ONSET_NEWS_S, ONSET_NEWS * windowS);
        boolean known = windowS > 0 || before.latest().isAfter(before.onset());
        return known
                && (Math.abs(now.onset().secondsSince(before.onset())) > slackS
                        || Math.abs(now.latest().secondsSince(before.latest())) > slackS);
    }

    private static boolean isMoved(List<LatLon> now, List<LatLon> before) {
        if (now.isEmpty() || before.isEmpty()) {
            return now.isEmpty() != before.isEmpty();
        }
        double[] here = FlightGround.gist(now);
        double[] there = FlightGround.gist(before);
        double moved = Exact.hypot(Exact.halfTurn(here[0] - there[0]) * Exact.cos(here[1]), here[1] - there[1]);
        return moved > MOVE_NEWS * Math.max(here[2], there[2])
                || here[2] > SIZE_NEWS * there[2]
                || there[2] > SIZE_NEWS * here[2];
    }
}
