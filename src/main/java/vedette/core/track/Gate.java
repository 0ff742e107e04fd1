package vedette.core.track;

import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.SensorSite;
import vedette.model.Tangent;

/// Where a sensor should see a track, and how far from there its plot may lie: a workspace.
///
/// The track is taken ahead in a straight line, with the spread that its filters would give it at least: a gate
/// costs a tenth of moving the filters, and most tracks have one plot in it or none.
final class Gate {
    /// A gate reaches this many sigmas of the innovation.
    private static final double SIGMAS = 5;

    /// A gate is not wider than this to each side.
    static final double WIDEST_RAD = Math.toRadians(35);

    /// A track so much beyond the sensor's range is out of its reach.
    private static final double REACH = 1.2;

    /// Numbers that tell where a gate lies.
    static final int BOUNDS = 4;

    /// Numbers that tell of an open gate.
    static final int SIZE = 8;

    private static final Keeper[] KEEPERS = Keeper.values();

    private final Motions motions;
    private final double[] place = new double[3];
    private final double[] sight = new double[9];
    private double azimuthRad;
    private double logDensity;
    private double azimuthGateRad;
    private double rangeM;
    private double rangeGateM;
    private double azimuthRate;
    private boolean inReach;
    private boolean inView;
    private double turned;
    private boolean open;
    private Keeper kept = Keeper.NONE;

    Gate(Motions motions) {
        this.motions = motions;
    }

    double azimuthRad() {
        return azimuthRad;
    }

    double azimuthGateRad() {
        return azimuthGateRad;
    }

    double rangeM() {
        return rangeM;
    }

    double rangeGateM() {
        return rangeGateM;
    }

    /// How far a plot is off, squared, in gates' half widths: about a 25th of its squared normalised distance. The gate
    /// of a radar that measures elevations is an ellipsoid, which ends at 1.
    ///
    /// @param offRad how far its azimuth is off
    /// @param offM how far its range is off
    /// @param plotElevationRad its elevation, NaN when it tells none
    double off2(double offRad, double offM, double plotElevationRad) {
        double a = offRad / azimuthGateRad;
        double r = offM / rangeGateM;
        boolean flat = elevationGateRad == 0 || Double.isNaN(plotElevationRad);
        double e = flat ? 0 : (plotElevationRad - elevationRad) / elevationGateRad;
        return flat ? Math.min(1, a * a + r * r) : a * a + r * r + e * e;
    }

    /// About the logarithm of the likelihood of a plot so far off as the track's own, up to what is alike for all gates
    /// of a look.
    double weight(double off2) {
        return logDensity() - SIGMAS * SIGMAS / 2 * off2;
    }

    boolean inReach() {
        return inReach;
    }

    boolean inView() {
        return inView;
    }

    /// Whether the track of the last [#around] is in view even if it flies two sigmas lower: what may be under the
    /// horizon tells nothing of a sensor.
    boolean sure(RadarView view, TrackFile file) {
        double[] x = file.estimate().merged();
        double lower = 2 * Math.sqrt(x[Mixture.COVARIANCE + Mixture.at(2, 2)]);
        return inView && view.inView(Tangent.heightM(file.estimate().frame(), place, 0) - lower);
    }

    /// Where the beam will meet the gate.
    double fromRad() {
        return azimuthRad + turned - azimuthGateRad;
    }

    /// The slice of an agenda, for a gate that is not open.
    int sliceIn(Agenda agenda) {
        return inReach ? agenda.slice(fromRad()) : agenda.beyond();
    }

    /// Whether the beam is in the gate.
    boolean open() {
        return inReach && open;
    }

    /// The beam is in the gate.
    ///
    /// @param keeper what the track may do to the plots in it
    void entered(Keeper keeper) {
        open = true;
        kept = keeper;
        logDensity = Double.NaN;
    }

    /// What a track may do to plots before it is due.
    enum Keeper {
        /// Compete for them.
        RIVAL(0),
        /// Keep them from beginning tracks.
        WAITING(1),
        /// Nothing.
        NONE(2);

        private final int code;

        Keeper(int code) {
            this.code = code;
        }
    }

    Keeper kept() {
        return kept;
    }

    // Many gates have no plot: it is worked out for those that do.
    private double logDensity() {
        if (Double.isNaN(logDensity)) {
            double height = elevationGateRad == 0 ? 1 : elevationGateRad;
            logDensity = -Exact.log(azimuthGateRad * rangeGateM * height);
        }
        return logDensity;
    }

    /// Writes the gate down.
    void noted(double[] gates, int at) {
        bounds(gates, at);
        gates[at + 4] = elevationRad;
        gates[at + 5] = elevationGateRad;
        gates[at + 6] = kept.code;
        gates[at + 7] = logDensity();
    }

    /// Writes down where it lies: azimuth, range, and how far it reaches to each side.
    void bounds(double[] gates, int at) {
        gates[at] = azimuthRad;
        gates[at + 1] = azimuthGateRad;
        gates[at + 2] = rangeM;
        gates[at + 3] = rangeGateM;
    }

    /// Lays an open gate as it was noted.
    void recall(double[] gates, int at) {
        azimuthRad = gates[at];
        azimuthGateRad = gates[at + 1];
        rangeM = gates[at + 2];
        rangeGateM = gates[at + 3];
        elevationRad = gates[at + 4];
        elevationGateRad = gates[at + 5];
        kept = KEEPERS[(int) gates[at + 6]];
        logDensity = gates[at + 7];
        turned = 0;
        inReach = true;
        open = true;
    }

