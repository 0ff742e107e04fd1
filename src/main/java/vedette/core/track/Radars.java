package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.core.track.Oddities.Kind;
import vedette.math.Exact;
import vedette.model.Altitude;
import vedette.model.Measurement.Detection;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.SensorPose;
import vedette.model.Measurement.Sweep;
import vedette.model.Provenance;
import vedette.model.SensorSite;

/// Takes in radar plots and sweeps: holds plots until the beam has passed, and works on the sectors that
/// are over.
final class Radars {
    /// Plots that may wait for one sensor's beam.
    static final int MOST_HELD = 50_000;

    /// Sectors that may wait for work.
    private static final int MOST_PENDING = 256;

    /// With more sectors waiting than this none waits for late plots any more: of a sensor alone two turns of the
    /// narrowest sectors, fewer where a crowd's are cut.
    private static final int PATIENCE = 64;

    /// One step works on sectors until about this many tracks and plots were looked at: about 2 ms.
    private static final int WORK = 500;

    /// With more sectors waiting than this, when a crowd's radar tells of sectors but of hardly a plot, so that
    /// there are few steps, each step does more the more there are: a long step is better than a sector that is
    /// refused.
    private static final int BACKLOG = 128;

    private static final int CATCH_UP = 16;

    /// A sector with more plots or tracks than this is worked on in pieces: about 1 ms of work each. Of a frame's
    /// pieces
    /// both together are twice as many.
    private static final int MOST_IN_PIECE = 250;

    /// Plots observed so long before the beam's last known place are too late for anything, seconds.
    private static final double LATE_S = 1.5;

    /// What is said of a repeated plot.
    static final String REPEATED = "the same plot came before";

    /// Keys of plots are kept for two to three turns.
    static final double KEPT_TURNS = 2;

    private final Workshop shop;
    private final Working working;
    private int done;

    Radars(Workshop shop, Working working) {
        this.shop = shop;
        this.working = working;
    }

    void plot(RadarPlot plot, long arrivedNs) {
        int sensor = shop.index(working, plot.provenance().sensor());
        if (sensor < 0) {
            working.refuse(
                    "plot of an unknown sensor",
                    "no site is known for " + plot.provenance().sensor());
            return;
        }
        if (plot.detection() == Detection.MONITOR) {
            return;
        }
        long delayNs = Clock.delayNs(plot.provenance().observedAt().taiNs(), arrivedNs);
        if (!keepsTime(sensor, delayNs) || refused(plot, sensor)) {
            return;
        }
        if (copied(sensor, plot)) {
            working.odd(sensor, Kind.COPIED, "another sensor at its place sends the same");
            return;
        }
        boolean tall = Oddities.absurd(plot.altitude());
        if (tall) {
            working.odd(sensor, Kind.HEIGHT, "told a height of " + plot.altitude());
        }
        take(tall ? withoutHeight(plot) : plot, sensor, delayNs);
    }

    // Whether a message's stamp lies to its arrival as its sensor's stamps do. One that does not would send the beam,
    // or
    // a track, into another time.
    private boolean keepsTime(int sensor, long delayNs) {
        Clock before = working.knowledge().of(sensor).oddities().clock();
        Clock after = before.after(delayNs);
        if (!after.equals(before)) {
            working.knows(working.knowledge().on(sensor, after));
        }
        if (after.keeps(delayNs)) {
            return true;
        }
        boolean future = delayNs < before.delayNs();
        working.odd(sensor, future ? Kind.FUTURE : Kind.PAST, "observed " + -delayNs / 1e9 + " s after it arrived");
        return false;
    }

