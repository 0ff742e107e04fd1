package vedette.core.track;

import java.util.Arrays;
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
/// nobody takes begin tracks once the beam is well past them. Each track is looked at once in a turn of the beam.
///
/// Most tracks have one plot in their gate, and that plot lies in no other gate: they take it without ado. The
/// filters of a track without a plot are not moved at all. Only where gates share plots all pairs are weighed and
/// associated.
final class Round {
    /// A track outside the sensor's volume may be seen, since its place is not certain, but is not missed.
    static final double OUTSIDE_DETECTION = 0.02;

    /// Mean life of an object in view, seconds: few things vanish amid what a sensor sees, fewer than it misses five
    /// times.
    private static final double LIFE_S = 30_000;

    /// In its first turns a sensor knows nobody, and every other plot is a new object.
    private static final double FIRST_SHARE = 0.5;

    /// A track was looked at in this turn when less than this share of the turn has gone by.
    private static final double SAME_TURN = 0.4;

    /// A gate laid for a time so near to the beam's passing is good enough, nanoseconds.
    private static final long CLOSE_NS = 50_000_000;

    private final Workshop shop;
    private final Working working;
    private final int sensor;
    private final SensorSite site;
    private final RadarView view;
    private final SensorKnowledge known;
    private final Lesson lesson;
    private final Lives lives;
    private final boolean early;
    private final Look look;
    private final Settlement settlement;
    private final Gate gate;
    private final Front front;
    private final double endRad;
    private final double widthRad;
    private final double aheadRad;
    private final long endNs;
    private final double periodNs;

    Round(Workshop shop, Working working, int sensor, Sweep told) {
        this.shop = shop;
        this.working = working;
        this.sensor = sensor;
        view = shop.view(working, sensor);
        site = view.site();
        known = working.knowledge().of(sensor);
        Sweep sweep = known.corrected(told);
        lesson = shop.lesson;
        lesson.begin(sensor, site, sweep, working.knowledge());
        lives = new Lives(shop, working);
        early = lives.firstTurns(sensor);
        look = shop.look;
        gate = shop.gate;
        settlement = new Settlement(shop, working, sensor, lives);
        front = new Front(site, told, sweep);
        endRad = front.endRad;
        widthRad = front.widthRad;
        aheadRad = front.aheadRad;
        endNs = front.endNs;
        periodNs = Beam.periodNs(site);
    }

    /// Works on the sector; the working state has the new tracks and the plots that still wait.
    ///
    /// @return about how much work it was: prospects and plots
    int work() {
        SensorMemory memory = working.memory(sensor);
        look.gather(memory.held(), known, front);
        compareStamps(memory);
        dropRepeated();
        long knownBelow = working.nextId();
        planned = memory.agenda();
        look.plan.begin(planned);
        visitAll();
        newcomers(memory.knownBelow());
        settlement.settleOwn();
        defend(planned.open());
        settlement.settleAll();
        beginTracks(knownBelow);
        Knowledge before = working.knowledge();
        working.knows(before.learnt(lesson, working.sites(), shop.views()));
        new Doubts(working).since(before, endNs);
        return look.places() + look.plots;
    }

    // One plot a sector, whichever stands first: has the beam passed it when its stamp says?
    private void compareStamps(SensorMemory memory) {
        if (look.plots > 0 && memory.sweptNs() != Long.MIN_VALUE && site.kind() == SensorSite.Kind.ROTATING) {
            double behind = Exact.halfTurn(endRad - look.azimuth[0]) / Exact.TWO_PI;
            long passedNs = endNs - Math.round(behind * periodNs);
            lesson.stamp((look.plot[0].provenance().observedAt().taiNs() - passedNs) * 1e-9);
        }
    }

    // The same place at the same time is the same plot: two plots of a sensor agree in all bits only when repeated.
    private void dropRepeated() {
        for (int p = 1; p < look.plots; p++) {
            boolean near = look.azimuth[p - 1] == look.azimuth[p];
            if (near && Radars.key(look.told[p - 1]) == Radars.key(look.told[p])) {
                look.taken[p] = true;
                look.used[p] = true;
                look.claims[p] = Integer.MAX_VALUE;
                working.odd(sensor, Oddities.Kind.REPEATED, Radars.REPEATED);
            }
        }
    }

