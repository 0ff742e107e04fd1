package vedette.core.assess;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Health;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorFinding;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.Tally;

/// Who is heard and who is not, within one step.
final class SensorWatches {
    /// Sensors and feeds beyond these are not watched; a national acoustic network has about 10,000.
    static final int MOST_SENSORS = 16_384;

    /// Texts that share a key are kept at the next free ones; so many are tried.
    private static final int KEY_TRIES = 4;

    /// Counts are given out at most once in this time, seconds.
    private static final double COUNTS_S = 1;

    /// The ticks over which giving out counts is spread.
    private static final int SLICES = 10;

    /// How old messages of a known sensor may be where nobody told: its own periods, and at least this,
    /// seconds.
    private static final double LATE_PERIODS = 2;

    private static final double LATE_S = 5;

    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private final long ticks;
    private LongMap<SensorWatch> sensors;
    private Tally refused;

    SensorWatches(AssessState state, Event.Stamp stamp, List<Output> outputs) {
        this.stamp = stamp;
        this.outputs = outputs;
        ticks = state.ticks();
        sensors = state.sensors();
        refused = state.sensorsRefused();
    }

    AssessState into(AssessState state, long ticksNow) {
        return new AssessState(
                state.zones(),
                state.tree(),
                state.qnhHpa(),
                state.subjects(),
                state.pending(),
                sensors,
                ticksNow,
                state.zonesRefused(),
                refused,
                state.pendingRefused(),
                state.falls(),
                state.permits(),
                state.claims());
    }

    void configure(Configuration configuration) {
        switch (configuration) {
            case Configuration.Sensors(List<SensorSite> sites) -> {
                for (SensorSite site : sites) {
                    double lateS = Math.max(LATE_S, LATE_PERIODS * site.periodS());
                    expect(site.sensor(), new SensorWatch.Expected(site.periodS(), lateS));
                }
            }
            case Configuration.Feeds(List<Configuration.Expectation> feeds) -> {
                for (Configuration.Expectation feed : feeds) {
                    expect(feed.sensor(), new SensorWatch.Expected(feed.periodS(), feed.lateS()));
                }
            }
            case Configuration.WatchSensors(var satellites, var radars) -> {
                satellites.forEach(each -> expect(each.sensor(), SensorWatch.Expected.whenSeen(LATE_S)));
                radars.forEach(each -> expect(each.sensor(), SensorWatch.Expected.whenSeen(LATE_S)));
            }
            case Configuration.Zones _,
                    Configuration.Pressure _,
                    Configuration.Leaps _,
                    Configuration.Notices _,
                    Configuration.Catalogue _,
                    Configuration.Foreign _,
                    Configuration.Places _,
                    Configuration.Releasing _,
                    Configuration.Flights _,
                    Configuration.Sharing _,
                    Configuration.Listeners _ -> {}
        }
    }

    private void expect(SensorId sensor, SensorWatch.Expected expected) {
        long key = key(sensor);
        @Nullable SensorWatch known = sensors.get(key);
        Moment at = stamp.arrivedAt();
        if (known != null) {
            sensors = sensors.with(key, known.with(expected, at));
        } else if (mayWatch(sensor)) {
            sensors = sensors.with(key, SensorWatch.start(sensor, expected, at));
        }
    }

    /// A measurement: its sensor is there, whatever it says.
    void hear(Measurement measurement) {
        Moment at = stamp.arrivedAt();
        SensorId sensor = measurement.provenance().sensor();
        long key = key(sensor);
        @Nullable SensorWatch known = sensors.get(key);
        if (known == null) {
            if (!mayWatch(sensor)) {
                return;
            }
            known = SensorWatch.start(sensor, SensorWatch.Expected.UNTOLD, at);
        }
        double ageS = ageS(at, measurement.provenance().observedAt());
        sensors = sensors.with(
                key, bringsNews(measurement, known) ? known.heard(at, ageS, isSteady(measurement)) : known);
        switch (measurement) {
            case Measurement.StatusReport report -> claimed(report);
            case Measurement.FeedStatus status -> fed(key, status);
            case Measurement.RadarPlot _, Measurement.Sweep _ -> measured(key);
            case Measurement.PositionReport _,
                    Measurement.UasReport _,
                    Measurement.TransponderReport _,
                    Measurement.SystemTrack _,
                    Measurement.SensorPose _,
                    Measurement.Sight _,
                    Measurement.Presence _,
                    Measurement.Bearing _ -> {}
        }
    }

    // What comes whether or not there is anything to see. A receiver of drones' broadcasts, a microphone and
    // a direction finder speak while something flies; of aircraft that tell their address there are always
    // some somewhere.
    private static boolean isSteady(Measurement measurement) {
        return switch (measurement) {
            case Measurement.PositionReport report ->
                report.identity().address().isPresent();
            case Measurement.UasReport _, Measurement.Presence _, Measurement.Bearing _ -> false;
            case Measurement.RadarPlot _,
                    Measurement.Sweep _,
                    Measurement.StatusReport _,
                    Measurement.FeedStatus _,
                    Measurement.TransponderReport _,
                    Measurement.SystemTrack _,
                    Measurement.SensorPose _,
                    Measurement.Sight _ -> true;
        };
    }

