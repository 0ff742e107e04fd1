package vedette.core.track;

import java.util.Arrays;
import java.util.List;
import vedette.core.estimate.Blend;
import vedette.core.estimate.Existence;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;

/// Whose the plots of a look are, and what that makes of the tracks.
///
/// Most tracks have one plot in their gate that lies in no other: they take it without ado. Only where gates
/// share plots are all pairs weighed, and the plots shared by their probabilities
/// ([vedette.core.estimate.associate]); a track becomes the blend of what it would be after each plot it may own,
/// and after none. Its existence is the probability that one of them is its own, or that it is there unseen
/// (Williams 2015, eq. 47-50).
final class Settlement {
    /// A track with more plots in its gate is left open: their blend would look for still more of them at the next
    /// turn.
    static final int MOST_CANDIDATES = 12;

    /// A plot this far off, 4.5 sigmas, has no say against one within the other, 3 sigmas: as squares of
    /// [Gate#off2].
    static final double FAR2 = 4.5 * 4.5 / 25;

    private static final double NEAR2 = 3 * 3.0 / 25;

    /// Pairs that gain less are left out.
    private static final double LEAST_GAIN = -7;

    /// With less probability than this of having been seen a track keeps its estimate; a pair is left out below the
    /// other.
    private static final double LEAST_SHARE = 0.05;

    private static final double NO_SHARE = 1e-3;

    /// A plot that belongs to tracks at least so probably begins none.
    private static final double MOST = 0.5;

    /// Beyond this a share is taken as certain.
    private static final double SURE = 0.999;

    /// A plot of which two tracks have more than this may be either's.
    private static final double SHARED = 0.1;

    /// A plot that is a track's own with less probability tells nothing of its sensor.
    private static final double TELLING = 0.8;

    private final Workshop shop;
    private final Working working;
    private final int sensor;
    private final RadarView view;
    private final ClutterMap clutter;
    private final Lesson lesson;
    private final Lives lives;
    private final Look look;

    Settlement(Workshop shop, Working working, int sensor, Lives lives) {
        this.shop = shop;
        this.working = working;
        this.sensor = sensor;
        this.lives = lives;
        view = shop.view(working.state(), sensor);
        clutter = working.knowledge().of(sensor).clutter();
        lesson = shop.lesson;
        look = shop.look;
    }

    /// Shares the look's plots: confirmed tracks first, tentative ones what they leave. Else their wide gates would
    /// tie far tracks together.
    void settleAll() {
        settle(look.prospects);
        Arrays.fill(look.claims, 0, look.plots, 0);
        int kept = 0;
        for (Prospect tentative : look.tentative) {
            Prospect left = leftFor(tentative);
            if (left.pairs() == 0) {
                miss(left, 0);
            } else {
                look.tentative.set(kept++, left);
            }
        }
        settle(look.tentative.subList(0, kept));
    }

    /// Among so many plots a track can neither be found nor be missed.
    void leaveOpen(Prospect prospect) {
        if (!prospect.due()) {
            return;
        }
        look.miss(prospect);
        TrackFile open = prospect.file().missed(sensor, prospect.atNs(), prospect.existence());
        if (open.seed().isPresent()) {
            // Its gate only grows; if there is something, a later plot begins it as well.
            lives.giveUp(open);
        } else {
            lives.missed(open);
        }
    }

    private Prospect leftFor(Prospect tentative) {
        int end = tentative.firstPair();
        for (int k = tentative.firstPair(); k < tentative.firstPair() + tentative.pairs(); k++) {
            int p = look.pairPlot[k];
            if (!look.taken[p] && !look.used[p]) {
                look.pairOff2[end] = look.pairOff2[k];
                look.pairPlot[end++] = p;
                look.claims[p]++;
            }
        }
        return tentative.with(tentative.firstPair(), end - tentative.firstPair());
    }

    /// Settles the confirmed tracks whose plot is clearly their own: one is near, the others are far, and so are
    /// all other tracks from it. What they leave is for [#settleAll].
    void settleOwn() {
        int kept = 0;
        List<Prospect> prospects = look.prospects;
        for (int t = 0; t < prospects.size(); t++) {
            Prospect prospect = prospects.get(t);
            int own = own(prospect);
            if (own < 0) {
                prospects.set(kept++, prospect);
            } else {
                settleAlone(prospect, own);
            }
        }
        prospects.subList(kept, prospects.size()).clear();
    }

    private int own(Prospect prospect) {
        int own = -1;
        for (int k = prospect.firstPair(); k < prospect.firstPair() + prospect.pairs(); k++) {
            if (look.pairOff2[k] <= FAR2) {
                if (own >= 0 || look.pairOff2[k] > NEAR2 || look.closeClaims[look.pairPlot[k]] > 1) {
                    return -1;
                }
                own = look.pairPlot[k];
            }
        }
        return prospect.due() ? own : -1;
    }

