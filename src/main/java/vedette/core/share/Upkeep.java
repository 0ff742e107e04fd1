package vedette.core.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Moment;
import vedette.model.Neighbour;
import vedette.model.Output;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;

/// Once a second: what has run out becomes history, and what is over is forgotten; every ten seconds what we tell is
/// told again.
final class Upkeep {
    private static final long SECOND_NS = 1_000_000_000L;

    /// What may be told is said again so often, seconds: no death of a process between two of them loses it.
    private static final long AGAIN_S = 10;

    /// A warning of ours that is over is told again for so long, seconds.
    private static final double OVER_S = 600;

    /// A warning or notice of a peer is kept beyond its end for so long, seconds: its end may come by another way.
    private static final double KEPT_S = 3_600;

    private static final double TRACK_KEPT_S = 60;

    private final ShareState state;
    private final List<Output> outputs;

    Upkeep(ShareState state, List<Output> outputs) {
        this.state = state;
        this.outputs = outputs;
    }

    // Ticks come ten times a second: the one in the second's first tenth does the work.
    ShareState tick(Moment now) {
        if (Math.floorMod(now.taiNs(), SECOND_NS) >= SECOND_NS / 10) {
            return state;
        }
        ShareState aged = state.items().size() == 0 ? state : state.knowing(aged(now));
        boolean again = Math.floorMod(Math.floorDiv(now.taiNs(), SECOND_NS), AGAIN_S) == 0;
        return again ? aged.telling(told(aged.told(), now)) : aged;
    }

    private LongMap<HeardItem> aged(Moment now) {
        List<HeardItem> gone = new ArrayList<>();
        List<HeardItem> past = new ArrayList<>();
        state.items().forEachValue(item -> {
            Shared shared = item.neighbour().shared();
            Moment end = shared.origin().expires();
            if (now.secondsSince(end) > kept(shared)) {
                gone.add(item);
            } else if (!now.isBefore(end) && item.neighbour().standing() != Neighbour.Standing.HISTORY) {
                past.add(item);
            }
        });
        LongMap<HeardItem> left = state.items();
        for (HeardItem item : gone) {
            left = left.without(TextKey.of(item.thing()));
        }
        for (HeardItem item : past) {
            Neighbour history = new Neighbour(
                    item.neighbour().shared(),
                    Neighbour.Standing.HISTORY,
                    Optional.empty(),
                    item.neighbour().ours());
            outputs.add(new Output.NeighbourChanged(now, history));
            left = left.with(TextKey.of(item.thing()), new HeardItem(item.thing(), history));
        }
        return left;
    }

    private static double kept(Shared shared) {
        return switch (shared) {
            case SharedTrack _ -> TRACK_KEPT_S;
            case SharedWarning _, SharedNotice _ -> KEPT_S;
        };
    }

    private LongMap<ToldWarning> told(LongMap<ToldWarning> told, Moment now) {
        List<ToldWarning> gone = new ArrayList<>();
        told.forEachValue(each -> {
            if (each.over().map(over -> now.secondsSince(over) > OVER_S).orElse(false)) {
                gone.add(each);
            } else {
                outputs.add(new Output.Shareable(each.shared()));
            }
        });
        state.notices().forEach(each -> outputs.add(new Output.Shareable(each.shared())));
        LongMap<ToldWarning> left = told;
        for (ToldWarning each : gone) {
            left = left.without(TextKey.of(each.warning().id().name()));
        }
        return left;
    }
}
