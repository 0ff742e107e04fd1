package vedette.model;

import vedette.math.Kernel;

/// The tangent frame a track is reckoned in, as an array: level and up are its axes, so that the filters' matrices are
/// mostly zeros.
///
/// Fourteen numbers: the origin (Earth-fixed, metres), then the unit vectors east, north and up in Earth-fixed
/// axes, the origin's height above the ellipsoid (metres) and the curvature of the ground (1/metres). The ground
/// falls away from the plane by d²/2R: 31 m at 20 km, which the motion models and [#heightM] take into account;
/// what they neglect beyond is below 0.3 m of height within [#REACH_M] and 12 km of height (measured). Farther
/// from its origin a state is carried over to a new frame.
///
/// [#earthFixed] is the frame whose axes are the Earth's own, for paths through space; it has no "up" and reaches
/// everywhere. No place on the globe is special: at the poles east is some level direction.
public final class Tangent {
    /// Numbers in a frame.
    public static final int SIZE = 14;

    /// A state farther than this from its origin is carried over, metres.
    public static final double REACH_M = 20_000;

    private static final int AXES = 3;
    private static final int HEIGHT = 12;
    private static final int CURVATURE = 13;
    private static final double POLE_M = 1;

    private Tangent() {}

    /// The frame at an Earth-fixed position.
    ///
    /// @param place three numbers, metres, not at the Earth's centre
    public static double[] at(double[] place) {
        double[] frame = new double[SIZE];
        System.arraycopy(place, 0, frame, 0, 3);
        double[] up = new double[3];
        Plumb.up(place, 0, up);
        double level = Math.sqrt(place[0] * place[0] + place[1] * place[1]);
        boolean pole = level < POLE_M;
        double eastX = pole ? 0 : -place[1] / level;
        double eastY = pole ? 1 : place[0] / level;
        double[] north = {-up[2] * eastY, up[2] * eastX, up[0] * eastY - up[1] * eastX};
        frame[AXES] = eastX;
        frame[AXES + 1] = eastY;
        System.arraycopy(north, 0, frame, AXES + 3, 3);
        System.arraycopy(up, 0, frame, AXES + 6, 3);
        frame[HEIGHT] = Plumb.heightM(place, 0);
        frame[CURVATURE] = 1 / Wgs84.MEAN_RADIUS_M;
        return frame;
    }

    /// The Earth-fixed axes as a frame.
    public static double[] earthFixed() {
        double[] frame = new double[SIZE];
        frame[AXES] = 1;
        frame[AXES + 4] = 1;
        frame[AXES + 8] = 1;
        return frame;
    }

    /// Whether a frame is [#earthFixed].
    public static boolean isEarthFixed(double[] frame) {
        return frame[CURVATURE] == 0;
    }

    /// Whether a position is near enough to the origin.
    ///
    /// @param x positions in the frame
    /// @param at where the position begins
    public static boolean reaches(double[] frame, double[] x, int at) {
        double far2 = x[at] * x[at] + x[at + 1] * x[at + 1] + x[at + 2] * x[at + 2];
        return far2 <= REACH_M * REACH_M || isEarthFixed(frame);
    }

    /// The Earth-fixed position of a place in a frame.
    ///
    /// @param x positions in the frame
    /// @param at where the position begins
    /// @param out receives three numbers
    public static void place(double[] frame, double[] x, int at, double[] out) {
        turned(frame, x, at, out);
        for (int k = 0; k < 3; k++) {
            out[k] += frame[k];
        }
    }

    /// A vector of the frame's axes in Earth-fixed axes.
    public static void turned(double[] frame, double[] x, int at, double[] out) {
        for (int k = 0; k < 3; k++) {
            out[k] = x[at] * frame[AXES + k] + x[at + 1] * frame[AXES + 3 + k] + x[at + 2] * frame[AXES + 6 + k];
        }
    }

    /// The height above the ellipsoid of a place in a frame, metres.
    public static double heightM(double[] frame, double[] x, int at) {
        if (isEarthFixed(frame)) {
            return Plumb.heightM(x, at);
        }
        return frame[HEIGHT] + x[at + 2] + (x[at] * x[at] + x[at + 1] * x[at + 1]) / 2 * frame[CURVATURE];
    }