    private void settle(List<Prospect> prospects) {
        int contested = 0;
        for (int t = 0; t < prospects.size(); t++) {
            Prospect prospect = prospects.get(t);
            boolean alone = alone(prospect);
            if (nothingLeft(prospect)) {
                if (prospect.due()) {
                    miss(prospect, 0);
                }
            } else if (prospect.pairs() > MOST_CANDIDATES) {
                leaveOpen(prospect);
            } else if (!alone) {
                prospects.set(contested++, prospect);
            } else if (prospect.due()) {
                settleAlone(prospect, look.pairPlot[prospect.firstPair()]);
            } else {
                defend(prospect);
            }
        }
        if (contested > 0) {
            settleTogether(prospects, contested);
        }
    }

    private boolean nothingLeft(Prospect prospect) {
        for (int k = prospect.firstPair(); k < prospect.firstPair() + prospect.pairs(); k++) {
            if (!look.used[look.pairPlot[k]]) {
                return false;
            }
        }
        return true;
    }

    // One plot that no other gate holds; or, for a track not yet due, no plot that a due one wants.
    private boolean alone(Prospect prospect) {
        if (prospect.due()) {
            return prospect.pairs() == 1 && look.claims[look.pairPlot[prospect.firstPair()]] == 1;
        }
        for (int k = 0; k < prospect.pairs(); k++) {
            int p = look.pairPlot[prospect.firstPair() + k];
            if (look.dueClaims[p] > 0 && !look.used[p]) {
                return false;
            }
        }
        return true;
    }

    private void defend(Prospect prospect) {
        for (int k = 0; k < prospect.pairs(); k++) {
            look.taken[look.pairPlot[prospect.firstPair() + k]] = true;
        }
    }

    private void settleAlone(Prospect prospect, int p) {
        RadarPlot plot = look.plot[p];
        TrackFile file = prospect.file();
        long ns = Math.max(plotNs(plot), file.estimate().ns());
        double[] seen = shop.ahead(working.state(), file, ns);
        double[] missed = shop.copied(seen);
        double gain = take(file, ns, seen, plot) + missOdds(prospect);
        double share = shop.associator.lone(gain);
        if (share < LEAST_SHARE) {
            miss(prospect, share);
            return;
        }
        double liveliness = share > SURE
                ? Liveliness.after(file.liveliness(), shop.kind(file.realm()), shop.imm, seen)
                : file.liveliness();
        teach(file, ns, Arrays.copyOf(missed, seen.length), plot, share);
        look.taken[p] = share >= MOST;
        look.used[p] = share >= MOST;
        double[] blocks = share > SURE
                ? seen
                : shop.blend.of(missed, 1 - share).and(seen, share).done(seen.length);
        seen(prospect, ns, blocks, new Seen(plot, there(share, gain), liveliness, false));
    }

    // Who decides for certain whose a plot is has not decided whether the track is there.
    private static double there(double share, double gain) {
        return share < 1 ? share : 1 / (1 + Exact.exp(-gain));
    }

    /// A plot that a track has taken, with what probability some plot of this look is the track's own, and how
    /// lively the track is after it, and whether the plot may as well be another track's.
    private record Seen(RadarPlot plot, double share, double liveliness, boolean shared) {}

    // ln of how much likelier a plot of likelihood ratio 1 is the track's than that the track was missed.
    private static double missOdds(Prospect prospect) {
        double there = prospect.existence() * prospect.detection();
        return Exact.log(there / (1 - there));
    }

    // Takes a plot into a mixture.
    //
    // @return ln of the plot's likelihood as the track's own over that as clutter, codes included
    private double take(TrackFile file, long ns, double[] blocks, RadarPlot plot) {
        view.face(file.estimate().frame());
        PlotObserver observer = observer(file, ns, plot);
        return shop.imm.update(blocks, shop.models(file.realm(), blocks), observer)
                - clutter.logDensity(plot)
                + IdentityEvidence.of(file.claims().codes(), plot.identity());
    }

    // Only what surely is the track's own tells of the sensor.
    private void teach(TrackFile file, long ns, double[] blocks, RadarPlot plot, double share) {
        if (share < TELLING) {
            return;
        }
        boolean wanted = lesson.wants(file);
        boolean studied = lesson.studies(file);
        boolean begins = !studied && lesson.begins(file, wanted);
        if (studied) {
            lesson.sighted(file, plot);
        }
        if (wanted || begins) {
            double[] merged = Workshop.merged(blocks);
            double aheadS = (plotNs(plot) - ns) * 1e-9;
            if (wanted) {
                view.face(file.estimate().frame());
                lesson.took(view, merged, plot, aheadS);
            }
            if (begins) {
                lesson.begun(file, merged, plot, aheadS);
            }
        }
    }

    private PlotObserver observer(TrackFile file, long ns, RadarPlot plot) {
        return new PlotObserver(view, file.estimate().frame(), plot, (plotNs(plot) - ns) * 1e-9);
    }

