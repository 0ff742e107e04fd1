package vedette.core.assess;

import vedette.math.SymMatrix;
import vedette.model.Kinematics;

/// Whether and when an object will be in a zone.
///
/// Sixty-four possible futures are drawn from what the track does not know of its place, speed, height and climb,
/// and each is flown straight. What share is inside now, what share enters, when, and how far those times spread
/// is read off them. This holds where the usual linear formula fails: grazing flights, holes, discs, ceilings
/// reached on the way. That aircraft also turn and change speed is told by an acceleration of white noise that
/// widens the velocities.
///
/// @param insideNow share of the futures that are inside now, [0, 1]
/// @param enters share that are inside now or enter within the horizon, [0, 1]
/// @param meanS mean time until entry of those that enter, seconds from now; 0 when most are inside
/// @param sigmaS standard deviation of that time, seconds
/// @param distanceM from the border now, metres, negative inside
record Forecast(double insideNow, double enters, double meanS, double sigmaS, double distanceM) {
    /// Power of the acceleration, m²/s³: after 60 s of flight 85 m of uncertainty, as helicopters and drones
    /// that hold their course show; real turns show in the track's own covariance.
    static final double ACCELERATION_PSD = 0.1;

    /// Below this an entry time is not known better, whatever the covariance says: a tick, seconds.
    private static final double SHORTEST_SIGMA_S = 0.1;

    /// What is asked.
    ///
    /// @param kinematics the object's
    /// @param heights its height against the limits
    /// @param sinceS time from the kinematics to now, seconds, 0 or more
    /// @param horizonS how far ahead to look, seconds, 0 or more
    record Question(Kinematics kinematics, Heights heights, double sinceS, double horizonS) {}

    /// Flies the futures.
    ///
    /// @param outline the zone on the map around the object's place
    /// @param sides number of the outline's sides
    static Forecast of(Outline outline, int sides, Question question) {
        double[] times = new double[sides + 1];
        double meanS = flight(question, new double[16], 0, 0).entryS(outline, question.heights.limits(), 0, times);
        double[] root = root(spread(question, meanS));
        double[] entries = new double[NormalPoints.COUNT];
        for (int i = 0; i < NormalPoints.COUNT; i++) {
            Flight flight = flight(question, root, i, 1);
            entries[i] = flight.entryS(outline, question.heights.limits(), question.sinceS, times) - question.sinceS;
        }
        return summed(entries, question, distanceNow(outline, question));
    }

    private static double distanceNow(Outline outline, Question question) {
        var v = question.kinematics.velocityMps();
        return outline.distanceM(v.east() * question.sinceS, v.north() * question.sinceS);
    }

    private static Forecast summed(double[] entries, Question question, double distanceM) {
        int inside = 0;
        int entering = 0;
        double sum = 0;
        for (double entryS : entries) {
            inside += entryS <= 0 ? 1 : 0;
            if (entryS <= question.horizonS) {
                entering++;
                sum += entryS;
            }
        }
        double meanS = entering == 0 ? 0 : sum / entering;
        double squares = 0;
        for (double entryS : entries) {
            squares += entryS <= question.horizonS ? (entryS - meanS) * (entryS - meanS) : 0;
        }
        double sigmaS = entering == 0 ? 0 : Math.max(SHORTEST_SIGMA_S, Math.sqrt(squares / entering));
        double n = entries.length;
        return new Forecast(inside / n, entering / n, meanS, sigmaS, distanceM);
    }

    private static Flight flight(Question question, double[] root, int point, double vertically) {
        var v = question.kinematics.velocityMps();
        Heights h = question.heights;
        return new Flight(
                drawn(root, point, 0),
                drawn(root, point, 1),
                v.east() + drawn(root, point, 2),
                v.north() + drawn(root, point, 3),
                h.heightM() + vertically * h.sigmaM() * NormalPoints.at(point, 4),
                h.climbMps() + vertically * h.climbSigmaMps() * NormalPoints.at(point, 5));
    }

    private static double drawn(double[] root, int point, int row) {
        double sum = 0;
        for (int column = 0; column <= row; column++) {
            sum += root[4 * row + column] * NormalPoints.at(point, column);
        }
        return sum;
    }

    /// Covariance of east, north and their rates; the rates widened so that q t³/3 is reached at the expected
    /// entry.
    private static double[] spread(Question question, double meanS) {
        int[] axes = {0, 1, 3, 4};
        SymMatrix given = question.kinematics.covariance();
        double[] p = new double[16];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                p[4 * i + j] = given.get(axes[i], axes[j]);
            }
        }
        double extra = ACCELERATION_PSD * Math.min(meanS, question.sinceS + question.horizonS) / 3;
        p[10] += extra;
        p[15] += extra;
        return p;
    }

    /// The lower Cholesky root, 4 × 4; a direction without spread stays without.
    private static double[] root(double[] p) {
        double[] l = new double[16];
        for (int j = 0; j < 4; j++) {
            double d = p[5 * j];
            for (int k = 0; k < j; k++) {
                d -= l[4 * j + k] * l[4 * j + k];
            }
            double pivot = d > 0 ? Math.sqrt(d) : 0;
            l[5 * j] = pivot;
            for (int i = j + 1; i < 4 && pivot > 0; i++) {
                double sum = p[4 * i + j];
                for (int k = 0; k < j; k++) {
                    sum -= l[4 * i + k] * l[4 * j + k];
                }
                l[4 * i + j] = sum / pivot;
            }
        }
        return l;
    }
}
