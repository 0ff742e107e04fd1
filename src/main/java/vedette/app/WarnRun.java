package vedette.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vedette.core.engine.Engine;
import vedette.format.lines.PredictionLines;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;

/// One scenario through an engine of its own.
///
/// Looks arrive when they are made; a tick comes every second, from the first look until [#AFTER_S] after the last
/// look and the last moment at which an open missile may come down.
final class WarnRun {
    private static final long TICK_NS = 1_000_000_000L;

    /// Time for ends to be told, seconds.
    private static final double AFTER_S = 120;

    /// However long a missile stays open, the run ends so long after the last look, seconds.
    private static final double LONGEST_AFTER_S = 3 * 3600;

    private final WarnFolder.Scenario scenario;
    private final boolean timing;
    private final Engine engine = Engine.starting(Domain.SIMULATION);
    private final List<String> rows = new ArrayList<>();
    private final Map<String, Output.Refused> refused = new LinkedHashMap<>();
    private final TreeMap<Long, Moment> open = new TreeMap<>();
    private final NsList looksNs = new NsList();
    private final NsList ticksNs = new NsList();
    private long seq;

    private WarnRun(WarnFolder.Scenario scenario, boolean timing) {
        this.scenario = scenario;
        this.timing = timing;
    }

    /// What came of a scenario.
    ///
    /// @param scenario it
    /// @param rows lines of predictions.csv
    /// @param refused what the engine refused, the last of each kind
    /// @param looksNs processor time of each look, where it was asked for
    /// @param ticksNs and of each tick
    /// @param digest of all outputs
    record Done(
            WarnFolder.Scenario scenario,
            List<String> rows,
            List<Output.Refused> refused,
            NsList looksNs,
            NsList ticksNs,
            long digest) {}

    /// Runs a scenario to its end.
    ///
    /// @param scenario what is told and seen
    /// @param timing whether to measure each event
    static Done of(WarnFolder.Scenario scenario, boolean timing) {
        WarnRun run = new WarnRun(scenario, timing);
        run.all();
        return new Done(
                scenario,
                run.rows,
                List.copyOf(run.refused.values()),
                run.looksNs,
                run.ticksNs,
                run.engine.picture().digest());
    }

    private void all() {
        List<Measurement> seen = scenario.seen();
        Moment first = seen.isEmpty() ? scenario.zero() : observed(seen.getFirst());
        Moment begin = first.isBefore(scenario.zero()) ? first : scenario.zero();
        for (Configuration each : scenario.told()) {
            take(new Event.Configured(stamp(begin), each));
        }
        if (seen.isEmpty()) {
            return;
        }
        long nextNs = Math.ceilDiv(first.taiNs(), TICK_NS) * TICK_NS;
        for (Measurement each : seen) {
            Moment at = observed(each);
            nextNs = ticks(nextNs, at);
            take(new Event.Observed(stamp(at), each));
        }
        Moment last = observed(seen.getLast());
        while (nextNs <= end(last).taiNs()) {
            nextNs = ticks(nextNs, new Moment(nextNs));
        }
    }

    private static Moment observed(Measurement measurement) {
        return measurement.provenance().observedAt();
    }

    private long ticks(long fromNs, Moment to) {
        long nextNs = fromNs;
        for (; nextNs <= to.taiNs(); nextNs += TICK_NS) {
            take(new Event.Tick(stamp(new Moment(nextNs))));
        }
        return nextNs;
    }

    private Moment end(Moment last) {
        Moment until = last;
        for (Moment impact : open.values()) {
            until = Moment.later(until, impact);
        }
        Moment longest = last.plusS(LONGEST_AFTER_S);
        Moment end = until.plusS(AFTER_S);
        return end.isAfter(longest) ? longest : end;
    }

    private Event.Stamp stamp(Moment at) {
        return new Event.Stamp(++seq, at, Domain.SIMULATION);
    }

    private void take(Event event) {
        long before = timing ? Cpu.ns() : 0;
        List<Output> outputs = engine.step(event);
        if (timing) {
            (event instanceof Event.Tick ? ticksNs : looksNs).add(Cpu.ns() - before);
        }
        for (Output output : outputs) {
            if (output instanceof Output.Assessed(Moment at, Assessment.Flying(Missile missile))) {
                told(at, missile);
            } else if (output instanceof Output.Refused refusal) {
                refused.put(refusal.what(), refusal);
            }
        }
    }

    private void told(Moment at, Missile missile) {
        rows.add(PredictionLines.write(scenario.name(), scenario.zero(), at, missile));
        boolean over = missile.phase() == Missile.Phase.DOWN || missile.phase() == Missile.Phase.ENDED;
        if (over || missile.impact().isEmpty()) {
            open.remove(missile.number());
        } else {
            open.put(missile.number(), missile.impact().get().latest());
        }
    }
}
