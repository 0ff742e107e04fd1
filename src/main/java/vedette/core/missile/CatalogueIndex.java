package vedette.core.missile;

import java.util.Arrays;
import java.util.List;
import vedette.core.motion.EarthPull;
import vedette.core.motion.Sgp4;
import vedette.math.Exact;
import vedette.model.KnownObject;
import vedette.model.MeanElements;
import vedette.model.Moment;
import vedette.model.Wgs84;

/// A catalogue by the tilt of its orbits: which few of tens of thousands of objects something may be, before any is
/// propagated. Size, plane and, for round orbits, the place along them must be alike, as the flattening turns them.
///
/// It is made when a catalogue comes (some 40 ms for 26,000 objects); asking it costs some 100 µs and one sine.
/// Immutable.
final class CatalogueIndex {
    static final CatalogueIndex NONE = new CatalogueIndex(List.of(), List.of());

    /// States are propagated by numbers and not for longer, seconds.
    static final double OLDEST_STATE_S = 43_200;
    /// Element sets of low orbits say little after two weeks, of high ones after a month, seconds.
    static final double OLDEST_LOW_S = 14 * MeanElements.DAY_S;
    static final double OLDEST_HIGH_S = 30 * MeanElements.DAY_S;
    /// What goes round more slowly is high: 225 minutes, radians a second.
    private static final double HIGH_RADPS = Exact.TWO_PI / (225 * 60);

    private static final double ALIKE_M = 1.5e5;
    private static final double ALIKE_RAD = 0.05;
    /// A body's place along an orbit less round than this is not compared.
    private static final double ROUND_STATE = 0.02;
    private static final double ROUND_SET = 0.2;
    /// How far the true place along an orbit is off the mean one: twice the eccentricity, and some more.
    private static final double OVAL = 2.5;
    /// So flat against the equator a node says little.
    private static final double FLAT = 0.05;
    private static final double STATE_PHASE_RAD = 0.35;
    private static final double STATE_PHASE = 0.003;
    private static final double SET_PHASE_RAD = 0.15;
    /// How far off what the air does may be, a share of it.
    private static final double AIR = 0.3;

    private static final int WIDTH = 9;
    private static final int TILT = 0;
    private static final int AXIS = 1;
    private static final int NODE = 2;
    private static final int NODE_RATE = 3;
    private static final int ARGUMENT = 4;
    private static final int ARGUMENT_RATE = 5;
    private static final int EPOCH_S = 6;
    private static final int ECCENTRICITY = 7;
    private static final int AIR_RATE = 8;
    /// Tilts are sorted in steps of 10 nrad: half a turn of them fits into 31 bits.
    private static final double STEPS = 1e8;

    private final List<KnownObject> states;
    private final List<MeanElements> sets;
    private final Moment zero;
    private final double[] table;
    /// Number of the set; of the state, counted down from -1.
    private final int[] places;

