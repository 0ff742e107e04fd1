package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Existence;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;

/// Whose the plots of a look are, and what that makes of the tracks.
///
/// Most tracks have one plot in their gate that lies in no other: they take it without ado. Only where gates
/// share plots are all pairs weighed, and the plots shared by their probabilities
/// ([vedette.core.estimate.associate]); a track becomes the blend of what it would be after each plot it
/// may own, and after none. Its existence is the probability that one of them is its own, or that it is
/// there unseen (Williams 2015, eq. 47-50).
final class Settlement {
    /// A track with more plots in its gate is left open: their blend would look for still more of them at
    /// the next turn.
    static final int MOST_CANDIDATES = 12;

    /// A plot may be clearly a track's own within 3 sigmas: as a square of [Gate#off2].
    private static final double NEAR2 = 3 * 3.0 / 25;

    /// And where every other pair of the track and of the plot weighs less by this: a share of a thousandth
    /// at most.
    private static final double CLEARLY = 7;

    /// Pairs that gain less are left out.
    private static final double LEAST_GAIN = -7;

    /// Fewer tracks are not worth waking other threads for.
    private static final int FEW = 32;

    /// A plot that belongs to tracks at least so probably begins none.
    private static final double MOST = 0.5;

    /// A plot of which two tracks have more than this may be either's.
    private static final double SHARED = 0.1;

    /// A plot that is a track's own with less probability tells nothing of its sensor.
    private static final double TELLING = 0.8;

    /// So much counts what a plot looked like that may as well be another track's.
    private static final double DOUBTED = 0.3;

    private final Workshop shop;
    private final int sensor;
    private final RadarView view;
    private final Sensors sensors;
    private final List<Bench> benches = new ArrayList<>(1);
    private final Lesson lesson;
    private final Lives lives;
    private final Look look;

    Settlement(Workshop shop, Working working, int sensor, Lives lives) {
        this.shop = shop;
        this.sensor = sensor;
        this.lives = lives;
        view = shop.view(working, sensor);
        sensors = working;
        lesson = shop.lesson;
        look = shop.look;
        benches.add(new Bench(shop, sensors, sensor, look));
    }

