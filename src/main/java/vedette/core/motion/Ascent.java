package vedette.core.motion;

import static vedette.math.Require.require;

import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Wgs84;

/// A burning ascent as a template with few numbers, for fitting to what was seen: rest on the ground, vertical
/// rise, a turn towards an azimuth, then thrust along the path (gravity turn), stage after stage, to burnout.
///
/// A workspace: it flies again and again, allocates nothing, and belongs to one thread. States are Earth-fixed
/// (WGS-84),
/// metres and metres a second. Thrust acceleration grows as mass is spent: a0 / (1 − t/τ) since ignition. Pull,
/// spin and drag are those of [Fall], with a fixed ballistic coefficient of 8000 kg/m² and no wind. Steps of
/// order 4 (Runge and Kutta), at most 2 s long in burns up to 1200 s, with every break on a step's end.
public final class Ascent {
    /// Where the parameters are: launch latitude and longitude (radians), launch time (s), azimuth clockwise
    /// from north and kick (radians), then three for each stage: [#STAGE].
    public static final int LATITUDE = 0;
    /// Launch longitude, radians.
    public static final int LONGITUDE = 1;
    /// Launch time, seconds.
    public static final int LAUNCH = 2;
    /// Azimuth of the turn, radians clockwise from north.
    public static final int AZIMUTH = 3;
    /// How far the first turn leans from the vertical, radians.
    public static final int KICK = 4;
    /// Where the first stage begins: thrust acceleration at ignition (m/s²), τ (s), burning time (s).
    public static final int STAGE = 5;
    /// Numbers for each stage.
    public static final int PER_STAGE = 3;
    /// More stages are not flown.
    public static final int MOST_STAGES = 8;

    private static final double RISE_S = 6;
    private static final double TURNED_S = 12;
    private static final double LN_BETA = Exact.log(8000);
    private static final double FIRST_MPS = 0.01;
    private static final double STEP_S = 2;
    private static final int MOST_STEPS = 600;
    // Thrust grows no further than fiftyfold: a burn past τ has no meaning.
    private static final double LEAST_MASS = 0.02;
    private static final int NODES = MOST_STEPS * (MOST_STAGES + 2) + 1;

    private final FallForces forces = new FallForces();
    private final double[] nodeTimes = new double[NODES];
    private final double[] nodes = new double[6 * NODES];
    private final double[] trial = new double[6];
    private final double[] slope = new double[6];
    private final double[] sum = new double[6];
    private final double[] burnout = new double[6];
    private final double[] up = new double[3];
    private final double[] level = new double[3];
    private final int[] ignitions = new int[MOST_STAGES];
    private int last;
    private double kickRad;
    private double launchS;
    private double thrust;
    private double tauS;
    private double ignitionS;
    private boolean steered;

    /// An ascent that has not flown.
    public Ascent() {
        forces.set(LN_BETA, 0, 0);
    }

    /// Flies from launch to burnout.
    ///
    /// @param p the parameters, 5 + 3·stages finite numbers, burning nodeTimes 0 or more; read only
    /// @param stages 1 to [#MOST_STAGES]
    public void fly(double[] p, int stages) {
        flyFrom(0, p, stages);
    }

    /// Flies on as the flight before did until the ignition of a stage, and from there by these parameters.
    ///
    /// @param first the stage, 0 for all of the flight; no higher than that of any call since [#fly]
    /// @param p as [#fly] takes them, of launch and stages before `first` the same as then
    /// @param stages as many as then
    public void flyFrom(int first, double[] p, int stages) {
        require(stages >= 1 && stages <= MOST_STAGES, "%s stages", stages);
        require(p.length >= STAGE + PER_STAGE * stages, "%s numbers for %s stages", p.length, stages);
        require(first >= 0 && first < stages, "from stage %s of %s", first, stages);
        if (first == 0) {
            stand(p);
        } else {
            last = ignitions[first];
        }
        for (int i = first; i < stages; i++) {
            ignitions[i] = last;
            int at = STAGE + PER_STAGE * i;
            thrust = p[at];
            tauS = p[at + 1];
            ignitionS = nodeTimes[last];
            double burnS = p[at + 2];
            require(burnS >= 0 && thrust + tauS < Double.POSITIVE_INFINITY, "stage %s burns %s s", i, burnS);
            if (i == 0) {
                steered = true;
                burn(Math.min(burnS, RISE_S));
                burn(Math.min(burnS, TURNED_S) - Math.min(burnS, RISE_S));
                steered = false;
                burn(burnS - Math.min(burnS, TURNED_S));
            } else {
                burn(burnS);
            }
        }
        System.arraycopy(nodes, 6 * last, burnout, 0, 6);
    }

    /// When the last stage burnt out, seconds.
    public double burnoutS() {
        return nodeTimes[last];
    }

    /// The state at burnout; live, changed by the next flight.
    public double[] burnout() {
        return burnout;
    }

