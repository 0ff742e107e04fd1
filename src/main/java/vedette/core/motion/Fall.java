package vedette.core.motion;

import static vedette.math.Require.require;

import vedette.math.Kernel;
import vedette.model.Wgs84;

/// Free fall through the standard air: where a body without thrust is at another time, where and when it meets
/// the ground, and how all that depends on its start, its ballistic coefficient and the wind.
///
/// A workspace: it is started again and again, allocates nothing, and belongs to one thread. States are
/// Earth-fixed (WGS-84), metres and metres a second. Forces: gravity with J2, the rotating Earth, drag by the
/// U.S. Standard Atmosphere 1976 with β = m/(C_d S), and a wind of two numbers (east and north, m/s) times a
/// profile of height (0.2 at the ground, 1 at 12 km, 0.3 at 25 km, 1 at 60 km, 0 from 100 km on).
///
/// Steps are of order 8 where they are long and of order 5 where the next time is near; their length follows
/// the error of the step itself, held near a micrometre in empty space and looser where drag makes the rest
/// uncertain anyway.
public final class Fall {
    private static final double SHORTEST_S = 1e-5;
    // Below this, a step of order 5 costs less than one of order 8 and errs less than its tolerance.
    private static final double SHORT_S = 6;
    // A corner of the air this near is as good as passed.
    private static final double AT_CORNER_M = 100;
    private static final double BELOW_THE_SEAM_M = 90e3;
    private static final double SAFE = 0.8;
    private static final double FIRST_S = 40;
    // What a step may err: in empty space, and for each 1/s of damping by drag at speed.
    private static final double STEADY_M = 1e-6;
    private static final double STEADY_MPS = 1e-9;
    private static final double DRAGGED_M = 0.15;
    private static final double DRAGGED_MPS = 0.15;
    private static final double MOST_DAMPING = 0.1;
    private static final double HALF_G = 4.9;
    private static final double SLOW_MPS = 100;
    private static final double SOON_S = 5;
    // From here on the crossing is sought by its height alone.
    private static final double AT_GROUND_M = 1;
    private static final double ON_GROUND_M = 1e-7;
    // A flight from pole to pole takes about a hundred.
    private static final int MOST_STRIDES = 2_000;
    private static final int FEW_STRIDES = 400;
    private static final double DEEP_M = -20e3;
    private static final int MOST_LANDINGS = 12;

    private final double tolerance;
    private final Tableau near = Tableau.shortSteps();
    private final Tableau far = Tableau.longSteps();
    private final FallForces forces = new FallForces();
    private final Variation variation = new Variation(far.slopes);
    private final double[][] slope = new double[far.slopes][6];
    private final double[] state = new double[6];
    private final double[] trial = new double[6];
    private final double[] ground = new double[4 * Variation.COLUMNS];
    private double timeS;
    private double nearStepS;
    private double farStepS;
    private double damping;
    private double placeMayErrM;
    private double speedMayErrMps;
    private boolean sensitive;
    private boolean sloped;
    private long slopesTaken;

    /// A workspace.
    public Fall() {
        this(1);
    }

    /// A workspace whose steps may err by a share of what they usually may.
    Fall(double tolerance) {
        this.tolerance = tolerance;
    }

    /// How many slopes were computed since the workspace was made: its cost, in a unit that no machine changes.
    long slopesTaken() {
        return slopesTaken;
    }

    /// Begins at a state, in an air.
    ///
    /// @param timeS when, seconds
    /// @param start9 nine finite numbers, copied: position and velocity (6), the natural logarithm of the
    /// ballistic coefficient in kg/m² (below 0 as 0), the wind to the east and to the north where the profile
    /// is 1, m/s
    /// @param sensitive whether [#sensitivity()] is wanted; it costs about three times as much again
    public void start(double timeS, double[] start9, boolean sensitive) {
        require(start9.length >= Variation.COLUMNS && isFinite(start9), "a start that is no nine numbers");
        require(Double.isFinite(timeS), "a start at %s", timeS);
        this.timeS = timeS;
        this.sensitive = sensitive;
        System.arraycopy(start9, 0, state, 0, 6);
        forces.set(Math.max(start9[6], 0), start9[7], start9[8]);
        nearStepS = SHORT_S;
        farStepS = FIRST_S;
        sloped = false;
        variation.start();
    }

    /// Goes on where a sensitive fall had come to.
    ///
    /// @param timeS the time reached
    /// @param start9 the state there, and the air as [#start] takes it
    /// @param sense54 its derivatives, as [#sensitivity()] gave them, copied
    public void resume(double timeS, double[] start9, double[] sense54) {
        start(timeS, start9, true);
        System.arraycopy(sense54, 0, variation.s, 0, variation.s.length);
    }

    /// The time reached, seconds.
    public double timeS() {
        return timeS;
    }

    /// The state reached: position and velocity; live, changed by the next call.
    public double[] state() {
        return state;
    }

