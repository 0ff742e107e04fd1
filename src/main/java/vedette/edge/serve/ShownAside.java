package vedette.edge.serve;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.edge.DeliveryState;
import vedette.model.Area;
import vedette.model.Configuration;
import vedette.model.ForeignAlert;
import vedette.model.LatLon;
import vedette.model.Moment;

/// What stands beside the engine's picture: others' alerts, which it hands through, and how the channels to people
/// are, which the node is asked.
final class ShownAside {
    /// Others' alerts that go to pages, the newest; programs get all.
    private static final int MOST_LIVE = 200;

    /// Others' alerts that are kept; the oldest make room.
    private static final int MOST = 10_000;

    private static final int DEGREE_DECIMALS = 6;

    private final NodeView node;
    private final Utc utc;
    private final Map<String, ForeignAlert> foreign = new LinkedHashMap<>();
    private List<Item> told = List.of();
    private Moment now = new Moment(Long.MIN_VALUE);

    ShownAside(NodeView node, Utc utc) {
        this.node = node;
        this.utc = utc;
    }

    /// Others' alerts that came or were taken down.
    synchronized void foreign(Moment at, Configuration.Foreign news) {
        news.over().forEach(key -> foreign.remove(news.feed() + " " + key));
        for (ForeignAlert alert : news.hung()) {
            foreign.put(alert.feed() + " " + alert.key(), alert);
        }
        while (foreign.size() > MOST) {
            foreign.remove(foreign.keySet().iterator().next());
        }
        pass(at);
    }

    /// It is now so late: what has run out leaves.
    synchronized void pass(Moment at) {
        now = Moment.later(now, at);
        foreign.values().removeIf(alert -> alert.isPast(now));
    }

    private synchronized List<ForeignAlert> holding() {
        return List.copyOf(foreign.values());
    }

    /// For pages: a whole list each.
    List<Item> items() {
        List<DeliveryState> channels = node.channels();
        return List.of(
                Item.of("foreign", Item.Section.FOREIGN, foreign(MOST_LIVE)),
                new Item(
                        "channels",
                        Item.Section.CHANNELS,
                        channels(channels, true, false),
                        channels(channels, false, false)));
    }

    /// What has changed since this was asked last.
    List<Item> news() {
        List<Item> now = items();
        List<Item> news = now.stream().filter(item -> !told.contains(item)).toList();
        told = now;
        return news;
    }

    /// For programs.
    String foreign() {
        return "{\"foreign\":" + foreign(Integer.MAX_VALUE) + "}";
    }

    /// For programs.
    ///
    /// @param all whether everything is told, as to operators, or only whether each channel is well
    String channels(boolean all) {
        return "{\"channels\":" + channels(node.channels(), all, true) + "}";
    }

    private String foreign(int most) {
        JsonWriter json = new JsonWriter(1_024).open('[');
        holding().stream()
                .sorted(Comparator.comparing(ForeignAlert::sentAt).reversed())
                .limit(most)
                .forEach(alert -> foreign(json, alert));
        return json.close(']').toString();
    }

    private void foreign(JsonWriter json, ForeignAlert alert) {
        ForeignAlert.Said said = alert.words();
        json.open('{').truth("foreign", true).text("feed", alert.feed()).text("sender", alert.sender());
        json.text("identifier", alert.identifier()).text("proven", alert.proven());
        json.text("status", alert.status().name()).text("type", alert.type().name());
        json.text("event", said.event()).text("headline", said.headline()).text("advice", said.advice());
        json.text("area", said.area()).text("urgency", said.urgency()).text("severity", said.severity());
        json.text("certainty", said.certainty());
        json.whole("sent", utc.unixMs(alert.sentAt())).whole("expires", utc.unixMs(alert.expires()));
        json.name("polygons").open('[');
        for (List<LatLon> ring : alert.polygons()) {
            json.open('[');
            ring.forEach(corner -> place(json, corner));
            json.close(']');
        }
        json.close(']').name("circles").open('[');
        for (Area.Circle circle : alert.circles()) {
            place(json.open('{').name("centre"), circle.centre());
            json.number("radiusM", circle.radiusM(), 0).close('}');
        }
        json.close(']').close('}');
    }

    private static void place(JsonWriter json, LatLon place) {
        json.open('[')
                .number(place.lonDeg(), DEGREE_DECIMALS)
                .number(place.latDeg(), DEGREE_DECIMALS)
                .close(']');
    }

    private String channels(List<DeliveryState> channels, boolean all, boolean ages) {
        JsonWriter json = new JsonWriter(512).open('[');
        channels.forEach(state -> channel(json, state, all, ages));
        return json.close(']').toString();
    }

    // How long something waits changes all the time: pages are told that something does.
    private void channel(JsonWriter json, DeliveryState state, boolean all, boolean ages) {
        json.open('{').text("channel", state.name());
        json.truth("well", state.fault().isEmpty()).whole("waiting", state.waiting());
        if (all) {
            if (ages) {
                json.number("oldestS", state.oldestS(), 1);
            }
            state.fault().ifPresent(fault -> json.text("fault", fault));
            state.faultSince().ifPresent(since -> json.whole("faultSince", utc.unixMs(since)));
            json.whole("brought", state.brought());
            state.last()
                    .ifPresent(had -> json.name("last")
                            .open('{')
                            .text("parcel", had.parcel())
                            .whole("at", utc.unixMs(had.at()))
                            .close('}'));
            state.audience().ifPresent(audience -> audience(json, audience));
            json.whole("givenUp", state.givenUp()).name("dead").open('[');
            state.dead()
                    .forEach(dead -> json.open('{')
                            .text("parcel", dead.parcel())
                            .whole("at", utc.unixMs(dead.at()))
                            .text("why", dead.why())
                            .close('}'));
            json.close(']');
        }
        json.close('}');
    }

    private void audience(JsonWriter json, DeliveryState.Audience audience) {
        json.name("audience").open('{').whole("connected", audience.connected());
        json.whole("dropped", audience.dropped()).whole("refused", audience.refused());
        audience.last()
                .ifPresent(gone -> json.name("last")
                        .open('{')
                        .text("who", gone.who())
                        .whole("at", utc.unixMs(gone.at()))
                        .text("why", gone.why())
                        .close('}'));
        json.close('}');
    }
}