    private boolean refused(RadarPlot plot, int sensor) {
        SensorSite site = working.sites().get(sensor);
        SensorMemory memory = working.memory(sensor);
        long ns = plot.provenance().observedAt().taiNs();
        if (memory.past().knows(key(plot), ns, spanNs(site))) {
            working.odd(sensor, Kind.REPEATED, REPEATED);
        } else if (Oddities.absurd(site, plot)) {
            String why =
                    "the sensor cannot see there: " + Math.round(plot.polar().rangeM()) + " m";
            working.odd(sensor, Kind.ABSURD, why);
        } else if (Oddities.unsure(site, plot)) {
            working.odd(sensor, Kind.UNSURE, "its sensor measures otherwise: " + plot.sigma());
        } else if (late(memory, ns, site)) {
            working.odd(sensor, Kind.LATE, "observed " + (memory.beamNs() - ns) / 1e9 + " s before the beam's place");
        } else if (memory.held().size() >= MOST_HELD) {
            working.odd(sensor, Kind.CROWD, "more than " + MOST_HELD + " plots wait for the beam");
        } else {
            return false;
        }
        return true;
    }

    // Whoever sends a plot first has it used, until it is plain that one of the two is the other.
    private boolean copied(int sensor, RadarPlot plot) {
        int first = shop.firstOf(working.state(), sensor);
        if (first < 0) {
            return false;
        }
        long number = Twin.number(plot);
        boolean same = first == sensor ? followed(sensor, number) : twin(first).sent(number);
        working.knows(working.knowledge().beside(sensor, twin(sensor).with(number, first != sensor && same)));
        return same || isCopy(sensor);
    }

    // Whether another sensor sent a plot before the first did, and its plots are still used.
    private boolean followed(int first, long number) {
        boolean used = false;
        for (int i = first + 1; i < working.state().sites().size(); i++) {
            if (shop.firstOf(working.state(), i) == first && twin(i).sent(number)) {
                used |= !isCopy(i);
                working.knows(working.knowledge().beside(i, twin(i).followed()));
            }
        }
        return used;
    }

    private Twin twin(int sensor) {
        return working.knowledge().of(sensor).oddities().twin();
    }

    private boolean isCopy(int sensor) {
        return twin(sensor).isCopy();
    }

    private static RadarPlot withoutHeight(RadarPlot plot) {
        return new RadarPlot(
                plot.provenance(),
                plot.polar(),
                plot.sigma(),
                Altitude.UNKNOWN,
                plot.identity(),
                plot.detection(),
                plot.sensorTrack(),
                plot.signature());
    }

    private static long spanNs(SensorSite site) {
        return Math.round(KEPT_TURNS * Beam.periodNs(site));
    }

    private static boolean late(SensorMemory memory, long ns, SensorSite site) {
        double window = Math.max(LATE_S * 1e9, Beam.periodNs(site) / 4);
        return memory.beamNs() != Long.MIN_VALUE && memory.beamNs() - ns > window;
    }

    private void take(RadarPlot plot, int sensor, long delayNs) {
        SensorSite site = working.sites().get(sensor);
        long ns = plot.provenance().observedAt().taiNs();
        SensorMemory memory = working.memory(sensor);
        if (!Beam.tells(site, memory, ns)) {
            memory = followed(site, memory, ns, plot.polar().azimuthRad());
        }
        if (delayNs > memory.delayNs()
                || working.knowledge().of(sensor).oddities().lately(Kind.REPEATED) > 0) {
            if (memory.holds(site, plot)) {
                working.odd(sensor, Kind.REPEATED, REPEATED);
                return;
            }
        }
        memory = memory.delayedBy(delayNs);
        if (LatePlot.isLate(site, memory, plot)) {
            working.remember(sensor, memory);
            if (new LatePlot(shop, working, sensor, plot).taken()) {
                Worked one = Worked.one(Math.max(ns, memory.workedNs()), ns, key(plot));
                working.remember(sensor, memory.remembering(one, spanNs(site)));
                return;
            }
        }
        working.remember(sensor, memory.holding(site, plot));
    }

    private SensorMemory followed(SensorSite site, SensorMemory memory, long ns, double azimuthRad) {
        if (site.kind() == SensorSite.Kind.ROTATING && !Beam.follows(site, memory, ns)) {
            return Beam.found(memory, ns, azimuthRad);
        }
        SensorMemory after = memory;
        for (Sweep over : Beam.shownByPlot(site, memory, ns, azimuthRad)) {
            after = queued(site, after, over, false);
        }
        return site.kind() == SensorSite.Kind.FRAME ? after.beamAt(ns, 0, false) : after;
    }

