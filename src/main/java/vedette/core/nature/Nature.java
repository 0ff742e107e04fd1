package vedette.core.nature;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Event;
import vedette.model.Kinds;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Track;

/// What objects are: probabilities of sorts, renewed with every measurement of an object that tells of its
/// nature.
///
/// Only objects of which a measurement said more than where they are (cross section, rotors, a radio, a
/// broadcast, a sensor's word) are judged; of the others no radar can tell a bird from a drone, and they
/// stay unknown. What a person has said holds.
///
/// The engine calls [#step] after the tracker's step and before core.assess: zones concern kinds.
public final class Nature {
    private Nature() {}

    /// Takes one event.
    ///
    /// @param state what [NatureState#empty] or the step before gave
    /// @param event the event: an order may settle what something is
    /// @param trackChanges what the tracker said of it: `TrackChanged` and `TrackEnded` are read
    /// @param tracks the tracks after the tracker's step, by their number
    public static NatureStep step(NatureState state, Event event, List<Output> trackChanges, LongMap<Track> tracks) {
        LongMap<NatureFile> files = state.files();
        List<Output> outputs = new ArrayList<>();
        for (Output change : trackChanges) {
            if (change instanceof Output.TrackChanged(Track track) && isJudged(track)) {
                files = judged(files, track, event, outputs);
            } else if (change instanceof Output.TrackEnded(Track track, String _)) {
                files = files.without(track.id().number());
            }
        }
        if (event instanceof Event.Ordered(var stamp, var _, Order.SetIdentity order)
                && order.kind().isPresent()
                && tracks.contains(order.track().number())) {
            long number = order.track().number();
            Kinds kinds = Kinds.certain(order.kind().get());
            files = files.with(number, file(files, number).settledBy(kinds, stamp.arrivedAt()));
        }
        return new NatureStep(files.equals(state.files()) ? state : new NatureState(files), outputs);
    }

    private static boolean isJudged(Track track) {
        return track.shown()
                && (track.traits().isPresent() || track.identity().serial().isPresent())
                && track.reportedNumber().isEmpty();
    }

    private static NatureFile file(LongMap<NatureFile> files, long number) {
        @Nullable NatureFile known = files.get(number);
        return known == null ? NatureFile.begun() : known;
    }

    private static LongMap<NatureFile> judged(
            LongMap<NatureFile> files, Track track, Event event, List<Output> outputs) {
        long number = track.id().number();
        NatureFile before = file(files, number);
        if (before.settled()) {
            return files;
        }
        NatureFile file = track.stage() == Track.Stage.CONFIRMED
                ? before.flying(before.flown().with(track.kinematics()))
                : before;
        Verdict verdict = Verdict.of(Evidence.of(track, file.flown()));
        if (file.isNews(verdict.kinds(), event.stamp().arrivedAt())) {
            file = file.saying(verdict.kinds(), event.stamp().arrivedAt());
            outputs.add(new Output.Assessed(
                    event.stamp().arrivedAt(), new Assessment.Identified(track.id(), verdict.kinds(), verdict.why())));
        }
        return files.with(number, file);
    }
}
