package vedette.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vedette.core.engine.Engine;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Health;
import vedette.model.Measurement;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// A recording of low-altitude sensing through an engine of its own: what a node would have said, when.
///
/// A tick comes every tenth of a second, from the first arrival until [#AFTER_S] after the last.
final class RaidRun {
    private static final long TICK_NS = 100_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;

    /// Time for silence to be noticed and ends to be told, seconds.
    private static final double AFTER_S = 30;

    /// The same after a raid: nobody is heard any more, then for a while nothing may come, then all is clear, seconds.
    private static final double AFTER_RAID_S = 2_700;

    /// A recording with a longer pause goes on after it: ticks of years would never end, seconds.
    private static final double LONGEST_PAUSE_S = 86_400;

    /// As [RaidNet] has it for the beats of nodes.
    private static final double LAST_PERIODS = 1.5;

    private final RaidFolder.Contents contents;
    private final Files files;
    private final Engine engine = Engine.starting(Domain.SIMULATION);
    private final Map<String, Output.Refused> refused = new LinkedHashMap<>();
    private final Map<String, SensorSite> frames = new LinkedHashMap<>();
    private final RaidNet.Pulse pulse;
    private final Map<SensorId, Moment> lastHeard = new TreeMap<>();
    private List<Configuration.Expectation> expected = List.of();
    private Set<SensorId> telling = Set.of();
    private Optional<Moment> end = Optional.empty();
    private Optional<RadarPlot> open = Optional.empty();
    private Moment now;
    private long nextTickNs;
    private long seq;

    private RaidRun(RaidFolder.Contents contents, Files files) {
        this.contents = contents;
        this.files = files;
        pulse = contents.net().pulse();
        now = contents.arrivals().isEmpty()
                ? RaidFolder.EPOCH
                : contents.arrivals().getFirst().at();
        nextTickNs = Math.ceilDiv(now.taiNs(), TICK_NS) * TICK_NS;
    }

    /// Where it writes what is said.
    interface Files {
        /// Something was said.
        void say(Output output, Moment at) throws IOException;

        /// A whole second has passed.
        void second(Engine engine, Moment at) throws IOException;
    }

    /// What came of it.
    ///
    /// @param events how many events the engine took
    /// @param digest of all outputs
    /// @param refused what the engine refused, the last of each kind
    record Done(long events, long digest, List<Output.Refused> refused) {}

    /// Runs a recording to its end.
    static Done of(RaidFolder.Contents contents, Files files) throws IOException {
        RaidRun run = new RaidRun(contents, files);
        run.all();
        return new Done(run.seq, run.engine.picture().digest(), List.copyOf(run.refused.values()));
    }

    private void all() throws IOException {
        configure();
        for (RaidFolder.Arrival arrival : contents.arrivals()) {
            closeFrame(arrival);
            pass(arrival.at());
            now = Moment.later(now, arrival.at());
            Measurement measurement = arrival.sensed().measurement();
            take(new Event.Observed(stamp(), measurement));
            lastHeard.put(measurement.provenance().sensor(), now);
            keepOpen(measurement);
        }
        closeFrame();
        ended();
        pass(now.plusS(contents.net().nodes().isEmpty() ? AFTER_S : AFTER_RAID_S));
    }

    // Who told its state until the recording's end, give or take so many of its periods, did not fall silent: the
    // recorder stopped. Nothing more is expected of it. Of a radar that gives plots only this cannot be known.
    private void ended() throws IOException {
        end = Optional.of(now);
        List<Configuration.Expectation> alive = new ArrayList<>();
        for (Configuration.Expectation each : expected) {
            Moment last = lastHeard.getOrDefault(each.sensor(), new Moment(0));
            if (telling.contains(each.sensor()) && now.secondsSince(last) <= LAST_PERIODS * each.periodS()) {
                alive.add(new Configuration.Expectation(each.sensor(), Double.POSITIVE_INFINITY, each.lateS()));
            }
        }
        if (!alive.isEmpty()) {
            take(new Event.Configured(stamp(), new Configuration.Feeds(alive)));
        }
    }