    /// Where a sensor that moves stood.
    void pose(SensorPose pose, long arrivedNs) {
        int sensor = shop.index(working.state(), pose.provenance().sensor());
        if (sensor < 0) {
            working.refuse(
                    "place of an unknown sensor",
                    "no site is known for " + pose.provenance().sensor());
            return;
        }
        Poses before = working.knowledge().of(sensor).poses();
        long delayNs = Clock.delayNs(pose.provenance().observedAt().taiNs(), arrivedNs);
        if (!working.knowledge().of(sensor).oddities().clock().keeps(delayNs) || before.rulesOut(pose)) {
            working.refuse("place of a sensor", "it cannot have stood there then");
        } else {
            working.knows(working.knowledge().posed(sensor, before.with(pose)));
        }
    }

    /// A sector that the sensor says its beam has left.
    void sweep(Sweep sweep, long arrivedNs) {
        int sensor = shop.index(working, sweep.provenance().sensor());
        if (sensor < 0) {
            working.refuse(
                    "sweep of an unknown sensor",
                    "no site is known for " + sweep.provenance().sensor());
            return;
        }
        SensorSite site = working.sites().get(sensor);
        SensorMemory memory = working.memory(sensor);
        if (!keepsTime(sensor, Clock.delayNs(sweep.provenance().observedAt().taiNs(), arrivedNs))) {
            return;
        }
        if (isCopy(sensor)) {
            return;
        }
        if (cameBefore(memory, sweep)) {
            working.odd(sensor, Kind.REPEATED_SWEEP, "the beam had been there before");
            return;
        }
        Sweep moved =
                onPlotsClock(sweep, working.knowledge().of(sensor).stamps().appliedNs());
        SensorMemory after = queued(site, memory, moved, true)
                .sweptAt(sweep.provenance().observedAt().taiNs());
        working.remember(sensor, after);
    }

    private static Sweep onPlotsClock(Sweep sweep, long laterNs) {
        Provenance from = sweep.provenance();
        return laterNs == 0
                ? sweep
                : new Sweep(
                        new Provenance(from.sensor(), from.observedAt().plusNs(laterNs), from.releasability()),
                        sweep.fromRad(),
                        sweep.widthRad(),
                        sweep.periodS());
    }

    // A look that is worked on twice would weigh twice: new tracks of the first time would be missed in the second.
    private static boolean cameBefore(SensorMemory memory, Sweep sweep) {
        long ns = sweep.provenance().observedAt().taiNs();
        boolean same = memory.beamRad() == Exact.turn(sweep.fromRad() + sweep.widthRad());
        return ns < memory.sweptNs() || (ns == memory.sweptNs() && same);
    }

    /// Follows the beams of sensors that are silent about them.
    void pass(long ns) {
        for (int sensor = 0; sensor < working.sites().size(); sensor++) {
            SensorSite site = working.sites().get(sensor);
            SensorMemory memory = working.memory(sensor);
            if (Beam.tells(site, memory, ns) || isCopy(sensor)) {
                continue;
            }
            for (Sweep over : Beam.shownByTime(site, memory, ns)) {
                memory = queued(site, memory, over, false);
            }
            working.remember(sensor, memory);
        }
    }

    private SensorMemory queued(SensorSite site, SensorMemory memory, Sweep sweep, boolean told) {
        List<Sweep> pending = new ArrayList<>(memory.pending());
        int crowd = site.kind() == SensorSite.Kind.FRAME ? 1 : crowd(memory, sweep);
        for (Sweep piece : pieces(site, sweep, crowd)) {
            if (pending.size() >= MOST_PENDING) {
                working.refuse("sectors", "more than " + MOST_PENDING + " sectors wait for work");
            } else {
                Optional<Sweep> joined =
                        pending.isEmpty() || crowd > 1 ? Optional.empty() : Beam.joined(site, pending.getLast(), piece);
                joined.ifPresent(_ -> pending.removeLast());
                pending.add(joined.orElse(piece));
            }
        }
        double end = Exact.turn(sweep.fromRad() + sweep.widthRad());
        return memory.waiting(pending).beamAt(sweep.provenance().observedAt().taiNs(), end, told);
    }

