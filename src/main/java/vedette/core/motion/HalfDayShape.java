package vedette.core.motion;

/// How much the eccentricity of a half-day orbit gives each harmonic of the Earth: cubics fitted to Hansen's functions
/// (Hoots and Roehrich 1980, section 10: the G of the half-day resonance).
///
/// @param e eccentricity, 0.5 or more
record HalfDayShape(double e) {
    private static final double FIRST = 0.65;
    private static final double SECOND = 0.7;
    private static final double THIRD = 0.715;

    private double cubic(double c0, double c1, double c2, double c3) {
        return c0 + c1 * e + c2 * e * e + c3 * e * e * e;
    }

    double g201() {
        return -0.306 - (e - 0.64) * 0.440;
    }

    double g211() {
        return e <= FIRST ? cubic(3.616, -13.2470, 16.2900, 0) : cubic(-72.099, 331.819, -508.738, 266.724);
    }

    double g310() {
        return e <= FIRST
                ? cubic(-19.302, 117.3900, -228.4190, 156.5910)
                : cubic(-346.844, 1582.851, -2415.925, 1246.113);
    }

    double g322() {
        return e <= FIRST
                ? cubic(-18.9068, 109.7927, -214.6334, 146.5816)
                : cubic(-342.585, 1554.908, -2366.899, 1215.972);
    }

    double g410() {
        return e <= FIRST
                ? cubic(-41.122, 242.6940, -471.0940, 313.9530)
                : cubic(-1052.797, 4758.686, -7193.992, 3651.957);
    }

    double g422() {
        return e <= FIRST
                ? cubic(-146.407, 841.8800, -1629.014, 1083.4350)
                : cubic(-3581.690, 16178.110, -24462.770, 12422.520);
    }

    double g520() {
        if (e <= FIRST) {
            return cubic(-532.114, 3017.977, -5740.032, 3708.2760);
        }
        return e > THIRD ? cubic(-5149.66, 29936.92, -54087.36, 31324.56) : cubic(1464.74, -4664.75, 3763.64, 0);
    }

    double g533() {
        return e < SECOND
                ? cubic(-919.22770, 4988.6100, -9064.7700, 5542.21)
                : cubic(-37995.780, 161616.52, -229838.20, 109377.94);
    }

    double g521() {
        return e < SECOND
                ? cubic(-822.71072, 4568.6173, -8491.4146, 5337.524)
                : cubic(-51752.104, 218913.95, -309468.16, 146349.42);
    }

    double g532() {
        return e < SECOND
                ? cubic(-853.66600, 4690.2500, -8624.7700, 5341.4)
                : cubic(-40023.880, 170470.89, -242699.48, 115605.82);
    }
}
