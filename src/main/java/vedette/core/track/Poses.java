package vedette.core.track;

import java.util.Arrays;
import java.util.OptionalDouble;
import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.LocalFrame;
import vedette.model.Measurement.Polar;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.SensorPose;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;

/// Where a sensor stood that a ship or an aircraft carries, as it told of late.
///
/// A look is one from the latest place told; each plot is carried there from where the sensor stood when it was
/// measured,
/// by straight lines between the places told. A plot without elevation is carried as if it were level: at most 2 % of
/// the way is lost below 11°, and the way is what the sensor moves between two tellings. Range rates are not used:
/// whether
/// the sensor's own motion is in them nobody tells.
///
/// @param ns when it stood there, ascending; never changed
/// @param places Earth-fixed, three numbers each, metres; never changed
/// @param sigmaM of the latest, along each level axis
record Poses(long[] ns, double[] places, double sigmaM) {
    /// Of a sensor that stands where its site says.
    static final Poses NONE = new Poses(new long[0], new double[0], 0);

    private static final int MOST = 8;

    /// Beyond the latest place a sensor is taken to go on for so long, seconds.
    private static final double AHEAD_S = 10;

    /// No sensor below space moves faster; after a minute of silence it may be anywhere.
    private static final double FASTEST_MPS = 1000;

    private static final double SILENCE_S = 60;
    private static final double NS = 1e-9;

    boolean moves() {
        return ns.length > 0;
    }

    private long latestNs() {
        return ns[ns.length - 1];
    }

    /// Whether a sensor cannot have come there since it told of its place.
    boolean rulesOut(SensorPose pose) {
        if (!Double.isFinite(pose.covariance().trace()) || pose.covariance().trace() < 0) {
            return true;
        }
        double sinceS = moves() ? (pose.provenance().observedAt().taiNs() - latestNs()) * NS : SILENCE_S;
        return sinceS < SILENCE_S && latest().distanceM(pose.place().ecef()) > FASTEST_MPS * Math.max(1, sinceS);
    }

    /// With one more place; the same where it is no news.
    Poses with(SensorPose pose) {
        long at = pose.provenance().observedAt().taiNs();
        if (moves() && at <= latestNs()) {
            return this;
        }
        int kept = Math.min(ns.length, MOST - 1);
        long[] times = Arrays.copyOf(Arrays.copyOfRange(ns, ns.length - kept, ns.length), kept + 1);
        double[] all = Arrays.copyOf(Arrays.copyOfRange(places, 3 * (ns.length - kept), 3 * ns.length), 3 * kept + 3);
        Ecef place = pose.place().ecef();
        times[kept] = at;
        all[3 * kept] = place.xM();
        all[3 * kept + 1] = place.yM();
        all[3 * kept + 2] = place.zM();
        double level = Math.max(pose.covariance().get(0, 0), pose.covariance().get(1, 1));
        return new Poses(times, all, Math.sqrt(Math.max(0, level)));
    }

    private Ecef latest() {
        return place(ns.length - 1, ns.length - 1, 0);
    }

    private Ecef place(int from, int to, double share) {
        double[] at = new double[3];
        for (int k = 0; k < 3; k++) {
            at[k] = places[3 * from + k] + share * (places[3 * to + k] - places[3 * from + k]);
        }
        return new Ecef(at[0], at[1], at[2]);
    }

    /// Where it stood at a time.
    Ecef at(long when) {
        int to = 0;
        while (to < ns.length - 1 && ns[to] < when) {
            to++;
        }
        if (to == 0) {
            return place(0, 0, 0);
        }
        long until = Math.min(when, latestNs() + Math.round(AHEAD_S / NS));
        return place(to - 1, to, (double) (until - ns[to - 1]) / (ns[to] - ns[to - 1]));
    }

    /// The site as it stands by the latest place told.
    SensorSite of(SensorSite site) {
        return moves()
                ? new SensorSite(
                        site.sensor(),
                        site.kind(),
                        latest().geodetic(),
                        site.placeCovariance(),
                        site.volume(),
                        site.sigma(),
                        site.performance(),
                        site.periodS())
                : site;
    }

    /// A plot as it were if the sensor had stood at the latest place, with the sigma of that; the same object for a
    /// sensor that stands.
    RadarPlot carried(RadarPlot plot) {
        if (!moves()) {
            return plot;
        }
        Enu stood = LocalFrame.at(latest().geodetic())
                .enu(at(plot.provenance().observedAt().taiNs()));
        return new RadarPlot(
                plot.provenance(),
                carried(plot.polar(), stood),
                wider(plot.sigma(), plot.polar().rangeM()),
                plot.altitude(),
                plot.identity(),
                plot.detection(),
                plot.sensorTrack(),
                plot.signature());
    }

    private static Polar carried(Polar polar, Enu stood) {
        double elevation = polar.elevationRad().orElse(0);
        double ground = polar.rangeM() * Exact.cos(elevation);
        double east = ground * Exact.sin(polar.azimuthRad()) + stood.east();
        double north = ground * Exact.cos(polar.azimuthRad()) + stood.north();
        double level = Exact.hypot(east, north);
        double up = polar.rangeM() * Exact.sin(elevation) + stood.up();
        return new Polar(
                Exact.hypot(level, up),
                Exact.turn(Exact.atan2(east, north)),
                polar.elevationRad().isPresent() ? OptionalDouble.of(Exact.atan2(up, level)) : polar.elevationRad(),
                OptionalDouble.empty());
    }

    private PlotSigma wider(PlotSigma sigma, double rangeM) {
        double angle = sigmaM / Math.max(sigmaM + 1, rangeM);
        return new PlotSigma(
                Exact.hypot(sigma.rangeM(), sigmaM),
                Exact.hypot(sigma.azimuthRad(), angle),
                sigma.elevationRad() > 0 ? Exact.hypot(sigma.elevationRad(), angle) : 0,
                sigma.rangeRateMps());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Poses that
                && sigmaM == that.sigmaM
                && Arrays.equals(ns, that.ns)
                && Arrays.equals(places, that.places);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(ns) + Arrays.hashCode(places);
    }
}
