package vedette.core.motion;

import vedette.math.Exact;

/// How thick the air is: the density of the U.S. Standard Atmosphere 1976 (NOAA-S/T 76-1562).
///
/// Up to 86 km the standard's seven layers of linear temperature (eqs. 23, 33, 42); from there to 1000 km a
/// smooth curve of the logarithm through points of its table I; nothing above. The tables held here are cubic
/// between nodes 100 m apart (500 m above 86 km), so that a call costs no exponential; a layer's corner is
/// rounded within its cell.
public final class Air {
    /// Above it there is no air, metres.
    public static final double TOP_M = 1e6;
    /// Below it the air grows no thicker, metres.
    public static final double BOTTOM_M = -5000;

    private static final double SEAM_M = 86_000;
    private static final double LOW_CELL_M = 100;
    private static final double HIGH_CELL_M = 500;
    private static final double GAS = 8314.32 / 28.9644;
    private static final double GRAVITY = 9.80665;
    private static final double EARTH_RADIUS_M = 6_356_766;
    // Geopotential heights where layers begin, m, and how the temperature changes in them, K/m (table 4).
    private static final double[] LAYERS = {0, 11e3, 20e3, 32e3, 47e3, 51e3, 71e3};
    private static final double[] LAPSES = {-6.5e-3, 0, 1e-3, 2.8e-3, 0, -2.8e-3, -2e-3};
    // Table I, km and kg/m³.
    private static final double[] HIGH_KM = {86, 90, 100, 110, 120, 150, 200, 300, 400, 500, 600, 700, 800, 900, 1000};
    private static final double[] HIGH_DENSITY = {
        6.958e-6, 3.416e-6, 5.604e-7, 9.708e-8, 2.222e-8, 2.076e-9, 2.541e-10, 1.916e-11, 2.803e-12, 5.215e-13,
        1.137e-13, 3.070e-14, 1.136e-14, 5.759e-15, 3.561e-15
    };
    // Geometric heights where the density's slope jumps: the layers' tops.
    private static final double[] CORNERS = corners();
    // Density and its change over a cell, node by node.
    private static final double[] LOW = low();
    private static final double[] HIGH = high();

    private Air() {}

    /// The density of the standard air, kg/m³.
    ///
    /// @param heightM geometric height, metres; below [#BOTTOM_M] as there, above [#TOP_M] zero
    public static double density(double heightM) {
        if (heightM < SEAM_M) {
            double cells = Math.max(heightM - BOTTOM_M, 0) / LOW_CELL_M;
            return cubic(LOW, cells);
        }
        return heightM < TOP_M ? cubic(HIGH, (heightM - SEAM_M) / HIGH_CELL_M) : 0;
    }

    /// How the density changes with height, kg/m⁴: negative.
    ///
    /// @param heightM as in [#density]
    public static double densityPerM(double heightM) {
        if (heightM < SEAM_M) {
            return heightM < BOTTOM_M ? 0 : cubicSlope(LOW, (heightM - BOTTOM_M) / LOW_CELL_M) / LOW_CELL_M;
        }
        return heightM < TOP_M ? cubicSlope(HIGH, (heightM - SEAM_M) / HIGH_CELL_M) / HIGH_CELL_M : 0;
    }

