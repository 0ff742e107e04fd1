package vedette.app;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vedette.core.raid.RaidState;
import vedette.core.raid.RaidStep;
import vedette.core.raid.RaidWatch;
import vedette.core.warn.Warn;
import vedette.core.warn.WarnState;
import vedette.core.warn.WarnStep;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.PlaceAhead;
import vedette.model.Provenance;
import vedette.model.SensorFinding;
import vedette.model.SensorId;
import vedette.model.Warning;
import vedette.simulate.raids.RaidWorld;

/// One made raid through the net's watch and the rules of warning, without the rest of the engine: what a whole run of
/// `raid` says of places, in a fraction of the time.
final class RaidTrial {
    /// Watched for so long after the end, seconds: 25 calm minutes lie before an all-clear.
    private static final double AFTER_S = 2_700;

    private final RaidWorld world;
    private final RaidWatch watch = new RaidWatch();
    private RaidState heard = RaidState.empty();
    private WarnState warned = WarnState.empty();
    private long seq;
    private long tick;

    /// Every outlook that was told, with its time in seconds.
    final List<Outlook> outlooks = new ArrayList<>();

    /// Every warning, by its id.
    final TreeMap<String, RaidFolders.Told> told = new TreeMap<>();

    /// What was said of a place, and when.
    record Outlook(double atS, PlaceAhead place) {}

    RaidTrial(RaidWorld world) {
        this.world = world;
    }

    /// Runs the raid to its end and a while beyond.
    static RaidTrial of(RaidWorld world) {
        return of(world, world.endS() + AFTER_S);
    }

    /// Runs the raid until then.
    static RaidTrial of(RaidWorld world, double untilS) {
        RaidTrial trial = new RaidTrial(world);
        trial.configure();
        for (RaidWorld.Heard each : world.heard()) {
            if (each.receivedS() > untilS) {
                break;
            }
            trial.passUntil(each.receivedS());
            trial.take(new Event.Observed(trial.stamp(), each.presence()));
        }
        trial.passUntil(untilS);
        return trial;
    }

    /// How many places were told at least this chance of a cruise missile.
    long toldOfMissiles(double chance) {
        return outlooks.stream()
                .filter(each -> each.place().missile() >= chance)
                .map(each -> each.place().place())
                .distinct()
                .count();
    }

    /// Nodes held to lie or to be deaf at the end.
    List<SensorId> doubted() {
        return RaidWatch.findings(heard, moment()).stream()
                .map(SensorFinding::sensor)
                .toList();
    }

    private void configure() {
        List<Configuration.Expectation> beats = world.nodes().stream()
                .map(node -> new Configuration.Expectation(node.sensor(), RaidWorld.BEAT_S, 60))
                .toList();
        take(new Event.Configured(stamp(), new Configuration.Listeners(world.nodes())));
        take(new Event.Configured(stamp(), new Configuration.Feeds(beats)));
        take(new Event.Configured(stamp(), new Configuration.Places(world.cities())));
    }

    private double nowS() {
        return tick / 10.0;
    }

    private Moment moment() {
        return new Moment(0).plusS(nowS());
    }

    private Event.Stamp stamp() {
        return new Event.Stamp(++seq, moment(), Domain.TEST);
    }

    private void passUntil(double timeS) {
        while ((tick + 1) / 10.0 <= timeS) {
            tick++;
            beat();
            take(new Event.Tick(stamp()));
        }
    }

    // A six hundredth of the living nodes each tick.
    private void beat() {
        for (int node = (int) (tick % 600); node < world.nodes().size(); node += 600) {
            if (!world.isDead(node)) {
                SensorId id = world.nodes().get(node).sensor();
                take(new Event.Observed(
                        stamp(),
                        new Measurement.StatusReport(
                                Provenance.open(id, moment()), id, Measurement.Condition.OPERATIONAL, "")));
            }
        }
    }

    private void take(Event event) {
        RaidStep step = watch.step(heard, event);
        heard = step.state();
        for (Output output : step.outputs()) {
            if (output instanceof Output.Assessed(var _, Assessment.Approaches(var places))) {
                places.forEach(place -> outlooks.add(new Outlook(nowS(), place)));
            }
        }
        if (!(event instanceof Event.Observed)) {
            WarnStep said = Warn.step(warned, event, step.outputs(), LongMap.empty());
            warned = said.state();
            said.outputs().forEach(this::say);
        }
    }

    private void say(Output output) {
        switch (output) {
            case Output.WarningReleased(var warning) -> say(warning);
            case Output.WarningRevised(var warning) -> say(warning);
            case Output.WarningEnded(var warning) -> say(warning);
            default -> {}
        }
    }

    private void say(Warning warning) {
        RaidFolders.Told each = told.computeIfAbsent(warning.id().name(), _ -> new RaidFolders.Told());
        each.area = warning.zones().getFirst().name();
        switch (warning.stage()) {
            case ISSUED -> each.fromS = Double.isNaN(each.fromS) ? nowS() : each.fromS;
            case ALL_CLEAR, EXPIRED -> each.untilS = nowS();
            default -> {}
        }
    }
}