    /// The unit vector away from the ellipsoid in a frame's axes.
    ///
    /// @param up receives three numbers
    public static void up(double[] frame, double[] x, int at, double[] up) {
        if (isEarthFixed(frame)) {
            Plumb.up(x, at, up);
            return;
        }
        up[0] = x[at] * frame[CURVATURE];
        up[1] = x[at + 1] * frame[CURVATURE];
        up[2] = 1;
    }

    /// Other Earth-fixed vectors in a frame's axes: `into[3r + k] = vector r · axis k`.
    ///
    /// @param vectors three Earth-fixed vectors, one after the other
    /// @param into receives nine numbers
    public static void faced(double[] frame, double[] vectors, double[] into) {
        for (int r = 0; r < 3; r++) {
            for (int k = 0; k < 3; k++) {
                int axis = AXES + 3 * k;
                into[3 * r + k] = vectors[3 * r] * frame[axis]
                        + vectors[3 * r + 1] * frame[axis + 1]
                        + vectors[3 * r + 2] * frame[axis + 2];
            }
        }
    }

    /// An Earth-fixed position in a frame.
    ///
    /// @param out receives three numbers
    public static void located(double[] frame, double[] place, double[] out) {
        double dx = place[0] - frame[0];
        double dy = place[1] - frame[1];
        double dz = place[2] - frame[2];
        for (int k = 0; k < 3; k++) {
            int axis = AXES + 3 * k;
            out[k] = dx * frame[axis] + dy * frame[axis + 1] + dz * frame[axis + 2];
        }
    }

    /// Carries a state over from one frame to another: position, velocity, and their covariance; a seventh number, the
    /// rate of turn about the vertical, stays.
    ///
    /// @param from the frame it is in
    /// @param to the frame it is wanted in
    /// @param x the state and its covariance, changed in place
    /// @param mean where the mean begins: position, velocity, turn rate
    /// @param covariance where the lower triangle of seven rows begins
    public static void carry(double[] from, double[] to, double[] x, int mean, int covariance) {
        over(from, to, x, mean, covariance);
    }

    @Kernel
    static void over(double[] from, double[] to, double[] x, int mean, int covariance) {
        double[] turn = new double[9];
        double[] axes = new double[9];
        System.arraycopy(to, AXES, axes, 0, 9);
        faced(from, axes, turn);
        double[] origin = {to[0], to[1], to[2]};
        double[] shift = new double[3];
        located(from, origin, shift);
        double[] old = new double[6];
        for (int k = 0; k < 3; k++) {
            old[k] = x[mean + k] - shift[k];
            old[3 + k] = x[mean + 3 + k];
        }
        double[] full = new double[49];
        int c = covariance;
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j <= i; j++) {
                full[7 * i + j] = x[c];
                full[7 * j + i] = x[c++];
            }
        }
        for (int r = 0; r < 3; r++) {
            x[mean + r] = turn[3 * r] * old[0] + turn[3 * r + 1] * old[1] + turn[3 * r + 2] * old[2];
            x[mean + 3 + r] = turn[3 * r] * old[3] + turn[3 * r + 1] * old[4] + turn[3 * r + 2] * old[5];
        }
        double[] half = new double[49];
        for (int i = 0; i < 7; i++) {
            int base = i / 3 * 3;
            int row = 3 * (i - base);
            for (int j = 0; j < 7; j++) {
                half[7 * i + j] = i == 6
                        ? full[42 + j]
                        : turn[row] * full[7 * base + j]
                                + turn[row + 1] * full[7 * base + 7 + j]
                                + turn[row + 2] * full[7 * base + 14 + j];
            }
        }
        c = covariance;
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j <= i; j++) {
                int base = j / 3 * 3;
                int row = 3 * (j - base);
                x[c++] = j == 6
                        ? half[7 * i + 6]
                        : turn[row] * half[7 * i + base]
                                + turn[row + 1] * half[7 * i + base + 1]
                                + turn[row + 2] * half[7 * i + base + 2];
            }
        }
    }
}
