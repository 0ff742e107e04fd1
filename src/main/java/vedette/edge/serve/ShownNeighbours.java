package vedette.edge.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.model.Area;
import vedette.model.Neighbour;
import vedette.model.Origin;
import vedette.model.Shared;
import vedette.model.SharedNotice;
import vedette.model.SharedTrack;
import vedette.model.SharedWarning;

/// What peers told us: a layer of its own, each thing with its origin. What is not released to everybody is
/// shown to operators of this node only; the others learn that there is something.
final class ShownNeighbours {
    /// Things shown at once.
    static final int MOST = 5_000;

    private static final int DEGREE_DECIMALS = 6;

    private final Utc utc;
    private final Map<String, Neighbour> things = new LinkedHashMap<>();

    ShownNeighbours(Utc utc) {
        this.utc = utc;
    }

    List<Item> changed(Neighbour neighbour) {
        if (neighbour.standing() == Neighbour.Standing.OVERTAKEN) {
            return List.of();
        }
        String id = id(neighbour.shared());
        things.remove(id);
        things.put(id, neighbour);
        if (things.size() > MOST) {
            things.remove(things.keySet().iterator().next());
        }
        return List.of(item(id, neighbour));
    }

    List<Item> everything() {
        return things.entrySet().stream()
                .map(each -> item(each.getKey(), each.getValue()))
                .toList();
    }

    /// The name of a thing of a peer, among all peers' things.
    static String id(Shared shared) {
        return what(shared).charAt(0) + "/" + shared.origin().node() + "/"
                + shared.origin().id();
    }

    private static String what(Shared shared) {
        return switch (shared) {
            case SharedWarning _ -> "WARNING";
            case SharedTrack _ -> "TRACK";
            case SharedNotice _ -> "NOTICE";
        };
    }

    private Item item(String id, Neighbour neighbour) {
        boolean open = neighbour.shared().origin().releasability().open();
        String all = json(id, neighbour, true);
        return new Item("n" + id, Item.Section.NEIGHBOURS, all, open ? all : json(id, neighbour, false));
    }

    private String json(String id, Neighbour neighbour, boolean all) {
        Shared shared = neighbour.shared();
        Origin origin = shared.origin();
        JsonWriter json = new JsonWriter(512).open('{').text("id", id).text("what", what(shared));
        json.text("node", origin.node().name())
                .text("standing", neighbour.standing().name());
        json.text("domain", origin.domain().name());
        if (all) {
            json.text("item", origin.id())
                    .whole("issue", origin.issue())
                    .name("path")
                    .open('[');
            origin.path().forEach(node -> json.text(node.name()));
            json.close(']').whole("at", utc.unixMs(origin.at())).whole("expires", utc.unixMs(origin.expires()));
            switch (shared) {
                case SharedWarning warning -> warning(json, warning);
                case SharedTrack track -> track(json, track);
                case SharedNotice notice -> notice(json, notice);
            }
            ours(json, neighbour);
        }
        return json.close('}').toString();
    }

    private void warning(JsonWriter json, SharedWarning warning) {
        json.text("stage", warning.stage().name())
                .text("kind", warning.kind().name())
                .truth("released", warning.released())
                .truth("ended", warning.stage().ended());
        json.text("severity", warning.gravity().severity().name());
        json.text("urgency", warning.gravity().urgency().name());
        json.text("certainty", warning.gravity().certainty().name());
        json.text("confidence", warning.gravity().confidence().name());
        warning.launchTime().ifPresent(span -> span(json, "launchTime", span));
        warning.launchArea().ifPresent(area -> area(json, "launchArea", area));
        warning.azimuth().ifPresent(heading -> heading(json, heading));
        warning.reach().ifPresent(reach -> json.text("reach", reach.name()));
        warning.impactTime().ifPresent(span -> span(json, "impactTime", span));
        warning.impactArea().ifPresent(area -> area(json, "impactArea", area));
        warning.words()
                .ifPresent(words -> json.text("headline", words.headline()).text("advice", words.advice()));
    }

    private void track(JsonWriter json, SharedTrack track) {
        json.truth("ended", track.ended()).whole("plotAt", utc.unixMs(track.seenAt()));
        json.text("affiliation", track.affiliation().name())
                .text("kind", track.kinds().most().name())
                .number("existence", track.existence(), 3);
        track.state().ifPresent(state -> {
            var motion = state.kinematics();
            json.name("place").open('[');
            json.number(motion.position().latLon().lonDeg(), DEGREE_DECIMALS)
                    .number(motion.position().latLon().latDeg(), DEGREE_DECIMALS)
                    .close(']');
            json.number("courseDeg", Math.toDegrees(motion.velocityMps().bearingRad()), 1);
            json.number("speedMps", motion.velocityMps().horizontal(), 1);
        });
        track.area().ifPresent(area -> area(json, "area", area));
        track.identity()
                .flatMap(identity -> identity.callsign())
                .ifPresent(callsign -> json.text("callsign", callsign));
    }

    private void notice(JsonWriter json, SharedNotice notice) {
        json.truth("ended", notice.withdrawn()).text("matter", notice.matter());
        notice.window().ifPresent(span -> span(json, "launchTime", span));
        notice.place().ifPresent(area -> area(json, "launchArea", area));
        notice.azimuth().ifPresent(heading -> heading(json, heading));
    }

    private static void ours(JsonWriter json, Neighbour neighbour) {
        neighbour.joined().ifPresent(joined -> {
            var place = joined.fused().position().latLon();
            json.whole("track", joined.own().number()).name("fused").open('[');
            json.number(place.lonDeg(), DEGREE_DECIMALS)
                    .number(place.latDeg(), DEGREE_DECIMALS)
                    .close(']');
        });
        neighbour.ours().ifPresent(judged -> {
            json.name("ours").open('{').text("affiliation", judged.affiliation().name());
            judged.kind().ifPresent(kind -> json.text("kind", kind.name()));
            json.text("operator", judged.operator().name()).close('}');
        });
    }

    private void span(JsonWriter json, String name, Shared.Span span) {
        json.name(name).open('[').whole(utc.unixMs(span.earliest())).whole(utc.unixMs(span.latest()));
        json.close(']');
    }

    private static void area(JsonWriter json, String name, Area area) {
        json.name(name);
        PictureJson.geometry(json, area);
    }

    private static void heading(JsonWriter json, Shared.Heading heading) {
        json.number("azimuthDeg", Math.toDegrees(heading.azimuthRad()), 1);
        json.number("azimuthHalfDeg", Math.toDegrees(heading.halfWidthRad()), 1);
    }
}
