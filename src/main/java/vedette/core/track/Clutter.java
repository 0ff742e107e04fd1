package vedette.core.track;

import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorSite;

/// How densely a sensor's false plots lie in what it measures: range, azimuth, and elevation and range rate where
/// measured.
final class Clutter {
    /// No sensor is taken to be freer of false plots than this, in one look at its volume.
    private static final double FEWEST = 0.1;

    /// Told heights are spread over this, metres.
    private static final double HEIGHT_SPAN_M = 12_000;

    /// New objects in one look, where one has looked for long: all but what enters is known.
    private static final double ENTERING = 0.2;

    private final double count;
    private final double flat;
    private final double elevationSpan;
    private final double rateSpan;

    Clutter(SensorSite site) {
        SensorSite.Volume v = site.volume();
        count = Math.max(FEWEST, site.performance().clutterPerLook());
        flat = Exact.log(count / ((v.maxRangeM() - v.minRangeM()) * v.azimuthWidthRad()));
        elevationSpan = Exact.log(v.maxElevationRad() - v.minElevationRad());
        double span = site.performance().rangeRateSpanMps();
        rateSpan = Exact.log(span > 0 ? span : 2 * 300);
    }

    /// The logarithm of the density of false plots where a plot lies.
    double logDensity(RadarPlot plot) {
        double log = flat;
        if (plot.polar().elevationRad().isPresent() && plot.sigma().elevationRad() > 0) {
            log -= elevationSpan;
        }
        if (plot.polar().rangeRateMps().isPresent() && plot.sigma().rangeRateMps() > 0) {
            log -= rateSpan;
        }
        return PlotObserver.Told.of(plot.altitude()).known() ? log - Exact.log(HEIGHT_SPAN_M) : log;
    }

    /// The existence of a track begun by one plot, where the sensor has looked for long.
    double birth() {
        return ENTERING / (ENTERING + count);
    }
}