    /// The state's derivatives by the nine numbers of the start: 6×9, row
    /// by row; live. Of use only when started sensitive. Within 6e-4 of their size against finite differences.
    public double[] sensitivity() {
        return variation.s;
    }

    /// Where the ground was met, by the same nine numbers: 4×9, row by row; live, set by [#toGround] when
    /// sensitive. Three rows are the Earth-fixed place on the ellipsoid (the change of the time of landing
    /// included), the last is that time.
    public double[] groundSensitivity() {
        return ground;
    }

    /// Falls to a time, later or earlier.
    ///
    /// @param untilS seconds, finite
    /// @return whether it came there; where no step is short enough, or there are too many, all of [#state] is NaN
    /// and stays so until the next start
    public boolean to(double untilS) {
        if (!Double.isFinite(untilS)) {
            require(false, "falls to %s", untilS);
        }
        int strides = 0;
        while (timeS != untilS) {
            strides++;
            if (!stride(untilS) || isLost(strides)) {
                timeS = untilS;
                java.util.Arrays.fill(state, Double.NaN);
                return false;
            }
        }
        return !Double.isNaN(state[0]);
    }

    // Deep in the ground nothing is right any more, and steps may become as short as they like.
    private boolean isLost(int strides) {
        return strides > MOST_STRIDES || (strides > FEW_STRIDES && !(heightM() > DEEP_M));
    }

    /// Falls until the height above the ellipsoid is 0, or until a time.
    ///
    /// A body that starts below the ground on its way down is taken back to where it entered.
    ///
    /// What starts more than 20 km below the ground lands nowhere.
    ///
    /// @param untilS seconds, finite, not before the time reached
    /// @return whether it met the ground; then time and state are those of landing (within a micrometre; it may
    /// be up to a metre's fall after `untilS`), else those of `untilS`
    public boolean toGround(double untilS) {
        if (!(Double.isFinite(untilS) && untilS >= timeS)) {
            require(false, "falls until %s from %s", untilS, timeS);
        }
        int strides = 0;
        while (climbMps() >= 0 || heightM() > AT_GROUND_M) {
            strides++;
            if (timeS == untilS || isLost(strides) || !(heightM() > DEEP_M)) {
                return false;
            }
            if (!stride(untilS)) {
                return false;
            }
        }
        if (timeS == untilS && heightM() > 0) {
            return false;
        }
        return land();
    }

    private double heightM() {
        return EarthPull.heightM(state[0], state[1], state[2]);
    }

    // Along the plumb line of the ground; right at height 0, and near enough for a sign elsewhere.
    private double climbMps() {
        double z = state[2] / (1 - Wgs84.E2);
        double length = Math.sqrt(state[0] * state[0] + state[1] * state[1] + z * z);
        return (state[0] * state[3] + state[1] * state[4] + z * state[5]) / length;
    }

    private boolean land() {
        double height = heightM();
        for (int i = 0; i < MOST_LANDINGS && Math.abs(height) > ON_GROUND_M; i++) {
            if (!to(timeS - height / climbMps())) {
                return false;
            }
            height = heightM();
        }
        if (sensitive) {
            vary();
        }
        return true;
    }

    // dt = −(n·S)/(n·v), dr = S + v dt.
    private void vary() {
        double[] s = variation.s;
        double z = state[2] / (1 - Wgs84.E2);
        double climb = state[0] * state[3] + state[1] * state[4] + z * state[5];
        for (int c = 0; c < Variation.COLUMNS; c++) {
            double rise = state[0] * s[c] + state[1] * s[Variation.COLUMNS + c] + z * s[2 * Variation.COLUMNS + c];
            double later = -rise / climb;
            for (int row = 0; row < 3; row++) {
                ground[row * Variation.COLUMNS + c] = s[row * Variation.COLUMNS + c] + state[3 + row] * later;
            }
            ground[3 * Variation.COLUMNS + c] = later;
        }
    }

    // One step towards a time, as long as its error allows; false where no step is short enough: a search may try a
    // start from which a fall back through dense air goes beyond all bounds.
    private boolean stride(double untilS) {
        double left = untilS - timeS;
        double size = Math.abs(left);
        Tableau tableau = size <= Math.max(SHORT_S, 1.5 * nearStepS) ? near : far;
        if (!sloped) {
            slope(0, state);
            sloped = true;
        }
        loosen();
        double h = Math.min(size, Math.min(tableau == near ? nearStepS : farStepS, untilCornerS(left)));
        double error = attempt(tableau, Math.copySign(h, left));
        while (!(error <= 1) && h > SHORTEST_S) {
            h = Math.max(SHORTEST_S, h * growth(tableau, error));
            error = attempt(tableau, Math.copySign(h, left));
        }
        if (!(error < Double.POSITIVE_INFINITY)) {
            return false;
        }
        if (tableau == near) {
            nearStepS = h * growth(tableau, error);
        } else {
            farStepS = h * growth(tableau, error);
        }
        commit(tableau, Math.copySign(h, left));
        timeS = h == size ? untilS : timeS + Math.copySign(h, left);
        return true;
    }

