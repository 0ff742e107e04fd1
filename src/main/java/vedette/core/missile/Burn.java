package vedette.core.missile;

import java.util.List;

/// A powered flight fitted to all looks of infrared satellites at one object.
///
/// Parameters: launch point east and north of the reference (m), launch time (watch seconds), tilt of the pitch-over
/// towards east and north (rad), then of each stage logarithm of thrust acceleration at ignition (m/s²), share of
/// propellant, logarithm of burning time (s); then two biases of each satellite that has a slot (rad).
///
/// @param profile which of [Profile#ALL]
/// @param slots the satellites
/// @param latRad the reference
/// @param lonRad the reference
/// @param best the most likely parameters
/// @param covariance of the parameters, n·n
/// @param misfit sum of squared residuals over their sigma, priors included
/// @param evidence logarithm of how well this profile explains the looks (Laplace's approximation)
/// @param looks looks taken in
/// @param wide the satellites whose errors were taken for larger than declared
record Burn(
        int profile,
        Slots slots,
        double latRad,
        double lonRad,
        Numbers best,
        Numbers covariance,
        double misfit,
        double evidence,
        int looks,
        List<Integer> wide) {
    Burn {
        wide = List.copyOf(wide);
    }

    /// One whose satellites are all believed.
    Burn(
            int profile,
            Slots slots,
            double latRad,
            double lonRad,
            Numbers best,
            Numbers covariance,
            double misfit,
            double evidence,
            int looks) {
        this(profile, slots, latRad, lonRad, best, covariance, misfit, evidence, looks, List.of());
    }

    int n() {
        return best.count();
    }

    /// Squared sigmas a row up to which a fit is believed.
    private static final double SOUND = 1.3;

    private static final int FREE = 4;

    /// Whether it explains the looks: those of several things taken for one make no flight.
    boolean isSound() {
        return misfit < SOUND * (2 * looks + FREE);
    }

    /// Satellites whose errors there is room for.
    static final int MOST_SATELLITES = (NormalEquations.MOST - Profile.MOST) / 2;

    Profile kind() {
        return Profile.ALL.get(profile);
    }

    double launchS() {
        return best.at(2);
    }

    /// When the last stage burns out, watch seconds.
    double burnoutS() {
        double sum = best.at(2);
        for (int s = 0; s < kind().stages(); s++) {
            sum += vedette.math.Exact.exp(best.at(Profile.LAUNCH + Profile.STAGE * s + 2));
        }
        return sum;
    }
}