    // Looks over the slices that the beam has passed; a track that stays in its slice leaves no trace there.
    private void visitAll() {
        double backRad = front.backRad();
        int from = planned.slice(endRad - backRad);
        int to = planned.slice(endRad + aheadRad);
        int count = Math.min(planned.count(), ((to - from) & (planned.count() - 1)) + 1);
        count = backRad + aheadRad > Math.PI ? planned.count() : count;
        for (int k = 0; k < count; k++) {
            visit((from + k) & (planned.count() - 1));
        }
        watch(planned.open());
        if (front.isFirst()) {
            visit(planned.beyond());
        }
    }

    // Tracks whose gate the beam had met: only those that it has left by now are asked.
    private void watch(Agenda.Open open) {
        for (int i = 0; i < open.ids().length; i++) {
            gate.recall(open.gates(), i * Gate.SIZE);
            if (front.gone(gate)) {
                TrackFile file = working.file(open.ids()[i]);
                if (file != null) {
                    consider(file);
                    enlist(file);
                }
            } else {
                int first = look.pairs;
                searchAll(false);
                if (look.pairs - first > Settlement.MOST_CANDIDATES) {
                    look.pairs = first;
                } else {
                    look.claimed(first, false);
                    look.watch(i, first);
                }
                look.plan.open(open, i);
            }
        }
    }

    // An open track keeps its plots; where a due one wants the same, both compete.
    private void defend(Agenda.Open open) {
        for (int w = 0; w < look.watching; w++) {
            int first = look.watchedFrom[w];
            int end = look.watchedEnd[w];
            boolean contested = false;
            for (int k = first; k < end; k++) {
                int p = look.pairPlot[k];
                contested |= look.dueClaims[p] > 0 && !look.used[p];
            }
            TrackFile file = contested ? working.file(open.ids()[look.watched[w]]) : null;
            if (file != null) {
                compete(file, open, w);
            } else {
                for (int k = first; k < end; k++) {
                    look.taken[look.pairPlot[k]] = true;
                }
            }
        }
    }

    private void compete(TrackFile file, Agenda.Open open, int w) {
        gate.recall(open.gates(), look.watched[w] * Gate.SIZE);
        long atNs = front.passedNs(gate.azimuthRad());
        gate.around(view, file, site, atNs);
        int first = look.watchedFrom[w];
        look.prospects.add(prospect(file, atNs, false).with(first, look.watchedEnd[w] - first));
    }

