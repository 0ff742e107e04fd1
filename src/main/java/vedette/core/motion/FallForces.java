package vedette.core.motion;

import java.util.Arrays;
import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Wgs84;

/// What acts on a falling body: the Earth's pull and spin, and drag in moving air; with all partial
/// derivatives.
///
/// Drag is −½ ρ |u| u / β, u the velocity through the air. A wind is two numbers, east and north, times a
/// profile of height with the two jets of the middle latitudes. Fast because one square root serves gravity,
/// height and drag, and the density needs no exponential.
final class FallForces {
    // The wind's share by height: m, and its change between, 1/m.
    private static final double[] WIND_M = {0, 12e3, 25e3, 60e3, 100e3};
    private static final double[] WIND_SHARE = {0.2, 1, 0.3, 1, 0};
    private static final double AIR_RADIUS_M = Wgs84.A_M + Air.TOP_M;

    /// By position and by velocity (3×3 each), and by ln β, wind east and wind north (3×3): of the
    /// acceleration.
    final double[] byPlace = new double[9];

    final double[] byVelocity = new double[9];
    final double[] byAir = new double[9];

    private double halfOverBeta;
    private double windEast;
    private double windNorth;
    private boolean windy;

    // The air as the last call of slopes met it.
    private double heightM;
    private double density;
    private double share;
    private double ux;
    private double uy;
    private double uz;
    private double speed;
    private final double[] level = new double[6];

    void set(double lnBeta, double windEastMps, double windNorthMps) {
        halfOverBeta = 0.5 * Exact.exp(-lnBeta);
        windEast = windEastMps;
        windNorth = windNorthMps;
        windy = windEastMps != 0 || windNorthMps != 0;
    }

    /// Half the density over β at the last place, times the speed through the air: 1/s.
    double damping() {
        return density * halfOverBeta * speed;
    }

    /// How the state changes: velocity, acceleration.
    @Kernel
    void slopes(double[] s, double[] out) {
        EarthPull.slopes(s, 0, out);
        density = 0;
        if (s[0] * s[0] + s[1] * s[1] + s[2] * s[2] > AIR_RADIUS_M * AIR_RADIUS_M) {
            return;
        }
        heightM = EarthPull.heightM(s[0], s[1], s[2]);
        density = Air.density(heightM);
        ux = s[3];
        uy = s[4];
        uz = s[5];
        if (windy) {
            blow(s);
        }
        speed = Math.sqrt(ux * ux + uy * uy + uz * uz);
        double damping = density * halfOverBeta * speed;
        out[3] -= damping * ux;
        out[4] -= damping * uy;
        out[5] -= damping * uz;
    }

    private void blow(double[] s) {
        share = share(heightM);
        levelAxes(s);
        ux -= share * (windEast * level[0] + windNorth * level[3]);
        uy -= share * (windEast * level[1] + windNorth * level[4]);
        uz -= share * windNorth * level[5];
    }

    // East and north where the body is; the plumb line leans from the radius as on the ground below, eased by height.
    private void levelAxes(double[] s) {
        double lean = 1 + Wgs84.E2 / (1 - Wgs84.E2) * Wgs84.A_M / (Wgs84.A_M + heightM);
        double z = s[2] * lean;
        double rho = Math.sqrt(s[0] * s[0] + s[1] * s[1]);
        double up = Math.sqrt(rho * rho + z * z);
        double east = rho > 0 ? 1 / rho : 0;
        level[0] = -s[1] * east;
        level[1] = s[0] * east;
        level[2] = 0;
        level[3] = -z / up * s[0] * east;
        level[4] = -z / up * s[1] * east;
        level[5] = rho / up;
    }

    /// The partial derivatives where [#slopes] was called last.
    ///
    /// @param s the same state
    @Kernel
    void partials(double[] s) {
        EarthPull.gradient(s, byPlace);
        byVelocity[0] = 0;
        byVelocity[1] = 2 * EarthPull.SPIN_RADPS;
        byVelocity[2] = 0;
        byVelocity[3] = -2 * EarthPull.SPIN_RADPS;
        byVelocity[4] = 0;
        byVelocity[5] = 0;
        byVelocity[6] = 0;
        byVelocity[7] = 0;
        byVelocity[8] = 0;
        if (density == 0) {
            Arrays.fill(byAir, 0);
            return;
        }
        double half = density * halfOverBeta;
        double damping = half * speed;
        double lengthwise = speed > 0 ? half / speed : 0;
        byVelocity[0] -= damping + lengthwise * ux * ux;
        byVelocity[1] -= lengthwise * ux * uy;
        byVelocity[2] -= lengthwise * ux * uz;
        byVelocity[3] -= lengthwise * uy * ux;
        byVelocity[4] -= damping + lengthwise * uy * uy;
        byVelocity[5] -= lengthwise * uy * uz;
        byVelocity[6] -= lengthwise * uz * ux;
        byVelocity[7] -= lengthwise * uz * uy;
        byVelocity[8] -= damping + lengthwise * uz * uz;
        if (!windy) {
            share = share(heightM);
            levelAxes(s);
        }
        byWind(0, damping, lengthwise);
        byWind(1, damping, lengthwise);
        byWind(2, damping, lengthwise);
        byAir[0] = damping * ux;
        byAir[3] = damping * uy;
        byAir[6] = damping * uz;
        byHeight(s, Air.densityPerM(heightM) * halfOverBeta * speed);
    }

    private void byWind(int row, double damping, double lengthwise) {
        double u = row == 0 ? ux : row == 1 ? uy : uz;
        double east = lengthwise * u * (ux * level[0] + uy * level[1]);
        double north = lengthwise * u * (ux * level[3] + uy * level[4] + uz * level[5]);
        byAir[row * 3 + 1] = share * (damping * level[row] + east);
        byAir[row * 3 + 2] = share * (damping * level[3 + row] + north);
    }

    // Height changes the density and the wind.
    private void byHeight(double[] s, double thinning) {
        double shear = share > 0 ? shareSlope(heightM) / share : 0;
        double lean = 1 + Wgs84.E2 / (1 - Wgs84.E2) * Wgs84.A_M / (Wgs84.A_M + heightM);
        double z = s[2] * lean;
        double up = 1 / Math.sqrt(s[0] * s[0] + s[1] * s[1] + z * z);
        for (int row = 0; row < 3; row++) {
            double u = row == 0 ? ux : row == 1 ? uy : uz;
            double blown = windEast * byAir[row * 3 + 1] + windNorth * byAir[row * 3 + 2];
            double change = (shear * blown - thinning * u) * up;
            byPlace[row * 3] += change * s[0];
            byPlace[row * 3 + 1] += change * s[1];
            byPlace[row * 3 + 2] += change * z;
        }
    }

    private static double share(double heightM) {
        int i = span(heightM);
        double into = Math.clamp((heightM - WIND_M[i]) / (WIND_M[i + 1] - WIND_M[i]), 0.0, 1.0);
        return WIND_SHARE[i] + into * (WIND_SHARE[i + 1] - WIND_SHARE[i]);
    }

    private static double shareSlope(double heightM) {
        int i = span(heightM);
        boolean inside = heightM > WIND_M[0] && heightM < WIND_M[WIND_M.length - 1];
        return inside ? (WIND_SHARE[i + 1] - WIND_SHARE[i]) / (WIND_M[i + 1] - WIND_M[i]) : 0;
    }

    private static int span(double heightM) {
        int i = 0;
        while (i + 2 < WIND_M.length && heightM >= WIND_M[i + 1]) {
            i++;
        }
        return i;
    }
}
