package vedette.core.missile;

import vedette.math.Exact;

/// What is known of a falling object before a radar has looked at it.
///
/// @param epochS when the state holds, watch seconds
/// @param state position and velocity then, Earth-fixed
/// @param information inverse covariance of the state, 6·6; nothing where nothing is known
/// @param lnBeta mean of the logarithm of the ballistic coefficient, kg/m²
/// @param lnBetaSigma its standard deviation
/// @param taught what echoes that are no longer kept have told; the other numbers are part of it where it is anything
record Prior(double epochS, Numbers state, Numbers information, double lnBeta, double lnBetaSigma, Taught taught) {
    // Slender bodies fly fast: what comes from 300 kilometres has about 3,000 kg/m², from a thousand 4,300, from three
    // thousand 6,000, from ten thousand 7,700 (Regan and Anandakrishnan 1993, §7; beta of blunt to slender cones). Slow
    // ones may be of any shape, by a factor of 1.42 either way; fast ones must be slender, and 1.26 is left. That holds
    // the air's density as well: it varies by 6 %, and nothing tells it from the body.
    private static final double LN_BETA = 7.56;
    private static final double LN_BETA_A_KMPS = 0.325;
    private static final double LN_BETA_A_KMPS2 = -0.018;
    private static final double LN_BETA_SIGMA = 0.325;
    private static final double LN_BETA_SIGMA_A_KMPS = 0.025;
    private static final double LN_BETA_SIGMA_A_KMPS2 = -0.0055;
    private static final double FASTEST_KMPS = 7;
    // Between their bounds bodies of a kind lie evenly, in standard deviations of the logarithm from its mean; the
    // bounds are blurred by the air's density, and one body in ten keeps to none.
    private static final double LIGHTEST = -2.1;
    private static final double HEAVIEST = 1.42;
    private static final double BLUR = 0.12;
    private static final double EVEN = 0.9;
    // What makes the two densities integrate to one.
    private static final double EVEN_SPAN = 3.3;
    private static final double NORMAL_SPAN = 2.5066;
    private static final double FARTHEST = 6;
    /// How far bodies of quite another kind may be off.
    private static final double LN_BETA_SIGMA_ANY = 1.9;

    /// Nothing but what bodies of such a speed are like.
    ///
    /// @param state a first guess
    /// @param speedMps at burnout, or the fastest seen
    static Prior vague(double epochS, Numbers state, double speedMps) {
        double kmps = Math.clamp(speedMps / 1000, 1, FASTEST_KMPS);
        return new Prior(
                epochS,
                state,
                Numbers.NONE,
                LN_BETA + (LN_BETA_A_KMPS + LN_BETA_A_KMPS2 * kmps) * kmps,
                LN_BETA_SIGMA + (LN_BETA_SIGMA_A_KMPS + LN_BETA_SIGMA_A_KMPS2 * kmps) * kmps,
                Taught.NOTHING);
    }

    /// How much likelier a ballistic coefficient is than by the normal distribution of its logarithm that fits work
    /// with:
    /// bodies of a kind lie evenly between bounds.
    ///
    /// @param other the logarithm of one, kg/m²
    /// @return the quotient of the two densities
    double likelier(double other) {
        if (lnBetaSigma >= LN_BETA_SIGMA_ANY) {
            return 1;
        }
        double z = Math.clamp((other - lnBeta) / lnBetaSigma, -FARTHEST, FARTHEST);
        double light = 1 / (1 + Exact.exp((LIGHTEST - z) / BLUR));
        double heavy = 1 / (1 + Exact.exp((z - HEAVIEST) / BLUR));
        double even = Exact.exp(z * lnBetaSigma) * light * heavy / EVEN_SPAN;
        double normal = Exact.exp(-0.5 * z * z) / NORMAL_SPAN;
        return EVEN * even / normal + 1 - EVEN;
    }

    /// Whether infrared satellites have told of the state.
    boolean told() {
        return information.count() > 0;
    }

    /// The same for a body of quite another kind: a spent stage, a stone.
    Prior anyBody() {
        return new Prior(epochS, state, information, lnBeta, LN_BETA_SIGMA_ANY, taught);
    }

    /// The same where old echoes have told more.
    Prior taught(Taught next) {
        return new Prior(epochS, state, information, lnBeta, lnBetaSigma, next);
    }
}
