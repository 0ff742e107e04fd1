package vedette.core.missile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vedette.core.engine.Engine;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Assessment;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Health;
import vedette.model.Impact;
import vedette.model.KnownObject;
import vedette.model.LatLon;
import vedette.model.LaunchNotice;
import vedette.model.Measurement;
import vedette.model.Missile;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.Place;
import vedette.simulate.launches.LaunchWorld;
import vedette.simulate.launches.Looks;

/// The whole chain in a test: a world's looks into an engine, and what it said of them.
final class Chain {
    static final Moment START = new Moment(946_684_800_000_000_000L);
    private static final double AFTER_S = 120;
    private static final double LONGEST_AFTER_S = 3600;

    private final Engine engine = Engine.starting(Domain.TEST);
    private final List<Told> told = new ArrayList<>();
    private final List<Output> others = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private double tickS = 1;
    private long seq;

    private Chain() {}

    /// A revision and when it was told.
    record Told(Moment at, Missile missile) {
        double timeS() {
            return at.secondsSince(START);
        }
    }

    /// A look and when it arrives.
    record Arrival(Moment at, Measurement look) {}

    static Chain watching(LaunchWorld world) {
        return watching(world, Looks.of(world, START));
    }

    static Chain watching(LaunchWorld world, List<Measurement> looks) {
        return arriving(world, arrivals(looks));
    }

    private static List<Arrival> arrivals(List<Measurement> looks) {
        return looks.stream()
                .map(look -> new Arrival(look.provenance().observedAt(), look))
                .toList();
    }

    private static List<Arrival> sorted(List<Arrival> arrivals) {
        return arrivals.stream().sorted(Comparator.comparing(Arrival::at)).toList();
    }

    /// The same, with people to warn.
    static Chain protecting(LaunchWorld world, List<Place> places) {
        Chain chain = new Chain();
        // Many places are gone through in slices, one a tick: ten a second as in life.
        chain.tickS = 0.1;
        chain.take(new Event.Configured(chain.stamp(START), new Configuration.Places(places)));
        chain.run(
                world,
                Looks.of(world, START).stream()
                        .map(look -> new Arrival(look.provenance().observedAt(), look))
                        .toList());
        return chain;
    }

    /// With a catalogue.
    static Chain knowing(LaunchWorld world, List<KnownObject> objects) {
        return knowing(world, new Configuration.Catalogue(objects, List.of()));
    }

    /// With a catalogue of states and element sets.
    static Chain knowing(LaunchWorld world, Configuration.Catalogue catalogue) {
        Chain chain = new Chain();
        chain.take(new Event.Configured(chain.stamp(START), catalogue));
        chain.run(world, arrivals(Looks.of(world, START)));
        return chain;
    }

    /// With notices of our own instead of the world's.
    static Chain noticing(LaunchWorld world, List<Measurement> looks, List<LaunchNotice> notices) {
        Chain chain = new Chain();
        chain.run(world, notices, sorted(arrivals(looks)));
        return chain;
    }

    static Chain arriving(LaunchWorld world, List<Arrival> arrivals) {
        Chain chain = new Chain();
        chain.run(world, sorted(arrivals));
        return chain;
    }

    private void run(LaunchWorld world, List<Arrival> arrivals) {
        run(world, world.notices(START), arrivals);
    }

    private void run(LaunchWorld world, List<LaunchNotice> notices, List<Arrival> arrivals) {
        take(new Event.Configured(stamp(START), world.told()));
        take(new Event.Configured(stamp(START), new Configuration.Notices(notices)));
        Moment tick = START.plusS(tickS);
        for (Arrival each : arrivals) {
            tick = ticked(tick, each.at());
            take(new Event.Observed(stamp(each.at()), each.look()));
        }
        Moment last = arrivals.isEmpty() ? START : arrivals.getLast().at();
        while (tick.secondsSince(last) < LONGEST_AFTER_S && !tick.isAfter(end(last))) {
            tick = ticked(tick, tick);
        }
    }

    private Moment ticked(Moment from, Moment to) {
        Moment tick = from;
        for (; !tick.isAfter(to); tick = tick.plusS(tickS)) {
            take(new Event.Tick(stamp(tick)));
        }
        return tick;
    }

