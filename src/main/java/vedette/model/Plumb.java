package vedette.model;

/// The plumb line: which way is up, and how high, at an Earth-fixed position.
public final class Plumb {
    private static final double POLAR_M = Wgs84.A_M * (1 - Wgs84.FLATTENING);
    private static final double RATIO = (Wgs84.A_M / POLAR_M) * (Wgs84.A_M / POLAR_M);

    private Plumb() {}

    /// The unit vector away from the ellipsoid; within 0.2 mrad below 400 km height.
    ///
    /// @param x Earth-fixed positions, metres
    /// @param at where the position begins
    /// @param up receives three numbers
    public static void up(double[] x, int at, double[] up) {
        double z = x[at + 2] * RATIO;
        double norm = Math.sqrt(x[at] * x[at] + x[at + 1] * x[at + 1] + z * z);
        up[0] = x[at] / norm;
        up[1] = x[at + 1] / norm;
        up[2] = z / norm;
    }

    /// The height above the ellipsoid, metres, along the line to the Earth's centre; within 0.2 m below 30 km, 0.1 %
    /// above.
    ///
    /// @param x Earth-fixed positions, metres
    /// @param at where the position begins
    public static double heightM(double[] x, int at) {
        double rho2 = x[at] * x[at] + x[at + 1] * x[at + 1];
        double z2 = x[at + 2] * x[at + 2];
        double surface = Wgs84.A_M * Math.sqrt((rho2 + z2) / (rho2 + z2 * RATIO));
        return Math.sqrt(rho2 + z2) - surface;
    }
}