    /// Shares the look's plots: confirmed tracks first, tentative ones what they leave. Else their wide
    /// gates would tie far tracks together.
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
                look.pairPlot[end++] = p;
                look.claims[p]++;
            }
        }
        return tentative.with(tentative.firstPair(), end - tentative.firstPair());
    }

    /// Settles the confirmed tracks whose plot is clearly their own: it is near, and whatever else they or
    /// others could take weighs a thousandth. What they leave is for [#settleAll].
    void settleOwn() {
        int kept = 0;
        int owners = 0;
        List<Prospect> prospects = look.prospects;
        Prospect[] owner = new Prospect[prospects.size()];
        int[] plot = new int[prospects.size()];
        for (Prospect prospect : prospects) {
            int own = own(prospect);
            if (own < 0) {
                prospects.set(kept++, prospect);
            } else {
                owner[owners] = prospect;
                plot[owners++] = own;
            }
        }
        prospects.subList(kept, prospects.size()).clear();
        Bench.Alone[] alone = new Bench.Alone[owners];
        inLanes(owners, (bench, t) -> alone[t] = bench.alone(owner[t], plot[t]));
        for (int t = 0; t < owners; t++) {
            takeAlone(owner[t], plot[t], alone[t]);
        }
    }

    private int own(Prospect prospect) {
        int own = -1;
        double weight = Double.NEGATIVE_INFINITY;
        double next = Double.NEGATIVE_INFINITY;
        for (int k = prospect.firstPair(); k < prospect.firstPair() + prospect.pairs(); k++) {
            next = Math.max(next, Math.min(weight, look.pairWeight[k]));
            own = look.pairWeight[k] > weight ? k : own;
            weight = Math.max(weight, look.pairWeight[k]);
        }
        if (own < 0 || !prospect.due() || look.pairOff2[own] > NEAR2 || next > weight - CLEARLY) {
            return -1;
        }
        int p = look.pairPlot[own];
        return look.best[p] <= weight && look.second[p] <= weight - CLEARLY ? p : -1;
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
                prospects.set(contested++, likely(prospect));
            } else if (prospect.due()) {
                int p = look.pairPlot[prospect.firstPair()];
                takeAlone(prospect, p, benches.getFirst().alone(prospect, p));
            } else {
                defend(prospect);
            }
        }
        if (contested > 0) {
            settleTogether(prospects, contested);
        }
    }

    // Without plots that weigh a thousandth both of what the track could have and of what they could be.
    private Prospect likely(Prospect prospect) {
        if (!prospect.file().confirmed()) {
            return prospect;
        }
        int end = prospect.firstPair() + prospect.pairs();
        double weight = Double.NEGATIVE_INFINITY;
        for (int k = prospect.firstPair(); k < end; k++) {
            weight = look.used[look.pairPlot[k]] ? weight : Math.max(weight, look.pairWeight[k]);
        }
        int kept = prospect.firstPair();
        for (int k = prospect.firstPair(); k < end; k++) {
            int p = look.pairPlot[k];
            if (look.pairWeight[k] >= Math.min(weight, look.best[p]) - CLEARLY) {
                look.pairPlot[kept] = p;
                look.pairWeight[kept++] = look.pairWeight[k];
            }
        }
        return kept == end ? prospect : prospect.with(prospect.firstPair(), kept - prospect.firstPair());
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

    // What comes of it is worked out in lanes; what it changes is done here, in order.
    private void takeAlone(Prospect prospect, int p, Bench.Alone alone) {
        if (alone.share() < Bench.LEAST_SHARE) {
            miss(prospect, alone.share());
            return;
        }
        RadarPlot plot = look.plot[p];
        teach(prospect.file(), alone.ns(), alone.before(), plot, alone.share());
        look.taken[p] = alone.share() >= MOST;
        look.used[p] = alone.share() >= MOST;
        double there = there(alone.share(), alone.gain());
        seen(prospect, alone.ns(), alone.blocks(), new Seen(plot, there, alone.liveliness(), false));
    }

    // Who decides for certain whose a plot is has not decided whether the track is there.
    private static double there(double share, double gain) {
        return share < 1 ? share : 1 / (1 + Exact.exp(-gain));
    }

    /// A plot that a track has taken, with what probability some plot of this look is the track's own, and how
    /// lively the track is after it, and whether the plot may as well be another track's.
    private record Seen(RadarPlot plot, double share, double liveliness, boolean shared) {}

    // Only what surely is the track's own tells of the sensor.
    private void teach(TrackFile file, long ns, double[] blocks, RadarPlot plot, double share) {
        if (share < TELLING) {
            return;
        }
        boolean wanted = lesson.wants(file);
        boolean studied = lesson.studies(file);
        boolean begins = !studied && lesson.begins(file, wanted);
        if (studied) {
            lesson.sightings.seen(sensor, file, plot);
        }
        if (wanted || begins) {
            double[] merged = Workshop.merged(blocks);
            double aheadS = (Bench.plotNs(plot) - ns) * 1e-9;
            if (wanted) {
                view.face(file.estimate().frame());
                lesson.residuals.took(view, merged, plot, aheadS);
            }
            if (begins) {
                lesson.sightings.begun(sensor, file, merged, plot, aheadS);
            }
        }
    }

    // Where gates share plots, or hold several.
    private void settleTogether(List<Prospect> prospects, int count) {
        double[][] moved = new double[count][];
        inLanes(count, (bench, t) -> moved[t] = bench.weighed(prospects.get(t)));
        look.gains.clear(count, look.plots);
        for (int t = 0; t < count; t++) {
            Prospect prospect = prospects.get(t);
            for (int k = prospect.firstPair(); k < prospect.firstPair() + prospect.pairs(); k++) {
                if (!look.used[look.pairPlot[k]] && look.pairGain[k] > LEAST_GAIN) {
                    look.gains.add(t, look.pairPlot[k], look.pairGain[k]);
                }
            }
        }
        shop.associator.associate(look.gains, look.shares);
        countWanting();
        for (int p = 0; p < look.plots; p++) {
            look.taken[p] |= look.shares.alone()[p] <= 1 - MOST;
        }
        double[][] blended = new double[count][];
        inLanes(count, (bench, t) -> {
            if (prospects.get(t).due() && 1 - look.shares.missed()[t] >= Bench.LEAST_SHARE) {
                blended[t] = bench.blended(prospects.get(t), t, moved[t]);
            }
        });
        for (int t = 0; t < count; t++) {
            if (prospects.get(t).due()) {
                settle(prospects.get(t), t, moved[t], blended[t]);
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

    /// Something to work out of one track with a lane's tools.
    private interface Piece {
        void work(Bench bench, int track);
    }

    // Nothing that a lane works out depends on which lane it is, nor on the others.
    private void inLanes(int count, Piece piece) {
        int lanes = count < FEW ? 1 : shop.lanes.count();
        for (int k = benches.size(); k < lanes; k++) {
            benches.add(new Bench(shop.lane(k), sensors, sensor, look));
        }
        if (lanes == 1) {
            for (int t = 0; t < count; t++) {
                piece.work(benches.getFirst(), t);
            }
        } else {
            shop.lanes.run(lane -> {
                for (int t = lane; t < count; t += lanes) {
                    piece.work(benches.get(lane), t);
                }
            });
        }
    }

    private void settle(Prospect prospect, int t, double[] moved, double @Nullable [] blended) {
        double[] share = look.shares.share();
        double missed = look.shares.missed()[t];
        if (blended == null) {
            miss(prospect, 1 - missed);
            return;
        }
        int likeliest = -1;
        boolean shared = false;
        for (int k = look.gains.from(t); k < look.gains.from(t + 1); k++) {
            int p = look.gains.plotOf()[k];
            if (share[k] > Bench.NO_SHARE) {
                teach(prospect.file(), Bench.lookNs(prospect), moved, look.plot[p], share[k]);
                // Spent even when no single track is sure of it: that it is some track's is what keeps a
                // swarm from
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
                Bench.lookNs(prospect),
                blended,
                new Seen(plot, there, prospect.file().liveliness(), shared));
    }

    private void seen(Prospect prospect, long ns, double[] blocks, Seen seen) {
        TrackFile file = prospect.file();
        double existence = Existence.shared(prospect.existence(), prospect.detection(), seen.share);
        RadarPlot plot = seen.plot;
        lesson.saw(prospect, plot);
        Claims claims = file.claims()
                .with(plot.provenance(), plot.identity(), plot.altitude())
                .looking(plot, seen.shared ? DOUBTED : 1);
        TrackFile.Estimate estimate =
                shop.near(ns, file.estimate().frame(), file.realm(), shop.reduced(blocks, file.realm()));
        lives.seen(
                file,
                estimate,
                sensor,
                Bench.plotNs(plot),
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
