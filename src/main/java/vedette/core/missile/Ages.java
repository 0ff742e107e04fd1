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

    /// A thing is spoken of again after so long, unless it is known by more kinds of sensors, seconds: at every look
    /// of a radar that looks every two seconds, whatever its clock's last digits.
    private static final double SPEAK_S = 1.99;
    /// The same while a fall is so young that every look tells much of it.
    private static final double SPEAK_YOUNG_S = 0.99;
    private static final int YOUNG = 24;

    private static final double DARK_REVISITS = 4;
    private static final double ENDED_KEPT_S = 30;
    private static final double DOWN_AFTER_S = 10;
    private static final double DARK_S = 20;
    private static final double GONE_AFTER_S = 600;
    /// A change is due within so much, seconds.
    private static final double SOON_S = 2;

    /// After how long it is spoken of again, seconds.
    static double speakS(Thing thing) {
        boolean young = thing.drop().isPresent() && thing.drop().get().looks() < YOUNG;
        return young ? SPEAK_YOUNG_S : SPEAK_S;
    }

    // What burnt out may be a stage: time itself tells whether another one lights.
    static boolean isDark(Thing thing, double nowS) {
        return thing.spot() == Thing.Shine.RISING
                && thing.falls()
                && thing.drop().isEmpty()
                && nowS - thing.lastS() < DARK_S
                && thing.telling().verdict() == Missile.Verdict.LAUNCH;
    }

    /// Whether a wait is just over: for the next stage, or for what a notice told of.
    static boolean isWaitedFor(Thing thing, double nowS) {
        double darkS =
                thing.lights().isEmpty() ? 0 : nowS - thing.lights().getLast().timeS();
        boolean over = isJust(darkS, Judge.SLOW_PAUSE_S)
                || isJust(darkS, Judge.OVER_S)
                || isJust(darkS, Judge.AWAITED_S)
                || isJust(darkS, Judge.AWAITED_UNSEEN_S);
        Missile.Verdict verdict = thing.telling().verdict();
        return over && thing.falls() && (verdict == Missile.Verdict.LAUNCH || verdict == Missile.Verdict.SPACE_LAUNCH);
    }

    private static boolean isJust(double darkS, double waitedS) {
        return darkS >= waitedS && darkS < waitedS + SOON_S;
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