    private void visit(int number) {
        Agenda.Slice slice = planned.of(number);
        int kept = 0;
        long[] ids = slice.ids();
        boolean[] keep = shop.keep(ids.length);
        for (int i = 0; i < ids.length; i++) {
            boolean notYet = number < planned.count() && front.isBefore(slice.fromRad()[i]);
            keep[i] = notYet || stays(ids[i], number, slice.fromRad()[i]);
            kept += keep[i] ? 1 : 0;
        }
        if (kept < ids.length) {
            look.plan.keep(number, keep, kept);
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
        boolean near = number >= planned.count() || Math.abs(Exact.halfTurn(gate.fromRad() - fromRad)) < aheadRad / 2;
        boolean same = !gate.open() && gate.sliceIn(planned) == number && near;
        if (!same) {
            enlist(file);
        }
        return same;
    }

    // Enters a track where the beam will meet it, unless it is gone.
    private void enlist(TrackFile file) {
        if (working.file(file.id()) == null) {
            return;
        }
        if (gate.open()) {
            look.plan.open(file.id(), gate);
        } else {
            look.plan.add(gate.sliceIn(planned), file.id(), gate.fromRad());
        }
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
        enlist(file);
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
        long atNs = front.passedNs(gate.azimuthRad());
        boolean looking = looked == Long.MIN_VALUE || atNs - looked > periodNs / 2;
        if (!looking || isBefore(file, atNs)) {
            return;
        }
        if (!front.met(gate)) {
            return;
        }
        if (Math.abs(atNs - guessNs) > CLOSE_NS) {
            gate.around(view, file, site, atNs);
        }
        boolean due = front.left(gate);
        if (!due && !front.met(gate)) {
            return;
        }
        if (!due && file.realm() == Realm.SPACE && !file.confirmed()) {
            // A third of the sky may be its gate: it keeps nothing for itself before it is due.
            gate.entered(Gate.Keeper.NONE);
            return;
        }
        gate.entered(file.confirmed() ? Gate.Keeper.RIVAL : Gate.Keeper.WAITING);
        find(file, atNs, due);
        if (due) {
            gate.nextTurn(periodNs * 1e-9);
        }
    }

    // Who was begun by a plot is not looked for in the same look; who reported itself at that moment is.
    private static boolean isBefore(TrackFile file, long atNs) {
        return atNs < file.startedNs() || (atNs == file.startedNs() && file.looks().length > 0);
    }

    private long expectedNs(long looked) {
        long next = looked == Long.MIN_VALUE ? endNs : looked + Math.round(periodNs);
        return Math.abs(next - endNs) > periodNs / 2 ? endNs : next;
    }

    private void find(TrackFile file, long atNs, boolean due) {
        int first = look.pairs;
        searchAll(due);
        Prospect prospect = prospect(file, atNs, due).with(first, look.pairs - first);
        if (file.confirmed() && look.pairs - first > Settlement.MOST_CANDIDATES) {
            look.pairs = first;
            settlement.leaveOpen(prospect);
        } else if (look.pairs > first && file.confirmed()) {
            look.claimed(first, due);
            look.prospects.add(prospect);
        } else if (look.pairs > first) {
            look.tentative.add(prospect);
        } else if (due) {
            settlement.miss(prospect, 0);
            lesson.lose(gate.rangeM(), gate.azimuthRad());
        }
    }

    private Prospect prospect(TrackFile file, long atNs, boolean due) {
        double detection = gate.inView() ? known.detection() : OUTSIDE_DETECTION;
        double existence = Existence.aged(file.existence(), (atNs - file.agedNs()) * 1e-9, LIFE_S);
        boolean sure = file.confirmed() && gate.sure(view, file);
        return new Prospect(file, detection, existence, atNs, due, sure, look.place(gate), 0, 0);
    }

    private void searchAll(boolean due) {
        if (gate.kept() == Gate.Keeper.NONE) {
            return;
        }
        boolean tentative = gate.kept() == Gate.Keeper.WAITING;
        int last = look.bin(gate.rangeM() + gate.rangeGateM());
        for (int bin = look.bin(gate.rangeM() - gate.rangeGateM()); bin <= last; bin++) {
            search(bin, due, tentative);
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
            if (offM <= gate.rangeGateM() && look.claims[p] != Integer.MAX_VALUE) {
                double off2 = gate.off2(fromLow - gate.azimuthGateRad(), offM, look.elevation[p]);
                if (off2 <= 1) {
                    claim(p, off2, due, tentative);
                }
            }
        }
    }

    // A tentative track may have a wide gate and has little weight: until it is due it only keeps plots from new
    // tracks.
    private void claim(int p, double off2, boolean due, boolean tentative) {
        if (tentative && !due) {
            look.awaited[p] = true;
            return;
        }
        look.pair(p, known.clutter(), off2, gate.weight(off2));
    }

    private void begin(Birth birth, int p) {
        double share = early ? FIRST_SHARE : known.clutter().birth(look.range[p], look.azimuth[p]);
        lesson.unclaimed(look.range[p], look.azimuth[p]);
        if (known.mayBegin()) {
            lives.begin(birth, look.plot[p], sensor, share);
        }
    }

    // What nobody took begins a track once the beam is well past; what a track ahead of the beam wants waits for it.
    private void beginTracks(long knownBelow) {
        Birth birth = new Birth(shop, view);
        SensorMemory memory = working.memory(sensor);
        LongMap.Draft<RadarPlot> left = memory.held().draft();
        long[] keys = new long[look.plots];
        int gone = 0;
        long fromNs = Long.MAX_VALUE;
        long toNs = Long.MIN_VALUE;
        for (int p = 0; p < look.plots; p++) {
            boolean begins = front.isPast(look.azimuth[p]) && !look.taken[p] && !look.used[p] && !look.awaited[p];
            if (look.used[p] || begins) {
                keys[gone++] = Radars.key(look.told[p]);
                left.remove(look.heldKey[p]);
                fromNs = Math.min(fromNs, look.toldNs(p));
                toNs = Math.max(toNs, look.toldNs(p));
            }
            if (begins) {
                begin(birth, p);
            }
        }
        Worked worked = look.worked(endNs, Arrays.copyOf(keys, gone), fromNs, toNs);
        long spanNs = Math.round(Radars.KEPT_TURNS * periodNs);
        Agenda agenda = look.plan.done(working.fileCount());
        working.remember(sensor, memory.after(left.map(), worked, spanNs, agenda, knownBelow));
    }
}