    /// The next corner of the standard's layers below a height, metres: there the density bends sharply, and an
    /// integrator does well to end a step. Negative infinity below the lowest.
    static double cornerBelow(double heightM) {
        for (int i = CORNERS.length - 1; i >= 0; i--) {
            if (CORNERS[i] < heightM) {
                return CORNERS[i];
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    /// The next corner above a height, metres; positive infinity above the highest.
    static double cornerAbove(double heightM) {
        for (double corner : CORNERS) {
            if (corner > heightM) {
                return corner;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double[] corners() {
        double[] corners = new double[LAYERS.length - 1];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = EARTH_RADIUS_M * LAYERS[i + 1] / (EARTH_RADIUS_M - LAYERS[i + 1]);
        }
        return corners;
    }

    private static double cubic(double[] nodes, double cells) {
        int at = 2 * (int) cells;
        double u = cells - (int) cells;
        double step = nodes[at + 2] - nodes[at];
        double begin = nodes[at + 1];
        double bend = 3 * step - 2 * begin - nodes[at + 3];
        double twist = begin + nodes[at + 3] - 2 * step;
        return nodes[at] + u * (begin + u * (bend + u * twist));
    }

    private static double cubicSlope(double[] nodes, double cells) {
        int at = 2 * (int) cells;
        double u = cells - (int) cells;
        double step = nodes[at + 2] - nodes[at];
        double begin = nodes[at + 1];
        double bend = 3 * step - 2 * begin - nodes[at + 3];
        double twist = begin + nodes[at + 3] - 2 * step;
        return begin + u * (2 * bend + 3 * u * twist);
    }

    private static double[] low() {
        int cells = (int) Math.rint((SEAM_M - BOTTOM_M) / LOW_CELL_M);
        double[] nodes = new double[2 * (cells + 1)];
        for (int i = 0; i <= cells; i++) {
            layered(BOTTOM_M + i * LOW_CELL_M, nodes, 2 * i);
        }
        return nodes;
    }

    // The standard's equations 18 (geopotential), 23 (temperature), 33 (pressure), 42 (density).
    private static void layered(double heightM, double[] nodes, int at) {
        double potential = EARTH_RADIUS_M * heightM / (EARTH_RADIUS_M + heightM);
        double temperature = 288.15;
        double pressure = 101_325;
        for (int i = 0; i < LAYERS.length && (i == 0 || potential > LAYERS[i]); i++) {
            double top = i + 1 < LAYERS.length ? Math.min(LAYERS[i + 1], potential) : potential;
            double base = temperature;
            temperature = base + LAPSES[i] * (top - LAYERS[i]);
            double power = LAPSES[i] == 0
                    ? -GRAVITY * (top - LAYERS[i]) / (GAS * base)
                    : Exact.log(base / temperature) * GRAVITY / (GAS * LAPSES[i]);
            pressure *= Exact.exp(power);
        }
        double density = pressure / (GAS * temperature);
        double stretch = EARTH_RADIUS_M / (EARTH_RADIUS_M + heightM);
        double thinning = (GRAVITY / GAS + lapseAt(potential)) / temperature * stretch * stretch;
        nodes[at] = density;
        nodes[at + 1] = -density * thinning * LOW_CELL_M;
    }

    private static double lapseAt(double potential) {
        int layer = 0;
        while (layer + 1 < LAYERS.length && potential > LAYERS[layer + 1]) {
            layer++;
        }
        return LAPSES[layer];
    }

    private static double[] high() {
        int cells = (int) Math.rint((TOP_M - SEAM_M) / HIGH_CELL_M);
        double[] nodes = new double[2 * (cells + 1)];
        double[] thinning = thinning();
        int row = 0;
        for (int i = 0; i <= cells; i++) {
            double km = (SEAM_M + i * HIGH_CELL_M) / 1000;
            while (row + 2 < HIGH_KM.length && km >= HIGH_KM[row + 1]) {
                row++;
            }
            curved(km, row, thinning, nodes, 2 * i);
        }
        return nodes;
    }

    // The slope of ln ρ at the table's points, 1/km: at the seam that of the layer below, else of the parabola through
    // three points.
    private static double[] thinning() {
        double[] slopes = new double[HIGH_KM.length];
        int last = slopes.length - 1;
        slopes[0] = LOW[LOW.length - 1] / LOW[LOW.length - 2] / LOW_CELL_M * 1000;
        for (int i = 1; i < last; i++) {
            double before = HIGH_KM[i] - HIGH_KM[i - 1];
            double after = HIGH_KM[i + 1] - HIGH_KM[i];
            slopes[i] = (chord(i - 1) * after + chord(i) * before) / (before + after);
        }
        slopes[last] = chord(last - 1);
        return slopes;
    }

    private static double chord(int row) {
        return Exact.log(HIGH_DENSITY[row + 1] / HIGH_DENSITY[row]) / (HIGH_KM[row + 1] - HIGH_KM[row]);
    }

    private static void curved(double km, int row, double[] thinning, double[] nodes, int at) {
        double width = HIGH_KM[row + 1] - HIGH_KM[row];
        double[] span = {0, thinning[row] * width, chord(row) * width, thinning[row + 1] * width};
        double u = (km - HIGH_KM[row]) / width;
        nodes[at] = HIGH_DENSITY[row] * Exact.exp(cubic(span, u >= 1 ? 0 : u) + (u >= 1 ? span[2] : 0));
        nodes[at + 1] = nodes[at] * (u >= 1 ? span[3] : cubicSlope(span, u)) / width * HIGH_CELL_M / 1000;
    }
}
