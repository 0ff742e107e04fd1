package vedette.core.nature;

import vedette.math.Exact;
import vedette.model.Kinematics;
import vedette.model.Moment;

/// How an object has flown of late: means over its estimates, of which the sure ones count more and the old
/// ones less.
///
/// @param at the latest estimate
/// @param weight of all of them
/// @param speedMps mean level speed, what the estimates' own noise adds to it taken off
/// @param speedVariance mean variance of that, (m/s)²
/// @param heightM mean height above the ellipsoid
/// @param heightVariance mean variance of that, m²
/// @param seconds how long it has been watched
public record Flown(
        Moment at,
        double weight,
        double speedMps,
        double speedVariance,
        double heightM,
        double heightVariance,
        double seconds) {
    static final Flown NOTHING = new Flown(new Moment(0), 0, 0, 0, 0, 0, 0);

    /// What was flown before is half forgotten after about two thirds of this, seconds.
    private static final double FADING_S = 30;

    /// An estimate counts half when its speed is so unsure, m/s.
    private static final double SURE_MPS = 2;

    /// A longer pause tells no more than this, seconds.
    private static final double LONGEST_S = 4;

    /// With one more estimate of the tracker.
    Flown with(Kinematics k) {
        double sinceS = weight == 0 ? 1 : Math.clamp(k.at().secondsSince(at), 0, LONGEST_S);
        if (sinceS <= 0) {
            return this;
        }
        double variance = (k.covariance().get(3, 3) + k.covariance().get(4, 4)) / 2;
        double speed2 = square(k.velocityMps().east()) + square(k.velocityMps().north());
        double speed = Math.sqrt(Math.max(0, speed2 - 2 * variance));
        double news = sinceS / (1 + variance / square(SURE_MPS));
        double before = weight * Exact.exp(-sinceS / FADING_S);
        double share = news / (before + news);
        return new Flown(
                k.at(),
                before + news,
                speedMps + share * (speed - speedMps),
                speedVariance + share * (variance - speedVariance),
                heightM + share * (k.position().heightM() - heightM),
                heightVariance + share * (k.covariance().get(2, 2) - heightVariance),
                seconds + sinceS);
    }

    private static double square(double value) {
        return value * value;
    }
}
