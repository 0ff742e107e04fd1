package vedette.core.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vedette.math.LongMap;
import vedette.model.Assessment;
import vedette.model.Assessment.Intrusion;
import vedette.model.Assessment.Relation;
import vedette.model.Configuration;
import vedette.model.Event;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Tally;
import vedette.model.Track;
import vedette.model.TrackId;
import vedette.model.Zone;

/// Objects against zones, within one step: it collects the new state, which the step takes at its end.
final class Intrusions {
    /// Zones beyond these are refused: each costs every track a distance.
    static final int MOST_ZONES = 10_000;

    /// Tracks that may wait for their turn; more than the picture holds never wait.
    static final int MOST_PENDING = 100_000;

    /// Sides flown against, and zones found to be far, in one step: about 2 ms at 5 ns each.
    private static final long LOOKS_PER_STEP = 400_000;

    /// What a track costs before any zone, in looks: its place in Earth-centred coordinates.
    private static final int LOOKS_A_TRACK = 100;

    /// What a ball or a zone costs that is only looked at, in looks.
    private static final int LOOKS_A_BALL = 2;

    /// An object near a zone without news is looked at again after this, seconds.
    private static final double AGAIN_S = 1;

    /// Beyond this time without news a track's flight is a guess, and nothing more is said, seconds.
    private static final double LONGEST_COAST_S = 60;

    private final Event.Stamp stamp;
    private final LongMap<Track> tracks;
    private final List<Output> outputs;
    private List<ZoneShape> zones;
    private Optional<ZoneTree> tree;
    private OptionalDouble qnhHpa;
    private LongMap<Subject> subjects;
    private final List<TrackId> pending;
    private final Permits permits;
    private Tally zonesRefused;
    private Tally pendingRefused;
    private final ClaimState claims;
    private long looks;

    Intrusions(AssessState state, Event.Stamp stamp, LongMap<Track> tracks, List<Output> outputs) {
        this.stamp = stamp;
        this.tracks = tracks;
        this.outputs = outputs;
        zones = state.zones();
        tree = state.tree();
        qnhHpa = state.qnhHpa();
        subjects = state.subjects();
        pending = new ArrayList<>(state.pending());
        zonesRefused = state.zonesRefused();
        pendingRefused = state.pendingRefused();
        permits = new Permits(state.permits(), stamp, outputs);
        claims = state.claims();
    }

    AssessState into(AssessState state) {
        return new AssessState(
                zones,
                tree,
                qnhHpa,
                subjects,
                pending,
                state.sensors(),
                state.ticks(),
                zonesRefused,
                state.sensorsRefused(),
                pendingRefused,
                state.falls(),
                permits.state(),
                state.claims());
    }

    void order(Event.Ordered ordered) {
        permits.order(ordered);
    }

    void configure(Configuration configuration) {
        permits.configure(configuration);
        switch (configuration) {
            case Configuration.Zones(List<Zone> given) -> {
                zones = shapes(given);
                tree = Optional.empty();
                reassessAll();
            }
            case Configuration.Pressure(double hPa) -> {
                qnhHpa = OptionalDouble.of(hPa);
                reassessAll();
            }
            case Configuration.Flights _ -> reassessAll();
            case Configuration.Sensors _,
                    Configuration.Feeds _,
                    Configuration.Leaps _,
                    Configuration.WatchSensors _,
                    Configuration.Notices _,
                    Configuration.Catalogue _,
                    Configuration.Foreign _,
                    Configuration.Sharing _,
                    Configuration.Releasing _,
                    Configuration.Places _,
                    Configuration.Listeners _ -> {}
        }
    }

    private List<ZoneShape> shapes(List<Zone> given) {
        List<ZoneShape> shapes = new ArrayList<>();
        for (Zone zone : given) {
            if (shapes.size() < MOST_ZONES) {
                shapes.add(ZoneShape.of(zone, stamp.arrivedAt()));
            } else {
                zonesRefused = zonesRefused.passed(
                        stamp.seq(),
                        stamp.arrivedAt(),
                        "zone " + zone.id() + " is beyond the " + MOST_ZONES + " that are watched",
                        outputs);
            }
        }
        return shapes;
    }

