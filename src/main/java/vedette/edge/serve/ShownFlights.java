package vedette.edge.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vedette.model.AirRaid;
import vedette.model.Ecef;
import vedette.model.Gaussian;
import vedette.model.LatLon;
import vedette.model.Missile;
import vedette.model.MissileRaid;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.PlaceAlert;
import vedette.model.Warning;
import vedette.model.Wgs84;

/// The display's own copy of what burns, flies and falls, and of the places it may come down in.
final class ShownFlights {
    /// Objects kept, those that have ended among them; the oldest go first.
    private static final int MOST_MISSILES = 1_000;

    private static final int MOST_RAIDS = 200;

    /// Places that are shown though nobody has told them anything.
    private static final int MOST_QUIET = 2_000;

    /// Dots of a track line, and how far apart they are, seconds.
    private static final int MOST_DOTS = 240;

    private static final double DOT_S = 2;

    private final FlightJson json;
    private final Map<Long, Shown> missiles = new LinkedHashMap<>();
    private final Map<Long, MissileRaid> raids = new LinkedHashMap<>();
    private final Map<Long, AirRaid> airRaids = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Told> told = new LinkedHashMap<>();

    /// Where an object was.
    ///
    /// @param at when
    /// @param place where, on the ground below it
    record Dot(Moment at, LatLon place) {}

    /// What the people of a place were told.
    ///
    /// @param at when
    /// @param alert what
    record Told(Moment at, PlaceAlert alert) {}

    private record Shown(Missile missile, Moment at, List<Dot> trail) {}

    ShownFlights(Utc utc) {
        json = new FlightJson(utc);
    }

    /// Replaces the places.
    void places(List<Place> all) {
        places.clear();
        all.forEach(place -> places.put(place.id(), place));
    }

    Item changed(Missile missile, Moment at) {
        Shown before = missiles.get(missile.number());
        List<Dot> trail = before == null ? new ArrayList<>() : before.trail;
        missile.state().ifPresent(state -> dot(trail, state, at));
        Shown now = new Shown(missile, at, trail);
        missiles.put(missile.number(), now);
        if (missiles.size() > MOST_MISSILES) {
            missiles.remove(missiles.keySet().iterator().next());
        }
        return item(now);
    }

    private static void dot(List<Dot> trail, Gaussian state, Moment at) {
        if (!trail.isEmpty() && at.secondsSince(trail.getLast().at()) < DOT_S) {
            return;
        }
        double[] mean = state.mean();
        trail.add(
                new Dot(at, Wgs84.geodetic(new Ecef(mean[0], mean[1], mean[2])).latLon()));
        if (trail.size() > MOST_DOTS) {
            // Every second one of the older half goes: the line keeps its beginning.
            for (int i = MOST_DOTS / 2; i > 0; i -= 2) {
                trail.remove(i);
            }
        }
    }

    Item changed(MissileRaid raid) {
        raids.put(raid.number(), raid);
        if (raids.size() > MOST_RAIDS) {
            raids.remove(raids.keySet().iterator().next());
        }
        return item(raid);
    }

    /// What is over is told once, and no more to who comes later.
    Item changed(AirRaid raid) {
        airRaids.put(raid.number(), raid);
        if (raid.isOver() || airRaids.size() > MOST_RAIDS) {
            airRaids.remove(
                    raid.isOver() ? raid.number() : airRaids.keySet().iterator().next());
        }
        return item(raid);
    }

    List<Item> changed(List<PlaceAlert> alerts, Moment at) {
        List<Item> items = new ArrayList<>();
        for (PlaceAlert alert : alerts) {
            told.put(alert.place(), new Told(at, alert));
            items.add(place(alert.place()));
        }
        return items;
    }

    /// Everything, for a client that has just come.
    List<Item> everything() {
        List<Item> all = new ArrayList<>(missiles());
        all.addAll(raids());
        all.addAll(places());
        return all;
    }

    List<Item> missiles() {
        return missiles.values().stream().map(this::item).toList();
    }

    List<Item> raids() {
        return Stream.concat(
                        raids.values().stream().map(this::item),
                        airRaids.values().stream().map(this::item))
                .toList();
    }

    /// Places whose people were told something, and others as far as there is room.
    List<Item> places() {
        List<Item> all = new ArrayList<>();
        told.keySet().forEach(id -> all.add(place(id)));
        places.keySet().stream()
                .filter(id -> !told.containsKey(id))
                .limit(MOST_QUIET)
                .forEach(id -> all.add(place(id)));
        return all;
    }

    /// How many places are warned or made ready.
    long toldCount() {
        return told.values().stream()
                .filter(each -> each.alert().stage() != Warning.Stage.ALL_CLEAR)
                .count();
    }

    private Item item(Shown shown) {
        return Item.of(
                "m" + shown.missile.number(),
                Item.Section.MISSILES,
                json.missile(shown.missile, shown.at, shown.trail));
    }

    private Item item(MissileRaid raid) {
        return Item.of("f" + raid.number(), Item.Section.RAIDS, json.raid(raid));
    }

    private Item item(AirRaid raid) {
        return Item.of("a" + raid.number(), Item.Section.RAIDS, json.raid(raid));
    }

    private Item place(String id) {
        return Item.of(
                "q" + id,
                Item.Section.PLACES,
                json.place(id, Optional.ofNullable(places.get(id)), Optional.ofNullable(told.get(id))));
    }
}
