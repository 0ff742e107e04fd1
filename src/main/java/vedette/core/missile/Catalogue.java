package vedette.core.missile;

import java.util.List;
import java.util.Optional;
import vedette.core.motion.EarthPull;
import vedette.core.motion.Fall;
import vedette.core.motion.Orbit;
import vedette.math.Cholesky;
import vedette.math.Exact;
import vedette.model.KnownObject;
import vedette.model.Moment;
import vedette.model.Wgs84;

/// Is what a radar follows an object that a catalogue knows? Place and velocity must both be where the object's own
/// state, propagated under gravity with J2 from its epoch, has them, within what both say of their errors.
///
/// Whatever the catalogue says, what comes down comes down: that is the judge's rule, not this one's. Nothing is
/// matched whose speed is not known to [#MOST_SPEED_SIGMA_MPS] yet, or by a state older than half a day. Few are
/// propagated: size, plane and phase of the orbit must be alike first. A workspace.
final class Catalogue {
    private static final double MOST_SPEED_SIGMA_MPS = 30;
    private static final double OLDEST_S = 43_200;
    /// What gravity beyond J2 and drag do to the speed along the path that a state seems to have, m/s: 1.8 km an hour.
    private static final double UNKNOWN_MPS = 0.5;
    private static final double UNKNOWN_M = 500;
    /// An error in speed moves what circles three times as far along its path as it would go itself.
    private static final double ALONG = 3;
    /// 99.9 % of six numbers, squared sigmas.
    private static final double GATE = 22.46;
    private static final double ALIKE_M = 1.5e5;
    private static final double ALIKE_RAD = 0.05;
    private static final double PHASE_RAD = 0.35;
    private static final double ROUND = 0.02;
    private static final int MOST_TRIED = 8;
    private static final double NO_DRAG = 20;

    private final Fall fall = new Fall();
    private final double[] start = new double[Drop.FLIGHT];
    private final double[] c = new double[36];
    private final double[] e = new double[6];
    private List<KnownObject> objects = List.of();
    private Moment zero = new Moment(0);

    void begin(List<KnownObject> known, Moment epoch) {
        objects = known;
        zero = epoch;
    }

    /// Which object a fall is; nothing where none fits, or several do.
    ///
    /// @param drop the fall
    /// @param path its shape
    Optional<KnownObject> of(Drop drop, Judge.Path path) {
        if (objects.isEmpty() || path.speedSigmaMps() > MOST_SPEED_SIGMA_MPS) {
            return Optional.empty();
        }
        double[] s = drop.best().values();
        KnownObject only = null;
        int tried = 0;
        for (KnownObject each : objects) {
            double ageS = drop.epochS() - each.at().secondsSince(zero);
            if (Math.abs(ageS) > OLDEST_S || !isAlike(s, path.shape(), state(each), ageS)) {
                continue;
            }
            tried++;
            if (tried > MOST_TRIED) {
                return Optional.empty();
            }
            if (distance(drop, each, ageS) < GATE) {
                if (only != null) {
                    return Optional.empty();
                }
                only = each;
            }
        }
        return Optional.ofNullable(only);
    }

    private static double[] state(KnownObject each) {
        return new double[] {
            each.place().xM(),
            each.place().yM(),
            each.place().zM(),
            each.velocityMps().x(),
            each.velocityMps().y(),
            each.velocityMps().z()
        };
    }

    // Size and tilt of the orbits, and where on it round ones are.
    private static boolean isAlike(double[] s, Orbit orbit, double[] known, double ageS) {
        Orbit other = Orbit.of(known);
        if (!(other.energy() < 0 && orbit.energy() < 0)) {
            return false;
        }
        double axisM = -EarthPull.GM / (2 * orbit.energy());
        double otherM = -EarthPull.GM / (2 * other.energy());
        if (Math.abs(axisM - otherM) > ALIKE_M
                || Math.abs(orbit.inclinationRad() - other.inclinationRad()) > ALIKE_RAD) {
            return false;
        }
        if (orbit.eccentricity() > ROUND || other.eccentricity() > ROUND) {
            return true;
        }
        double meanM = (axisM + otherM) / 2;
        double turnedRad = Math.sqrt(EarthPull.GM / meanM) / meanM * ageS;
        double slackRad = PHASE_RAD + 2 * Math.abs(turnedRad) * Math.abs(axisM - otherM) / meanM;
        double offRad = Exact.halfTurn(latitudeArgumentRad(s) - latitudeArgumentRad(known) - turnedRad);
        return Math.abs(offRad) < slackRad + 0.003 * Math.abs(turnedRad);
    }

    // The angle from the ascending node, against the stars.
    private static double latitudeArgumentRad(double[] s) {
        double vx = s[3] - EarthPull.SPIN_RADPS * s[1];
        double vy = s[4] + EarthPull.SPIN_RADPS * s[0];
        double hx = s[1] * s[5] - s[2] * vy;
        double hy = s[2] * vx - s[0] * s[5];
        double hz = s[0] * vy - s[1] * vx;
        double h = Math.sqrt(hx * hx + hy * hy + hz * hz);
        // Along the node: (-hy, hx, 0); a quarter turn on: h × node.
        double level = Math.max(1, Math.sqrt(hx * hx + hy * hy));
        double cos = (-hy * s[0] + hx * s[1]) / level;
        double sin = (-hz * hx * s[0] - hz * hy * s[1] + (hx * hx + hy * hy) * s[2]) / (level * h);
        return Exact.atan2(sin, cos);
    }

    // Squared standard deviations between the fall and where the object should be.
    private double distance(Drop drop, KnownObject object, double ageS) {
        System.arraycopy(state(object), 0, start, 0, 6);
        start[6] = NO_DRAG;
        start[7] = 0;
        start[8] = 0;
        fall.start(0, start, false);
        if (!fall.to(ageS)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] there = fall.state();
        errors(drop, object, there, Math.abs(ageS));
        for (int i = 0; i < 6; i++) {
            e[i] = drop.best().at(i) - there[i];
        }
        if (!Cholesky.factor(c, 0, 6)) {
            return Double.POSITIVE_INFINITY;
        }
        Cholesky.forward(c, 6, e);
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += e[i] * e[i];
        }
        return sum;
    }

    private void errors(Drop drop, KnownObject object, double[] there, double ageS) {
        double speed = Math.sqrt(there[3] * there[3] + there[4] * there[4] + there[5] * there[5]);
        double radius = Math.max(Wgs84.A_M, Math.sqrt(there[0] * there[0] + there[1] * there[1] + there[2] * there[2]));
        double rate = Math.sqrt(EarthPull.GM / radius) / radius;
        double own2 = object.sigmaM() * object.sigmaM();
        double drift = (ALONG * object.sigmaMps() + UNKNOWN_MPS) * ageS;
        double aside = Math.min(ageS, 1 / rate) * object.sigmaMps();
        double old = Math.min(1, ageS * rate) * UNKNOWN_M;
        double across2 = own2 + aside * aside + old * old;
        double along2 = across2 + drift * drift;
        double moving2 = object.sigmaMps() * object.sigmaMps() + along2 * rate * rate;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                double more = 0;
                if (i < 3 && j < 3) {
                    more = (along2 - across2) * there[3 + i] * there[3 + j] / (speed * speed) + (i == j ? across2 : 0);
                } else if (i == j) {
                    more = moving2;
                }
                c[i * 6 + j] = drop.covariance().at(i * drop.n() + j) + more;
            }
        }
    }
}
