package vedette.core.sense;

import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.LocalFrame;
import vedette.model.Measurement.Polar;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;
import vedette.model.Tangent;

/// What a radar sees of a state: range, azimuth, elevation and range rate in its own tangent plane, with derivatives.
///
/// One object serves one thread; its last [#look] stays readable.
public final class RadarView {
    private static final double EARTH_FOR_RADIO_M = 4.0 / 3 * 6_371_000;
    private static final double NEAREST_M = 1;

    /// A plot so little ahead of a state, seconds, depends on its velocity by less than its own error.
    private static final double NOTHING_S = 0.03;

    private final SensorSite site;
    private final double[] siteOrigin;
    private final double[] siteAxes = new double[9];
    private final double antennaHorizonM;
    private final double lowestSine;
    private final double highestSine;
    private final boolean allAround;
    private final double[] seen = new double[3];

    // The site in the frame it faces.
    private double[] facing = {};
    private final double[] origin = new double[3];
    private final double[] axes = new double[9];

    private double rangeM;
    private double groundM;
    private double azimuthRad;

    /// The view from a site, facing Earth-fixed axes.
    public RadarView(SensorSite site) {
        this.site = site;
        LocalFrame frame = LocalFrame.at(site.place());
        Ecef centre = site.place().ecef();
        siteOrigin = new double[] {centre.xM(), centre.yM(), centre.zM()};
        put(0, frame.axes(new Enu(1, 0, 0)));
        put(3, frame.axes(new Enu(0, 1, 0)));
        put(6, frame.axes(new Enu(0, 0, 1)));
        antennaHorizonM =
                Math.sqrt(2 * EARTH_FOR_RADIO_M * Math.max(site.place().heightM(), 1));
        lowestSine = Exact.sin(Math.max(-Math.PI / 2, site.volume().minElevationRad()));
        highestSine = Exact.sin(Math.min(Math.PI / 2, site.volume().maxElevationRad()));
        allAround = site.volume().azimuthWidthRad() > Exact.TWO_PI - 1e-9;
        face(Tangent.earthFixed());
    }

    private void put(int at, Ecef axis) {
        siteAxes[at] = axis.xM();
        siteAxes[at + 1] = axis.yM();
        siteAxes[at + 2] = axis.zM();
    }

    /// The site this is the view from.
    public SensorSite site() {
        return site;
    }

    /// Turns to a frame: all positions from now on are in it.
    ///
    /// @param frame a [Tangent] frame; it must not change
    @SuppressWarnings("ReferenceEquality") // an equal frame that is another array costs one turn too many, no more
    public void face(double[] frame) {
        if (facing != frame) {
            facing = frame;
            Tangent.located(frame, siteOrigin, origin);
            Tangent.faced(frame, siteAxes, axes);
        }
    }

    /// Looks at a position; range and angles are readable afterwards.
    ///
    /// @param x positions in the frame it faces
    /// @param at where the position begins
    public void look(double[] x, int at) {
        turnTo(x, at);
        azimuthRad = Exact.turn(Exact.atan2(seen[0], seen[1]));
    }

    /// The same as [#look] with an azimuth to 2e-8 rad, for gates.
    public void glance(double[] x, int at) {
        turnTo(x, at);
        azimuthRad = Exact.turn(Exact.roughAtan2(seen[0], seen[1]));
    }

    private void turnTo(double[] x, int at) {
        double dx = x[at] - origin[0];
        double dy = x[at + 1] - origin[1];
        double dz = x[at + 2] - origin[2];
        for (int i = 0; i < 3; i++) {
            seen[i] = axes[3 * i] * dx + axes[3 * i + 1] * dy + axes[3 * i + 2] * dz;
        }
        double ground2 = seen[0] * seen[0] + seen[1] * seen[1];
        rangeM = Math.max(NEAREST_M, Math.sqrt(ground2 + seen[2] * seen[2]));
        groundM = Math.max(NEAREST_M, Math.sqrt(ground2));
    }

    /// Slant range of the last look, metres.
    public double rangeM() {
        return rangeM;
    }

    /// Distance in the tangent plane of the last look, metres, at least 1.
    public double groundM() {
        return groundM;
    }

    /// Azimuth of the last look, radians clockwise from north, [0, 2π).
    public double azimuthRad() {
        return azimuthRad;
    }

