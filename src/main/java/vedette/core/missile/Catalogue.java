package vedette.core.missile;

import java.util.List;
import java.util.Optional;
import vedette.core.motion.EarthPull;
import vedette.core.motion.Fall;
import vedette.core.motion.Propagated;
import vedette.core.motion.Sgp4;
import vedette.core.motion.Teme;
import vedette.math.Cholesky;
import vedette.model.KnownObject;
import vedette.model.MeanElements;
import vedette.model.Moment;
import vedette.model.Wgs84;

/// Is what a radar follows an object that a catalogue knows? Place and velocity must both be where the object's own
/// state, propagated under gravity with J2 from its epoch, or its element set by SGP4, has them, within what both say
/// of their errors.
///
/// Whatever the catalogue says, what comes down comes down: that is the judge's rule, not this one's. Nothing is
/// matched whose speed is not known to [#MOST_SPEED_SIGMA_MPS] yet, or by what is too old ([CatalogueIndex]). Few are
/// propagated: size, plane and phase of the orbit must be alike first. A workspace.
final class Catalogue {
    private static final double MOST_SPEED_SIGMA_MPS = 30;
    /// What gravity beyond J2 and drag do to the speed along the path that a state seems to have, m/s: 1.8 km an hour.
    private static final double UNKNOWN_MPS = 0.5;
    private static final double UNKNOWN_M = 500;
    /// An error in speed moves what circles three times as far along its path as it would go itself.
    private static final double ALONG = 3;
    /// Of an element set: 1 km at its epoch and 1 to 3 km a day along its path are published (Levit and Marshall 2011,
    /// Advances in Space Research 47); so it was measured, growing with the days' square (docs/benchmarks.md).
    private static final double SET_M = 1000;
    private static final double SET_M_A_DAY = 1000;
    private static final double SET_M_A_DAY2 = 150;
    private static final double ASIDE_M = 500;
    private static final double ASIDE_M_A_DAY = 200;
    /// The air is other than thought by so much of what it does (Vallado and Finkleman 2014).
    private static final double AIR = 0.2;
    /// 99.9 % of six numbers, squared sigmas.
    private static final double GATE = 22.46;
    private static final int MOST_TRIED = 64;
    private static final int MOST_STATES_TRIED = 8;
    private static final double NO_DRAG = 20;
    private static final double SIGMAS = 3;

    private final Fall fall = new Fall();
    private final double[] start = new double[Drop.FLIGHT];
    private final double[] c = new double[36];
    private final double[] e = new double[6];
    private final int[] near = new int[MOST_TRIED];
    private CatalogueIndex index = CatalogueIndex.NONE;
    private Moment zero = new Moment(0);

    /// How far from where it should be an object may be.
    ///
    /// @param across2 variance across its path, m²
    /// @param along2 variance along its path, m²
    /// @param moving2 variance of its velocity on each axis, (m/s)²
    private record Blur(double across2, double along2, double moving2) {}

    void begin(List<KnownObject> states, List<MeanElements> sets, Moment epoch) {
        if (!index.isOf(states, sets)) {
            index = new CatalogueIndex(states, sets);
        }
        zero = epoch;
    }

    /// What of the catalogue is too old to be used, in words; nothing when all can be.
    Optional<String> stale(double nowS) {
        Moment now = zero.plusS(nowS);
        int sets = index.staleSets(now);
        int states = index.staleStates(now);
        if (sets + states == 0) {
            return Optional.empty();
        }
        return Optional.of(sets + " element sets are more than 14 days off (30 where a turn takes 225 minutes or more),"
                + " " + states + " states more than 12 hours: they are not used");
    }

    /// Which object a fall is: the one that fits best; nothing where none fits, or too many are alike.
    ///
    /// @param drop the fall
    /// @param path its shape
    Optional<Known> of(Drop drop, Judge.Path path) {
        if (index.isEmpty() || path.speedSigmaMps() > MOST_SPEED_SIGMA_MPS) {
            return Optional.empty();
        }
        Moment at = zero.plusS(drop.epochS());
        Circling orbit = Circling.of(drop.best().values(), at);
        int count = index.near(orbit, axisSlackM(orbit, path), near);
        return count > MOST_TRIED || states(count) > MOST_STATES_TRIED ? Optional.empty() : best(drop, at, count);
    }

