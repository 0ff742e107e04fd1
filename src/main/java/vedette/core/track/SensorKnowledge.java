package vedette.core.track;

import java.util.Optional;
import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;

/// What is known of one sensor from what it measured: its bias, its false plots, how much it sees, how well it fits.
///
/// Reading it allocates nothing, but for plots that really are corrected.
///
/// @param place where it really stands
/// @param coarse a large shift in range and azimuth, as [PlaceSearch] found it
/// @param bias all that is taken off its plots
/// @param clutter where its false plots lie
/// @param rate how much it sees
/// @param fit whether its residuals fit
/// @param search looks for a large shift while it is in doubt
/// @param oddities what it sends that no sensor should
/// @param stamps how its plots' stamps agree with its sweeps'
/// @param drift whether it has begun to measure otherwise
/// @param doubt how far what [Registration] takes off may be wrong, one sigma of each, which plots carry; it is one and
/// the
/// same for all of them (Schmidt's consider covariance without the correlations, which no track has room for)
/// @param poses where it stood of late, if it moves
record SensorKnowledge(
        Whereabouts place,
        Bias coarse,
        Bias bias,
        ClutterMap clutter,
        DetectionRate rate,
        SensorFit fit,
        PlaceSearch search,
        Oddities oddities,
        Stamps stamps,
        Drift drift,
        Bias doubt,
        Poses poses) {
    /// What a wrong clock does to a plot goes with the object's speed: that of aeroplanes, or that of what crosses all
    /// that a small sensor sees in so long.
    private static final double FAST_MPS = 200;

    private static final double CROSSING_S = 750;
    private static final double NEAR_M = 1000;

    /// As the sensor declares itself.
    static SensorKnowledge of(SensorSite site) {
        return new SensorKnowledge(
                Whereabouts.STATED,
                Bias.NONE,
                Bias.NONE,
                ClutterMap.of(site),
                DetectionRate.of(site),
                SensorFit.FINE,
                PlaceSearch.IDLE,
                Oddities.NONE,
                Stamps.NONE,
                Drift.NONE,
                Bias.NONE,
                Poses.NONE);
    }

    /// Logarithm of the density of false plots in range and azimuth, 1/(m·rad).
    double logDensity(double rangeM, double azimuthRad) {
        return clutter.logDensity(rangeM, azimuthRad);
    }

    /// Probability that a look sees what is inside the volume.
    double detection() {
        return rate.detection();
    }

    /// Whether what nobody took may begin tracks: not while a sensor that was found out of place has still to prove
    /// that it now agrees with the others.
    boolean mayBegin() {
        return (coarse.isNone() && place.isStated()) || fit.agreed() > fit.disagreed();
    }

    /// A plot as it is used: without the bias, with the sigmas that its residuals and the bias's own ask for. The same
    /// object where
    /// nothing is to be corrected.
    RadarPlot corrected(RadarPlot plot) {
        RadarPlot placed = bias.off(poses.carried(plot));
        return fit.plain() && place.isStated() && doubt.isNone()
                ? placed
                : new RadarPlot(
                        placed.provenance(),
                        placed.polar(),
                        inflated(placed.sigma(), placed.polar().rangeM()),
                        placed.altitude(),
                        placed.identity(),
                        placed.detection(),
                        placed.sensorTrack(),
                        placed.signature());
    }

    private PlotSigma inflated(PlotSigma sigma, double rangeM) {
        double[] by = fit.inflation();
        double alongM = doubt.timeS() * Math.min(FAST_MPS, clutter.layout().reachM() / CROSSING_S);
        PlotSigma larger = new PlotSigma(
                wider(sigma.rangeM() * by[0], doubt.rangeM(), alongM),
                wider(sigma.azimuthRad() * by[1], doubt.azimuthRad(), alongM / Math.max(NEAR_M, rangeM)),
                sigma.elevationRad() > 0 ? Exact.hypot(sigma.elevationRad() * by[2], doubt.elevationRad()) : 0,
                sigma.rangeRateMps());
        return place.isStated() ? larger : place.sigma(larger, rangeM);
    }

    private static double wider(double sigma, double bias, double clock) {
        return Math.sqrt(sigma * sigma + bias * bias + clock * clock);
    }

    /// A sweep as it is used.
    Sweep corrected(Sweep sweep) {
        return bias.off(sweep);
    }

    /// With what a look taught.
    SensorKnowledge learnt(Lesson lesson, SensorSite site) {
        ClutterMap map = clutter.looked(lesson.fromRad, lesson.widthRad);
        DetectionRate seen = rate.looked(lesson.seen, lesson.missed);
        SensorFit fits = fit.learnt(lesson);
        Oddities odd = oddities.worked(lesson);
        Stamps stamped = lesson.stamped ? stamps.with(lesson.stampAheadS, site.periodS()) : stamps;
        PlaceSearch searched = searched(fits, lesson, site);
        Optional<PlaceSearch.Found> found = searched.found(site);
        return found.isPresent()
                ? moved(
                        found.get(),
                        new SensorKnowledge(
                                place, coarse, bias, map, seen, fits, searched, odd, stamped, drift, doubt, poses))
                : new SensorKnowledge(
                        place.learnt(lesson),
                        coarse,
                        bias,
                        map,
                        seen,
                        fits,
                        searched,
                        odd,
                        stamped,
                        drift,
                        doubt,
                        poses);
    }

    private PlaceSearch searched(SensorFit fits, Lesson lesson, SensorSite site) {
        if (!fits.doubtful(site.performance().detection())) {
            return PlaceSearch.IDLE;
        }
        return search.active() ? search.looked(lesson, site) : PlaceSearch.begun();
    }

    private SensorKnowledge moved(PlaceSearch.Found found, SensorKnowledge now) {
        Bias shifted = found.polar()
                ? new Bias(coarse.rangeM() + found.first(), coarse.azimuthRad() + found.second(), 0, 0)
                : coarse;
        return new SensorKnowledge(
                found.polar() ? place : elsewhere(place.eastM() - found.first(), place.northM() - found.second()),
                shifted,
                shifted,
                now.clutter,
                now.rate.again(),
                now.fit.moved(),
                PlaceSearch.IDLE,
                now.oddities,
                now.stamps,
                Drift.NONE,
                Bias.NONE,
                poses);
    }

    // A shift that is nearly taken back was none.
    private static Whereabouts elsewhere(double eastM, double northM) {
        return Exact.hypot(eastM, northM) < PlaceSearch.CELL_M ? Whereabouts.STATED : Whereabouts.voted(eastM, northM);
    }

    /// With plots that were found to be false.
    SensorKnowledge with(FalsePlots plots) {
        return plots.columns() == 0
                ? this
                : new SensorKnowledge(
                        place,
                        coarse,
                        bias,
                        clutter.with(plots),
                        rate,
                        fit,
                        search,
                        oddities,
                        stamps,
                        drift,
                        doubt,
                        poses);
    }

    /// With the biases that all sensors' common targets tell.
    SensorKnowledge registered(int sensor, Registration registration) {
        Bias all = new Bias(
                coarse.rangeM() + registration.applied(sensor, 0),
                coarse.azimuthRad() + registration.applied(sensor, 1),
                registration.applied(sensor, 2),
                registration.applied(sensor, 3));
        return new SensorKnowledge(
                place,
                coarse,
                all,
                clutter,
                rate,
                fit,
                search,
                oddities,
                stamps,
                drift,
                registration.doubt(sensor),
                poses);
    }

    SensorKnowledge standing(Poses now) {
        return new SensorKnowledge(
                place, coarse, bias, clutter, rate, fit, search, oddities, stamps, drift, doubt, now);
    }

    @SuppressWarnings("ReferenceEquality") // an equal one that is another object costs one record too many
    SensorKnowledge drifting(Drift next) {
        return next == drift
                ? this
                : new SensorKnowledge(
                        place, coarse, bias, clutter, rate, fit, search, oddities, stamps, next, doubt, poses);
    }

    /// After it was found to measure otherwise.
    SensorKnowledge changed() {
        return new SensorKnowledge(
                place, coarse, bias, clutter, rate, fit.anew(), search, oddities, stamps, Drift.NONE, doubt, poses);
    }

    /// After one of the sensors was found to measure otherwise, so soon that its plots did no harm: what is known now
    /// is nothing to doubt tracks for, and residuals against tracks that gave way to it tell nothing.
    SensorKnowledge undoubted(long ns) {
        return noting(oddities.doubting(new Oddities.Doubted(bias, ns))).drifting(Drift.NONE);
    }

    SensorKnowledge noting(Oddities odd) {
        return new SensorKnowledge(place, coarse, bias, clutter, rate, fit, search, odd, stamps, drift, doubt, poses);
    }
}