    private static long plotNs(RadarPlot plot) {
        return plot.provenance().observedAt().taiNs();
    }

    // Where gates share plots, or hold several.
    private void settleTogether(List<Prospect> prospects, int count) {
        look.gains.clear(count, look.plots);
        double[][] moved = new double[count][];
        for (int t = 0; t < count; t++) {
            Prospect prospect = prospects.get(t);
            TrackFile file = prospect.file();
            moved[t] = shop.ahead(working.state(), file, prospect.atNs());
            view.face(file.estimate().frame());
            for (int k = 0; k < prospect.pairs(); k++) {
                int p = look.pairPlot[prospect.firstPair() + k];
                if (look.used[p]) {
                    continue;
                }
                double gain = logRatio(prospect, moved[t], look.plot[p]) + missOdds(prospect);
                if (gain > LEAST_GAIN) {
                    look.gains.add(t, p, gain);
                }
            }
        }
        shop.associator.associate(look.gains, look.shares);
        countWanting();
        for (int p = 0; p < look.plots; p++) {
            look.taken[p] |= look.shares.alone()[p] <= 1 - MOST;
        }
        for (int t = 0; t < count; t++) {
            if (prospects.get(t).due()) {
                settle(prospects.get(t), t, moved[t]);
            }
        }
    }

    // How many tracks have a share in each plot.
    private void countWanting() {
        Arrays.fill(look.wanting, 0, look.plots, 0);
        for (int k = 0; k < look.gains.pairs(); k++) {
            look.wanting[look.gains.plotOf()[k]] += look.shares.share()[k] > SHARED ? 1 : 0;
        }
    }

    private double logRatio(Prospect prospect, double[] moved, RadarPlot plot) {
        TrackFile file = prospect.file();
        return shop.imm.logLikelihood(moved, shop.models(file.realm(), moved), observer(file, lookNs(prospect), plot))
                - clutter.logDensity(plot)
                + IdentityEvidence.of(file.claims().codes(), plot.identity());
    }

    private static long lookNs(Prospect prospect) {
        return Math.max(prospect.atNs(), prospect.file().estimate().ns());
    }

    private void settle(Prospect prospect, int t, double[] moved) {
        double[] share = look.shares.share();
        double missed = look.shares.missed()[t];
        if (1 - missed < LEAST_SHARE) {
            miss(prospect, 1 - missed);
            return;
        }
        Blend blend = shop.blend.of(moved, missed);
        int likeliest = -1;
        boolean shared = false;
        for (int k = look.gains.from(t); k < look.gains.from(t + 1); k++) {
            int p = look.gains.plotOf()[k];
            if (share[k] > NO_SHARE) {
                double[] seen = moved.clone();
                teach(prospect.file(), lookNs(prospect), moved, look.plot[p], share[k]);
                take(prospect.file(), lookNs(prospect), seen, look.plot[p]);
                blend.and(seen, share[k]);
                // Spent even when no single track is sure of it: that it is some track's is what keeps a swarm from
                // doubling.
                look.used[p] |= look.taken[p];
                shared |= share[k] > SHARED && share[k] < 1 - SHARED && look.wanting[p] > 1;
                likeliest = likeliest < 0 || share[k] > share[likeliest] ? k : likeliest;
            }
        }
        if (!prospect.file().confirmed() && share[likeliest] < MOST) {
            // A blend of many plots would look for still more of them at the next turn.
            miss(prospect, share[likeliest]);
            return;
        }
        RadarPlot plot = look.plot[look.gains.plotOf()[likeliest]];
        double there = there(1 - missed, look.gains.gain()[likeliest]);
        seen(
                prospect,
                lookNs(prospect),
                blend.done(moved.length),
                new Seen(plot, there, prospect.file().liveliness(), shared));
    }

    private void seen(Prospect prospect, long ns, double[] blocks, Seen seen) {
        TrackFile file = prospect.file();
        double existence = Existence.shared(prospect.existence(), prospect.detection(), seen.share);
        RadarPlot plot = seen.plot;
        lesson.saw(prospect, plot);
        Claims claims = file.claims().with(plot.provenance(), plot.identity(), plot.altitude());
        TrackFile.Estimate estimate =
                shop.near(ns, file.estimate().frame(), file.realm(), shop.reduced(blocks, file.realm()));
        lives.seen(
                file,
                estimate,
                sensor,
                plotNs(plot),
                new TrackFile.News(existence, claims, seen.liveliness, seen.shared));
    }

    /// A track that should have been seen was not, or hardly.
    ///
    /// @param share the probability that one of the look's plots is its own all the same
    void miss(Prospect prospect, double share) {
        lesson.missed(prospect);
        if (!prospect.inside()) {
            return;
        }
        double existence = Existence.shared(prospect.existence(), prospect.detection(), share);
        look.miss(prospect);
        lives.missed(prospect.file().missed(sensor, prospect.atNs(), existence));
    }
}