    /// The track has been looked at in this turn: from now on it is awaited in the next.
    void nextTurn(double periodS) {
        open = false;
        turned = azimuthRate * periodS;
    }

    /// Lays the gate around a track as it was measured, as wide as it may have grown by the next turn.
    void roughly(RadarView view, TrackFile file, SensorSite site) {
        double[] x = file.estimate().merged();
        System.arraycopy(x, Mixture.MEAN, place, 0, 3);
        look(view, file, site);
        int c = Mixture.COVARIANCE;
        double rate = Math.sqrt(x[c + 9] + x[c + 14]);
        double spreadM = SIGMAS * (Math.sqrt(x[c] + x[c + 2]) + rate * site.periodS());
        azimuthGateRad = Math.min(
                WIDEST_RAD, spreadM / view.groundM() + SIGMAS * site.sigma().azimuthRad());
    }

    // Where the sensor sees the place.
    private void look(RadarView view, TrackFile file, SensorSite site) {
        view.face(file.estimate().frame());
        view.glance(place, 0);
        turned = 0;
        open = false;
        azimuthRad = view.azimuthRad();
        rangeM = view.rangeM();
        inReach = rangeM <= REACH * site.volume().maxRangeM();
    }

    /// Lays the gate around a track.
    ///
    /// @param atNs about when the beam passes it
    void around(RadarView view, TrackFile file, SensorSite site, long atNs) {
        double dt = (atNs - file.estimate().ns()) * 1e-9;
        double[] x = file.estimate().merged();
        for (int i = 0; i < 3; i++) {
            place[i] = x[Mixture.MEAN + i] + dt * x[Mixture.MEAN + 3 + i];
        }
        look(view, file, site);
        elevationGateRad = 0;
        if (!inReach) {
            return;
        }
        inView = view.inView(Tangent.heightM(file.estimate().frame(), place, 0));
        double bend = motions.of(file.realm()).agilityMps2() * dt * dt / 2;
        double agility2 = file.realm() == Realm.SPACE ? SPACE_BEND * dt * dt * dt * dt : bend * bend;
        spread(x, Math.abs(dt), view);
        azimuthRate = across / view.groundM();
        double sigmaAz = site.sigma().azimuthRad();
        double sigmaR = site.sigma().rangeM();
        double acrossRad2 = (acrossM2 + agility2) / (view.groundM() * view.groundM());
        azimuthGateRad = Math.min(WIDEST_RAD, SIGMAS * Math.sqrt(acrossRad2 + sigmaAz * sigmaAz));
        rangeGateM = SIGMAS * Math.sqrt(alongM2 + agility2 + sigmaR * sigmaR) + restM2 / rangeM;
        double sigmaEl = site.sigma().elevationRad();
        if (sigmaEl > 0) {
            elevationRad = view.roughElevationRad();
            elevationGateRad = SIGMAS * Math.sqrt((upM2 + agility2) / (rangeM * rangeM) + sigmaEl * sigmaEl);
        }
    }

    /// Gravity bends a straight line by up to g·dt²/2: a quarter of its square as variance of one sigma.
    private static final double SPACE_BEND = 25.0 / 4;

    private double alongM2;
    private double acrossM2;
    private double restM2;
    private double upM2;
    private double elevationRad;
    private double elevationGateRad;
    private double across;

    // The variances of the place along the sight, across it in azimuth, and all together but along.
    @Kernel
    void spread(double[] x, double dt, RadarView view) {
        view.sight(sight);
        int c = Mixture.COVARIANCE;
        double dt2 = dt * dt;
        double xx = x[c] + 2 * dt * x[c + 6] + dt2 * x[c + 9];
        double yy = x[c + 2] + 2 * dt * x[c + 11] + dt2 * x[c + 14];
        double zz = x[c + 5] + 2 * dt * x[c + 17] + dt2 * x[c + 20];
        double yx = x[c + 1] + dt * (x[c + 7] + x[c + 10]) + dt2 * x[c + 13];
        double zx = x[c + 3] + dt * (x[c + 8] + x[c + 15]) + dt2 * x[c + 18];
        double zy = x[c + 4] + dt * (x[c + 12] + x[c + 16]) + dt2 * x[c + 19];
        double a = sight[0];
        double b = sight[1];
        double d = sight[2];
        alongM2 = Math.max(0, a * a * xx + b * b * yy + d * d * zz + 2 * (a * b * yx + a * d * zx + b * d * zy));
        a = sight[3];
        b = sight[4];
        d = sight[5];
        acrossM2 = Math.max(0, a * a * xx + b * b * yy + d * d * zz + 2 * (a * b * yx + a * d * zx + b * d * zy));
        double e = sight[6];
        double f = sight[7];
        double g = sight[8];
        upM2 = Math.max(0, e * e * xx + f * f * yy + g * g * zz + 2 * (e * f * yx + e * g * zx + f * g * zy));
        restM2 = Math.max(0, xx + yy + zz - alongM2);
        int v = Mixture.MEAN + 3;
        across = a * x[v] + b * x[v + 1] + d * x[v + 2];
    }
}
