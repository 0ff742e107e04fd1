package vedette.core.assess;

import java.util.ArrayList;
import java.util.List;
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
        if (!(configuration instanceof Configuration.Flights(List<AuthorisedFlight> given))) {
            return;
        }
        List<PermitState.Told> flights = new ArrayList<>();
        LongMap<PermitState.Bearer> bearers = LongMap.empty();
        Tally refused = state.refused();
        for (AuthorisedFlight flight : given) {
            boolean fits = flights.size() < MOST_FLIGHTS
                    && flight.bearers().size() <= MOST_PARTS
                    && flight.volumes().size() <= MOST_PARTS;
            if (!fits) {
                refused = refused.passed(
                        stamp.seq(), stamp.arrivedAt(), "flight " + flight.name() + " is beyond the limits", outputs);
                continue;
            }
            for (String word : flight.bearers().stream()
                    .flatMap(each -> words(each).stream())
                    .toList()) {
                bearers = bearers.with(TextKey.of(word), new PermitState.Bearer(word, flights.size()));
            }
            flights.add(new PermitState.Told(
                    flight,
                    flight.volumes().stream()
                            .map(volume -> ZoneShape.of(volume, stamp.arrivedAt()))
                            .toList()));
        }
        List<Permit> before = state.permits().values();
        state = new PermitState(flights, bearers, LongMap.empty(), LongMap.empty(), state.near(), refused);
        before.forEach(this::released);
    }

    // Whoever was told to breach a flight that is no more breaches nothing.
    private void released(Permit permit) {
        if (permit.said() != Limit.NONE) {
            say(new Assessment.Breach(
                    permit.track(), "", Limit.NONE, "The authorised flights have changed; it is judged anew"));
        }
    }

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
    /// @param sinceS time from its kinematics to now, seconds
    boolean keeps(Track track, double sinceS, OptionalDouble qnhHpa) {
        if (state.flights().isEmpty()) {
            return false;
        }
        int flight = flight(track.identity());
        @Nullable Permit known = state.permits().get(track.id().number());
        if (known != null && known.flight() != flight) {
            leave(known);
            known = null;
        }
        if (flight < 0) {
            return false;
        }
        Moment at = stamp.arrivedAt();
        Permit permit = known == null ? joined(track.id(), flight) : known;
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

    private int flight(Identity identity) {
        for (String word : words(identity)) {
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
        state = new PermitState(
                state.flights(),
                state.bearers(),
                state.permits().without(permit.track().number()),
                state.holders(),
                state.near(),
                state.refused());
    }

    private void hold(int flight, List<TrackId> tracks) {
        LongMap<PermitState.Holders> holders = tracks.isEmpty()
                ? state.holders().without(flight)
                : state.holders().with(flight, new PermitState.Holders(tracks));
        state = new PermitState(
                state.flights(), state.bearers(), state.permits(), holders, state.near(), state.refused());
    }

    private void keep(Permit permit) {
        state = new PermitState(
                state.flights(),
                state.bearers(),
                state.permits().with(permit.track().number(), permit),
                state.holders(),
                state.near(),
                state.refused());
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