    /// Zones whose schedule begins or ends, objects near a zone of which nothing came lately, flights that come near
    /// others.
    ///
    /// @param ticks how many there were before
    void tick(long ticks) {
        permits.tick(new Proximities(tracks, stamp, outputs), ticks);
        Moment at = stamp.arrivedAt();
        turnSchedules(at);
        subjects.forEachValue(subject -> {
            if (at.secondsSince(subject.assessedAt()) >= AGAIN_S
                    && !subject.standings().isEmpty()) {
                await(subject.track());
            }
        });
    }

    // Whom a zone's beginning or end concerns is looked at again. Ten thousand zones may each have a sunset of
    // their own: looking at all objects every time would be most of the work of an evening.
    private void turnSchedules(Moment at) {
        List<ZoneShape> turned = new ArrayList<>();
        for (ZoneShape shape : zones) {
            if (!at.isBefore(shape.changesAt())) {
                turned.add(shape.at(at));
            }
        }
        if (turned.isEmpty()) {
            return;
        }
        zones = zones.stream()
                .map(shape -> at.isBefore(shape.changesAt()) ? shape : shape.at(at))
                .toList();
        ZoneTree near = ZoneTree.of(turned);
        tracks.forEachValue(track -> {
            if (concerned(track, turned, near)) {
                await(track.id());
            }
        });
    }

    private boolean concerned(Track track, List<ZoneShape> turned, ZoneTree near) {
        @Nullable Subject subject = subjects.get(track.id().number());
        if (subject != null
                && subject.standings().stream()
                        .anyMatch(s -> near.named(s.zone()).stream()
                                .anyMatch(i -> turned.get(i).zone().id().equals(s.zone())))) {
            return true;
        }
        List<Integer> found = new ArrayList<>();
        double sinceS =
                Math.max(0, stamp.arrivedAt().secondsSince(track.kinematics().at()));
        near.search(new Encounter(track, stamp.arrivedAt(), Math.min(sinceS, LONGEST_COAST_S), qnhHpa)::reaches, found);
        return !found.isEmpty();
    }

    private void reassessAll() {
        tracks.forEachValue(track -> await(track.id()));
    }

    /// The changes of tracks; those that ended are forgotten.
    void take(List<Output> changes) {
        for (Output change : changes) {
            if (change instanceof Output.TrackChanged(Track track) && track.shown()) {
                declare(track);
                await(track.id());
            }
            if (change instanceof Output.TrackEnded(Track track, String _)) {
                subjects = subjects.without(track.id().number());
                permits.ended(track.id());
            }
        }
    }

    private void await(TrackId track) {
        if (pending.size() < MOST_PENDING) {
            pending.add(track);
        } else {
            pendingRefused = pendingRefused.passed(
                    stamp.seq(),
                    stamp.arrivedAt(),
                    "more than " + MOST_PENDING + " tracks wait to be held against the zones",
                    outputs);
        }
    }

    private void declare(Track track) {
        Subject subject = subject(track.id());
        Subject.Distress distress = subject.distress().heard(track.identity().emergency());
        if (distress.believed() != subject.distress().believed()) {
            say(new Assessment.Distress(track.id(), distress.believed(), track.sources()));
        }
        keep(subject.with(distress));
    }

    private Subject subject(TrackId track) {
        @Nullable Subject known = subjects.get(track.number());
        return known == null ? Subject.unknown(track, stamp.arrivedAt()) : known;
    }

    private void keep(Subject subject) {
        long number = subject.track().number();
        subjects = subject.isIdle() ? subjects.without(number) : subjects.with(number, subject);
    }

    private void say(Assessment assessment) {
        outputs.add(new Output.Assessed(stamp.arrivedAt(), assessment));
    }

    /// Holds waiting tracks against the zones, as many as one step may.
    void workOff() {
        int done = 0;
        while (done < pending.size() && looks < LOOKS_PER_STEP) {
            @Nullable Track track = tracks.get(pending.get(done).number());
            if (track != null && track.shown()) {
                assess(track);
            }
            done++;
        }
        pending.subList(0, done).clear();
    }