    private static List<Sweep> pieces(SensorSite site, Sweep sweep, int least) {
        return site.kind() == SensorSite.Kind.FRAME
                ? List.of(Beam.frame(site, sweep))
                : Beam.pieces(site, sweep, least);
    }

    private static int crowd(SensorMemory memory, Sweep sweep) {
        int tracks = memory.agenda().tracks(sweep.fromRad(), sweep.widthRad());
        return Math.max(plots(memory, sweep), tracks) / MOST_IN_PIECE + 1;
    }

    // Only those in the sector: after a burst of a whole turn all of it waits, and each of its sectors would be cut as
    // if it had them all.
    private static int plots(SensorMemory memory, Sweep sweep) {
        int held = memory.held().size();
        if (held <= MOST_IN_PIECE) {
            return held;
        }
        int[] within = {0};
        memory.held().forEachValue(plot -> {
            double behind = Exact.turn(plot.polar().azimuthRad() - sweep.fromRad());
            within[0] += behind <= sweep.widthRad() ? 1 : 0;
        });
        return within[0];
    }

    /// Works on sectors that are over, the earliest first, as many as fit into a step.
    ///
    /// A sector waits as long as plots of its sensor lately came late.
    ///
    /// @param nowNs the engine's time
    void work(long nowNs) {
        int pending = working.pending();
        int most = pending > BACKLOG ? WORK * (pending / CATCH_UP) : WORK;
        while (done < most && working.pending() > 0) {
            int sensor = earliest(nowNs);
            if (sensor < 0) {
                return;
            }
            done += new Round(shop, working, sensor, next(sensor)).work();
        }
    }

    // Takes the next sector of a sensor from those that wait; of a frame the next piece. Where frames wait behind it,
    // pieces are as many times larger.
    private Sweep next(int sensor) {
        SensorMemory memory = working.memory(sensor);
        List<Sweep> pending = memory.pending();
        Sweep first = pending.getFirst();
        List<Sweep> rest = pending.subList(1, pending.size());
        SensorSite site = working.sites().get(sensor);
        if (site.kind() != SensorSite.Kind.FRAME) {
            working.remember(sensor, memory.waiting(rest));
            return first;
        }
        Sweep piece = Beam.piece(site, memory, first, 2 * MOST_IN_PIECE * pending.size());
        List<Sweep> left = new ArrayList<>(rest);
        Beam.behind(site, first, piece).ifPresent(left::addFirst);
        working.remember(sensor, memory.waiting(left));
        return piece;
    }

    private int earliest(long nowNs) {
        int best = -1;
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < working.sites().size(); i++) {
            List<Sweep> pending = working.memory(i).pending();
            if (!pending.isEmpty()) {
                long ns = pending.getFirst().provenance().observedAt().taiNs();
                boolean waited = ns + working.memory(i).delayNs() <= nowNs || pending.size() > PATIENCE;
                boolean ready = waited
                        && (pending.size() > 1 || Beam.ripe(working.sites().get(i), pending.getFirst(), nowNs));
                if (ready && ns < earliest) {
                    earliest = ns;
                    best = i;
                }
            }
        }
        return best;
    }

    // The same place at the same time is the same plot; two of a sensor's plots agree in all bits only when
    // repeated.
    static long key(RadarPlot plot) {
        long key = plot.provenance().observedAt().taiNs() * 0x9E3779B97F4A7C15L;
        key = (key ^ Double.doubleToLongBits(plot.polar().rangeM())) * 0xBF58476D1CE4E5B9L;
        key ^= key >>> 29;
        key = (key ^ Double.doubleToLongBits(plot.polar().azimuthRad())) * 0x94D049BB133111EBL;
        return key ^ key >>> 32;
    }
}
