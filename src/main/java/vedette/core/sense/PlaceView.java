package vedette.core.sense;

import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement.Velocity;
import vedette.model.Tangent;

/// What is expected of a told position, height or velocity, with derivatives.
public final class PlaceView {
    private PlaceView() {}

    private static final double UNKNOWN_SPEED_SIGMA_MPS = 10;

    /// Adds the two level rows of a told position.
    ///
    /// @param x states
    /// @param at where the state begins
    /// @param aheadS how far the report lies ahead of the state, seconds
    /// @param told the told place
    /// @param rows receives the rows
    public static void level(double[] x, int at, double aheadS, Told told, Rows rows) {
        double[] difference = told.fromState(x, at, aheadS);
        double variance = told.sigmaM * told.sigmaM;
        for (int axis = 0; axis < 2; axis++) {
            row(rows, told.axes, axis, difference[axis], new double[] {variance, 1, aheadS});
        }
    }

    /// Adds the row of a told height above the ellipsoid.
    ///
    /// @param frame the states' [Tangent] frame
    /// @param x states
    /// @param at where the state begins
    /// @param told the told height
    /// @param rows receives the row
    public static void height(double[] frame, double[] x, int at, Height told, Rows rows) {
        double[] up = new double[3];
        Tangent.up(frame, x, at, up);
        double variance = told.sigmaM * told.sigmaM;
        row(rows, up, 0, told.heightM - Tangent.heightM(frame, x, at), new double[] {variance, 1, 0});
    }

    /// A told height.
    ///
    /// @param heightM above the ellipsoid
    /// @param sigmaM its standard deviation
    public record Height(double heightM, double sigmaM) {}

    /// Adds the rows of a told velocity: two, or three when the vertical one was told.
    ///
    /// @param x states
    /// @param at where the state begins
    /// @param told the told place, whose axes the velocity has
    /// @param velocity the told velocity
    /// @param rows receives the rows
    public static void velocity(double[] x, int at, Told told, Velocity velocity, Rows rows) {
        Enu enu = velocity.enuMps();
        double[] speeds = {enu.east(), enu.north(), enu.up()};
        double sigma = velocity.sigmaMps().orElse(UNKNOWN_SPEED_SIGMA_MPS);
        for (int axis = 0; axis < (velocity.verticalKnown() ? 3 : 2); axis++) {
            double expected = 0;
            for (int k = 0; k < 3; k++) {
                expected += told.axes[3 * axis + k] * x[at + 3 + k];
            }
            row(rows, told.axes, axis, speeds[axis] - expected, new double[] {sigma * sigma, 0, 1});
        }
    }

    // scale: variance, weight of the position, weight of the velocity.
    private static void row(Rows rows, double[] axes, int axis, double innovation, double[] scale) {
        int h = rows.add(innovation, scale[0]);
        for (int k = 0; k < 3; k++) {
            rows.h[h + k] = scale[1] * axes[3 * axis + k];
            rows.h[h + 3 + k] = scale[2] * axes[3 * axis + k];
        }
    }

    /// A told place with its east, north and up axes.
    public static final class Told {
        private final double[] place;
        private final double sigmaM;
        private final double[] axes = new double[9];

        /// A told place.
        ///
        /// @param position on the ellipsoid
        /// @param heightM above it, the told one or the best guess
        /// @param sigmaM standard deviation along each level axis
        public Told(LatLon position, double heightM, double sigmaM) {
            this.sigmaM = sigmaM;
            LocalFrame frame = LocalFrame.at(position.at(heightM));
            Ecef centre = position.at(heightM).ecef();
            place = new double[] {centre.xM(), centre.yM(), centre.zM()};
            Ecef[] unit = {frame.axes(new Enu(1, 0, 0)), frame.axes(new Enu(0, 1, 0)), frame.axes(new Enu(0, 0, 1))};
            for (int axis = 0; axis < 3; axis++) {
                axes[3 * axis] = unit[axis].xM();
                axes[3 * axis + 1] = unit[axis].yM();
                axes[3 * axis + 2] = unit[axis].zM();
            }
        }

        private Told(double[] place, double sigmaM, double[] axes) {
            this.place = place;
            this.sigmaM = sigmaM;
            System.arraycopy(axes, 0, this.axes, 0, 9);
        }

        /// Standard deviation along each level axis, metres.
        public double sigmaM() {
            return sigmaM;
        }

        /// The same in another frame.
        ///
        /// @param frame a [Tangent] frame
        public Told in(double[] frame) {
            double[] there = new double[3];
            double[] turned = new double[9];
            Tangent.located(frame, place, there);
            Tangent.faced(frame, axes, turned);
            return new Told(there, sigmaM, turned);
        }

        /// The place, three numbers in a new array; Earth-fixed as it was made.
        public double[] place() {
            return place.clone();
        }

        /// The axes, nine numbers in a new array: east, north, up; Earth-fixed as it was made.
        public double[] axes() {
            return axes.clone();
        }

        // The place less the state, along the axes.
        private double[] fromState(double[] x, int at, double aheadS) {
            double[] along = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                for (int k = 0; k < 3; k++) {
                    along[axis] += axes[3 * axis + k] * (place[k] - x[at + k] - aheadS * x[at + 3 + k]);
                }
            }
            return along;
        }
    }
}
