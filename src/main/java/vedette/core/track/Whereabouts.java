package vedette.core.track;

import vedette.math.Exact;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;

/// Where a sensor really stands that was found out of its stated place, and how surely that is known.
///
/// Votes ([PlaceSearch]) find the place to some hundred metres; then the residuals of the tracks that others hold too
/// draw it nearer: a shift d of the sensor changes a range by −u·d and an azimuth by −c·d/ground, u and c being the
/// level unit vectors along and across the sight. The normal equations of d are gathered, fading, and solved.
///
/// @param eastM how far east of its stated place it stands, metres
/// @param northM how far north, metres
/// @param eastEast information on the place, 1/m²
/// @param eastNorth likewise
/// @param northNorth likewise
/// @param residuals how many residuals it rests on, fading
record Whereabouts(
        double eastM, double northM, double eastEast, double eastNorth, double northNorth, double residuals) {
    /// It stands where it is said to stand.
    static final Whereabouts STATED = new Whereabouts(0, 0, 0, 0, 0, 0);

    /// A place that was found by votes is known to this, metres.
    private static final double VOTED_SIGMA_M = 400;

    /// And never better than to this.
    private static final double LEAST_SIGMA_M = 20;

    private static final double MEMORY = 300;

    static Whereabouts voted(double eastM, double northM) {
        double one = 1 / (VOTED_SIGMA_M * VOTED_SIGMA_M);
        return new Whereabouts(eastM, northM, one, 0, one, 0);
    }

    boolean isStated() {
        return eastM == 0 && northM == 0;
    }

    /// How surely the place is known, along each axis in the mean, metres.
    double sigmaM() {
        double determinant = eastEast * northNorth - eastNorth * eastNorth;
        double variance = determinant > 0 ? (eastEast + northNorth) / determinant / 2 : 0;
        return isStated() ? 0 : Math.max(LEAST_SIGMA_M, Math.sqrt(variance));
    }

    /// With what a look taught.
    Whereabouts learnt(Lesson lesson) {
        double[] told = lesson.residuals.shift;
        if (isStated() || lesson.residuals.shifts == 0) {
            return this;
        }
        double kept = 1 - lesson.residuals.shifts / MEMORY;
        double ee = eastEast * kept + told[0];
        double en = eastNorth * kept + told[1];
        double nn = northNorth * kept + told[2];
        double determinant = ee * nn - en * en;
        double east = (nn * told[3] - en * told[4]) / determinant;
        double north = (ee * told[4] - en * told[3]) / determinant;
        return new Whereabouts(eastM + east, northM + north, ee, en, nn, residuals * kept + lesson.residuals.shifts);
    }

    /// The site as it really stands, with the doubt about its place in what it measures.
    ///
    /// @param site as stated; the same object comes back where nothing is known against it
    SensorSite of(SensorSite site) {
        return isStated()
                ? site
                : new SensorSite(
                        site.sensor(),
                        site.kind(),
                        place(site.place()),
                        site.placeCovariance(),
                        site.volume(),
                        sigma(site.sigma(), site.volume().maxRangeM() / 4),
                        site.performance(),
                        site.periodS());
    }

    // The height is the stated one's: the plane that touches the Earth there has left it by d²/2R here.
    private Geodetic place(Geodetic stated) {
        Ecef moved = LocalFrame.at(stated).ecef(new Enu(eastM, northM, 0));
        return new Geodetic(moved.geodetic().latRad(), moved.geodetic().lonRad(), stated.heightM());
    }

    /// A plot's sigma with the doubt about its sensor's place.
    PlotSigma sigma(PlotSigma sigma, double rangeM) {
        double spread = sigmaM();
        return new PlotSigma(
                Exact.hypot(sigma.rangeM(), spread),
                Exact.hypot(sigma.azimuthRad(), spread / Math.max(spread, rangeM)),
                sigma.elevationRad(),
                sigma.rangeRateMps());
    }
}
