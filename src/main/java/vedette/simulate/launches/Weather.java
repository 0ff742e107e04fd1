package vedette.simulate.launches;

import vedette.math.Draws;

/// The air as it is on the day, which nobody tells the watch: thicker or thinner than the standard, with two jets.
///
/// @param density times the standard's
/// @param eastMps wind to the east at the jets, metres a second
/// @param northMps wind to the north at the jets
/// @param lowJetM height of the lower jet, metres
/// @param highJetM height of the upper jet
record Weather(double density, double eastMps, double northMps, double lowJetM, double highJetM) {
    /// The standard's air without wind.
    static final Weather STANDARD = new Weather(1, 0, 0, 12e3, 60e3);

    private static final double DENSITY_SIGMA = 0.06;
    private static final double WIND_SIGMA_MPS = 18;
    private static final double CALM_M = 25e3;
    private static final double TOP_M = 100e3;
    private static final double GROUND_SHARE = 0.2;
    private static final double CALM_SHARE = 0.3;

    static Weather drawn(Draws draws) {
        return new Weather(
                Math.clamp(1 + DENSITY_SIGMA * draws.gaussian(), 0.8, 1.2),
                WIND_SIGMA_MPS * draws.gaussian(),
                WIND_SIGMA_MPS * draws.gaussian(),
                draws.uniform(10e3, 14e3),
                draws.uniform(45e3, 65e3));
    }

    /// The share of the jets' wind at a height.
    double share(double heightM) {
        if (heightM < lowJetM) {
            return between(0, GROUND_SHARE, lowJetM, 1, Math.max(0, heightM));
        }
        if (heightM < CALM_M) {
            return between(lowJetM, 1, CALM_M, CALM_SHARE, heightM);
        }
        if (heightM < highJetM) {
            return between(CALM_M, CALM_SHARE, highJetM, 1, heightM);
        }
        return heightM < TOP_M ? between(highJetM, 1, TOP_M, 0, heightM) : 0;
    }

    private static double between(double x0, double y0, double x1, double y1, double x) {
        return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
    }
}
