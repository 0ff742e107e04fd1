package vedette.core.track;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Blend;
import vedette.core.estimate.Existence;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.math.LongMap;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.SensorSite;

/// One look of one sensor at one sector: which tracks it should have seen, which plots it gave, who belongs
/// to whom.
///
/// A track is due when the beam has passed its whole gate; tracks not yet due only defend their plots. Plots that
/// nobody
/// takes begin tracks once the beam is well past them. Each track is looked at once in a turn of the beam.
///
/// Most tracks have one plot in their gate, and that plot lies in no other gate: they take it without ado. The filters
/// of
/// a track without a plot are not moved at all. Only where gates share plots all pairs are weighed and associated.
final class Round {
    /// Tracks so far ahead of the beam at most are looked up again: they may have drifted back since they were planned.
    private static final double AHEAD_RAD = Math.toRadians(3);

    private static final double LEAST_AHEAD_RAD = Math.toRadians(0.3);

    /// A plot begins a track when the beam is so far past it.
    static final double PAST_RAD = Math.toRadians(3);

    /// A track outside the sensor's volume may be seen, since its place is not certain, but is not missed.
    private static final double OUTSIDE_DETECTION = 0.02;

    /// Mean life of an object in view, seconds: few things vanish amid what a sensor sees, fewer than it misses five
    /// times.
    private static final double LIFE_S = 30_000;

    /// A track was looked at in this turn when less than this share of the turn has gone by.
    private static final double SAME_TURN = 0.4;

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

    /// A gate laid for a time so near to the beam's passing is good enough, nanoseconds.
    private static final long CLOSE_NS = 50_000_000;

    private final Workshop shop;
    private final Working working;
    private final int sensor;
    private final SensorSite site;
    private final RadarView view;
    private final Clutter clutter;
    private final Lives lives;
    private final Look look;
    private final Gate gate;
    private final double endRad;
    private final double widthRad;
    private final double aheadRad;
    private final long endNs;
    private final double periodNs;
    private final boolean whole;

    Round(Workshop shop, Working working, int sensor, Sweep sweep) {
        this.shop = shop;
        this.working = working;
        this.sensor = sensor;
        site = working.state().sites().get(sensor);
        view = shop.view(working.state(), sensor);
        clutter = shop.clutter(working.state(), sensor);
        lives = new Lives(shop, working);
        look = shop.look;
        gate = shop.gate;
        endRad = Exact.turn(sweep.fromRad() + sweep.widthRad());
        widthRad = sweep.widthRad();
        aheadRad = Math.clamp(widthRad, LEAST_AHEAD_RAD, AHEAD_RAD);
        endNs = sweep.provenance().observedAt().taiNs();
        periodNs = Beam.periodNs(site);
        whole = site.kind() == SensorSite.Kind.FRAME;
    }

    /// Works on the sector; the working state has the new tracks and the plots that still wait.
    ///
    /// @return about how much work it was: prospects and plots
    int work() {
        SensorMemory memory = working.state().memory(sensor);
        look.gather(memory.held());
        dropRepeated();
        long knownBelow = working.nextId();
        Agenda agenda = memory.agenda();
        planned = agenda;
        if (whole) {
            working.files().forEachValue(this::consider);
        } else {
            agenda = visited(agenda);
            newcomers(memory.knownBelow());
        }
        settleAll();
        int work = look.prospects.size() + look.tentative.size() + look.plots;
        beginTracks(knownBelow, agenda);
        return work;
    }

    // The same place at the same time is the same plot: two plots of a sensor agree in all bits only when repeated.
    private void dropRepeated() {
        for (int p = 1; p < look.plots; p++) {
            boolean near = look.azimuth[p - 1] == look.azimuth[p];
            if (near && Radars.key(look.plot[p - 1]) == Radars.key(look.plot[p])) {
                look.taken[p] = true;
                look.used[p] = true;
                look.claims[p] = Integer.MAX_VALUE;
                working.refuse("repeated plot", "the same plot came before");
            }
        }
    }

