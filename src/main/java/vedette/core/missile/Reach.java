package vedette.core.missile;

import vedette.core.motion.Glide;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.Wgs84;

/// Where a body may come down that has stopped falling freely: glides of several strengths, every way round.
///
/// Nobody knows what it will do next, so no way counts more than another. A workspace.
final class Reach {
    private static final double[] RATIOS = {0.7, 1.5, 3};
    private static final int BANKS = 8;
    private static final double LN_BETA = 8.0;
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
    /// @param spread takes the parts
    void of(Follow follow, Spread spread) {
        System.arraycopy(follow.state().values(), 0, start, 0, 6);
        start[Drop.BETA] = LN_BETA;
        if (!glide.toGround(follow.timeS(), start, 0, 0, follow.timeS() + LONGEST_S)) {
            return;
        }
        plane.origin = place().latLon();
        double weight = 1.0 / (1 + RATIOS.length * BANKS);
        add(spread, weight, follow.timeS());
        for (double ratio : RATIOS) {
            for (int k = 0; k < BANKS; k++) {
                double bank = Exact.TWO_PI * k / BANKS;
                if (glide.toGround(follow.timeS(), start, ratio, bank, follow.timeS() + LONGEST_S)) {
                    add(spread, weight, follow.timeS());
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
