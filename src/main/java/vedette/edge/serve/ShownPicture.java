package vedette.edge.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import vedette.edge.Emission;
import vedette.model.Assessment;
import vedette.model.Health;
import vedette.model.Moment;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.Place;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.model.TrackGroup;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.Zone;

/// The display's own copy of the picture, built from what the engine says.
///
/// Not safe by itself: its owner holds it under one lock.
final class ShownPicture {
    /// Tracks shown at once; a browser draws some thousands well.
    static final int MOST_TRACKS = 100_000;

    private static final int MOST_ENDED = 1_000;
    private static final int MOST_WARNINGS = 1_000;
    private static final int MOST_REFUSALS = 100;

    private final Utc utc;
    private final TrackJson trackJson;
    private final ShownFlights flights;
    private final ShownUas uas;
    private final ShownNeighbours neighbours;
    private final ShownReleases releases;
    private final FlightBook authorised;
    private final PictureJson json;
    private final Map<Long, TrackView> tracks = new LinkedHashMap<>();
    private final Map<Long, TrackView> ended = bounded(MOST_ENDED);
    private final Map<Long, List<TrackId>> groups = new LinkedHashMap<>();
    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private final Map<String, Output.WarningAcknowledged> seen = bounded(MOST_WARNINGS);
    private final Map<String, Health> health = new TreeMap<>();
    private final Map<String, SensorSite> sites = new TreeMap<>();
    private final Map<String, Output.Refused> refusals = bounded(MOST_REFUSALS);
    private Optional<ShownAside> aside = Optional.empty();
    private List<Zone> zones = List.of();
    private Optional<Output.Heartbeat> beat = Optional.empty();
    private long shed;