    // Looks over the slices that the beam has passed; a track that stays in its slice leaves no trace there.
    private Agenda visited(Agenda agenda) {
        int from = agenda.slice(endRad - widthRad);
        int to = agenda.slice(endRad + aheadRad);
        int count = Math.min(agenda.count(), ((to - from) & (agenda.count() - 1)) + 1);
        count = widthRad + aheadRad > Math.PI ? agenda.count() : count;
        LongMap.Draft<Agenda.Slice> draft = agenda.slices().draft();
        for (int k = 0; k < count; k++) {
            int number = (from + k) & (agenda.count() - 1);
            visit(number, agenda.of(number), draft);
        }
        visit(agenda.open(), agenda.of(agenda.open()), draft);
        if (Exact.turn(endRad) < widthRad) {
            visit(agenda.beyond(), agenda.of(agenda.beyond()), draft);
        }
        return new Agenda(agenda.count(), draft.map());
    }

    private void visit(int number, Agenda.@Nullable Slice slice, LongMap.Draft<Agenda.Slice> draft) {
        if (slice == null) {
            return;
        }
        int kept = 0;
        long[] ids = slice.ids();
        boolean[] keep = shop.keep(ids.length);
        for (int i = 0; i < ids.length; i++) {
            boolean notYet = number < planned.count() && Exact.halfTurn(slice.fromRad()[i] - endRad) > aheadRad;
            keep[i] = notYet || stays(ids[i], number, slice.fromRad()[i]);
            kept += keep[i] ? 1 : 0;
        }
        if (kept == 0) {
            draft.remove(number);
        } else if (kept < ids.length) {
            draft.put(number, thinned(slice, keep, kept));
        }
    }

    private Agenda planned = Agenda.EMPTY;

    // Considers a track; whether it stays in its slice. If not, it has been entered where it goes, unless it is gone.
    private boolean stays(long id, int number, double fromRad) {
        TrackFile file = working.file(id);
        if (file == null) {
            return false;
        }
        consider(file);
        int slice = gate.sliceIn(planned);
        boolean near = number >= planned.count() || Math.abs(Exact.halfTurn(gate.fromRad() - fromRad)) < aheadRad / 2;
        boolean same = slice == number && near;
        if (!same && working.file(id) != null) {
            look.entries.add(slice, id, gate.fromRad());
        }
        return same;
    }

    private static Agenda.Slice thinned(Agenda.Slice slice, boolean[] keep, int kept) {
        long[] ids = new long[kept];
        double[] froms = new double[kept];
        int at = 0;
        for (int i = 0; i < slice.ids().length; i++) {
            if (keep[i]) {
                ids[at] = slice.ids()[i];
                froms[at++] = slice.fromRad()[i];
            }
        }
        return new Agenda.Slice(ids, froms);
    }

    // Tracks that other sensors have begun since the last sector.
    private void newcomers(long knownBelow) {
        long until = working.nextId();
        if (until - knownBelow > 2L * working.fileCount() + 64) {
            working.files().forEachValue(file -> {
                if (file.id() >= knownBelow) {
                    enter(file);
                }
            });
            return;
        }
        for (long id = knownBelow; id < until; id++) {
            TrackFile file = working.file(id);
            if (file != null) {
                enter(file);
            }
        }
    }

    private void enter(TrackFile file) {
        gate.roughly(view, file, site);
        double behind = Exact.turn(endRad - gate.azimuthRad());
        boolean passed = behind < widthRad + 2 * gate.azimuthGateRad();
        if (gate.inReach() && (passed || behind > Exact.TWO_PI - gate.azimuthGateRad())) {
            consider(file);
        }
        if (working.file(file.id()) != null) {
            look.entries.add(gate.sliceIn(planned), file.id(), gate.fromRad());
        }
    }

    // Whether a track should be seen in this look; the gate then tells where the beam meets it next.
    private void consider(TrackFile file) {
        long looked = file.lookedNs(sensor);
        boolean lookedNow = looked != Long.MIN_VALUE && endNs - looked < periodNs * SAME_TURN;
        long guessNs = lookedNow ? looked + (long) periodNs : expectedNs(looked);
        gate.around(view, file, site, guessNs);
        if (lookedNow || !gate.inReach()) {
            return;
        }
        double behind = Exact.halfTurn(endRad - gate.azimuthRad());
        long atNs = whole ? endNs : endNs - Math.round(behind / Exact.TWO_PI * periodNs);
        boolean looking = looked == Long.MIN_VALUE || atNs - looked > periodNs / 2;
        if (!looking || atNs <= file.startedNs()) {
            return;
        }
        if (!whole && (behind < -gate.azimuthGateRad() || Math.abs(behind) > Math.PI - aheadRad)) {
            return;
        }
        if (Math.abs(atNs - guessNs) > CLOSE_NS) {
            gate.around(view, file, site, atNs);
            behind = Exact.halfTurn(endRad - gate.azimuthRad());
        }
        boolean due = whole || behind >= gate.azimuthGateRad();
        if (!due && behind < -gate.azimuthGateRad()) {
            return;
        }
        if (!due && file.realm() == Realm.SPACE && !file.confirmed()) {
            // A third of the sky may be its gate: it keeps nothing for itself before it is due.
            gate.entered();
            return;
        }
        prospect(file, atNs, due);
        if (due) {
            gate.nextTurn(periodNs * 1e-9);
        } else {
            gate.entered();
        }
    }

