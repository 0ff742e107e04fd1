package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Assessment;
import vedette.model.Assessment.Limit;
import vedette.model.AuthorisedFlight;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Identity;
import vedette.model.Moment;
import vedette.model.Operator;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Tally;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Zone;

/// Objects against the flights that are authorised, within one step.
///
/// Who is where and when its flight may be alarms no zone. The name alone is a claim: when two objects bear it,
/// neither is believed.
final class Permits {
    /// Flights beyond these are refused, and bearers and volumes of one flight.
    static final int MOST_FLIGHTS = 5_000;

    /// Of them so many by orders.
    static final int MOST_ORDERED = 1_000;

    private static final int MOST_PARTS = 50;

    /// Share of the futures that must be inside a volume now; and to stay so.
    private static final double INSIDE = 0.5;
    private static final double STILL_INSIDE = 0.2;

    private final Event.Stamp stamp;
    private final List<Output> outputs;
    private PermitState state;

    Permits(PermitState state, Event.Stamp stamp, List<Output> outputs) {
        this.state = state;
        this.stamp = stamp;
        this.outputs = outputs;
    }

    PermitState state() {
        return state;
    }

    void configure(Configuration configuration) {
        if (configuration instanceof Configuration.Flights(List<AuthorisedFlight> given)) {
            rebuild(state.telling(given, state.ordered()));
        }
    }

    /// An order about flights; others pass by.
    void order(Event.Ordered event) {
        switch (event.order()) {
            case Order.Authorise order -> authorise(order, event.operator());
            case Order.EndFlight order -> end(order, event.operator());
            case Order.SetIdentity _, Order.Note _, Order.Inhibit _, Order.Acknowledge _, Order.JudgeShared _ -> {}
            case Order.Approve _, Order.Withdraw _, Order.TakeBack _, Order.TryChannels _ -> {}
        }
    }

    private void authorise(Order.Authorise order, Operator operator) {
        List<AuthorisedFlight> kept = without(order.flight().name());
        if (kept.size() >= MOST_ORDERED) {
            refuse("flight " + order.flight().name() + " is beyond the " + MOST_ORDERED + " that orders may authorise");
            return;
        }
        kept.add(order.flight());
        rebuild(state.telling(state.listed(), kept));
        outputs.add(new Output.OrderTaken(order, operator, stamp.arrivedAt()));
    }

    private void end(Order.EndFlight order, Operator operator) {
        List<AuthorisedFlight> kept = without(order.name());
        if (kept.size() == state.ordered().size()) {
            refuse("flight " + order.name() + " was not authorised by an order");
            return;
        }
        rebuild(state.telling(state.listed(), kept));
        outputs.add(new Output.OrderTaken(order, operator, stamp.arrivedAt()));
    }

    private List<AuthorisedFlight> without(String name) {
        List<AuthorisedFlight> kept = new ArrayList<>(state.ordered());
        kept.removeIf(each -> each.name().equals(name));
        return kept;
    }

    private void refuse(String why) {
        state = state.with(state.near(), state.refused().passed(stamp.seq(), stamp.arrivedAt(), why, outputs));
    }

    // Flights that orders authorised go before those of the list with their names.
    private static List<AuthorisedFlight> all(PermitState told) {
        List<AuthorisedFlight> all = new ArrayList<>(told.listed());
        all.removeIf(
                each -> told.ordered().stream().anyMatch(other -> other.name().equals(each.name())));
        all.addAll(told.ordered());
        return all;
    }

    private void rebuild(PermitState told) {
        List<PermitState.Told> flights = new ArrayList<>();
        LongMap<PermitState.Bearer> bearers = LongMap.empty();
        Tally refused = told.refused();
        for (AuthorisedFlight flight : all(told)) {
            boolean fits = flights.size() < MOST_FLIGHTS
                    && flight.bearers().size() + flight.operators().size() <= MOST_PARTS
                    && flight.volumes().size() <= MOST_PARTS;
            if (!fits) {
                refused = refused.passed(
                        stamp.seq(), stamp.arrivedAt(), "flight " + flight.name() + " is beyond the limits", outputs);
                continue;
            }
            for (String word : words(flight)) {
                bearers = bearers.with(TextKey.of(word), new PermitState.Bearer(word, flights.size()));
            }
            flights.add(new PermitState.Told(
                    flight,
                    flight.volumes().stream()
                            .map(volume -> ZoneShape.of(volume, stamp.arrivedAt()))
                            .toList()));
        }
        PermitState before = state;
        state = new PermitState(
                flights,
                bearers,
                LongMap.empty(),
                LongMap.empty(),
                before.near(),
                refused,
                told.listed(),
                told.ordered());
        before.permits().forEachValue(permit -> taken(permit, before));
    }

    // Who bears a flight that is as it was goes on bearing it. Whoever was told to breach one that is no more breaches
    // nothing.
    private void taken(Permit permit, PermitState before) {
        AuthorisedFlight bore = before.flights().get(permit.flight()).flight();
        for (int flight = 0; flight < state.flights().size(); flight++) {
            if (state.flights().get(flight).flight().equals(bore)) {
                PermitState.@Nullable Holders holders = before.holders().get(permit.flight());
                hold(flight, holders == null ? List.of() : holders.tracks());
                keep(permit.of(flight));
                return;
            }
        }
        if (permit.said() != Limit.NONE) {
            say(new Assessment.Breach(
                    permit.track(), "", Limit.NONE, "The authorised flights have changed; it is judged anew"));
        }
    }

    private static List<String> words(AuthorisedFlight flight) {
        List<String> words = new ArrayList<>();
        flight.bearers().forEach(each -> words.addAll(words(each)));
        flight.operators().forEach(each -> words.add(OPERATOR + each));
        return words;
    }