    private void assess(Track track) {
        Moment at = stamp.arrivedAt();
        Subject subject = subject(track.id());
        double sinceS = Math.max(0, at.secondsSince(track.kinematics().at()));
        if (sinceS > LONGEST_COAST_S && track.stage() == Track.Stage.COASTING) {
            keep(subject.with(subject.standings(), at));
            return;
        }
        looks += LOOKS_A_TRACK;
        if (permits.keeps(track, claims.operator(track.identity()), Math.min(sinceS, LONGEST_COAST_S), qnhHpa)) {
            looks += NormalPoints.COUNT;
            quieten(subject);
            return;
        }
        Encounter encounter = new Encounter(track, at, Math.min(sinceS, LONGEST_COAST_S), qnhHpa);
        List<Standing> standings = new ArrayList<>();
        for (Near near : near(encounter, subject)) {
            boolean known = near.before.isPresent();
            if (known || (near.shape.active() && encounter.isNear(near.shape))) {
                encounter(encounter, near.shape, near.before).ifPresent(standings::add);
            }
        }
        removed(subject);
        if (!standings.isEmpty() || !subject.standings().isEmpty()) {
            keep(subject.with(standings, at));
        }
    }

    private record Near(ZoneShape shape, Optional<Standing> before) {}

    /// The zones that an object may be near, or was: in the order in which they were given.
    private List<Near> near(Encounter encounter, Subject subject) {
        if (zones.isEmpty()) {
            return List.of();
        }
        List<Integer> found = new ArrayList<>();
        looks += (long) LOOKS_A_BALL * tree().search(encounter::reaches, found);
        looks += (long) LOOKS_A_BALL * found.size();
        TreeMap<Integer, Standing> before = new TreeMap<>();
        for (Standing standing : subject.standings()) {
            for (int place : tree().named(standing.zone())) {
                if (zones.get(place).zone().id().equals(standing.zone())) {
                    before.putIfAbsent(place, standing);
                    found.add(place);
                }
            }
        }
        found.sort(Comparator.naturalOrder());
        List<Near> near = new ArrayList<>();
        int last = -1;
        for (int place : found) {
            if (place != last) {
                near.add(new Near(zones.get(place), Optional.ofNullable(before.get(place))));
            }
            last = place;
        }
        return near;
    }

    private ZoneTree tree() {
        ZoneTree grown = tree.orElseGet(() -> ZoneTree.of(zones));
        tree = Optional.of(grown);
        return grown;
    }

    // An authorised flight where and when it may be alarms no zone.
    private void quieten(Subject subject) {
        for (Standing standing : subject.standings()) {
            if (standing.said().relation() != Relation.CLEAR) {
                say(Encounter.over(standing.said(), "It is an authorised flight, where and when it may be"));
            }
        }
        keep(subject.with(List.of(), stamp.arrivedAt()));
    }

    /// Zones that are no more: the object is clear of them.
    private void removed(Subject subject) {
        for (Standing standing : subject.standings()) {
            boolean there = !zones.isEmpty()
                    && tree().named(standing.zone()).stream()
                            .anyMatch(place -> zones.get(place).zone().id().equals(standing.zone()));
            if (!there && standing.said().relation() != Relation.CLEAR) {
                say(Encounter.over(standing.said(), "The zone is no longer protected"));
            }
        }
    }

    private Optional<Standing> encounter(Encounter encounter, ZoneShape shape, Optional<Standing> before) {
        looks += (long) NormalPoints.COUNT * (shape.sides() + 1);
        Encounter.Met met = encounter.with(shape, before);
        Intrusion now = met.unsaid();
        Moment at = stamp.arrivedAt();
        if (before.isEmpty()) {
            if (now.relation() == Relation.CLEAR) {
                return Optional.empty();
            }
            Intrusion said = met.said();
            say(said);
            return Optional.of(new Standing(shape.zone().id(), said, at, at));
        }
        Standing standing = before.get();
        if (standing.isOver(now, at)) {
            return Optional.empty();
        }
        boolean same = now.relation() == standing.said().relation();
        Moment since = same ? standing.relationSince() : at;
        if (standing.isNews(now, at)) {
            Intrusion said = met.said();
            say(said);
            return Optional.of(new Standing(shape.zone().id(), said, at, since));
        }
        return Optional.of(new Standing(shape.zone().id(), standing.said(), standing.saidAt(), since));
    }
}