    private long expectedNs(long looked) {
        long next = looked == Long.MIN_VALUE ? endNs : looked + Math.round(periodNs);
        return Math.abs(next - endNs) > periodNs / 2 ? endNs : next;
    }

    private void prospect(TrackFile file, long atNs, boolean due) {
        int first = look.pairs;
        boolean tentative = !file.confirmed();
        for (int bin = look.bin(gate.rangeM() - gate.rangeGateM());
                bin <= look.bin(gate.rangeM() + gate.rangeGateM());
                bin++) {
            search(bin, due, tentative);
        }
        double detection = gate.inView() ? site.performance().detection() : OUTSIDE_DETECTION;
        double existence = Existence.aged(file.existence(), (atNs - file.agedNs()) * 1e-9, LIFE_S);
        Prospect prospect = new Prospect(file, detection, existence, atNs, due, first, look.pairs - first);
        if (look.pairs > first) {
            (tentative ? look.tentative : look.prospects).add(prospect);
        } else if (due) {
            miss(prospect, 0);
        }
    }

    // The plots of a range within the gate.
    private void search(int bin, boolean due, boolean tentative) {
        double low = Exact.turn(gate.azimuthRad() - gate.azimuthGateRad());
        int from = look.from(bin);
        int end = look.from(bin + 1);
        int at = look.first(bin, low);
        for (int k = from; k < end; k++, at++) {
            at = at == end ? from : at;
            int p = look.inBin(at);
            double fromLow = Exact.turn(look.azimuth[p] - low);
            if (fromLow > 2 * gate.azimuthGateRad()) {
                return;
            }
            double offM = Math.abs(look.range[p] - gate.rangeM());
            if (offM <= gate.rangeGateM()
                    && look.claims[p] != Integer.MAX_VALUE
                    && gate.holds(fromLow - gate.azimuthGateRad(), offM, look.elevation[p])) {
                claim(p, due, tentative);
            }
        }
    }

    // A tentative track may have a wide gate and has little weight: until it is due it only keeps plots from new
    // tracks.
    private void claim(int p, boolean due, boolean tentative) {
        if (tentative && !due) {
            look.awaited[p] = true;
            return;
        }
        look.pair(p);
        if (!tentative) {
            look.claims[p]++;
            look.dueClaims[p] += due ? 1 : 0;
        }
    }

