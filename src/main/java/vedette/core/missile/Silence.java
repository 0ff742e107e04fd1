package vedette.core.missile;

import java.util.List;
import vedette.core.motion.EarthPull;
import vedette.core.motion.Fall;
import vedette.model.Missile;

/// Has a radar lost what it should still see? In the air that means: it is not where its fall has it.
///
/// A radar that fell silent itself looks the same; then too the area must grow. A workspace.
final class Silence {
    /// So many looks in a row that should have seen it, and did not: one in ten thousand by chance.
    private static final double MISSES = 4;
    private static final double LATE_S = 0.5;
    private static final double LOW_M = 2e3;
    private static final double HIGH_M = 90e3;
    private static final double ABOVE_RAD = 0.02;
    /// Longer ago is not of the same fall, seconds.
    private static final double LONG_S = 30;

    private final List<Site> sites;
    private final Fall fall = new Fall();

    Silence(List<Site> sites) {
        this.sites = sites;
    }

    /// Whether an attack that was held on its way down through the air is not where it should be.
    boolean lost(Thing thing, double nowS) {
        if (thing.telling().verdict() != Missile.Verdict.ATTACK
                || thing.telling().ended()
                || thing.turned()
                || thing.drop().isEmpty()
                || !thing.follow().orElseThrow().descendsInAir()) {
            return false;
        }
        Look.Echo last = thing.echoes().getLast();
        Site site = sites.get(last.sensor());
        double idleS = nowS - last.timeS();
        return idleS > MISSES * site.radar().periodS() + LATE_S
                && idleS < LONG_S
                && shouldBeSeen(thing.drop().get(), site, nowS);
    }

    private boolean shouldBeSeen(Drop drop, Site site, double nowS) {
        fall.start(drop.epochS(), drop.best().values(), false);
        fall.to(nowS);
        double[] s = fall.state();
        double heightM = EarthPull.heightM(s[0], s[1], s[2]);
        double x = s[0] - site.x();
        double y = s[1] - site.y();
        double z = s[2] - site.z();
        double range = Math.sqrt(x * x + y * y + z * z);
        double sin = (x * site.axes()[6] + y * site.axes()[7] + z * site.axes()[8]) / range;
        return heightM > LOW_M
                && heightM < HIGH_M
                && range < site.radar().maxRangeM()
                && sin > site.radar().minElevationRad() + ABOVE_RAD;
    }
}
