package vedette.format.remoteid;

import java.util.OptionalDouble;

/// Standard deviations out of the accuracy categories of ASTM F3411-22a (Tables 7 to 9).
///
/// A horizontal category bounds the distance to the true place in 95 % of cases; of a Gaussian that is
/// equally wide along both axes, 95 % lie within 2.4477 standard deviations, so a bound divided by that is
/// the deviation of each axis. Velocities likewise. A vertical category bounds one axis: 1.96. Unknown (0)
/// and reserved categories give nothing for places and velocities.
final class Sigmas {
    /// The 95 % radius of a circular Gaussian in its standard deviations: sqrt(−2 ln 0.05).
    private static final double CIRCLE_95 = 2.4477;

    private static final double LINE_95 = 1.96;

    /// Metres; nautical miles of 1852 m up to category 8.
    private static final double[] HORIZONTAL_95_M = {
        0, 18_520, 7_408, 3_704, 1_852, 926, 555.6, 185.2, 92.6, 30, 10, 3, 1
    };

    private static final double[] VERTICAL_95_M = {0, 150, 45, 25, 10, 3, 1};
    private static final double[] SPEED_95_MPS = {0, 10, 3, 1, 0.3};

    /// An altitude of unknown accuracy is held to this, metres: the widest category there is.
    private static final double UNKNOWN_ALTITUDE_M = 150 / LINE_95;

    private Sigmas() {}

    /// Of each horizontal axis, metres.
    static OptionalDouble horizontalM(int category) {
        return scaled(HORIZONTAL_95_M, category, CIRCLE_95);
    }

    /// Of each horizontal axis of a velocity, m/s.
    static OptionalDouble speedMps(int category) {
        return scaled(SPEED_95_MPS, category, CIRCLE_95);
    }

    /// Of an altitude, metres.
    static double altitudeM(int category) {
        return scaled(VERTICAL_95_M, category, LINE_95).orElse(UNKNOWN_ALTITUDE_M);
    }

    private static OptionalDouble scaled(double[] bounds, int category, double sigmas) {
        return category > 0 && category < bounds.length
                ? OptionalDouble.of(bounds[category] / sigmas)
                : OptionalDouble.empty();
    }
}