    CatalogueIndex(List<KnownObject> states, List<MeanElements> sets) {
        this.states = states;
        this.sets = sets;
        zero = !sets.isEmpty()
                ? sets.getFirst().epoch()
                : states.isEmpty() ? new Moment(0) : states.getFirst().at();
        int count = sets.size() + states.size();
        double[] rows = new double[count * WIDTH];
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            if (i < sets.size()) {
                write(rows, i * WIDTH, sets.get(i));
            } else {
                write(rows, i * WIDTH, states.get(i - sets.size()));
            }
            order[i] = (long) (rows[i * WIDTH + TILT] * STEPS) << 32 | i;
        }
        Arrays.sort(order);
        table = new double[rows.length];
        places = new int[count];
        for (int i = 0; i < count; i++) {
            int from = (int) order[i];
            System.arraycopy(rows, from * WIDTH, table, i * WIDTH, WIDTH);
            places[i] = from < sets.size() ? from : sets.size() - from - 1;
        }
    }

    /// Whether it is made of these very lists. Equal ones do not count: to compare tens of thousands of objects at
    /// every look would cost more than all else.
    @SuppressWarnings("ReferenceEquality") // what is meant: the same lists
    boolean isOf(List<KnownObject> otherStates, List<MeanElements> otherSets) {
        return states == otherStates && sets == otherSets;
    }

    boolean isEmpty() {
        return places.length == 0;
    }

    MeanElements set(int place) {
        return sets.get(place);
    }

    KnownObject state(int place) {
        return states.get(-1 - place);
    }

    private void write(double[] rows, int at, MeanElements set) {
        double n = set.meanMotionRadps();
        rows[at + TILT] = set.inclinationRad();
        rows[at + AXIS] = Exact.pow(EarthPull.GM / (n * n), 1.0 / 3);
        rows[at + NODE] = set.nodeRad();
        rows[at + ARGUMENT] = set.perigeeRad() + set.anomalyRad();
        rows[at + EPOCH_S] = set.epoch().secondsSince(zero);
        rows[at + ECCENTRICITY] = set.eccentricity();
        // The mean motion of a set is Kozai's: what the flattening delays is in it.
        rows[at + ARGUMENT_RATE] = n + turn(rows, at, n)[0];
        rows[at + AIR_RATE] = Sgp4.of(set).dragAheadRad(MeanElements.DAY_S) / (MeanElements.DAY_S * MeanElements.DAY_S);
    }

    private void write(double[] rows, int at, KnownObject state) {
        Circling orbit = Circling.of(Catalogue.numbers(state), state.at());
        rows[at + TILT] = orbit.tiltRad();
        rows[at + AXIS] = orbit.axisM();
        rows[at + NODE] = orbit.nodeRad();
        rows[at + ARGUMENT] = orbit.argumentRad();
        rows[at + EPOCH_S] = state.at().secondsSince(zero);
        rows[at + ECCENTRICITY] = orbit.eccentricity();
        double n = Math.sqrt(EarthPull.GM / orbit.axisM()) / orbit.axisM();
        double[] by = turn(rows, at, n);
        rows[at + ARGUMENT_RATE] = n + by[0] + by[1];
    }

    // How the flattening turns the node; and gives how it turns the perigee and delays the body (Vallado 2013,
    // eq. 9-37 to 9-41).
    private static double[] turn(double[] rows, int at, double n) {
        double e = rows[at + ECCENTRICITY];
        double cos = Exact.cos(rows[at + TILT]);
        double round = Math.max(1e-6, 1 - e * e);
        double near = Wgs84.A_M / (rows[at + AXIS] * round);
        double k = 1.5 * EarthPull.J2 * near * near * n;
        rows[at + NODE_RATE] = -k * cos;
        return new double[] {0.5 * k * (5 * cos * cos - 1), 0.5 * k * Math.sqrt(round) * (3 * cos * cos - 1)};
    }

    /// How many element sets are too old, or too far ahead, to be used at a moment.
    int staleSets(Moment now) {
        int stale = 0;
        for (MeanElements set : sets) {
            stale += Math.abs(now.secondsSince(set.epoch())) > oldestS(set.meanMotionRadps()) ? 1 : 0;
        }
        return stale;
    }

    /// How many states are.
    int staleStates(Moment now) {
        int stale = 0;
        for (KnownObject state : states) {
            stale += Math.abs(now.secondsSince(state.at())) > OLDEST_STATE_S ? 1 : 0;
        }
        return stale;
    }

    private static double oldestS(double motionRadps) {
        return motionRadps > HIGH_RADPS ? OLDEST_LOW_S : OLDEST_HIGH_S;
    }

    /// The places of those that something may be.
    ///
    /// @param orbit of the thing
    /// @param slackM how far its axis may be off
    /// @param found takes them
    /// @return how many there are, more than `found` holds at the most one more
    int near(Circling orbit, double slackM, int[] found) {
        double nowS = orbit.at().secondsSince(zero);
        Sought sought = new Sought(orbit, slackM, Exact.sin(orbit.tiltRad()));
        int count = 0;
        for (int i = first(orbit.tiltRad() - ALIKE_RAD); i < places.length; i++) {
            int at = i * WIDTH;
            if (table[at + TILT] > orbit.tiltRad() + ALIKE_RAD) {
                break;
            }
            if (isNear(at, places[i] >= 0, sought, nowS - table[at + EPOCH_S])) {
                if (count == found.length) {
                    return count + 1;
                }
                found[count++] = places[i];
            }
        }
        return count;
    }

    private int first(double tiltRad) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table[middle * WIDTH + TILT] < tiltRad) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// What is looked for.
    ///
    /// @param orbit of the thing
    /// @param slackM how far its axis may be off
    /// @param sin of its tilt
    private record Sought(Circling orbit, double slackM, double sin) {}

    private boolean isNear(int at, boolean set, Sought sought, double ageS) {
        Circling orbit = sought.orbit();
        double oldestS = set ? oldestS(table[at + ARGUMENT_RATE]) : OLDEST_STATE_S;
        double offM = Math.abs(table[at + AXIS] - orbit.axisM());
        if (!(Math.abs(ageS) <= oldestS) || !(offM < ALIKE_M + sought.slackM())) {
            return false;
        }
        if (sought.sin() < FLAT) {
            return true;
        }
        double node = table[at + NODE] + table[at + NODE_RATE] * ageS - orbit.nodeRad();
        if (Math.abs(Exact.halfTurn(node)) * sought.sin() > ALIKE_RAD) {
            return false;
        }
        double most = set ? ROUND_SET : ROUND_STATE;
        if (table[at + ECCENTRICITY] > most || orbit.eccentricity() > most) {
            return true;
        }
        double turned = table[at + ARGUMENT_RATE] * ageS;
        double ahead = table[at + AIR_RATE] * ageS * ageS;
        double off = Exact.halfTurn(table[at + ARGUMENT] + turned + ahead - orbit.argumentRad());
        // A state's own axis swings by kilometres round the mean one.
        double slack = set
                ? SET_PHASE_RAD + OVAL * table[at + ECCENTRICITY] + AIR * Math.abs(ahead)
                : STATE_PHASE_RAD + (2 * offM / table[at + AXIS] + STATE_PHASE) * Math.abs(turned);
        return Math.abs(off) < slack;
    }
}
