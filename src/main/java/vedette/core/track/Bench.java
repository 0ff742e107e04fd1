package vedette.core.track;

import vedette.core.estimate.Blend;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;

/// One lane's tools for what is worked out of a track and its plots by themselves.
///
/// Nothing that it makes depends on what it made before: lanes may share the tracks of a look in any way.
final class Bench {
    /// With less probability than this of having been seen a track keeps its estimate.
    static final double LEAST_SHARE = 0.05;

    /// A pair is left out below this probability.
    static final double NO_SHARE = 1e-3;

    /// Beyond this a share is taken as certain.
    private static final double SURE = 0.999;

    private final Workshop shop;
    private final Sensors sensors;
    private final RadarView view;
    private final Look look;

    /// A lane's bench.
    ///
    /// @param shop the lane's own tools
    /// @param look is only read here
    Bench(Workshop shop, Sensors sensors, int sensor, Look look) {
        this.shop = shop;
        this.sensors = sensors;
        this.look = look;
        view = shop.view(sensors, sensor);
    }

    /// A track with one plot and no rival.
    ///
    /// @param ns the time that its estimate is for
    /// @param before its mixture then, without the plot
    /// @param blocks its mixture then
    /// @param gain what the plot gains
    /// @param share the probability that the plot is its own
    /// @param liveliness how lively it is after it
    record Alone(long ns, double[] before, double[] blocks, double gain, double share, double liveliness) {}

    Alone alone(Prospect prospect, int p) {
        RadarPlot plot = look.plot[p];
        TrackFile file = prospect.file();
        long ns = Math.max(plotNs(plot), file.estimate().ns());
        double[] seen = shop.ahead(sensors, file, ns);
        double[] missed = seen.clone();
        double gain = take(file, ns, seen, p) + missOdds(prospect);
        double share = shop.associator.lone(gain);
        boolean sure = share > SURE;
        double liveliness =
                sure ? Liveliness.after(file.liveliness(), shop.kind(file.realm()), shop.imm, seen) : file.liveliness();
        double[] blocks = sure || share < LEAST_SHARE
                ? seen
                : shop.blend.of(missed, 1 - share).and(seen, share).done(seen.length);
        return new Alone(ns, missed, blocks, gain, share, liveliness);
    }

    /// The mixture of a track when the beam passes it, and what each plot in its gate would gain.
    double[] weighed(Prospect prospect) {
        TrackFile file = prospect.file();
        double[] moved = shop.ahead(sensors, file, prospect.atNs());
        double missOdds = missOdds(prospect);
        view.face(file.estimate().frame());
        for (int k = prospect.firstPair(); k < prospect.firstPair() + prospect.pairs(); k++) {
            if (!look.used[look.pairPlot[k]]) {
                look.pairGain[k] = logRatio(prospect, moved, look.pairPlot[k]) + missOdds;
            }
        }
        return moved;
    }

    /// A track after a look whose plots are shared.
    ///
    /// @param t its place in the shares
    /// @param moved its mixture before
    double[] blended(Prospect prospect, int t, double[] moved) {
        double[] share = look.shares.share();
        Blend blend = shop.blend.of(moved, look.shares.missed()[t]);
        for (int k = look.gains.from(t); k < look.gains.from(t + 1); k++) {
            if (share[k] > NO_SHARE) {
                double[] seen = moved.clone();
                take(prospect.file(), lookNs(prospect), seen, look.gains.plotOf()[k]);
                blend.and(seen, share[k]);
            }
        }
        return blend.done(moved.length);
    }

    // ln of how much likelier a plot of likelihood ratio 1 is the track's than that the track was missed.
    private static double missOdds(Prospect prospect) {
        double there = prospect.existence() * prospect.detection();
        return Exact.log(there / (1 - there));
    }

    // Takes a plot into a mixture.
    //
    // @return ln of the plot's likelihood as the track's own over that as clutter, codes included
    private double take(TrackFile file, long ns, double[] blocks, int p) {
        view.face(file.estimate().frame());
        return shop.imm.update(blocks, shop.models(file.realm(), blocks), observer(file, ns, p))
                - look.logFalse[p]
                + IdentityEvidence.of(file.claims().codes(), look.plot[p].identity());
    }

    private double logRatio(Prospect prospect, double[] moved, int p) {
        TrackFile file = prospect.file();
        return shop.imm.logLikelihood(moved, shop.models(file.realm(), moved), observer(file, lookNs(prospect), p))
                - look.logFalse[p]
                + IdentityEvidence.of(file.claims().codes(), look.plot[p].identity());
    }

    private PlotObserver observer(TrackFile file, long ns, int p) {
        RadarPlot plot = look.plot[p];
        return new PlotObserver(view, file.estimate().frame(), plot, look.height[p], (plotNs(plot) - ns) * 1e-9);
    }

    static long lookNs(Prospect prospect) {
        return Math.max(prospect.atNs(), prospect.file().estimate().ns());
    }

    static long plotNs(RadarPlot plot) {
        return plot.provenance().observedAt().taiNs();
    }
}
