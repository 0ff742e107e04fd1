package vedette.core.missile;

import java.util.List;

/// A kind of powered flight: what is expected of its stages before any look.
///
/// The numbers are orders of magnitude from textbooks on rockets (Sutton and Biblarz 2010, §4; Wertz and Larson 1999,
/// §18), wide enough for everything that flies: no vehicle is meant.
///
/// @param stages how many stages burn in sequence
/// @param firstThrust logarithm of the thrust acceleration at lift-off, m/s²
/// @param firstThrustSigma its standard deviation
/// @param thrust the same of upper stages
/// @param thrustSigma its standard deviation
/// @param burn logarithm of a stage's burning time, s
/// @param burnSigma its standard deviation
/// @param tiltRad standard deviation of the pitch-over per axis
/// @param weight how common it is held to be, before any look
/// @param space whether it is a way into space
record Profile(
        int stages,
        double firstThrust,
        double firstThrustSigma,
        double thrust,
        double thrustSigma,
        double burn,
        double burnSigma,
        double tiltRad,
        double weight,
        boolean space) {
    /// Share of a stage's mass that is propellant, and how much that varies.
    static final double PROPELLANT = 0.74;
    static final double PROPELLANT_SIGMA = 0.06;
    private static final double TILT = 0.4;

    /// One to three stages of a ballistic missile, a sounding rocket, a space launcher.
    static final List<Profile> ALL = List.of(
            new Profile(1, 3.0, 0.22, 3.3, 0.2, 4.3, 0.25, TILT, 0.3, false),
            new Profile(2, 3.0, 0.22, 3.3, 0.2, 4.2, 0.2, TILT, 0.3, false),
            new Profile(3, 3.0, 0.22, 3.3, 0.2, 4.15, 0.2, TILT, 0.3, false),
            new Profile(2, 3.9, 0.35, 4.0, 0.35, 3.5, 0.25, 0.06, 0.05, true),
            new Profile(2, 2.57, 0.1, 2.1, 0.4, 5.05, 0.15, 0.15, 0.3, true));

    /// Parameters of a stage: logarithm of thrust, share of propellant, logarithm of time.
    static final int STAGE = 3;
    /// Parameters before those of the stages: east and north of the launch point, time, tilt to east and to north.
    static final int LAUNCH = 5;

    /// Parameters of the profile with most stages.
    static final int MOST = LAUNCH + 3 * STAGE;

    int parameters() {
        return LAUNCH + STAGE * stages;
    }

    double mean(int stage, int which) {
        return switch (which) {
            case 0 -> stage == 0 ? firstThrust : thrust;
            case 1 -> PROPELLANT;
            default -> burn;
        };
    }

    double sigma(int stage, int which) {
        return switch (which) {
            case 0 -> stage == 0 ? firstThrustSigma : thrustSigma;
            case 1 -> PROPELLANT_SIGMA;
            default -> burnSigma;
        };
    }
}
