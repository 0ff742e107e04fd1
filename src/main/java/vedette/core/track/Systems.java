package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Measurement.Phase;
import vedette.model.Measurement.SystemTrack;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.TrackId;

/// Tracks that other systems keep: shown as theirs, not fused away. A number that ended and comes again is a new
/// track.
final class Systems {
    /// Systems that may report tracks.
    private static final int MOST_SYSTEMS = 1000;

    /// A reported track without a report for so long is over, nanoseconds.
    private static final long SILENCE_NS = 120_000_000_000L;

    private final Working working;

    Systems(Working working) {
        this.working = working;
    }

    void report(SystemTrack report) {
        TrackState state = working.state();
        List<SensorId> systems = withSystem(state.systems(), report.provenance().sensor());
        int system = systems.indexOf(report.provenance().sensor());
        if (system < 0 || state.reported().size() >= Working.MOST_TRACKS) {
            working.refuse("reported tracks", "too many systems or reported tracks");
            return;
        }
        long key = ((long) system << 32) | (report.number() & 0xFFFFFFFFL);
        ReportedTrack before = state.reported().get(key);
        Optional<String> trouble = trouble(before, report);
        if (trouble.isPresent()) {
            working.refuse("repeated report", "track " + report.number() + " " + trouble.get());
            return;
        }
        ReportedTrack now = before == null ? born(report) : grown(before, report);
        working.state(state.withSystems(systems, kept(state.reported(), key, now)));
        working.say(
                report.phase() == Phase.LAST
                        ? new Output.TrackEnded(Nouns.track(now), "its system ended it")
                        : new Output.TrackChanged(Nouns.track(now)));
    }

    // The end of a track often comes with the time of its last report; told twice, or alone, it ends nothing.
    private static Optional<String> trouble(@Nullable ReportedTrack before, SystemTrack report) {
        boolean last = report.phase() == Phase.LAST;
        if (before == null) {
            return last ? Optional.of("ends without having been told") : Optional.empty();
        }
        long laterNs = report.provenance()
                .observedAt()
                .nsSince(before.latest().provenance().observedAt());
        return laterNs < 0 || (laterNs == 0 && !last) ? Optional.of("told this time before") : Optional.empty();
    }

    private static LongMap<ReportedTrack> kept(LongMap<ReportedTrack> tracks, long key, ReportedTrack now) {
        return now.latest().phase() == Phase.LAST ? tracks.without(key) : tracks.with(key, now);
    }

    private ReportedTrack born(SystemTrack report) {
        Claims claims = Claims.first(report.provenance(), report.identity(), report.altitude());
        return new ReportedTrack(
                new TrackId(working.newId()), report.provenance().observedAt(), report, claims);
    }

    private static ReportedTrack grown(ReportedTrack before, SystemTrack report) {
        Claims claims = before.claims().reported(report.provenance(), report.identity(), report.altitude());
        return new ReportedTrack(before.id(), before.startedAt(), report, claims);
    }

    private static List<SensorId> withSystem(List<SensorId> systems, SensorId sensor) {
        if (systems.contains(sensor) || systems.size() >= MOST_SYSTEMS) {
            return systems;
        }
        List<SensorId> more = new ArrayList<>(systems);
        more.add(sensor);
        return more;
    }

    /// Ends a reported track that has fallen silent.
    void age(long key, ReportedTrack track, long ns) {
        TrackState state = working.state();
        if (ns - track.latest().provenance().observedAt().taiNs() > SILENCE_NS) {
            working.state(state.withSystems(state.systems(), state.reported().without(key)));
            working.say(new Output.TrackEnded(Nouns.track(track), "its system fell silent"));
        }
    }

    static TrackState judged(TrackState state, TrackId id, TrackInput.Judged judged) {
        LongMap<ReportedTrack> tracks = state.reported();
        for (long key : tracks.keys()) {
            ReportedTrack track = tracks.get(key);
            if (track != null && track.id().equals(id)) {
                Claims claims = track.claims().judged(judged.kinds(), judged.affiliation());
                return state.withSystems(
                        state.systems(),
                        tracks.with(key, new ReportedTrack(id, track.startedAt(), track.latest(), claims)));
            }
        }
        return state;
    }
}