    // Confirmed tracks first; tentative ones share what they leave. Else their wide gates would tie far tracks
    // together.
    private void settleAll() {
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

    private Prospect leftFor(Prospect tentative) {
        int end = tentative.firstPair();
        for (int k = tentative.firstPair(); k < tentative.firstPair() + tentative.pairs(); k++) {
            int p = look.pairPlot[k];
            if (!look.taken[p] && !look.used[p]) {
                look.pairPlot[end++] = p;
                look.claims[p]++;
            }
        }
        return tentative.with(end - tentative.firstPair());
    }

    private void settle(List<Prospect> prospects) {
        int contested = 0;
        for (int t = 0; t < prospects.size(); t++) {
            Prospect prospect = prospects.get(t);
            boolean alone = alone(prospect);
            if (!alone) {
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

    // One plot that no other gate holds; or, for a track not yet due, no plot that a due one wants.
    private boolean alone(Prospect prospect) {
        if (prospect.due()) {
            return prospect.pairs() == 1 && look.claims[look.pairPlot[prospect.firstPair()]] == 1;
        }
        for (int k = 0; k < prospect.pairs(); k++) {
            if (look.dueClaims[look.pairPlot[prospect.firstPair() + k]] > 0) {
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
        look.taken[p] = share >= MOST;
        look.used[p] = share >= MOST;
        double[] blocks = share > SURE
                ? seen
                : shop.blend.of(missed, 1 - share).and(seen, share).done(seen.length);
        seen(prospect, ns, blocks, new Seen(plot, there(share, gain)));
    }

    // Who decides for certain whose a plot is has not decided whether the track is there.
    private static double there(double share, double gain) {
        return share < 1 ? share : 1 / (1 + Exact.exp(-gain));
    }

    /// A plot that a track has taken, and with what probability some plot of this look is the track's own.
    private record Seen(RadarPlot plot, double share) {}

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
        return shop.imm.update(blocks, shop.models(file.realm()), observer)
                - clutter.logDensity(plot)
                + IdentityEvidence.of(file.claims().codes(), plot.identity());
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
                double gain = logRatio(prospect, moved[t], look.plot[p]) + missOdds(prospect);
                if (gain > LEAST_GAIN) {
                    look.gains.add(t, p, gain);
                }
            }
        }
        shop.associator.associate(look.gains, look.shares);
        for (int p = 0; p < look.plots; p++) {
            look.taken[p] |= look.shares.alone()[p] <= 1 - MOST;
        }
        for (int t = 0; t < count; t++) {
            if (prospects.get(t).due()) {
                settle(prospects.get(t), t, moved[t]);
            }
        }
    }

    private double logRatio(Prospect prospect, double[] moved, RadarPlot plot) {
        TrackFile file = prospect.file();
        return shop.imm.logLikelihood(moved, shop.models(file.realm()), observer(file, lookNs(prospect), plot))
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
        for (int k = look.gains.from(t); k < look.gains.from(t + 1); k++) {
            int p = look.gains.plotOf()[k];
            if (share[k] > NO_SHARE) {
                double[] seen = moved.clone();
                take(prospect.file(), lookNs(prospect), seen, look.plot[p]);
                blend.and(seen, share[k]);
                look.used[p] |= look.taken[p];
                likeliest = likeliest < 0 || share[k] > share[likeliest] ? k : likeliest;
            }
        }
        RadarPlot plot = look.plot[look.gains.plotOf()[likeliest]];
        double there = there(1 - missed, look.gains.gain()[likeliest]);
        seen(prospect, lookNs(prospect), blend.done(moved.length), new Seen(plot, there));
    }

    private void seen(Prospect prospect, long ns, double[] blocks, Seen seen) {
        TrackFile file = prospect.file();
        double existence = Existence.shared(prospect.existence(), prospect.detection(), seen.share);
        RadarPlot plot = seen.plot;
        Claims claims = file.claims().with(plot.provenance(), plot.identity(), plot.altitude());
        TrackFile.Estimate estimate = shop.near(ns, file.estimate().frame(), shop.reduced(blocks, file.realm()));
        lives.seen(file, estimate, sensor, plotNs(plot), new TrackFile.News(existence, claims));
    }

    private void miss(Prospect prospect, double share) {
        if (prospect.detection() == OUTSIDE_DETECTION) {
            return;
        }
        double existence = Existence.shared(prospect.existence(), prospect.detection(), share);
        lives.missed(prospect.file().missed(sensor, prospect.atNs(), existence));
    }

    // What nobody took begins a track once the beam is well past; what a track ahead of the beam wants waits for it.
    private void beginTracks(long knownBelow, Agenda agenda) {
        Birth birth = new Birth(shop, view);
        SensorMemory memory = working.state().memory(sensor);
        LongMap.Draft<RadarPlot> left = LongMap.<RadarPlot>empty().draft();
        long[] keys = new long[look.plots];
        int gone = 0;
        for (int p = 0; p < look.plots; p++) {
            boolean past = whole || Exact.halfTurn(endRad - look.azimuth[p]) >= PAST_RAD;
            boolean begins = past && !look.taken[p] && !look.used[p] && !look.awaited[p];
            if (look.used[p] || begins) {
                keys[gone++] = Radars.key(look.plot[p]);
            } else {
                left.put(look.heldKey[p], look.plot[p]);
            }
            if (begins) {
                lives.begin(birth, look.plot[p], sensor, clutter.birth());
            }
        }
        LongMap<RadarPlot> rest = left.map();
        long span = Math.round(Radars.KEPT_TURNS * periodNs);
        SensorMemory after = memory.after(rest, Arrays.copyOf(keys, gone), endNs, span);
        if (!whole) {
            LongMap<Agenda.Slice> slices = look.entries.into(agenda.slices());
            after = after.planning(agenda.with(slices, working.fileCount()), knownBelow);
        }
        working.state(working.state().withSensor(sensor, after));
    }
}