    // What an error of speed makes of the axis: 2 a² v / GM (vis viva).
    private static double axisSlackM(Circling orbit, Judge.Path path) {
        double perMps = 2 * orbit.axisM() * orbit.axisM() * path.shape().speedMps() / EarthPull.GM;
        return SIGMAS * path.speedSigmaMps() * perMps;
    }

    private int states(int count) {
        int states = 0;
        for (int i = 0; i < count; i++) {
            states += near[i] < 0 ? 1 : 0;
        }
        return states;
    }

    private Optional<Known> best(Drop drop, Moment at, int count) {
        double least = GATE;
        int best = 0;
        int fit = 0;
        for (int i = 0; i < count; i++) {
            double far =
                    near[i] < 0 ? distance(drop, index.state(near[i]), at) : distance(drop, index.set(near[i]), at);
            if (far < GATE) {
                fit++;
            }
            if (far < least) {
                least = far;
                best = near[i];
            }
        }
        return fit == 0 ? Optional.empty() : Optional.of(known(best, fit - 1));
    }

    private Known known(int place, int others) {
        if (place < 0) {
            KnownObject state = index.state(place);
            return new Known(state.number(), state.name(), others);
        }
        MeanElements set = index.set(place);
        return new Known(set.number(), set.name(), others);
    }

    /// A state as six numbers.
    static double[] numbers(KnownObject each) {
        return new double[] {
            each.place().xM(),
            each.place().yM(),
            each.place().zM(),
            each.velocityMps().x(),
            each.velocityMps().y(),
            each.velocityMps().z()
        };
    }

    private double distance(Drop drop, KnownObject object, Moment at) {
        double ageS = at.secondsSince(object.at());
        System.arraycopy(numbers(object), 0, start, 0, 6);
        start[6] = NO_DRAG;
        start[7] = 0;
        start[8] = 0;
        fall.start(0, start, false);
        if (!fall.to(ageS)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] there = fall.state();
        return distance(drop, there, blur(object, rate(there), Math.abs(ageS)));
    }

    private double distance(Drop drop, MeanElements set, Moment at) {
        Sgp4 theory = Sgp4.of(set);
        return switch (theory.at(at)) {
            case Propagated.There(Teme state) -> {
                double[] there = state.earthFixed(at);
                yield distance(drop, there, blur(theory, rate(there), at.secondsSince(set.epoch())));
            }
            case Propagated.Nowhere _ -> Double.POSITIVE_INFINITY;
        };
    }

    private static double radius(double[] there) {
        return Math.max(Wgs84.A_M, Math.sqrt(there[0] * there[0] + there[1] * there[1] + there[2] * there[2]));
    }

    private static double rate(double[] there) {
        double radius = radius(there);
        return Math.sqrt(EarthPull.GM / radius) / radius;
    }

    private static Blur blur(KnownObject object, double rate, double ageS) {
        double own2 = object.sigmaM() * object.sigmaM();
        double drift = (ALONG * object.sigmaMps() + UNKNOWN_MPS) * ageS;
        double aside = Math.min(ageS, 1 / rate) * object.sigmaMps();
        double old = Math.min(1, ageS * rate) * UNKNOWN_M;
        double across2 = own2 + aside * aside + old * old;
        double along2 = across2 + drift * drift;
        return new Blur(across2, along2, object.sigmaMps() * object.sigmaMps() + along2 * rate * rate);
    }

    private static Blur blur(Sgp4 theory, double rate, double ageS) {
        double days = Math.abs(ageS) / MeanElements.DAY_S;
        double air = AIR * Math.abs(theory.dragAheadRad(ageS)) * Wgs84.A_M;
        double along = SET_M + days * (SET_M_A_DAY + SET_M_A_DAY2 * days) + air;
        double across = ASIDE_M + ASIDE_M_A_DAY * days;
        return new Blur(across * across, along * along, along * along * rate * rate);
    }

    // Squared standard deviations between the fall and where the object should be.
    private double distance(Drop drop, double[] there, Blur blur) {
        double speed2 = there[3] * there[3] + there[4] * there[4] + there[5] * there[5];
        for (int i = 0; i < 6; i++) {
            e[i] = drop.best().at(i) - there[i];
            for (int j = 0; j < 6; j++) {
                double more = 0;
                if (i < 3 && j < 3) {
                    more = (blur.along2() - blur.across2()) * there[3 + i] * there[3 + j] / speed2
                            + (i == j ? blur.across2() : 0);
                } else if (i == j) {
                    more = blur.moving2();
                }
                c[i * 6 + j] = drop.covariance().at(i * drop.n() + j) + more;
            }
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
}