    ShownPicture(Utc utc) {
        this.utc = utc;
        trackJson = new TrackJson(utc);
        flights = new ShownFlights(utc);
        uas = new ShownUas(utc);
        neighbours = new ShownNeighbours(utc);
        releases = new ShownReleases(utc);
        authorised = new FlightBook(utc);
        json = new PictureJson(utc);
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /// Takes in what was said; what changed comes out, ready to be sent.
    List<Item> apply(List<Emission> emissions) {
        List<Item> news = new ArrayList<>(emissions.size());
        for (Emission emission : emissions) {
            apply(emission.output(), news);
        }
        return news;
    }

    private void apply(Output output, List<Item> news) {
        switch (output) {
            case Output.TrackChanged(Track track) -> changed(track, news);
            case Output.TrackEnded(Track track, String why) -> ended(track, why, news);
            case Output.GroupChanged(TrackGroup group) -> grouped(group.id(), group.members(), news);
            case Output.GroupEnded(long group, var _, var _) -> grouped(group, List.of(), news);
            case Output.Assessed(var at, Assessment assessment) -> assessed(at, assessment, news);
            case Output.WarningDrafted(Warning warning) -> news.add(warned(warning));
            case Output.WarningReleased(Warning warning) -> news.add(warned(warning));
            case Output.WarningRevised(Warning warning) -> news.add(warned(warning));
            case Output.WarningEnded(Warning warning) -> news.add(warned(warning));
            case Output.PlacesChanged(var at, var alerts) -> news.addAll(flights.changed(alerts, at));
            case Output.WarningAcknowledged acknowledged -> seen(acknowledged, news);
            case Output.OrderTaken order -> ordered(order);
            case Output.Shareable _ -> {}
            case Output.NeighbourChanged(var _, var neighbour) -> news.addAll(neighbours.changed(neighbour));
            case Output.ForeignChanged(var at, var foreign) -> aside.ifPresent(beside -> beside.foreign(at, foreign));
            case Output.ReleaseStands(var _, var standing) -> news.add(releases.changed(standing));
            case Output.Published _, Output.Tried _, Output.Signed _ -> {}
            case Output.SensorHealth(Health told) -> {
                health.put(told.sensor().name(), told);
                news.add(sensor(told.sensor().name()));
            }
            case Output.Refused refused -> {
                refusals.put(refused.what(), refused);
                news.add(refusal(refused));
            }
            case Output.Heartbeat heartbeat -> {
                aside.ifPresent(beside -> beside.pass(heartbeat.at()));
                beat = Optional.of(heartbeat);
                news.add(beat(heartbeat));
            }
        }
    }

    private void changed(Track track, List<Item> news) {
        Long id = track.id().number();
        if (!track.shown()) {
            if (tracks.remove(id) != null) {
                news.add(gone(id));
            }
            return;
        }
        if (tracks.size() >= MOST_TRACKS && !tracks.containsKey(id)) {
            shed++;
            return;
        }
        TrackView view = tracks.computeIfAbsent(id, _ -> new TrackView(track));
        view.changed(track, utc);
        news.add(live(view));
    }

    private void grouped(long group, List<TrackId> members, List<Item> news) {
        List<TrackId> before = groups.getOrDefault(group, List.of());
        if (before.equals(members)) {
            return;
        }
        before.forEach(member -> {
            TrackView view = tracks.get(member.number());
            if (view != null && !members.contains(member) && view.group().orElse(0) == group) {
                view.grouped(OptionalLong.empty());
                news.add(live(view));
            }
        });
        members.forEach(member -> {
            TrackView view = tracks.get(member.number());
            if (view != null && view.group().orElse(0) != group) {
                view.grouped(OptionalLong.of(group));
                news.add(live(view));
            }
        });
        if (members.isEmpty()) {
            groups.remove(group);
        } else {
            groups.put(group, members);
        }
    }

    private void ended(Track track, String why, List<Item> news) {
        Long id = track.id().number();
        TrackView view = tracks.remove(id);
        if (view != null) {
            view.ended(track, why);
            ended.put(id, view);
            news.add(gone(id));
        }
    }

    private void assessed(Moment at, Assessment assessment, List<Item> news) {
        switch (assessment) {
            case Assessment.Intrusion intrusion -> intruding(intrusion, news);
            case Assessment.Flying(var missile) -> news.add(flights.changed(missile, at));
            case Assessment.Raid(var raid) -> news.add(flights.changed(raid));
            case Assessment.Stream(var raid) -> news.add(flights.changed(raid));
            case Assessment.Identified(var track, var _, var why) ->
                track(track.number()).ifPresent(view -> view.speaks(why));
            case Assessment.Uas(var flight) -> news.add(uas.changed(flight));
            case Assessment.Doubted doubted -> doubted(doubted, news);
            case Assessment.Interference _,
                    Assessment.Breach _,
                    Assessment.Proximity _,
                    Assessment.Distress _,
                    Assessment.Risks _,
                    Assessment.Approaches _ -> {}
        }
    }

    private void doubted(Assessment.Doubted doubted, List<Item> news) {
        doubted.track().flatMap(id -> track(id.number())).ifPresent(view -> {
            view.doubted(doubted);
            if (view.ended().isEmpty()) {
                news.add(live(view));
            }
        });
    }

    private void intruding(Assessment.Intrusion intrusion, List<Item> news) {
        track(intrusion.track().number()).ifPresent(view -> {
            view.assessed(intrusion);
            if (view.ended().isEmpty()) {
                news.add(live(view));
            }
        });
    }

    private Item warned(Warning warning) {
        String name = warning.id().name();
        warnings.remove(name);
        warnings.put(name, warning);
        if (warnings.size() > MOST_WARNINGS) {
            forgetOneWarning();
        }
        return warning(warning);
    }

    // An ended one, or if all still hold, the oldest: counted, since it should never happen.
    private void forgetOneWarning() {
        String oldest = warnings.keySet().iterator().next();
        String victim = warnings.values().stream()
                .filter(w -> w.stage().ended())
                .findFirst()
                .map(w -> w.id().name())
                .orElse(oldest);
        Warning forgotten = warnings.remove(victim);
        shed += forgotten == null || forgotten.stage().ended() ? 0 : 1;
    }

    private void seen(Output.WarningAcknowledged acknowledged, List<Item> news) {
        String name = acknowledged.warning().name();
        seen.put(name, acknowledged);
        Warning warning = warnings.get(name);
        if (warning != null) {
            news.add(warning(warning));
        }
    }

    private void ordered(Output.OrderTaken taken) {
        switch (taken.order()) {
            case Order.SetIdentity(var id, var _, var _) -> track(id.number()).ifPresent(view -> view.ordered(taken));
            case Order.Note(var id, var _) -> track(id.number()).ifPresent(view -> view.ordered(taken));
            case Order.Inhibit(var id, var _, var _) -> track(id.number()).ifPresent(view -> view.ordered(taken));
            case Order.Acknowledge _, Order.JudgeShared _ -> {}
            case Order.Authorise _, Order.EndFlight _ -> authorised.taken(taken.order());
            case Order.Approve _, Order.Withdraw _, Order.TakeBack _, Order.TryChannels _ -> {}
        }
    }

    /// What stands beside this picture.
    void beside(ShownAside newAside) {
        aside = Optional.of(newAside);
    }

    /// What has changed beside this picture since it was asked last.
    List<Item> besideNews() {
        return aside.map(ShownAside::news).orElse(List.of());
    }

    /// The flights that are authorised.
    FlightBook authorised() {
        return authorised;
    }

    /// Replaces the zones.
    Item zones(List<Zone> newZones) {
        zones = List.copyOf(newZones);
        return zonesItem();
    }

    /// Replaces the places whose people are to be warned.
    void places(List<Place> newPlaces) {
        flights.places(newPlaces);
    }

    /// Replaces the sensors' sites.
    List<Item> sites(List<SensorSite> newSites) {
        sites.clear();
        newSites.forEach(site -> sites.put(site.sensor().name(), site));
        return sensors();
    }

    /// Everything, for a client that has just come.
    List<Item> everything() {
        List<Item> all = new ArrayList<>(2 * tracks.size() + warnings.size() + 50);
        beat.ifPresent(heartbeat -> all.add(beat(heartbeat)));
        all.add(zonesItem());
        all.addAll(sensors());
        warnings.values().forEach(warning -> all.add(warning(warning)));
        all.addAll(releases.everything());
        all.addAll(flights.everything());
        all.addAll(uas.everything());
        all.addAll(neighbours.everything());
        aside.ifPresent(more -> all.addAll(more.items()));
        refusals.values().forEach(refused -> all.add(refusal(refused)));
        tracks.values().forEach(view -> all.add(live(view)));
        tracks.forEach((id, view) -> all.add(Item.of("p" + id, Item.Section.TRAILS, TrackJson.trail(view))));
        return all;
    }

    private List<Item> sensors() {
        TreeMap<String, Boolean> names = new TreeMap<>();
        health.keySet().forEach(name -> names.put(name, true));
        sites.keySet().forEach(name -> names.put(name, true));
        return names.keySet().stream().map(this::sensor).toList();
    }

    private Item sensor(String name) {
        Optional<Health> told = Optional.ofNullable(health.get(name));
        String open = json.sensor(name, told, Optional.empty());
        String local = json.sensor(name, told, Optional.ofNullable(sites.get(name)));
        return new Item("s" + name, Item.Section.SENSORS, local, open);
    }

    private Item live(TrackView view) {
        return Item.of("t" + view.track().id(), Item.Section.TRACKS, trackJson.live(view));
    }

    private static Item gone(Long id) {
        return Item.of("t" + id, Item.Section.GONE, id.toString());
    }

    private Item warning(Warning warning) {
        String name = warning.id().name();
        return Item.of("w" + name, Item.Section.WARNINGS, json.warning(warning, Optional.ofNullable(seen.get(name))));
    }

    private static Item refusal(Output.Refused refused) {
        JsonWriter out = new JsonWriter().open('{').text("what", refused.what()).text("why", refused.why());
        out.whole("count", refused.count()).whole("seq", refused.seq());
        return Item.of(
                "r" + refused.what(), Item.Section.REFUSED, out.close('}').toString());
    }

    private Item beat(Output.Heartbeat heartbeat) {
        JsonWriter out = new JsonWriter().open('{').whole("at", utc.unixMs(heartbeat.at()));
        out.whole("seq", heartbeat.seq()).whole("tracks", heartbeat.tracks());
        out.whole("warnings", heartbeat.warnings());
        return Item.of("h", Item.Section.BEAT, out.close('}').toString());
    }

    private Item zonesItem() {
        return Item.of("z", Item.Section.ZONES, json.zones(zones));
    }

    /// The tracks as a GeoJSON FeatureCollection.
    String tracksGeoJson() {
        JsonWriter out = new JsonWriter(300 * tracks.size() + 100).open('{');
        out.text("type", "FeatureCollection").name("features").open('[');
        tracks.values().forEach(view -> trackJson.feature(out, view, false));
        return out.close(']').close('}').toString();
    }

    /// One track with all that is known of it, also for a while after its end.
    Optional<String> trackGeoJson(long id) {
        return track(id).map(view -> {
            JsonWriter out = new JsonWriter(4096);
            trackJson.feature(out, view, true);
            return out.toString();
        });
    }

    String zonesGeoJson() {
        return json.zones(zones);
    }

    /// The items of a section, as an object with one array.
    String listed(Item.Section section, boolean local) {
        JsonWriter out = new JsonWriter(4096).open('{').name(section.member()).open('[');
        List<Item> items = switch (section) {
            case SENSORS -> sensors();
            case MISSILES -> flights.missiles();
            case RAIDS -> flights.raids();
            case PLACES -> flights.places();
            case UAS -> uas.everything();
            case NEIGHBOURS -> neighbours.everything();
            case RELEASES -> releases.everything();
            case WARNINGS, NODE, BEAT, ZONES, TRACKS, TRAILS, GONE, REFUSED, FOREIGN, CHANNELS ->
                warnings.values().stream().map(this::warning).toList();
        };
        items.forEach(item -> out.raw(local ? item.json() : item.open()));
        return out.close(']').close('}').toString();
    }

    Optional<Output.Heartbeat> heartbeat() {
        return beat;
    }

    /// Current health, by sensor.
    List<Health> health() {
        return List.copyOf(health.values());
    }

    int trackCount() {
        return tracks.size();
    }

    long warningCount() {
        return warnings.values().stream().filter(w -> !w.stage().ended()).count();
    }

    /// Tracks and warnings for which there was no room.
    long shed() {
        return shed;
    }

    private Optional<TrackView> track(long id) {
        TrackView view = tracks.get(id);
        return Optional.ofNullable(view == null ? ended.get(id) : view);
    }
}
