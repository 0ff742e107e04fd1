package vedette.core.raid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.LatLon;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.PlaceAhead;
import vedette.model.SensorFinding;

/// The watch over what listening nodes hear.
///
/// It holds tools only; all that is known stands in the state. The engine calls [#step] for every event, before
/// core.assess's step.
public final class RaidWatch {
    /// Work is spread over so many ticks: ten seconds of them.
    private static final int SLOTS = 100;

    /// Nodes beyond these are not used; a national acoustic network has about 10,000.
    private static final int MOST_NODES = 16_384;

    /// Places beyond these are not looked at.
    private static final int MOST_PLACES = 4_096;

    private final ModeWork work = new ModeWork();
    private @Nullable Net net;
    private List<Configuration.Listener> nodes = List.of();
    private Optional<LatLon> origin = Optional.empty();
    private @Nullable Ahead ahead;
    private List<Place> places = List.of();

    /// A watch.
    public RaidWatch() {}

    /// Takes one event.
    ///
    /// It reads `Configured` (listeners, feeds, places), `Observed` with a presence or a node's status, and `Tick`.
    ///
    /// @param state what [RaidState#empty] or the step before gave
    /// @param event the event
    public RaidStep step(RaidState state, Event event) {
        return switch (event) {
            case Event.Configured(var stamp, var configuration) ->
                new RaidStep(configured(state, configuration, stamp.arrivedAt()), List.of());
            case Event.Observed(var stamp, Measurement.Presence heard) -> heard(state, stamp, heard);
            case Event.Observed(var stamp, Measurement.StatusReport report) -> beaten(state, stamp, report);
            case Event.Tick(var stamp) -> ticked(state, stamp);
            case Event.Observed _, Event.Ordered _, Event.Received _, Event.Delivered _ ->
                new RaidStep(state, List.of());
        };
    }

    /// What was found about nodes: those that lie or are deaf.
    public static List<SensorFinding> findings(RaidState state, Moment now) {
        List<SensorFinding> found = new ArrayList<>();
        double nowS = now.secondsSince(state.epoch());
        state.ears().forEach((node, ear) -> {
            if (ear.isLying(nowS) || ear.isDeaf()) {
                found.add(new SensorFinding(
                        state.nodes().get((int) node).sensor(), false, words(ear, ear.isLying(nowS)), 0));
            }
        });
        return found;
    }

    private static String words(Ear ear, boolean lies) {
        return lies
                ? "it heard " + Math.round(ear.blame()) + " times what no other node heard, far more than false alarms"
                : "it heard what flew by " + Math.round(ear.heard()) + " times and should have " + Math.round(ear.due())
                        + " times";
    }

    private RaidState configured(RaidState s, Configuration configuration, Moment at) {
        return switch (configuration) {
            case Configuration.Listeners(var given) -> listening(s, given, at);
            case Configuration.Feeds(var feeds) -> expecting(s, feeds, at);
            case Configuration.Places(var given) -> reaching(s, given);
            case Configuration.Zones _,
                    Configuration.Sensors _,
                    Configuration.Pressure _,
                    Configuration.Leaps _,
                    Configuration.WatchSensors _,
                    Configuration.Notices _,
                    Configuration.Catalogue _,
                    Configuration.Foreign _,
                    Configuration.Releasing _,
                    Configuration.Flights _,
                    Configuration.Sharing _ -> s;
        };
    }

    // Another net is another watch: what the old one heard is not kept.
    private static RaidState listening(RaidState s, List<Configuration.Listener> given, Moment at) {
        List<Configuration.Listener> kept = given.size() > MOST_NODES ? given.subList(0, MOST_NODES) : given;
        return new RaidState(
                at,
                kept.isEmpty() ? Optional.empty() : Optional.of(Net.middle(kept)),
                kept,
                s.places(),
                LongMap.empty(),
                Silent.none(kept.size()),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                s.made(),
                s.raidsMade(),
                0,
                List.of(),
                List.of());
    }

    private RaidState expecting(RaidState s, List<Configuration.Expectation> feeds, Moment at) {
        if (s.origin().isEmpty()) {
            return s;
        }
        LongMap<Ear> ears = s.ears();
        double nowS = at.secondsSince(s.epoch());
        Net known = net(s.nodes(), s.origin().get());
        for (Configuration.Expectation each : feeds) {
            int node = known.number(each.sensor().name());
            if (node >= 0) {
                @Nullable Ear ear = ears.get(node);
                ears = ears.with(
                        node, ear == null ? Ear.expected(each.periodS(), nowS) : ear.period(each.periodS(), nowS));
            }
        }
        return with(s, ears, s.places(), s.fliers(), s.ahead());
    }

    // What fliers may reach is found anew with the next look at each.
    private static RaidState reaching(RaidState s, List<Place> given) {
        List<Place> kept = given.size() > MOST_PLACES ? given.subList(0, MOST_PLACES) : given;
        LongMap<Flier> fliers = s.fliers();
        for (Flier flier : fliers.values()) {
            fliers = fliers.with(flier.number(), flier.looking(List.of()));
        }
        return with(s, s.ears(), kept, fliers, LongMap.empty());
    }