    /// Elevation of the last look above the tangent plane, radians.
    public double elevationRad() {
        return Exact.atan2(seen[2], groundM);
    }

    /// The same to 2e-8 rad, for gates.
    public double roughElevationRad() {
        return Exact.roughAtan2(seen[2], groundM);
    }

    /// Whether the place of the last look is inside the sensor's volume and above the 4/3-Earth horizon.
    ///
    /// @param heightM its height above the ellipsoid
    public boolean inView(double heightM) {
        SensorSite.Volume v = site.volume();
        double horizonM = antennaHorizonM + Math.sqrt(2 * EARTH_FOR_RADIO_M * Math.max(heightM, 0));
        return rangeM >= v.minRangeM()
                && rangeM <= v.maxRangeM()
                && rangeM <= horizonM
                && seen[2] >= lowestSine * rangeM
                && seen[2] <= highestSine * rangeM
                && (allAround || Exact.turn(azimuthRad - v.fromAzimuthRad()) <= v.azimuthWidthRad() + 1e-9);
    }

    /// The unit vectors along range, azimuth (clockwise) and elevation at the last look.
    ///
    /// @param out receives nine numbers
    public void sight(double[] out) {
        double sinAz = seen[0] / groundM;
        double cosAz = seen[1] / groundM;
        for (int k = 0; k < 3; k++) {
            double forth = sinAz * axes[k] + cosAz * axes[3 + k];
            out[k] = (groundM * forth + seen[2] * axes[6 + k]) / rangeM;
            out[3 + k] = cosAz * axes[k] - sinAz * axes[3 + k];
            out[6 + k] = (groundM * axes[6 + k] - seen[2] * forth) / rangeM;
        }
    }

    /// The Earth-fixed position of a range and two angles, whatever frame it faces.
    ///
    /// @param out receives three numbers
    public void earthPlace(double range, double azimuth, double elevation, double[] out) {
        double flat = range * Exact.cos(elevation);
        double east = flat * Exact.sin(azimuth);
        double north = flat * Exact.cos(azimuth);
        double upward = range * Exact.sin(elevation);
        for (int k = 0; k < 3; k++) {
            out[k] = siteOrigin[k] + east * siteAxes[k] + north * siteAxes[3 + k] + upward * siteAxes[6 + k];
        }
    }

    /// An Earth-fixed position in the frame it faces.
    ///
    /// @param out receives three numbers
    public void located(double[] earth, double[] out) {
        Tangent.located(facing, earth, out);
    }

    /// The position of a range and two angles in the frame it faces.
    ///
    /// @param out receives three numbers
    public void place(double range, double azimuth, double elevation, double[] out) {
        double flat = range * Exact.cos(elevation);
        double east = flat * Exact.sin(azimuth);
        double north = flat * Exact.cos(azimuth);
        double upward = range * Exact.sin(elevation);
        for (int k = 0; k < 3; k++) {
            out[k] = origin[k] + east * axes[k] + north * axes[3 + k] + upward * axes[6 + k];
        }
    }

    /// The elevation at which a slant range meets a height over a spherical Earth, radians; the nearest possible one
    /// where it cannot.
    ///
    /// @param heightM above the ellipsoid
    public double elevationOfHeight(double range, double heightM) {
        double radius = 6_371_000 + site.place().heightM();
        double rise = heightM - site.place().heightM();
        double sine = (rise * (2 * radius + rise) - range * range) / (2 * range * radius);
        return Exact.asin(Math.clamp(sine, -0.1, 0.95));
    }

    /// The variance of a position across the line of sight, m²: its whole spread less the spread along the range.
    ///
    /// @param x positions
    /// @param at where the position begins
    /// @param covariance lower triangles, row by row
    /// @param from where the triangle begins; its first three rows are the position's
    public double acrossM2(double[] x, int at, double[] covariance, int from) {
        double dx = x[at] - origin[0];
        double dy = x[at + 1] - origin[1];
        double dz = x[at + 2] - origin[2];
        double along = dx * dx * covariance[from]
                + dy * dy * covariance[from + 2]
                + dz * dz * covariance[from + 5]
                + 2
                        * (dx * dy * covariance[from + 1]
                                + dx * dz * covariance[from + 3]
                                + dy * dz * covariance[from + 4]);
        double trace = covariance[from] + covariance[from + 2] + covariance[from + 5];
        return Math.max(0, trace - along / Math.max(NEAREST_M, dx * dx + dy * dy + dz * dz));
    }

