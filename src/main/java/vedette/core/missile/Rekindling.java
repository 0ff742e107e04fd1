package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.model.InfraredSatellite;

/// Are two lights that rise one flight? At a staging a flight leaves the way that was expected of it, and what comes
/// then may have begun a thing of its own.
///
/// They are, where one powered flight explains the looks at both as well as two did, and no satellite saw both within
/// one revisit. A workspace.
final class Rekindling {
    /// A satellite does not see a thing twice within this share of its revisit time.
    private static final double AGAIN = 0.55;
    /// Revisits of the slowest satellite that may lie between the two.
    private static final double PAUSE = 2;
    private static final int FEWEST = 3;
    private static final int FEWEST_TOGETHER = 8;
    /// Squared sigmas by which one flight may explain less than two.
    private static final double WORSE = 20;

    private final List<InfraredSatellite> satellites;
    private final Burning burning;

    Rekindling(List<InfraredSatellite> satellites, Burning burning) {
        this.satellites = satellites;
        this.burning = burning;
    }

    /// The two as one, where they are.
    ///
    /// @param nowS watch seconds
    Optional<Thing> one(Thing older, Thing younger, double nowS) {
        if (!mayBeOne(older, younger)) {
            return Optional.empty();
        }
        Thing lit = older.lit(merged(older.lights(), younger.lights()))
                .burning(List.of())
                .shining(Thing.Shine.RISING)
                .falling(Optional.empty(), Double.POSITIVE_INFINITY);
        Thing fitted = burning.fitted(lit, burning.ending(lit, nowS));
        return fitted.burn()
                .filter(Burn::isSound)
                .filter(burn -> burn.misfit() < misfit(older) + misfit(younger) + WORSE)
                .map(burn -> fitted);
    }

    /// Whether more than two rise at once: in a raid one flight explains the looks at two neighbours, too.
    boolean isCrowded(List<Thing> things, Thing lit) {
        int others = 0;
        for (Thing thing : things) {
            others += thing.number() != lit.number() && rises(thing) && areNear(thing.lights(), lit.lights()) ? 1 : 0;
        }
        return others > 1;
    }

    private static double misfit(Thing thing) {
        return thing.burn().map(Burn::misfit).orElse(2.0 * thing.lights().size());
    }

    private boolean mayBeOne(Thing a, Thing b) {
        return a.echoes().isEmpty()
                && b.echoes().isEmpty()
                && rises(a)
                && rises(b)
                && a.lights().size() + b.lights().size() >= FEWEST_TOGETHER
                && areNear(a.lights(), b.lights())
                && !areSeenTogether(a.lights(), b.lights());
    }

    // What a staging began may have been taken for something that comes down glowing.
    private static boolean rises(Thing thing) {
        return (thing.spot() == Thing.Shine.RISING
                        || thing.spot() == Thing.Shine.UNKNOWN
                        || thing.spot() == Thing.Shine.FALLING)
                && thing.lights().size() >= FEWEST
                && !thing.telling().ended();
    }

    private boolean areNear(List<Look.Light> a, List<Look.Light> b) {
        double most = 0;
        for (InfraredSatellite satellite : satellites) {
            most = Math.max(most, PAUSE * satellite.revisitS());
        }
        return a.getFirst().timeS() - b.getLast().timeS() < most
                && b.getFirst().timeS() - a.getLast().timeS() < most;
    }

    private boolean areSeenTogether(List<Look.Light> a, List<Look.Light> b) {
        for (Look.Light left : a) {
            double again = AGAIN * satellites.get(left.sensor()).revisitS();
            for (Look.Light right : b) {
                if (right.sensor() == left.sensor() && Math.abs(right.timeS() - left.timeS()) < again) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Look.Light> merged(List<Look.Light> a, List<Look.Light> b) {
        List<Look.Light> all = new ArrayList<>(a);
        all.addAll(b);
        all.sort((x, y) -> Double.compare(x.timeS(), y.timeS()));
        return all;
    }
}
