package vedette.core.share;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Assessment;
import vedette.model.Cleared;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SharedWarning;
import vedette.model.Standing;
import vedette.model.Track;
import vedette.model.Warning;

/// Makes shareable items of what our engine says. Who may see them is written in the settings of the links; here is
/// decided what may be told at all: nothing of sensors, and of drafts only where the policy says so.
final class Telling {
    /// Objects that warnings may be about: more fly at once in no case worth telling one by one.
    private static final int MOST_MISSILES = 1_000;

    /// Warnings that are told at once.
    private static final int MOST_TOLD = 2_000;

    private static final long SECOND_NS = 1_000_000_000L;

    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private ShareState state;

    Telling(ShareState state, Event.Stamp stamp, List<Output> outputs) {
        this.state = state;
        this.stamp = stamp;
        this.outputs = outputs;
    }

    ShareState take(Share.Around around) {
        if (state.policy().isPresent()) {
            Configuration.Sharing policy = state.policy().get();
            around.said().forEach(output -> read(output, policy, around));
        }
        return state;
    }

    private void read(Output output, Configuration.Sharing policy, Share.Around around) {
        switch (output) {
            case Output.Assessed(var _, Assessment.Flying(Missile missile)) -> flies(missile);
            case Output.WarningDrafted(Warning warning) -> tell(warning, policy, around.subjects());
            case Output.WarningReleased(Warning warning) -> tell(warning, policy, around.subjects());
            case Output.WarningRevised(Warning warning) -> tell(warning, policy, around.subjects());
            case Output.WarningEnded(Warning warning) -> tell(warning, policy, around.subjects());
            case Output.Published(Cleared cleared, var _) ->
                tell(cleared.bulletin().warning(), policy, around.subjects());
            case Output.ReleaseStands(var _, Standing standing) -> takenBack(standing, policy, around.subjects());
            case Output.TrackChanged(Track track) -> {
                if (policy.tracks() && isNews(track, around.before())) {
                    outputs.add(new Output.Shareable(Tracks.of(policy.node(), stamp, track)));
                }
            }
            case Output.TrackEnded(Track track, var _) -> {
                if (policy.tracks() && track.shown()) {
                    outputs.add(new Output.Shareable(Tracks.ended(policy.node(), stamp, track)));
                }
            }
            case Output.Assessed _,
                    Output.GroupChanged _,
                    Output.GroupEnded _,
                    Output.PlacesChanged _,
                    Output.WarningAcknowledged _,
                    Output.Tried _,
                    Output.Signed _,
                    Output.OrderTaken _,
                    Output.SensorHealth _,
                    Output.Shareable _,
                    Output.NeighbourChanged _,
                    Output.ForeignChanged _,
                    Output.Refused _,
                    Output.Heartbeat _ -> {}
        }
    }

    private void flies(Missile missile) {
        LongMap<Missile> next = state.missiles().with(missile.number(), missile);
        if (next.size() > MOST_MISSILES) {
            long[] oldest = {Long.MAX_VALUE};
            next.forEachValue(each -> oldest[0] = Math.min(oldest[0], each.number()));
            next = next.without(oldest[0]);
        }
        state = state.flying(next);
    }

    // Once a second of its measurements, and only what is shown.
    private static boolean isNews(Track track, LongMap<Track> before) {
        @Nullable Track was = before.get(track.id().number());
        return track.shown() && (was == null || !was.shown() || second(was.lastPlotAt()) != second(track.lastPlotAt()));
    }

    private static long second(Moment moment) {
        return Math.floorDiv(moment.taiNs(), SECOND_NS);
    }

    private void tell(Warning warning, Configuration.Sharing policy, Subjects subjects) {
        long key = TextKey.of(warning.id().name());
        @Nullable ToldWarning known = state.told().get(key);
        boolean draft = warning.stage() == Warning.Stage.DRAFTED;
        boolean released = known != null && known.released();
        boolean hidden = (known != null && isTold(known, warning)) || (draft && (released || !policy.drafts()));
        boolean never = warning.stage().ended() && known == null;
        if (hidden
                || never
                || isOfSensors(warning.kind())
                || (known == null && state.told().size() >= MOST_TOLD)) {
            return;
        }
        List<Missile> about = subjects.of(warning.id()).stream()
                .flatMap(number -> Optional.ofNullable(state.missiles().get(number)).stream())
                .toList();
        Optional<SharedWarning> before = Optional.ofNullable(known).map(ToldWarning::shared);
        boolean out = !draft && (released || !warning.stage().ended());
        SharedWarning shared = new Wording(policy.node(), warning, out, about, before).shared();
        Optional<Moment> over = warning.stage().ended() ? Optional.of(stamp.arrivedAt()) : Optional.empty();
        outputs.add(new Output.Shareable(shared));
        state = state.telling(state.told().with(key, new ToldWarning(shared, warning, out || released, over)));
    }

    // With channels the bulletin that takes it back says so in prepared words; without, nobody else does.
    private void takenBack(Standing standing, Configuration.Sharing policy, Subjects subjects) {
        @Nullable
        ToldWarning known = state.told().get(TextKey.of(standing.warning().name()));
        boolean back = standing.state() == Standing.State.TAKEN_BACK
                && standing.receipts().isEmpty();
        if (back && known != null && known.released()) {
            tell(staged(known.warning(), Warning.Stage.CANCELLED), policy, subjects);
        }
    }

    private static Warning staged(Warning was, Warning.Stage stage) {
        return new Warning(
                was.id(),
                was.revision(),
                was.at(),
                was.domain(),
                stage,
                was.kind(),
                was.gravity(),
                was.tracks(),
                was.zones(),
                was.polygon(),
                was.validity(),
                was.sources(),
                was.words(),
                was.releasability());
    }

    // A revision comes again when it is released or taken back, and while channels have not got it.
    private static boolean isTold(ToldWarning known, Warning warning) {
        int ahead = warning.revision() - known.warning().revision();
        return ahead < 0 || (ahead == 0 && warning.stage() == known.warning().stage());
    }

    // These say where our sensors stand, or what they can do.
    private static boolean isOfSensors(Warning.Kind kind) {
        return switch (kind) {
            case SENSOR, INTERFERENCE, SPOOFING -> true;
            case LAUNCH, IMPACT, INTRUSION, RAID, REENTRY, PROXIMITY, BREACH, EMERGENCY -> false;
        };
    }
}