    /// A plot as a filter takes it in.
    ///
    /// @param polar where
    /// @param sigma how surely
    /// @param aheadS how far it lies ahead of the states it is laid on, seconds; negative when it comes late
    public record Sighting(Polar polar, PlotSigma sigma, double aheadS) {}

    /// The rows of a plot for a state.
    ///
    /// The state is taken ahead in a straight line, to the plot's own time. The range's second derivative times
    /// the position's spread is taken off and added as noise (second-order filter, Bar-Shalom 2001, sec. 10.3):
    /// an unknown height bends the range most.
    ///
    /// @param x states
    /// @param at where the state begins
    /// @param sighting the plot
    /// @param spreadM2 the position's variance across the line of sight, m²
    /// @param rows receives the rows
    public void rows(double[] x, int at, Sighting sighting, double spreadM2, Rows rows) {
        fill(x, at, sighting, spreadM2, rows);
    }

    @Kernel
    void fill(double[] x, int at, Sighting sighting, double spreadM2, Rows rows) {
        double aheadS = sighting.aheadS;
        boolean still = Math.abs(aheadS) < NOTHING_S;
        Polar plot = sighting.polar;
        PlotSigma sigma = sighting.sigma;
        double vx = x[at + 3];
        double vy = x[at + 4];
        double vz = x[at + 5];
        double dx = x[at] + aheadS * vx - origin[0];
        double dy = x[at + 1] + aheadS * vy - origin[1];
        double dz = x[at + 2] + aheadS * vz - origin[2];
        double east = axes[0] * dx + axes[1] * dy + axes[2] * dz;
        double north = axes[3] * dx + axes[4] * dy + axes[5] * dz;
        double upward = axes[6] * dx + axes[7] * dy + axes[8] * dz;
        double ground2 = Math.max(NEAREST_M, east * east + north * north);
        double ground = Math.sqrt(ground2);
        double range = Math.sqrt(ground2 + upward * upward);
        double bend = spreadM2 / (2 * range);
        rows.clear();
        int h = rows.add(plot.rangeM() - range - bend, sigma.rangeM() * sigma.rangeM() + 2 * bend * bend);
        rows.still[0] = true;
        rows.still[1] = true;
        rows.h[h] = dx / range;
        rows.h[h + 1] = dy / range;
        rows.h[h + 2] = dz / range;
        double azimuth = Exact.halfTurn(plot.azimuthRad() - Exact.atan2(east, north));
        h = rows.add(azimuth, sigma.azimuthRad() * sigma.azimuthRad());
        for (int k = 0; k < 3; k++) {
            rows.h[h + k] = (north * axes[k] - east * axes[3 + k]) / ground2;
        }
        if (plot.elevationRad().isPresent() && sigma.elevationRad() > 0) {
            double elevation = plot.elevationRad().getAsDouble() - Exact.atan2(upward, ground);
            h = rows.add(elevation, sigma.elevationRad() * sigma.elevationRad());
            rows.still[2] = true;
            double slope = upward / (range * range);
            rows.h[h] = (axes[6] - slope * dx) / ground;
            rows.h[h + 1] = (axes[7] - slope * dy) / ground;
            rows.h[h + 2] = (axes[8] - slope * dz) / ground;
        }
        if (plot.rangeRateMps().isPresent() && sigma.rangeRateMps() > 0) {
            double rate = (dx * vx + dy * vy + dz * vz) / range;
            h = rows.add(plot.rangeRateMps().getAsDouble() - rate, sigma.rangeRateMps() * sigma.rangeRateMps());
            rows.h[h] = (vx - rate * dx / range) / range;
            rows.h[h + 1] = (vy - rate * dy / range) / range;
            rows.h[h + 2] = (vz - rate * dz / range) / range;
            rows.h[h + 3] = dx / range;
            rows.h[h + 4] = dy / range;
            rows.h[h + 5] = dz / range;
        }
        if (!still) {
            carry(rows, aheadS);
        }
    }

    private static void carry(Rows rows, double aheadS) {
        for (int i = 0; i < rows.count; i++) {
            int row = i * Rows.WIDTH;
            rows.still[i] = false;
            for (int k = 0; k < 3; k++) {
                rows.h[row + 3 + k] += aheadS * rows.h[row + k];
            }
        }
    }
}