    // A stamp may be of any time.
    private static double ageS(Moment now, Moment observed) {
        return ((double) now.taiNs() - (double) observed.taiNs()) / 1e9;
    }

    // A sensor that measures from a place must have been told with it.
    private void measured(long key) {
        @Nullable SensorWatch watch = sensors.get(key);
        if (watch != null && watch.expected().equals(SensorWatch.Expected.UNTOLD)) {
            sensors = sensors.with(key, watch.unplaced(stamp.arrivedAt()));
        }
    }

    /// A line that was never up is not lost before this: connecting takes its time, seconds.
    private static final double STARTING_S = 5;

    // A feed's own beat goes on when its radar is dead: only what came through it is news.
    private static boolean bringsNews(Measurement measurement, SensorWatch known) {
        return !(measurement instanceof Measurement.FeedStatus status)
                || status.received() != known.counts().received();
    }

    private void claimed(Measurement.StatusReport report) {
        long key = key(report.about());
        @Nullable SensorWatch about = sensors.get(key);
        if (about == null) {
            if (!mayWatch(report.about())) {
                return;
            }
            about = SensorWatch.start(report.about(), SensorWatch.Expected.UNTOLD, stamp.arrivedAt());
        }
        boolean fails = switch (report.condition()) {
            case FAILED -> true;
            case OPERATIONAL, DEGRADED -> false;
            case UNKNOWN -> about.claim().fails();
        };
        sensors = sensors.with(key, about.with(new SensorWatch.Claim(fails, report.words())));
    }

    private void fed(long key, Measurement.FeedStatus status) {
        @Nullable SensorWatch feed = sensors.get(key);
        if (feed != null) {
            boolean starting = status.received() == 0
                    && feed.counts().received() == 0
                    && stamp.arrivedAt().secondsSince(feed.firstHeardAt()) < STARTING_S;
            sensors = sensors.with(
                    key,
                    feed.with(new SensorWatch.Claim(!status.connected() && !starting, status.words()))
                            .with(new SensorWatch.Counts(
                                    status.received(),
                                    status.rejected() + status.shed(),
                                    feed.counts().late())));
        }
    }

    /// What the tracker found about sensors; of those not watched there is nothing to say.
    void find(List<SensorFinding> findings) {
        for (SensorFinding finding : findings) {
            long key = key(finding.sensor());
            @Nullable SensorWatch known = sensors.get(key);
            if (known != null) {
                sensors = sensors.with(key, known.with(finding, stamp.arrivedAt()));
            }
        }
    }

    private boolean mayWatch(SensorId sensor) {
        if (sensors.size() < MOST_SENSORS) {
            return true;
        }
        refused = refused.passed(
                stamp.seq(),
                stamp.arrivedAt(),
                "sensor " + sensor + " is beyond the " + MOST_SENSORS + " that are watched",
                outputs);
        return false;
    }

    /// The key of a sensor: that of its name, or the next free one where another name has the same.
    private long key(SensorId sensor) {
        long first = TextKey.of(sensor.name());
        for (int i = 0; i < KEY_TRIES; i++) {
            @Nullable SensorWatch there = sensors.get(first + i);
            if (there == null || there.sensor().equals(sensor)) {
                return first + i;
            }
        }
        return first;
    }

    /// Beyond so many sensors a change of state is said within a second too: a net of 14,000 nodes that beat once a
    /// minute is not looked through ten times a second.
    private static final int MOST_AT_ONCE = 1_000;

    /// Looks at every sensor: a change of state is said at once, new counts once a second, spread over the
    /// ticks.
    void tick() {
        int slice = (int) (ticks % SLICES);
        if (sensors.size() <= MOST_AT_ONCE) {
            sensors.forEach((key, watch) -> look(key, watch, Math.floorMod(key, SLICES) == slice));
            return;
        }
        sensors.walkPart(slice, SLICES, (key, watch) -> look(key, watch, true));
    }

    private void look(long key, SensorWatch watch, boolean turn) {
        Moment now = stamp.arrivedAt();
        Health.State state = watch.state(now);
        boolean changed = state != watch.published().state();
        boolean counts = turn && watch.hasNews() && now.secondsSince(watch.publishedAt()) >= COUNTS_S - SLACK_S;
        if (changed || counts) {
            Health health = watch.health(state, now);
            outputs.add(new Output.SensorHealth(health));
            sensors = sensors.with(key, watch.with(health, now));
        }
    }

    /// Ticks are not exact: half of one is allowed, so that a second does not become 1.1, seconds.
    private static final double SLACK_S = 0.05;
}
