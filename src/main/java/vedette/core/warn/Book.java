package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.Tally;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.Zone;
import vedette.model.ZoneId;

/// The book of warnings within one step: it collects the new state and writes every first, further and last
/// revision.
final class Book {
    /// Warnings open at a time; more than a watch can read by far, and small beside the picture.
    static final int MOST_OPEN = 5_000;

    private final WarnState before;
    private final Event.Stamp stamp;
    private final LongMap<Track> picture;
    private final List<Output> outputs = new ArrayList<>();
    private final SensorWarnings sensors;
    private final Flights flights;
    private final RaidWarnings raids;
    private List<Zone> zones;
    private LongMap<TrackWarnings> files;
    private List<Inhibition> inhibitions;
    private int open;
    private Tally openRefused;
    private Tally inhibited;
    private Tally ordersRefused;

    Book(WarnState state, Event.Stamp stamp, LongMap<Track> picture) {
        before = state;
        this.stamp = stamp;
        this.picture = picture;
        zones = state.zones();
        files = state.tracks();
        inhibitions = state.inhibitions();
        open = state.open();
        openRefused = state.openRefused();
        inhibited = state.inhibited();
        ordersRefused = state.ordersRefused();
        sensors = new SensorWarnings(this, state.sensors());
        flights = new Flights(this, state.flights(), stamp, outputs);
        raids = new RaidWarnings(this, state.raids());
    }

    WarnStep done() {
        WarnState after = new WarnState(
                zones,
                files,
                sensors.files(),
                inhibitions,
                open,
                openRefused,
                inhibited,
                ordersRefused,
                flights.state(),
                raids.state());
        return new WarnStep(outputs.isEmpty() && isSame(after) ? before : after, outputs);
    }

    /// Same values in the same objects: nothing was changed, so the old state stays.
    @SuppressWarnings("ReferenceEquality") // what is meant: an unchanged part is the same object
    private boolean isSame(WarnState after) {
        return after.tracks() == before.tracks()
                && after.sensors() == before.sensors()
                && after.flights() == before.flights()
                && after.raids() == before.raids()
                && inhibitions == before.inhibitions()
                && zones == before.zones();
    }

    Moment now() {
        return stamp.arrivedAt();
    }

    SensorWarnings sensors() {
        return sensors;
    }

    RaidWarnings raids() {
        return raids;
    }

    Flights flights() {
        return flights;
    }

    List<Zone> zones() {
        return zones;
    }

    void zones(List<Zone> given) {
        zones = given;
    }

    Optional<Zone> zone(ZoneId id) {
        for (Zone zone : zones) {
            if (zone.id().equals(id)) {
                return Optional.of(zone);
            }
        }
        return Optional.empty();
    }

    Optional<Track> track(TrackId id) {
        return Optional.ofNullable(picture.get(id.number()));
    }

    LongMap<TrackWarnings> files() {
        return files;
    }

    TrackWarnings file(TrackId track) {
        @Nullable TrackWarnings known = files.get(track.number());
        return known == null ? new TrackWarnings(track, 0, List.of()) : known;
    }

    void keep(TrackWarnings file) {
        files = files.with(file.track().number(), file);
    }

    void forget(TrackId track) {
        files = files.without(track.number());
    }

    List<Inhibition> inhibitions() {
        return inhibitions;
    }

    void inhibitions(List<Inhibition> now) {
        inhibitions = List.copyOf(now);
    }

    void say(Output output) {
        outputs.add(output);
    }

    void refuseOrder(String why) {
        ordersRefused = ordersRefused.passed(stamp.seq(), now(), why, outputs);
    }

    void countInhibited(String why) {
        inhibited = inhibited.passed(stamp.seq(), now(), why, outputs);
    }

    /// Writes a first revision, unless too many warnings are open.
    Optional<Warning> open(WarningId id, Draft draft) {
        return open(id, draft, Warning.Stage.ISSUED);
    }

    /// The same, where it begins in another stage.
    ///
    /// @param stage which it has outside; core.release makes drafts of what is not released
    Optional<Warning> open(WarningId id, Draft draft, Warning.Stage stage) {
        if (open >= MOST_OPEN) {
            openRefused = openRefused.passed(
                    stamp.seq(), now(), "warning " + id + " is beyond the " + MOST_OPEN + " that may be open", outputs);
            return Optional.empty();
        }
        open++;
        Warning first = warning(id, 1, stage, draft);
        outputs.add(new Output.WarningReleased(first));
        return Optional.of(first);
    }

    /// Writes a further revision. Who may see it never widens.
    Warning revise(Warning before, Draft draft) {
        return revise(before, draft, Warning.Stage.UPDATED);
    }

    /// The same, in another stage.
    ///
    /// @param stage which it has outside; core.release makes drafts of what is not released
    Warning revise(Warning before, Draft draft, Warning.Stage stage) {
        Warning next = narrowed(before, warning(before.id(), before.revision() + 1, stage, draft));
        outputs.add(new Output.WarningRevised(next));
        return next;
    }

    /// Writes the last revision.
    void end(Warning last, Warning.Stage stage, Warning.Words words) {
        open--;
        Warning.Gravity gravity = new Warning.Gravity(
                Warning.Severity.MINOR,
                Warning.Urgency.PAST,
                stage == Warning.Stage.CANCELLED ? Warning.Certainty.UNLIKELY : Warning.Certainty.OBSERVED,
                last.gravity().confidence());
        Draft draft = new Draft(
                last.kind(),
                gravity,
                last.tracks(),
                last.zones(),
                last.polygon(),
                new Warning.Validity(now(), now(), now().plusS(LAST_WORD_S)),
                last.sources(),
                words,
                last.releasability());
        outputs.add(new Output.WarningEnded(warning(last.id(), last.revision() + 1, stage, draft)));
    }

    /// A last word holds for so long: whoever reads it later no longer needs it, seconds.
    private static final double LAST_WORD_S = 300;

    private Warning warning(WarningId id, int revision, Warning.Stage stage, Draft draft) {
        return new Warning(
                id,
                revision,
                now(),
                stamp.domain(),
                stage,
                draft.kind(),
                draft.gravity(),
                draft.tracks(),
                draft.zones(),
                draft.polygon(),
                draft.validity(),
                draft.sources(),
                draft.words(),
                draft.releasability());
    }

    private static Warning narrowed(Warning before, Warning next) {
        Releasability meet = before.releasability().meet(next.releasability());
        return new Warning(
                next.id(),
                next.revision(),
                next.at(),
                next.domain(),
                next.stage(),
                next.kind(),
                next.gravity(),
                next.tracks(),
                next.zones(),
                next.polygon(),
                next.validity(),
                next.sources(),
                next.words(),
                meet);
    }
}