    private Moment end(Moment last) {
        Moment end = last;
        for (Told each : latest()) {
            boolean over = each.missile().phase() == Missile.Phase.DOWN
                    || each.missile().phase() == Missile.Phase.ENDED;
            Optional<Moment> impact = each.missile().impact().map(Impact::latest);
            end = over ? end : Moment.later(end, impact.orElse(last));
        }
        return end.plusS(AFTER_S);
    }

    private Event.Stamp stamp(Moment at) {
        return new Event.Stamp(++seq, at, Domain.TEST);
    }

    /// Everything that the engine was told, in order.
    List<Event> events() {
        return events;
    }

    private void take(Event event) {
        events.add(event);
        for (Output output : engine.step(event)) {
            if (output instanceof Output.Assessed(Moment at, Assessment.Flying(Missile missile))) {
                told.add(new Told(at, missile));
            } else {
                others.add(output);
            }
        }
    }

    /// Everything told of missiles, in order.
    List<Told> told() {
        return told;
    }

    /// The last word on each object.
    List<Told> latest() {
        Map<Long, Told> latest = new LinkedHashMap<>();
        told.forEach(each -> latest.put(each.missile().number(), each));
        return List.copyOf(latest.values());
    }

    /// What places were told, in order.
    List<Output.PlacesChanged> places() {
        return others.stream()
                .filter(each -> each instanceof Output.PlacesChanged)
                .map(each -> (Output.PlacesChanged) each)
                .toList();
    }

    /// What was refused, with why.
    List<String> refused() {
        return others.stream()
                .filter(each -> each instanceof Output.Refused)
                .map(Object::toString)
                .toList();
    }

    /// Names of the sensors that were ever found biased.
    List<String> biased() {
        return others.stream()
                .filter(each ->
                        each instanceof Output.SensorHealth(var health) && health.state() == Health.State.BIASED)
                .map(each -> ((Output.SensorHealth) each).health().sensor().name())
                .distinct()
                .toList();
    }

    /// Numbers of the objects that were ever held to be an attack.
    List<Long> attacks() {
        return told.stream()
                .filter(each -> each.missile().verdict() == Missile.Verdict.ATTACK)
                .map(each -> each.missile().number())
                .distinct()
                .toList();
    }

    long digest() {
        return engine.picture().digest();
    }

    /// The last revision with an impact at or before a time.
    Optional<Told> impactBefore(double timeS) {
        return told.stream()
                .filter(each -> each.timeS() <= timeS && each.missile().impact().isPresent())
                .reduce((a, b) -> b);
    }

    /// Whether at a time any attack's area of a share held a place.
    boolean attackHolds(double timeS, double share, LatLon place) {
        Map<Long, Missile> latest = new LinkedHashMap<>();
        for (Told each : told) {
            if (each.timeS() <= timeS) {
                latest.put(each.missile().number(), each.missile());
            }
        }
        return latest.values().stream()
                .filter(each -> each.verdict() == Missile.Verdict.ATTACK)
                .anyMatch(
                        each -> each.impact().isPresent() && holds(each.impact().get(), share, place));
    }

    /// Whether an area of an impact holds a place (rings by the even-odd rule).
    static boolean holds(Impact impact, double share, LatLon place) {
        Area area = impact.areas().stream()
                .filter(each -> Math.abs(each.share() - share) < 1e-9)
                .findFirst()
                .orElseThrow()
                .area();
        List<Area> parts = area instanceof Area.Union(var all) ? all : List.of(area);
        boolean odd = false;
        for (Area part : parts) {
            if (part instanceof Area.Polygon(var outer, var holes)) {
                odd ^= encloses(outer, place);
                for (List<LatLon> hole : holes) {
                    odd ^= encloses(hole, place);
                }
            }
        }
        return odd;
    }

    private static boolean encloses(List<LatLon> ring, LatLon place) {
        boolean odd = false;
        for (int i = 0; i < ring.size(); i++) {
            LatLon a = ring.get(i);
            LatLon b = ring.get((i + 1) % ring.size());
            double ax = Exact.halfTurn(a.lonRad() - place.lonRad());
            double bx = Exact.halfTurn(b.lonRad() - place.lonRad());
            double ay = a.latRad() - place.latRad();
            double by = b.latRad() - place.latRad();
            odd ^= ay > 0 != by > 0 && ax - ay * (bx - ax) / (by - ay) > 0;
        }
        return odd;
    }
}
