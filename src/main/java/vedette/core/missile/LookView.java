package vedette.core.missile;

import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.WarningRadar;

/// What a sensor would measure of a state, and how that changes with the state. A workspace.
///
/// Rows are numbers measured less numbers expected, with their derivatives by position and velocity along Earth-fixed
/// axes and the standard deviation of the measurement; angles are taken across the line of sight.
final class LookView {
    /// Numbers of a row: position and velocity.
    static final int WIDTH = 6;
    /// At most range, azimuth, elevation, range rate.
    static final int ROWS = 4;

    int rows;
    final double[] residual = new double[ROWS];
    final double[] sigma = new double[ROWS];
    final double[] partials = new double[ROWS * WIDTH];
    private final double[] a = new double[3];
    private final double[] b = new double[3];

    /// A line of sight: two rows, across it along the two axes that biases are told in: first horizontal to the
    /// equator's plane, second at right angles to it.
    @Kernel
    void light(Look.Light look, double[] state) {
        double dx = state[0] - look.x();
        double dy = state[1] - look.y();
        double dz = state[2] - look.z();
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double ux = dx / length;
        double uy = dy / length;
        double uz = dz / length;
        double level = Math.sqrt(ux * ux + uy * uy);
        a[0] = -uy / level;
        a[1] = ux / level;
        a[2] = 0;
        b[0] = uy * a[2] - uz * a[1];
        b[1] = uz * a[0] - ux * a[2];
        b[2] = ux * a[1] - uy * a[0];
        rows = 2;
        residual[0] = look.ux() * a[0] + look.uy() * a[1] + look.uz() * a[2];
        residual[1] = look.ux() * b[0] + look.uy() * b[1] + look.uz() * b[2];
        sigma[0] = look.sigmaRad();
        sigma[1] = look.sigmaRad();
        for (int i = 0; i < 3; i++) {
            partials[i] = a[i] / length;
            partials[WIDTH + i] = b[i] / length;
            partials[3 + i] = 0;
            partials[WIDTH + 3 + i] = 0;
        }
    }

    /// An echo: range, azimuth times the cosine of the elevation, elevation, and range rate where measured.
    @Kernel
    void echo(Look.Echo look, Site site, double[] state) {
        double[] m = site.axes();
        double dx = state[0] - site.x();
        double dy = state[1] - site.y();
        double dz = state[2] - site.z();
        double east = m[0] * dx + m[1] * dy + m[2] * dz;
        double north = m[3] * dx + m[4] * dy + m[5] * dz;
        double up = m[6] * dx + m[7] * dy + m[8] * dz;
        double level2 = east * east + north * north;
        double range2 = level2 + up * up;
        double level = Math.sqrt(level2);
        double range = Math.sqrt(range2);
        WarningRadar.Noise noise = site.radar().noise();
        double cos = Math.max(LEAST_COS, level / range);
        double turn = Exact.halfTurn(look.azimuthRad() - Exact.atan2(east, north));
        residual[0] = look.rangeM() - range;
        residual[1] = turn * cos;
        residual[2] = look.elevationRad() - Exact.atan2(up, level);
        sigma[0] = noise.rangeM();
        sigma[1] = noise.angleRad();
        sigma[2] = noise.angleRad();
        double rate = (dx * state[3] + dy * state[4] + dz * state[5]) / range;
        boolean hasRate = !Double.isNaN(look.rangeRateMps()) && noise.rangeRateMps() > 0;
        rows = hasRate ? 4 : 3;
        residual[3] = look.rangeRateMps() - rate;
        sigma[3] = noise.rangeRateMps();
        double[] d = {dx, dy, dz};
        for (int i = 0; i < 3; i++) {
            partials[i] = d[i] / range;
            partials[WIDTH + i] = cos * (north * m[i] - east * m[3 + i]) / level2;
            double levelRate = (east * m[i] + north * m[3 + i]) / level;
            partials[2 * WIDTH + i] = (level * m[6 + i] - up * levelRate) / range2;
            partials[3 * WIDTH + i] = (state[3 + i] - rate * d[i] / range) / range;
            partials[3 + i] = 0;
            partials[WIDTH + 3 + i] = 0;
            partials[2 * WIDTH + 3 + i] = 0;
            partials[3 * WIDTH + 3 + i] = d[i] / range;
        }
    }

    /// Below this the azimuth tells nothing any more: three degrees off the zenith.
    private static final double LEAST_COS = 0.05;

    /// The two axes across the latest line of sight.
    double[] first() {
        return a;
    }

    double[] second() {
        return b;
    }
}
