package vedette.core.missile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorFinding;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.Looks;

/// What the looks of a world's satellites alone, one of which may err, make the watch think of the satellites.
///
/// @param looksUntilFlagged looks of all from the one on that a second satellite saw anything with, until any was
/// flagged
/// @param flagged who is at the end, by name
/// @param words what is said of them then
record EyesWatched(int looksUntilFlagged, List<String> flagged, List<String> words) {
    static final int NEVER = Integer.MAX_VALUE;

    static EyesWatched of(LaunchWorld world, Looks.Flaw flaw) {
        MissileWatch watch = new MissileWatch();
        long seq = 0;
        MissileState state = watch.step(
                        MissileState.empty(), new Event.Configured(stamp(++seq, Chain.START), world.told()))
                .state();
        Moment tick = Chain.START.plusS(1);
        Set<String> seers = new TreeSet<>();
        int looks = 0;
        int until = NEVER;
        for (Measurement look : Looks.of(world, Chain.START, flaw)) {
            if (!(look instanceof Measurement.Sight sight)) {
                continue;
            }
            Moment now = sight.provenance().observedAt();
            for (; !tick.isAfter(now); tick = tick.plusS(1)) {
                state = watch.step(state, new Event.Tick(stamp(++seq, tick))).state();
            }
            state = watch.step(state, new Event.Observed(stamp(++seq, now), sight))
                    .state();
            seers.add(sight.provenance().sensor().name());
            looks += seers.size() > 1 ? 1 : 0;
            until = until == NEVER && !doubted(state).isEmpty() ? looks : until;
        }
        List<SensorFinding> last = doubted(state);
        return new EyesWatched(
                until,
                last.stream().map(each -> each.sensor().name()).sorted().toList(),
                last.stream().map(SensorFinding::words).toList());
    }

    private static List<SensorFinding> doubted(MissileState state) {
        return MissileWatch.findings(state).stream()
                .filter(each -> !each.fits())
                .toList();
    }

    private static Event.Stamp stamp(long seq, Moment at) {
        return new Event.Stamp(seq, at, Domain.TEST);
    }
}