    private void configure() throws IOException {
        RaidSurvey.Found found = RaidSurvey.of(contents.arrivals());
        for (SensorSite site : found.sites()) {
            if (site.kind() == SensorSite.Kind.FRAME && !found.swept().contains(site.sensor())) {
                frames.put(site.sensor().name(), site);
            }
        }
        List<Configuration> told = new ArrayList<>();
        told.add(new Configuration.Sensors(found.sites()));
        told.addAll(contents.net().told(contents.zones()));
        expected = expectations(found);
        telling = found.telling();
        told.add(new Configuration.Feeds(expected));
        told.add(new Configuration.Zones(contents.zones()));
        for (Configuration each : told) {
            take(new Event.Configured(stamp(), each));
        }
    }

    private List<Configuration.Expectation> expectations(RaidSurvey.Found found) {
        List<Configuration.Expectation> all = new ArrayList<>(contents.net().expectations());
        Set<SensorId> nodes = new HashSet<>();
        all.forEach(each -> nodes.add(each.sensor()));
        for (Configuration.Expectation each : found.expectations()) {
            if (!nodes.contains(each.sensor())) {
                all.add(each);
            }
        }
        return all;
    }

    // Plots of one look come together; what comes later is not of it any more, and the look is over.
    private void closeFrame(RaidFolder.Arrival next) throws IOException {
        Measurement measurement = next.sensed().measurement();
        boolean same = next.at().equals(now)
                && measurement instanceof RadarPlot plot
                && open.map(each -> each.provenance().equals(plot.provenance())).orElse(true);
        if (!same) {
            closeFrame();
        }
    }

    private void closeFrame() throws IOException {
        if (open.isPresent()) {
            Provenance provenance = open.get().provenance();
            open = Optional.empty();
            SensorSite site = frames.get(provenance.sensor().name());
            if (site != null) {
                take(new Event.Observed(stamp(), Sweep.whole(site, provenance.observedAt())));
            }
        }
    }

    private void keepOpen(Measurement measurement) {
        if (measurement instanceof RadarPlot plot
                && frames.containsKey(plot.provenance().sensor().name())) {
            open = Optional.of(plot);
        }
    }

    private void pass(Moment until) throws IOException {
        if (until.secondsSince(new Moment(nextTickNs)) > LONGEST_PAUSE_S) {
            nextTickNs = Math.floorDiv(until.taiNs(), TICK_NS) * TICK_NS;
        }
        while (nextTickNs <= until.taiNs()) {
            now = new Moment(nextTickNs);
            for (Measurement beat : pulse.until(now)) {
                take(new Event.Observed(stamp(), beat));
            }
            take(new Event.Tick(stamp()));
            if (nextTickNs % SECOND_NS == 0) {
                files.second(engine, now);
            }
            nextTickNs += TICK_NS;
        }
    }

    private Event.Stamp stamp() {
        return new Event.Stamp(++seq, now, Domain.SIMULATION);
    }

    private void take(Event event) throws IOException {
        for (Output output : engine.step(event)) {
            if (output instanceof Output.Refused refusal) {
                refused.put(refusal.what(), refusal);
            }
            files.say(honest(output), now);
        }
    }

    // Silence after the recording's end may be the recorder's.
    private Output honest(Output output) {
        if (end.isPresent()
                && output instanceof Output.SensorHealth(Health health)
                && health.state() == Health.State.SILENT
                && !pulse.holds(health.sensor())) {
            String words = "; the recording had ended " + Numbers.fixed(now.secondsSince(end.get()), 1) + " s before";
            return new Output.SensorHealth(new Health(
                    health.sensor(),
                    health.state(),
                    health.since(),
                    health.lastHeardAt(),
                    health.received(),
                    health.rejected(),
                    health.late(),
                    health.why() + words));
        }
        return output;
    }
}