    /// The state at a time: cubic between steps (Hermite), with burnout's velocity after it.
    ///
    /// @param timeS seconds
    /// @param out6 receives position and velocity; left as it is before the launch
    /// @return false before the launch
    public boolean at(double timeS, double[] out6) {
        if (!(timeS >= nodeTimes[0])) {
            return false;
        }
        if (timeS >= nodeTimes[last]) {
            System.arraycopy(burnout, 0, out6, 0, 6);
            for (int i = 0; i < 3; i++) {
                out6[i] += (timeS - nodeTimes[last]) * burnout[3 + i];
            }
            return true;
        }
        between(nodeBefore(timeS), timeS, out6);
        return true;
    }

    private int nodeBefore(double timeS) {
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (nodeTimes[middle] <= timeS) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void between(int node, double timeS, double[] out) {
        double h = nodeTimes[node + 1] - nodeTimes[node];
        double u = (timeS - nodeTimes[node]) / h;
        for (int i = 0; i < 3; i++) {
            double p = nodes[6 * node + i];
            double v = nodes[6 * node + 3 + i] * h;
            double step = nodes[6 * node + 6 + i] - p;
            double end = nodes[6 * node + 9 + i] * h;
            double bend = 3 * step - 2 * v - end;
            double twist = v + end - 2 * step;
            out[i] = p + u * (v + u * (bend + u * twist));
            out[3 + i] = (v + u * (2 * bend + 3 * u * twist)) / h;
        }
    }

    private void stand(double[] p) {
        last = 0;
        launchS = p[LAUNCH];
        nodeTimes[0] = launchS;
        kickRad = p[KICK];
        double sinLat = Exact.sin(p[LATITUDE]);
        double cosLat = Exact.cos(p[LATITUDE]);
        double sinLon = Exact.sin(p[LONGITUDE]);
        double cosLon = Exact.cos(p[LONGITUDE]);
        double east = Exact.sin(p[AZIMUTH]);
        double north = Exact.cos(p[AZIMUTH]);
        up[0] = cosLat * cosLon;
        up[1] = cosLat * sinLon;
        up[2] = sinLat;
        level[0] = -east * sinLon - north * sinLat * cosLon;
        level[1] = east * cosLon - north * sinLat * sinLon;
        level[2] = north * cosLat;
        double n = Wgs84.A_M / Math.sqrt(1 - Wgs84.E2 * sinLat * sinLat);
        nodes[0] = n * up[0];
        nodes[1] = n * up[1];
        nodes[2] = n * (1 - Wgs84.E2) * up[2];
        for (int i = 0; i < 3; i++) {
            nodes[3 + i] = FIRST_MPS * up[i];
        }
        require(Double.isFinite(nodes[0] + nodes[1] + nodes[2] + launchS + kickRad), "a launch that is no number");
    }

    private void burn(double lengthS) {
        if (!(lengthS > 0)) {
            return;
        }
        int steps = (int) Math.min(MOST_STEPS, Math.ceil(lengthS / STEP_S));
        double from = nodeTimes[last];
        for (int i = 1; i <= steps; i++) {
            step(nodeTimes[last], lengthS / steps);
            last++;
            nodeTimes[last] = from + lengthS * i / steps;
        }
    }

    // One step of order 4, from the last node to the next.
    @Kernel
    void step(double timeS, double h) {
        int at = 6 * last;
        slopes(timeS, nodes, at);
        for (int i = 0; i < 6; i++) {
            sum[i] = slope[i];
            trial[i] = nodes[at + i] + h / 2 * slope[i];
        }
        slopes(timeS + h / 2, trial, 0);
        for (int i = 0; i < 6; i++) {
            sum[i] += 2 * slope[i];
            trial[i] = nodes[at + i] + h / 2 * slope[i];
        }
        slopes(timeS + h / 2, trial, 0);
        for (int i = 0; i < 6; i++) {
            sum[i] += 2 * slope[i];
            trial[i] = nodes[at + i] + h * slope[i];
        }
        slopes(timeS + h, trial, 0);
        for (int i = 0; i < 6; i++) {
            nodes[at + 6 + i] = nodes[at + i] + h / 6 * (sum[i] + slope[i]);
        }
    }

    private void slopes(double timeS, double[] s, int at) {
        if (at != 0 || s == nodes) {
            System.arraycopy(s, at, trial, 0, 6);
        }
        forces.slopes(trial, slope);
        double push = thrust / Math.max(LEAST_MASS, 1 - (timeS - ignitionS) / tauS);
        if (!steered) {
            double speed = Math.sqrt(trial[3] * trial[3] + trial[4] * trial[4] + trial[5] * trial[5]);
            push(speed > 0 ? push / speed : 0, trial, 3);
            return;
        }
        double lean = kickRad * Math.clamp((timeS - launchS - RISE_S) / (TURNED_S - RISE_S), 0.0, 1.0);
        push(push * Exact.cos(lean), up, 0);
        push(push * Exact.sin(lean), level, 0);
    }

    private void push(double size, double[] along, int at) {
        slope[3] += size * along[at];
        slope[4] += size * along[at + 1];
        slope[5] += size * along[at + 2];
    }
}