    private static final String OPERATOR = "operator ";

    private static List<String> words(Identity identity) {
        List<String> words = new ArrayList<>();
        identity.serial().ifPresent(serial -> words.add("serial " + serial));
        identity.address().ifPresent(address -> words.add("address " + address));
        identity.callsign().ifPresent(callsign -> words.add("callsign " + callsign));
        return words;
    }

    void tick(Proximities proximities, long ticks) {
        state = proximities.tick(state, ticks);
    }

    void ended(TrackId track) {
        @Nullable Permit permit = state.permits().get(track.number());
        if (permit != null) {
            leave(permit);
        }
    }

    /// Whether an object is where and when its authorised flight may be.
    ///
    /// @param operator whose it is, as it tells
    /// @param sinceS time from its kinematics to now, seconds
    boolean keeps(Track track, Optional<String> operator, double sinceS, OptionalDouble qnhHpa) {
        if (state.flights().isEmpty()) {
            return false;
        }
        int own = flight(words(track.identity()));
        int flight = own >= 0
                ? own
                : flight(operator.map(each -> OPERATOR + each).stream().toList());
        @Nullable Permit known = state.permits().get(track.id().number());
        if (known != null && known.flight() != flight) {
            leave(known);
            known = null;
        }
        if (flight < 0) {
            return false;
        }
        Moment at = stamp.arrivedAt();
        Permit permit =
                known != null ? known : own >= 0 ? joined(track.id(), flight) : Permit.of(track.id(), flight, at);
        Limit limit = limit(track, flight, new Looking(sinceS, qnhHpa, permit.said() == Limit.NONE && known != null));
        permit = permit.seeing(limit, at);
        if (permit.isNews(at)) {
            permit = permit.saying();
            say(new Assessment.Breach(track.id(), name(flight), limit, why(track, flight, limit)));
        }
        keep(permit);
        return permit.keeps() || (permit.said() == Limit.NONE && known != null && limit != Limit.NAME);
    }

    /// How one looks at an object.
    private record Looking(double sinceS, OptionalDouble qnhHpa, boolean kept) {}

    private int flight(List<String> words) {
        for (String word : words) {
            PermitState.@Nullable Bearer bearer = state.bearers().get(TextKey.of(word));
            if (bearer != null && bearer.word().equals(word)) {
                return bearer.flight();
            }
        }
        return -1;
    }

    private Permit joined(TrackId track, int flight) {
        PermitState.@Nullable Holders holders = state.holders().get(flight);
        List<TrackId> tracks = new ArrayList<>(holders == null ? List.of() : holders.tracks());
        tracks.add(track);
        hold(flight, tracks);
        return Permit.of(track, flight, stamp.arrivedAt());
    }

    private void leave(Permit permit) {
        PermitState.@Nullable Holders holders = state.holders().get(permit.flight());
        if (holders != null) {
            hold(
                    permit.flight(),
                    holders.tracks().stream()
                            .filter(each -> !each.equals(permit.track()))
                            .toList());
        }
        state = state.with(state.permits().without(permit.track().number()), state.holders());
    }

    private void hold(int flight, List<TrackId> tracks) {
        LongMap<PermitState.Holders> holders = tracks.isEmpty()
                ? state.holders().without(flight)
                : state.holders().with(flight, new PermitState.Holders(tracks));
        state = state.with(state.permits(), holders);
    }

    private void keep(Permit permit) {
        state = state.with(state.permits().with(permit.track().number(), permit), state.holders());
    }

    private Limit limit(Track track, int flight, Looking looking) {
        PermitState.@Nullable Holders holders = state.holders().get(flight);
        if (holders != null && holders.tracks().size() > 1) {
            return Limit.NAME;
        }
        Limit best = Limit.AREA;
        for (ZoneShape volume : state.flights().get(flight).volumes()) {
            Limit each = against(track, volume, looking);
            if (each == Limit.NONE) {
                return Limit.NONE;
            }
            // A breach of height or time says more than that it is also beside its other volumes.
            best = best == Limit.AREA ? each : best;
        }
        return best;
    }

    private Limit against(Track track, ZoneShape volume, Looking looking) {
        double least = looking.kept ? STILL_INSIDE : INSIDE;
        Zone zone = volume.zone();
        Outline outline = Outline.of(
                zone.area(), Plane.around(track.kinematics().position().latLon()));
        Heights heights = Heights.of(track, zone, looking.qnhHpa);
        Heights any = new Heights(0, 0, 0, 0, Flight.Limits.NONE, true);
        if (inside(track, volume, outline, any, looking) < least) {
            return Limit.AREA;
        }
        if (inside(track, volume, outline, heights, looking) < least) {
            return Limit.HEIGHT;
        }
        return zone.activeAt(stamp.arrivedAt()) ? Limit.NONE : Limit.TIME;
    }

    private static double inside(Track track, ZoneShape volume, Outline outline, Heights heights, Looking looking) {
        return Forecast.of(
                        outline, volume.sides(), new Forecast.Question(track.kinematics(), heights, looking.sinceS, 0))
                .insideNow();
    }

    private String name(int flight) {
        return state.flights().get(flight).flight().name();
    }

    private String why(Track track, int flight, Limit limit) {
        String subject = "Track " + track.id() + ", which calls itself authorised flight " + name(flight) + ", ";
        return subject
                + switch (limit) {
                    case NONE -> "is where and when it may be";
                    case AREA -> "is beside the volumes it is authorised for";
                    case HEIGHT -> "is above or below the volumes it is authorised for";
                    case TIME -> "is where it is authorised to be at another time";
                    case NAME -> "is not the only object of that name: at most one of them is it";
                };
    }

    private void say(Assessment assessment) {
        outputs.add(new Output.Assessed(stamp.arrivedAt(), assessment));
    }
}
