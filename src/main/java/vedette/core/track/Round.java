package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.core.estimate.Associator;
import vedette.core.estimate.Existence;
import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Plumb;
import vedette.model.SensorSite;

/// One look of one sensor at one sector: which tracks it should have seen, which plots it gave, who belongs
/// to whom.
///
/// A track is due when the beam has passed its whole gate; tracks not yet due only defend their plots. Plots that
/// nobody
/// takes begin tracks once the beam is well past them. Each track is looked at once in a turn of the beam.
final class Round {
    /// A gate reaches this many sigmas of the innovation.
    private static final double GATE_SIGMAS = 5;

    /// A gate is not wider than this to each side.
    private static final double WIDEST_GATE_RAD = Math.toRadians(35);

    /// Tracks so far ahead of the beam already defend their plots.
    private static final double AHEAD_RAD = Math.toRadians(6);

    /// A plot begins a track when the beam is so far past it.
    static final double PAST_RAD = Math.toRadians(3);

    /// A track outside the sensor's volume may be seen, since its place is not certain, but is not missed.
    private static final double OUTSIDE_DETECTION = 0.02;

    /// Mean life of an object in view, seconds.
    private static final double LIFE_S = 10_000;

    private final Workshop shop;
    private final Working working;
    private final int sensor;
    private final SensorSite site;
    private final RadarView view;
    private final Clutter clutter;
    private final double endRad;
    private final double widthRad;
    private final long endNs;
    private final double periodNs;
    private final boolean whole;

    private final List<Prospect> prospects = new ArrayList<>();
    private long[] plotKeys = {};
    private RadarPlot[] plots = {};
    private double[] azimuths = {};

    Round(Workshop shop, Working working, int sensor, Sweep sweep) {
        this.shop = shop;
        this.working = working;
        this.sensor = sensor;
        site = working.state().sites().get(sensor);
        view = shop.view(working.state(), sensor);
        clutter = new Clutter(site);
        endRad = Exact.turn(sweep.fromRad() + sweep.widthRad());
        widthRad = sweep.widthRad();
        endNs = sweep.provenance().observedAt().taiNs();
        periodNs = Beam.periodNs(site);
        whole = site.kind() == SensorSite.Kind.FRAME;
    }

    /// Works on the sector; the working state has the new tracks and the plots that still wait.
    ///
    /// @return about how much work it was: prospects and plots
    int work() {
        gatherPlots();
        working.files().forEachValue(this::consider);
        int[] plotOf = shop.associator.associate(gains());
        boolean[] taken = new boolean[plots.length];
        boolean[] used = new boolean[plots.length];
        for (int t = 0; t < plotOf.length; t++) {
            settle(prospects.get(t), plotOf[t], taken, used);
        }
        beginTracks(taken, used);
        return prospects.size() + plots.length;
    }

