package vedette.core.missile;

import vedette.core.motion.Glide;
import vedette.model.Ecef;
import vedette.model.Wgs84;

/// Where a body may come down that has stopped falling freely: glides of several strengths, every way round.
///
/// Nobody knows what it will do next, so no way counts more than another. A workspace.
final class Reach {
    private static final double[] RATIOS = {0.7, 1.5, 3};
    /// Which way the lift points, degrees from up; what is turned down far comes down near.
    private static final double[] BANKS_DEG = {0, 25, -25, 50, -50, 80, -80, 180};
    /// Of light and of heavy bodies for their size: about 2,000 and 9,000 kg/m².
    private static final double[] LN_BETAS = {7.6, 9.1};
    private static final double LONGEST_S = 3600;
    /// Each glide stands for those round it: so much of its way from the free fall.
    private static final double ROUND = 0.3;
    private static final double LEAST_M = 3000;
    private static final double LATE = 0.15;

    private final Glide glide = new Glide();
    private final Spread plane = new Spread();
    private final double[] start = new double[Drop.FLIGHT];

    /// The reachable ground.
    ///
    /// @param follow where it is now
    /// @param share of all its parts together
    /// @param spread takes the parts
    void of(Follow follow, double share, Spread spread) {
        System.arraycopy(follow.state().values(), 0, start, 0, 6);
        double part = share / (LN_BETAS.length * (1 + RATIOS.length * BANKS_DEG.length));
        for (double lnBeta : LN_BETAS) {
            start[Drop.BETA] = lnBeta;
            of(follow.timeS(), part, spread);
        }
    }

    private void of(double nowS, double part, Spread spread) {
        if (!glide.toGround(nowS, start, 0, 0, nowS + LONGEST_S)) {
            return;
        }
        plane.origin = place().latLon();
        add(spread, part, nowS);
        for (double ratio : RATIOS) {
            for (double bankDeg : BANKS_DEG) {
                if (glide.toGround(nowS, start, ratio, Math.toRadians(bankDeg), nowS + LONGEST_S)) {
                    add(spread, part, nowS);
                }
            }
        }
    }

    private vedette.model.Geodetic place() {
        double[] s = glide.state();
        return Wgs84.geodetic(new Ecef(s[0], s[1], s[2]));
    }

    private void add(Spread spread, double weight, double nowS) {
        var at = place().latLon();
        double[] away = plane.plane(at);
        double sigma = Math.max(LEAST_M, ROUND * Math.sqrt(away[0] * away[0] + away[1] * away[1]));
        double late = Math.max(2, LATE * (glide.timeS() - nowS));
        spread.add(new Spread.Part(weight, at, sigma * sigma, sigma * sigma, 0, glide.timeS(), late));
    }
}
