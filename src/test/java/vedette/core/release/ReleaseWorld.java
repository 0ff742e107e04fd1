package vedette.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vedette.model.Bulletin;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Releasability;
import vedette.model.ReleaseRule;
import vedette.model.SensorId;
import vedette.model.Standing;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

/// A node's releases, acted on by small verbs.
final class ReleaseWorld {
    static final Moment START = new Moment(2_000_000_000_000_000_000L);
    static final WarningId ID = new WarningId("IMPACT-COAST-1");
    static final ReleaseRule TWO = rule("two persons", ReleaseRule.Way.TWO_PERSONS, 0);

    final Domain domain;
    ReleaseState state = ReleaseState.empty();
    final List<Output> said = new ArrayList<>();
    private Moment now = START;
    private long seq;
    private int revision;
    private Warning.Severity severity = Warning.Severity.EXTREME;
    private double onsetInS = 600;
    private List<ZoneId> places = List.of();

    ReleaseWorld(Domain domain, ReleaseRule... rules) {
        this.domain = domain;
        happens(
                new Event.Configured(stamp(), new Configuration.Releasing(List.of(rules), List.of("feed", "webhook"))),
                List.of());
    }

    /// The same, from where another stands.
    ReleaseWorld(ReleaseWorld other) {
        domain = other.domain;
        state = other.state;
        said.addAll(other.said);
        now = other.now;
        seq = other.seq;
        revision = other.revision;
        severity = other.severity;
        onsetInS = other.onsetInS;
        places = other.places;
    }

    static ReleaseRule rule(String name, ReleaseRule.Way way, double withinS) {
        Warning.Confidence least =
                way == ReleaseRule.Way.PREAUTHORISED ? Warning.Confidence.CONFIRMED : Warning.Confidence.UNCONFIRMED;
        return new ReleaseRule(name, List.of(Warning.Kind.IMPACT, Warning.Kind.RAID), least, way, withinS);
    }

    private Event.Stamp stamp() {
        return new Event.Stamp(++seq, now, domain);
    }

    private void happens(Event event, List<Output> outputs) {
        ReleaseStep step = Release.step(state, event, outputs);
        state = step.state();
        said.addAll(step.outputs());
    }

    /// The node is started anew with other channels in its settings.
    ReleaseWorld hasChannels(String... names) {
        happens(new Event.Configured(stamp(), new Configuration.Releasing(List.of(TWO), List.of(names))), List.of());
        return this;
    }

    ReleaseWorld comesDownIn(double seconds) {
        onsetInS = seconds;
        return this;
    }

    ReleaseWorld drafts() {
        revision = 1;
        happens(new Event.Tick(stamp()), List.of(new Output.WarningReleased(warning(Warning.Stage.ISSUED))));
        return this;
    }

    ReleaseWorld revises() {
        revision++;
        happens(new Event.Tick(stamp()), List.of(new Output.WarningRevised(warning(Warning.Stage.UPDATED))));
        return this;
    }

    /// From now on these are named.
    ReleaseWorld names(String... towns) {
        places = Stream.of(towns).map(ZoneId::new).toList();
        return this;
    }

    ReleaseWorld becomesOther() {
        severity = severity == Warning.Severity.EXTREME ? Warning.Severity.SEVERE : Warning.Severity.EXTREME;
        return revises();
    }

    ReleaseWorld ends(Warning.Stage stage) {
        revision++;
        happens(new Event.Tick(stamp()), List.of(new Output.WarningEnded(warning(stage))));
        return this;
    }

    ReleaseWorld orders(String name, Operator.Role role, Order order) {
        happens(new Event.Ordered(stamp(), new Operator(name, role), order), List.of());
        return this;
    }

    ReleaseWorld signs(String name) {
        return signs(name, Operator.Role.RELEASER);
    }

    ReleaseWorld signs(String name, Operator.Role role) {
        return orders(name, role, new Order.Approve(ID, revision, shown()));
    }

    ReleaseWorld withdraws(String name) {
        return orders(name, Operator.Role.RELEASER, new Order.Withdraw(ID));
    }

    ReleaseWorld takesBack(String name) {
        return orders(name, Operator.Role.RELEASER, new Order.TakeBack(ID, ""));
    }

    ReleaseWorld has(String channel, int issue) {
        happens(new Event.Delivered(stamp(), ID, issue, channel), List.of());
        return this;
    }

    ReleaseWorld passes(double seconds) {
        now = now.plusS(seconds);
        happens(new Event.Tick(stamp()), List.of());
        return this;
    }

    int revision() {
        return revision;
    }

    /// The mark of what is shown now.
    String shown() {
        return standings().isEmpty() ? "" : standings().getLast().shown();
    }

    List<Standing> standings() {
        return said.stream()
                .flatMap(o -> o instanceof Output.ReleaseStands(var _, Standing s) ? Stream.of(s) : Stream.empty())
                .toList();
    }

    Standing.State standing() {
        return standings().getLast().state();
    }

    /// Bulletins as they went out, repeated ones too.
    List<Output.Published> published() {
        return said.stream()
                .flatMap(o -> o instanceof Output.Published p ? Stream.of(p) : Stream.empty())
                .toList();
    }

    List<Bulletin> bulletins() {
        return published().stream().map(p -> p.cleared().bulletin()).distinct().toList();
    }

    List<Warning.Stage> shownStages() {
        List<Warning.Stage> all = new ArrayList<>();
        for (Output output : said) {
            switch (output) {
                case Output.WarningDrafted(var w) -> all.add(w.stage());
                case Output.WarningReleased(var w) -> all.add(w.stage());
                case Output.WarningRevised(var w) -> all.add(w.stage());
                case Output.WarningEnded(var w) -> all.add(w.stage());
                default -> {}
            }
        }
        return all;
    }

    long refused() {
        return state.refused().count();
    }

    Warning warning(Warning.Stage stage) {
        return new Warning(
                ID,
                revision,
                now,
                domain,
                stage,
                Warning.Kind.IMPACT,
                new Warning.Gravity(
                        severity, Warning.Urgency.IMMEDIATE, Warning.Certainty.LIKELY, Warning.Confidence.CONFIRMED),
                List.of(new TrackId(1)),
                places,
                List.of(LatLon.ofDegrees(57, 24), LatLon.ofDegrees(57.1, 24), LatLon.ofDegrees(57, 24.1)),
                new Warning.Validity(now.plusS(onsetInS), now.plusS(onsetInS + 60), now.plusS(onsetInS + 600)),
                List.of(new SensorId("radar")),
                new Warning.Words("Impact near the coast", "A missile was seen " + revision + " times", "Take cover"),
                Releasability.OPEN);
    }
}
