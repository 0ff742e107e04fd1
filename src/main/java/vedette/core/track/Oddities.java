package vedette.core.track;

import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorSite;

/// What a sensor sends that no sensor should: plots that came before, and plots where it cannot see.
///
/// @param plots plots worked on, fading
/// @param repeated plots refused because they came before, fading
/// @param absurd plots refused because they lie where the sensor cannot see, fading
record Oddities(double plots, double repeated, double absurd) {
    static final Oddities NONE = new Oddities(0, 0, 0);

    /// What was counted fades to 1/e over so many plots.
    private static final double MEMORY = 1000;

    /// A plot may lie so much farther than the volume reaches.
    private static final double REACH = 1.5;

    private static final double FASTEST_MPS = 20_000;

    /// Shares below this are not worth a word.
    private static final double NOTABLE = 0.05;

    /// Fewer refusals than this are not worth a word.
    private static final double FEWEST = 5;

    /// Whether no sensor at this site can have measured this.
    static boolean absurd(SensorSite site, RadarPlot plot) {
        return plot.polar().rangeM() > REACH * site.volume().maxRangeM()
                || Math.abs(plot.polar().rangeRateMps().orElse(0)) > FASTEST_MPS
                || !Double.isFinite(plot.sigma().rangeM() + plot.sigma().azimuthRad());
    }

    Oddities worked(int more) {
        double kept = Math.max(0, 1 - more / MEMORY);
        return new Oddities(plots * kept + more, repeated * kept, absurd * kept);
    }

    Oddities repeatedOne() {
        return new Oddities(plots, Math.min(MEMORY, repeated + 1), absurd);
    }

    Oddities absurdOne() {
        return new Oddities(plots, repeated, Math.min(MEMORY, absurd + 1));
    }

    double repeatedShare() {
        return repeated < FEWEST ? 0 : notable(repeated / Math.max(1, plots));
    }

    double absurdShare() {
        return absurd < FEWEST ? 0 : notable(absurd / Math.max(1, plots + absurd));
    }

    private static double notable(double share) {
        return share < NOTABLE ? 0 : share;
    }
}