    // In air a step may err by what is small where the body comes down: less, the longer it has still to fly.
    private void loosen() {
        double drag = Math.min(damping, MOST_DAMPING);
        if (drag > 0) {
            double climb = climbMps();
            double aheadS = Math.max(climb, 0) / HALF_G + heightM() / Math.max(Math.abs(climb), SLOW_MPS);
            drag *= SOON_S / (SOON_S + Math.max(aheadS, 0));
        }
        placeMayErrM = STEADY_M + DRAGGED_M * drag;
        speedMayErrMps = STEADY_MPS + DRAGGED_MPS * drag;
    }

    // How long until a body meets the next corner of the air, or the ground: by its climb and how that changes.
    // A step that ended far below the ground would have to be taken back, and dense air makes errors grow backwards.
    private double untilCornerS(double left) {
        double height = heightM();
        double climb = climbMps();
        if (left < 0 || height > BELOW_THE_SEAM_M) {
            return Double.POSITIVE_INFINITY;
        }
        double drop = climb < 0
                ? height - Math.max(Air.cornerBelow(height - AT_CORNER_M), 0)
                : height - Air.cornerAbove(height + AT_CORNER_M);
        if (climb < 0 && drop < AT_GROUND_M) {
            return Double.POSITIVE_INFINITY;
        }
        double z = state[2] / (1 - Wgs84.E2);
        double[] k = slope[0];
        double length = Math.sqrt(state[0] * state[0] + state[1] * state[1] + z * z);
        double pull = (state[0] * k[3] + state[1] * k[4] + z * k[5]) / length;
        pull += (k[0] * k[0] + k[1] * k[1] + k[2] * k[2] - climb * climb) / length;
        double root = climb * climb - 2 * pull * drop;
        return root < 0 ? Double.POSITIVE_INFINITY : 2 * drop / (Math.copySign(Math.sqrt(root), drop) - climb);
    }

    private static double growth(Tableau tableau, double error) {
        if (!(error < 1e12)) {
            return 0.1;
        }
        double eighth = Math.sqrt(Math.sqrt(Math.sqrt(error)));
        double root = tableau.closes ? eighth * Math.sqrt(eighth) : eighth;
        return Math.clamp(SAFE / root, 0.1, 6.0);
    }

    private void commit(Tableau tableau, double h) {
        if (sensitive) {
            variation.advance(tableau, h);
        }
        System.arraycopy(trial, 0, state, 0, 6);
        if (tableau.closes) {
            int last = tableau.slopes - 1;
            System.arraycopy(slope[last], 0, slope[0], 0, 6);
            if (sensitive) {
                variation.carry(last);
            }
        }
        sloped = tableau.closes;
    }

    // Leaves the state after the step in `trial`; gives its error as a share of what it may be.
    private double attempt(Tableau tableau, double h) {
        for (int i = 1; i < tableau.rows.length; i++) {
            place(tableau.rows[i], h);
            if (i < tableau.slopes) {
                slope(i, trial);
            }
        }
        double fine = error(tableau.error, h);
        if (tableau.closes) {
            return Math.sqrt(fine) / tolerance;
        }
        double sum = fine + 0.01 * error(tableau.coarse, h);
        return sum > 0 ? fine / Math.sqrt(sum) / tolerance : 0;
    }

    private void slope(int at, double[] where) {
        slopesTaken++;
        forces.slopes(where, slope[at]);
        if (at == 0) {
            damping = forces.damping();
        }
        if (sensitive) {
            forces.partials(where);
            variation.keep(at, forces);
        }
    }

    @Kernel
    void place(double[] weights, double h) {
        double x = 0;
        double y = 0;
        double z = 0;
        double u = 0;
        double v = 0;
        double w = 0;
        for (int j = 0; j < weights.length; j++) {
            double weight = weights[j];
            double[] k = slope[j];
            x += weight * k[0];
            y += weight * k[1];
            z += weight * k[2];
            u += weight * k[3];
            v += weight * k[4];
            w += weight * k[5];
        }
        trial[0] = state[0] + h * x;
        trial[1] = state[1] + h * y;
        trial[2] = state[2] + h * z;
        trial[3] = state[3] + h * u;
        trial[4] = state[4] + h * v;
        trial[5] = state[5] + h * w;
    }

    // The mean square of the six errors, each as a share of what it may be.
    private double error(double[] weights, double h) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            double part = 0;
            for (int j = 0; j < weights.length; j++) {
                part += weights[j] * slope[j][i];
            }
            double share = h * part / (i < 3 ? placeMayErrM : speedMayErrMps);
            sum += share * share;
        }
        return sum / 6;
    }

    private static boolean isFinite(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return Double.isFinite(sum);
    }
}