    // The plots that wait, by azimuth, so that a gate is a short run of them.
    private void gatherPlots() {
        LongMap<RadarPlot> held = working.state().sensors().get(sensor).held();
        long[] keys = held.keys();
        List<RadarPlot> values = held.values();
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> Double.compare(
                        values.get(a).polar().azimuthRad(),
                        values.get(b).polar().azimuthRad()));
        plotKeys = new long[keys.length];
        plots = new RadarPlot[keys.length];
        azimuths = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            plotKeys[i] = keys[order[i]];
            plots[i] = values.get(order[i]);
            azimuths[i] = plots[i].polar().azimuthRad();
        }
    }

    private void consider(TrackFile file) {
        long looked = file.lookedNs(sensor);
        if (looked != Long.MIN_VALUE && endNs - looked < periodNs * 0.4) {
            return;
        }
        double seconds = (endNs - file.ns()) * 1e-9;
        double[] place = new double[3];
        for (int i = 0; i < 3; i++) {
            place[i] = file.merged()[Mixture.MEAN + i] + seconds * file.merged()[Mixture.MEAN + 3 + i];
        }
        view.look(place, 0);
        if (view.rangeM() > 1.2 * site.volume().maxRangeM()) {
            return;
        }
        double behind = Exact.turn(endRad - view.azimuthRad());
        boolean ahead = behind > Exact.TWO_PI - AHEAD_RAD;
        if (!whole && !ahead && behind > widthRad + WIDEST_GATE_RAD) {
            return;
        }
        double turns = whole ? 0 : ahead ? behind - Exact.TWO_PI : behind;
        long atNs = endNs - Math.round(turns / Exact.TWO_PI * periodNs);
        boolean looking = looked == Long.MIN_VALUE || atNs - looked > periodNs / 2;
        if (looking && atNs > file.startedNs()) {
            prospect(file, atNs);
        }
    }

    private void prospect(TrackFile file, long atNs) {
        TrackFile.Estimate estimate = shop.moved(file, atNs);
        double[] merged = estimate.merged();
        view.look(merged, Mixture.MEAN);
        double[] sight = new double[9];
        view.sight(sight);
        double alongM2 = quadratic(merged, sight, 0);
        double acrossRad2 = quadratic(merged, sight, 3) / (view.groundM() * view.groundM());
        double sigmaAz = site.sigma().azimuthRad();
        double sigmaR = site.sigma().rangeM();
        double gateAz = Math.min(WIDEST_GATE_RAD, GATE_SIGMAS * Math.sqrt(acrossRad2 + sigmaAz * sigmaAz));
        double gateR = GATE_SIGMAS * Math.sqrt(alongM2 + sigmaR * sigmaR) + bendM(merged);
        boolean seen = view.inView(Plumb.heightM(merged, Mixture.MEAN));
        double behind = Exact.halfTurn(endRad - view.azimuthRad());
        prospects.add(new Prospect(
                file,
                estimate,
                view.azimuthRad(),
                view.rangeM(),
                gateAz,
                gateR,
                seen ? site.performance().detection() : OUTSIDE_DETECTION,
                Existence.aged(file.existence(), (atNs - file.agedNs()) * 1e-9, LIFE_S),
                atNs,
                whole || behind >= gateAz));
    }

    private double bendM(double[] merged) {
        return view.acrossM2(merged, Mixture.MEAN, merged, Mixture.COVARIANCE) / view.rangeM();
    }

    private static double quadratic(double[] block, double[] axes, int axis) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += axes[axis + i]
                        * axes[axis + j]
                        * block[Mixture.COVARIANCE + Mixture.at(Math.max(i, j), Math.min(i, j))];
            }
        }
        return sum;
    }

    private Associator.Gains gains() {
        Pairs pairs = new Pairs();
        for (int t = 0; t < prospects.size(); t++) {
            gate(t, prospects.get(t), pairs);
        }
        return pairs.gains(prospects.size(), plots.length);
    }

    private void gate(int t, Prospect prospect, Pairs pairs) {
        double low = Exact.turn(prospect.azimuthRad() - prospect.azimuthGateRad());
        int first = Arrays.binarySearch(azimuths, low);
        first = first < 0 ? -first - 1 : first;
        for (int k = 0; k < plots.length; k++) {
            int p = (first + k) % plots.length;
            if (Exact.turn(azimuths[p] - low) > 2 * prospect.azimuthGateRad()) {
                return;
            }
            if (Math.abs(plots[p].polar().rangeM() - prospect.rangeM()) <= prospect.rangeGateM()) {
                double gain = gain(prospect, plots[p]);
                if (gain > 0) {
                    pairs.add(t, p, gain);
                }
            }
        }
    }

    private double gain(Prospect prospect, RadarPlot plot) {
        double detection = prospect.detection();
        double existence = prospect.existence();
        double ratio = logRatio(prospect, plot);
        return ratio + Exact.log(existence * detection) - Exact.log(1 - existence * detection);
    }

    // ln of the plot's likelihood as the track's own over that as clutter.
    private double logRatio(Prospect prospect, RadarPlot plot) {
        double likelihood = shop.imm.logLikelihood(
                prospect.estimate().blocks(),
                new PlotObserver(view, plot, aheadS(plot, prospect.estimate().ns())));
        return likelihood
                - clutter.logDensity(plot)
                + IdentityEvidence.of(prospect.file().claims().identity(), plot.identity());
    }

    private static double aheadS(RadarPlot plot, long ns) {
        return (plot.provenance().observedAt().taiNs() - ns) * 1e-9;
    }

    private void settle(Prospect prospect, int plot, boolean[] taken, boolean[] used) {
        if (plot >= 0) {
            taken[plot] = true;
        }
        if (!prospect.due()) {
            return;
        }
        if (plot >= 0) {
            used[plot] = true;
            see(prospect, plots[plot]);
        } else {
            miss(prospect);
        }
    }

    private void see(Prospect prospect, RadarPlot plot) {
        double ratio = logRatio(prospect, plot);
        TrackFile file = prospect.file();
        TrackFile.Estimate estimate = prospect.estimate();
        shop.imm.update(estimate.blocks(), new PlotObserver(view, plot, aheadS(plot, estimate.ns())));
        double[] blocks = shop.reduced(estimate.blocks(), file.realm());
        double existence = Existence.seen(prospect.existence(), prospect.detection(), ratio);
        Claims claims = file.claims().with(plot.provenance(), plot.identity(), plot.altitude());
        long ns = plot.provenance().observedAt().taiNs();
        new Lives(shop, working)
                .seen(file.updated(
                        new TrackFile.Estimate(estimate.ns(), blocks, Workshop.merged(blocks)),
                        sensor,
                        ns,
                        existence,
                        claims));
    }

    private void miss(Prospect prospect) {
        double existence = Existence.missed(prospect.existence(), prospect.detection());
        if (prospect.detection() == OUTSIDE_DETECTION) {
            existence = prospect.existence();
        }
        new Lives(shop, working).missed(prospect.file().missed(sensor, prospect.atNs(), existence));
    }

    // What nobody took begins a track once the beam is well past; what a track ahead of the beam wants
    // waits for it.
    private void beginTracks(boolean[] taken, boolean[] used) {
        Birth birth = new Birth(shop, view);
        Lives lives = new Lives(shop, working);
        SensorMemory memory = working.state().sensors().get(sensor);
        LongMap<RadarPlot> left = memory.held();
        for (int p = 0; p < plots.length; p++) {
            double behind = Exact.turn(endRad - azimuths[p]);
            boolean past = whole || (behind >= PAST_RAD && behind < Exact.TWO_PI - WIDEST_GATE_RAD);
            if (used[p] || (past && !taken[p])) {
                left = left.without(plotKeys[p]);
            }
            if (past && !taken[p] && !used[p]) {
                lives.begin(birth, plots[p], sensor, clutter.birth());
            }
        }
        working.state(working.state().withSensor(sensor, memory.holdingOnly(left)));
    }
}