    private static RaidState with(
            RaidState s, LongMap<Ear> ears, List<Place> places, LongMap<Flier> fliers, LongMap<PlaceAhead> ahead) {
        return new RaidState(
                s.epoch(),
                s.origin(),
                s.nodes(),
                places,
                ears,
                s.silent(),
                fliers,
                s.raids(),
                ahead,
                s.made(),
                s.raidsMade(),
                s.ticks(),
                s.salvo(),
                s.tallies());
    }

    private Net net(List<Configuration.Listener> told, LatLon middle) {
        if (net == null || !nodes.equals(told) || !origin.equals(Optional.of(middle))) {
            nodes = told;
            origin = Optional.of(middle);
            net = new Net(middle, told);
            ahead = null;
        }
        return net;
    }

    @SuppressWarnings("ReferenceEquality") // another list is looked at anew; the same one is not compared
    private Ahead ahead(List<Place> told, Net known) {
        if (ahead == null || places != told) {
            places = told;
            ahead = new Ahead(told, known);
        }
        return ahead;
    }

    private Round round(RaidState state, Event.Stamp stamp, LatLon middle) {
        Net known = net(state.nodes(), middle);
        return new Round(state, stamp, known, ahead(state.places(), known), work);
    }

    private RaidStep heard(RaidState state, Event.Stamp stamp, Measurement.Presence heard) {
        RaidState known = state.origin().isPresent() ? state : beginning(state, stamp, heard);
        Round round = round(known, stamp, known.origin().orElse(heard.place()));
        new Hearing(round).take(heard);
        return round.done();
    }

    private static RaidState beginning(RaidState s, Event.Stamp stamp, Measurement.Presence heard) {
        return new RaidState(
                stamp.arrivedAt(),
                Optional.of(heard.place()),
                s.nodes(),
                s.places(),
                s.ears(),
                s.silent(),
                s.fliers(),
                s.raids(),
                s.ahead(),
                s.made(),
                s.raidsMade(),
                0,
                s.salvo(),
                s.tallies());
    }

    private RaidStep beaten(RaidState state, Event.Stamp stamp, Measurement.StatusReport report) {
        int node = state.nodes().isEmpty()
                ? -1
                : net(state.nodes(), state.origin().orElseThrow())
                        .number(report.about().name());
        if (node < 0) {
            return new RaidStep(state, List.of());
        }
        Round round = round(state, stamp, state.origin().orElseThrow());
        boolean fails = report.condition() == Measurement.Condition.FAILED;
        Ear ear = round.ear(node);
        round.keep(node, fails ? ear : ear.beating(round.nowS));
        return round.done();
    }

    private RaidStep ticked(RaidState state, Event.Stamp stamp) {
        if (state.origin().isEmpty()) {
            return new RaidStep(state, List.of());
        }
        Round round = round(state, stamp, state.origin().get());
        int slot = (int) (round.ticks++ % SLOTS);
        listenedTo(round, slot);
        Upkeep upkeep = new Upkeep(round);
        for (long number : round.fliers.keys()) {
            @Nullable Flier flier = number % SLOTS == slot ? round.fliers.get(number) : null;
            if (flier != null) {
                upkeep.look(flier);
            }
        }
        if (slot == SLOTS / 2 && !(round.fliers.isEmpty() && round.raids.isEmpty() && round.salvo.isEmpty())) {
            new Streams(round).gather();
            round.salvo = new Salvo(round.salvo, round.nowS).with(round.fliers).seen();
        }
        if (!round.fliers.isEmpty() || !round.ahead.isEmpty() || !round.salvo.isEmpty()) {
            judged(round, slot);
        }
        return round.done();
    }

    // Which nodes of this slot listen.
    private static void listenedTo(Round round, int slot) {
        for (int node = slot; node < round.before.nodes().size(); node += SLOTS) {
            @Nullable Ear ear = round.ears.get(node);
            boolean silent = ear != null && (ear.isSilent(round.nowS) || ear.isLying(round.nowS) || ear.isDeaf());
            if (silent != round.silent.is(node)) {
                round.silent = round.silent.with(node, silent);
            }
        }
    }

    private static void judged(Round round, int slot) {
        List<PlaceAhead> said = new ArrayList<>();
        Judging judging = new Judging(round);
        for (int place = slot; place < round.before.places().size(); place += SLOTS) {
            @Nullable PlaceAhead ahead = judging.of(place);
            if (ahead != null) {
                said.add(ahead);
                round.ahead = ahead.soonestS() == Double.POSITIVE_INFINITY && ahead.probability() == 0
                        ? round.ahead.without(place)
                        : round.ahead.with(place, ahead);
            }
        }
        if (!said.isEmpty()) {
            round.outputs.add(new Output.Assessed(round.stamp.arrivedAt(), new Assessment.Approaches(said)));
        }
    }
}
