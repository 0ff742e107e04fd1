package vedette.core.missile;

import java.util.List;
import vedette.model.InfraredSatellite;
import vedette.model.Missile;

/// What time alone tells of a thing that is not seen any more.
///
/// @param satellites who may see it
record Ages(List<InfraredSatellite> satellites) {
    /// What was burning when its satellites fell silent has burnt out by then, seconds.
    static final double BLIND_S = 60;
    /// What was not seen again for so long was nothing, seconds.
    private static final double STRAY_S = 15;

    private static final double DARK_REVISITS = 4;
    private static final double ENDED_KEPT_S = 30;
    private static final double DOWN_AFTER_S = 10;
    private static final double DARK_S = 20;
    private static final double GONE_AFTER_S = 600;
    /// A change is due within so much, seconds.
    private static final double SOON_S = 2;

    // What burnt out may be a stage: time itself tells whether another one lights.
    static boolean isDark(Thing thing, double nowS) {
        return thing.spot() == Thing.Shine.RISING
                && thing.falls()
                && thing.drop().isEmpty()
                && nowS - thing.lastS() < DARK_S
                && thing.telling().verdict() == Missile.Verdict.LAUNCH;
    }

    /// Whether the wait for what a notice told of is just over.
    static boolean isWaitedFor(Thing thing, double nowS) {
        double darkS =
                thing.lights().isEmpty() ? 0 : nowS - thing.lights().getLast().timeS();
        boolean over = (darkS >= Judge.AWAITED_S && darkS < Judge.AWAITED_S + SOON_S)
                || (darkS >= Judge.AWAITED_UNSEEN_S && darkS < Judge.AWAITED_UNSEEN_S + SOON_S);
        return over && thing.falls() && thing.telling().verdict() == Missile.Verdict.LAUNCH;
    }

    /// Whether there is nothing more to wait for.
    boolean isOver(Thing thing, double nowS) {
        double idle = nowS - thing.lastS();
        Telling telling = thing.telling();
        if (telling.ended()) {
            return idle > ENDED_KEPT_S && nowS - telling.atS() > ENDED_KEPT_S;
        }
        if (!telling.anything()) {
            return idle > (thing.lights().isEmpty() ? STRAY_S : strayS(thing));
        }
        if (telling.landsS() == Double.NEGATIVE_INFINITY) {
            return idle > GONE_AFTER_S;
        }
        return nowS > telling.landsS() + DOWN_AFTER_S && idle > DOWN_AFTER_S;
    }

    // That a fire is not seen any more tells of its satellites.
    private double strayS(Thing thing) {
        double longest = STRAY_S;
        for (InfraredSatellite satellite : satellites) {
            longest = Math.max(longest, DARK_REVISITS * satellite.revisitS());
        }
        return thing.spot() == Thing.Shine.STILL ? longest + BLIND_S : longest;
    }
}
