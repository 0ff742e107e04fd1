package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;

/// Whose echo is it? A radar's looks bear no names either.
///
/// An echo goes to the held thing that makes it most likely; within half a period a radar sees a thing once. What fits
/// none begins a thing of its own. A workspace.
final class Echoes {
    /// One echo in a hundred thousand lies farther out, by the number of its rows.
    private static final double[] GATES = {0, 19.5, 23.0, 25.9, 28.5};
    private static final double AGAIN = 0.5;
    /// A hold that is older than this is no hold, seconds.
    private static final double HOLDS_S = 90;
    private static final double PING_S = 12;
    /// More echoes of a thing are not kept: the older half is folded into what they told. Two radars of the usual
    /// period fill this in more than two minutes, and nothing so late is taken anyway.
    static final int MOST_ECHOES = 300;

    private final List<Site> sites;
    private final Follower follower;

    Echoes(List<Site> sites, Follower follower) {
        this.sites = sites;
        this.follower = follower;
    }

    /// Which of some things an echo belongs to; -1 when to none.
    int owner(List<Thing> things, Look.Echo echo) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            if (thing.follow().isEmpty() || thing.telling().ended() || !due(thing, echo)) {
                continue;
            }
            follower.fits(thing.follow().get(), echo);
            if (follower.distance < GATES[follower.rows] && follower.logLikelihood > most) {
                most = follower.logLikelihood;
                best = i;
            }
        }
        return best;
    }

    private boolean due(Thing thing, Look.Echo echo) {
        Follow follow = thing.follow().orElseThrow();
        double idle = Math.abs(echo.timeS() - follow.timeS());
        double again = AGAIN * sites.get(echo.sensor()).radar().periodS();
        return Math.abs(echo.timeS() - nearest(thing, echo)) > again && idle < (follow.echoes() < 3 ? PING_S : HOLDS_S);
    }

    // When the same radar saw it nearest in time; minus infinity if never.
    private static double nearest(Thing thing, Look.Echo echo) {
        double nearest = Double.NEGATIVE_INFINITY;
        for (int i = thing.echoes().size() - 1; i >= 0; i--) {
            Look.Echo each = thing.echoes().get(i);
            if (each.sensor() != echo.sensor()) {
                continue;
            }
            if (Math.abs(each.timeS() - echo.timeS()) < Math.abs(nearest - echo.timeS())) {
                nearest = each.timeS();
            } else if (each.timeS() < echo.timeS()) {
                return nearest;
            }
        }
        return nearest;
    }

    /// Echoes with one more, in order of time.
    static List<Look.Echo> with(List<Look.Echo> echoes, Look.Echo echo) {
        List<Look.Echo> all = new ArrayList<>(echoes);
        int at = all.size();
        while (at > 0 && all.get(at - 1).timeS() > echo.timeS()) {
            at--;
        }
        all.add(at, echo);
        return all;
    }
}
