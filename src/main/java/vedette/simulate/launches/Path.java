package vedette.simulate.launches;

import static vedette.math.Require.require;

import java.util.Arrays;
import vedette.model.Ecef;
import vedette.model.Wgs84;

/// Where something truly is over time: Earth-fixed states, joined by cubics of place.
public final class Path {
    private static final int SIZE = 6;

    private final double[] timesS;
    private final double[] states;

    private Path(double[] timesS, double[] states) {
        this.timesS = timesS;
        this.states = states;
    }

    /// Begins, seconds of the world.
    public double fromS() {
        return timesS[0];
    }

    /// Ends.
    public double toS() {
        return timesS[timesS.length - 1];
    }

    /// Whether it is somewhere at a time.
    public boolean covers(double timeS) {
        return timeS >= fromS() && timeS <= toS();
    }

    /// Position and velocity, Earth-fixed, metres and metres a second.
    ///
    /// @param timeS within [#fromS()] and [#toS()]
    public double[] at(double timeS) {
        require(covers(timeS), "a path from %s to %s at %s", fromS(), toS(), timeS);
        int found = Arrays.binarySearch(timesS, timeS);
        int i = Math.min(found >= 0 ? found : -found - 2, timesS.length - 2);
        double h = timesS[i + 1] - timesS[i];
        double s = (timeS - timesS[i]) / h;
        double[] out = new double[SIZE];
        for (int k = 0; k < 3; k++) {
            double a = states[SIZE * i + k];
            double b = states[SIZE * (i + 1) + k];
            double va = states[SIZE * i + 3 + k];
            double vb = states[SIZE * (i + 1) + 3 + k];
            out[k] = (1 + 2 * s) * (1 - s) * (1 - s) * a
                    + s * (1 - s) * (1 - s) * h * va
                    + s * s * (3 - 2 * s) * b
                    + s * s * (s - 1) * h * vb;
            out[3 + k] = 6 * s * (s - 1) * (a - b) / h + (1 - 4 * s + 3 * s * s) * va + (3 * s * s - 2 * s) * vb;
        }
        return out;
    }

    /// Height above the ellipsoid at a time, metres.
    public double heightM(double timeS) {
        return heightM(at(timeS));
    }

    static double heightM(double[] state) {
        return place(state).geodetic().heightM();
    }

    static Ecef place(double[] state) {
        return new Ecef(state[0], state[1], state[2]);
    }

    /// Draws all its samples.
    void into(Pen pen) {
        into(pen, fromS());
    }

    /// Draws its samples from a time on.
    void into(Pen pen, double fromS) {
        for (int i = 0; i < timesS.length; i++) {
            if (timesS[i] >= fromS) {
                pen.add(timesS[i], Arrays.copyOfRange(states, SIZE * i, SIZE * (i + 1)));
            }
        }
    }

    /// Where it ends.
    public Ecef end() {
        return place(at(toS()));
    }

    /// The level axes at a state: east, north, up.
    static double[] axes(double[] state) {
        double[] axes = new double[9];
        Wgs84.geodetic(state[0], state[1], state[2], axes);
        return axes;
    }

    /// Draws a path, sample after sample.
    static final class Pen {
        private double[] timesS = new double[256];
        private double[] states = new double[256 * SIZE];
        private int size;

        /// Adds a sample; one at the time of the last takes its place.
        void add(double timeS, double[] state) {
            if (size > 0 && timeS <= timesS[size - 1]) {
                size--;
            }
            if (size == timesS.length) {
                timesS = Arrays.copyOf(timesS, 2 * size);
                states = Arrays.copyOf(states, 2 * size * SIZE);
            }
            timesS[size] = timeS;
            System.arraycopy(state, 0, states, size * SIZE, SIZE);
            size++;
        }

        Path path() {
            require(size >= 2, "a path of %s samples", size);
            return new Path(Arrays.copyOf(timesS, size), Arrays.copyOf(states, size * SIZE));
        }
    }
}
