package vedette.edge.serve;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import vedette.model.Assessment;
import vedette.model.Emergency;
import vedette.model.Identity;
import vedette.model.Kinds;
import vedette.model.ObjectKind;
import vedette.model.Order;
import vedette.model.Output;
import vedette.model.SensorId;
import vedette.model.Track;

/// Tracks as JSON. Degrees clockwise from north, metres, metres a second, milliseconds of UTC; what is not
/// known is left out.
final class TrackJson {
    /// A tenth of a metre on the ground.
    private static final int DEGREE_DECIMALS = 6;

    private final Utc utc;

    TrackJson(Utc utc) {
        this.utc = utc;
    }

    /// One line of the live picture: place and properties in one object.
    String live(TrackView view) {
        JsonWriter json = new JsonWriter().open('{');
        var place = view.track().kinematics().position();
        json.whole("id", view.track().id().number());
        json.number("lon", Math.toDegrees(place.lonRad()), DEGREE_DECIMALS);
        json.number("lat", Math.toDegrees(place.latRad()), DEGREE_DECIMALS);
        properties(json, view);
        return json.close('}').toString();
    }

    /// Where a track was, for a client that has just come: time, longitude, latitude.
    static String trail(TrackView view) {
        JsonWriter json = new JsonWriter(view.trail().size() * 40 + 40).open('{');
        json.whole("id", view.track().id().number()).name("points").open('[');
        for (int i = 0; i < view.trail().size(); i++) {
            Trail.Place past = view.trail().get(i);
            json.open('[').whole(past.atMs());
            json.number(past.lonDeg(), DEGREE_DECIMALS).number(past.latDeg(), DEGREE_DECIMALS);
            json.close(']');
        }
        return json.close(']').close('}').toString();
    }

    /// A GeoJSON feature (RFC 7946 §3.2).
    void feature(JsonWriter json, TrackView view, boolean detailed) {
        var place = view.track().kinematics().position();
        json.open('{').text("type", "Feature").whole("id", view.track().id().number());
        json.name("geometry")
                .open('{')
                .text("type", "Point")
                .name("coordinates")
                .open('[');
        json.number(Math.toDegrees(place.lonRad()), DEGREE_DECIMALS);
        json.number(Math.toDegrees(place.latRad()), DEGREE_DECIMALS);
        json.close(']').close('}').name("properties").open('{');
        properties(json, view);
        if (detailed) {
            details(json, view);
        }
        json.close('}').close('}');
    }

    private void properties(JsonWriter json, TrackView view) {
        Track track = view.track();
        json.text("stage", view.ended().isPresent() ? "ENDED" : track.stage().name());
        json.whole("at", utc.unixMs(track.kinematics().at()));
        json.whole("plotAt", utc.unixMs(track.lastPlotAt()));
        motion(json, track);
        identity(json, track.identity());
        json.text("kind", track.kinds().most().name());
        json.number("kindP", track.kinds().probability(track.kinds().most()), 3);
        json.text("affiliation", track.affiliation().name());
        json.number("existence", track.existence(), 4);
        track.reportedNumber().ifPresent(number -> json.whole("number", number));
        view.group().ifPresent(group -> json.whole("group", group));
        view.doubt().ifPresent(doubt -> {
            json.text("suspicion", doubt.suspicion().name()).number("doubt", doubt.probability(), 3);
        });
        inside(json, view);
    }

    /// From this probability on an object is held to be of a kind …
    private static final double DECIDED = 0.9;

    /// … and from this one on that it is a drone is left open.
    private static final double OPEN = 0.1;

    // What may be a bird and may be a drone, and no zone is told of it: the picture says that this is no knowledge.
    private static boolean isUndecided(Kinds kinds) {
        double drone = 0;
        for (Kinds.Chance each : kinds.chances()) {
            boolean unmanned = each.kind().isA(ObjectKind.DRONE) || each.kind() == ObjectKind.ONE_WAY_ATTACK_DRONE;
            drone += unmanned ? each.probability() : 0;
        }
        return drone >= OPEN && drone < DECIDED && kinds.probability(kinds.most()) < DECIDED;
    }

    private static void motion(JsonWriter json, Track track) {
        var velocity = track.kinematics().velocityMps();
        json.number("courseDeg", Math.toDegrees(velocity.bearingRad()), 1);
        json.number("speedMps", velocity.horizontal(), 1);
        json.number("climbMps", velocity.up(), 1);
        OptionalDouble heightM = TrackView.heightM(track.altitude());
        if (heightM.isPresent()) {
            json.number("altitudeM", heightM.getAsDouble(), 1);
            json.text("datum", TrackView.datum(track.altitude()));
        }
        Ellipse ellipse = Ellipse.of(track.kinematics().covariance());
        json.name("ellipse").open('[');
        json.number(ellipse.majorM(), 1).number(ellipse.minorM(), 1);
        json.number(Math.toDegrees(ellipse.azimuthRad()), 1).close(']');
    }

    private static void identity(JsonWriter json, Identity identity) {
        identity.callsign().ifPresent(callsign -> json.text("callsign", callsign));
        identity.modeA().ifPresent(code -> json.text("squawk", padded(Integer.toOctalString(code), 4)));
        identity.address().ifPresent(address -> json.text("address", padded(Integer.toHexString(address), 6)));
        identity.serial().ifPresent(serial -> json.text("serial", serial));
        if (identity.emergency() != Emergency.NONE) {
            json.text("emergency", identity.emergency().name());
        }
    }

    private static void inside(JsonWriter json, TrackView view) {
        for (Assessment.Relation relation : List.of(Assessment.Relation.INSIDE, Assessment.Relation.APPROACHING)) {
            if (view.intrusions().stream().anyMatch(intrusion -> intrusion.relation() == relation)) {
                json.text("relation", relation.name());
                return;
            }
        }
        if (isUndecided(view.track().kinds())) {
            json.truth("undecided", true);
        }
    }

    private void details(JsonWriter json, TrackView view) {
        Track track = view.track();
        json.text("startedAt", utc.iso(track.startedAt()));
        json.text("lastPlotAt", utc.iso(track.lastPlotAt()));
        view.ended().ifPresent(why -> json.text("ended", why));
        view.doubt().ifPresent(doubt -> json.text("doubtWhy", doubt.why()));
        json.name("kinds").open('[');
        for (Kinds.Chance chance : track.kinds().chances()) {
            json.open('{').text("kind", chance.kind().name()).number("p", chance.probability(), 4);
            json.close('}');
        }
        json.close(']').name("why").open('[');
        view.evidence().forEach(json::text);
        json.close(']').name("sources").open('[');
        for (SensorId source : track.sources()) {
            json.text(source.name());
        }
        json.close(']').name("velocityMps").open('[');
        var velocity = track.kinematics().velocityMps();
        json.number(velocity.east(), 2).number(velocity.north(), 2).number(velocity.up(), 2);
        json.close(']').name("sigma").open('[');
        for (int axis = 0; axis < 6; axis++) {
            json.number(Math.sqrt(track.kinematics().covariance().get(axis, axis)), 2);
        }
        json.close(']').name("intrusions").open('[');
        view.intrusions().forEach(intrusion -> intrusion(json, intrusion));
        json.close(']').name("orders").open('[');
        view.orders().forEach(order -> order(json, order));
        json.close(']');
        history(json, view.trail());
    }

    private void intrusion(JsonWriter json, Assessment.Intrusion intrusion) {
        json.open('{').text("zone", intrusion.zone().name());
        json.text("relation", intrusion.relation().name());
        json.number("probability", intrusion.probability(), 3).truth("heightTested", intrusion.heightTested());
        intrusion.entry().ifPresent(entry -> {
            json.text("entryAt", utc.iso(entry.at()));
            json.number("entrySigmaS", entry.sigmaS(), 1);
        });
        json.text("why", intrusion.why()).close('}');
    }

    private void order(JsonWriter json, Output.OrderTaken taken) {
        json.open('{').text("at", utc.iso(taken.at()));
        json.text("operator", taken.operator().name());
        switch (taken.order()) {
            case Order.SetIdentity(var _, var affiliation, var kind) -> {
                json.text("act", "identity").text("affiliation", affiliation.name());
                kind.ifPresent(known -> json.text("kind", known.name()));
            }
            case Order.Note(var _, String text) -> json.text("act", "note").text("text", text);
            case Order.Inhibit(var _, var zone, var until) ->
                json.text("act", "inhibit").text("zone", zone.name()).text("until", utc.iso(until));
            case Order.JudgeShared(var node, String id, var affiliation, var _) ->
                json.text("act", "judge")
                        .text("node", node.name())
                        .text("item", id)
                        .text("affiliation", affiliation.name());
            case Order.Approve(var warning, int revision, String _) ->
                json.text("act", "approve").text("warning", warning.name()).whole("revision", revision);
            case Order.Withdraw(var warning) -> json.text("act", "withdraw").text("warning", warning.name());
            case Order.TakeBack(var warning, String why) ->
                json.text("act", "takeBack").text("warning", warning.name()).text("why", why);
            case Order.TryChannels(String text) ->
                json.text("act", "tryChannels").text("text", text);
            case Order.Authorise(var flight) -> json.text("act", "authorise").text("flight", flight.name());
            case Order.EndFlight(String name) -> json.text("act", "endFlight").text("flight", name);
            case Order.Acknowledge(var warning, int revision) ->
                json.text("act", "acknowledge").text("warning", warning.name()).whole("revision", revision);
        }
        json.close('}');
    }

    private static void history(JsonWriter json, Trail trail) {
        json.name("history").open('[');
        for (int i = 0; i < trail.size(); i++) {
            Trail.Place place = trail.get(i);
            json.open('{').text("at", Utc.iso(place.atMs()));
            json.number("lon", place.lonDeg(), DEGREE_DECIMALS).number("lat", place.latDeg(), DEGREE_DECIMALS);
            if (place.heightM().isPresent()) {
                json.number("altitudeM", place.heightM().getAsDouble(), 1);
            }
            json.close('}');
        }
        json.close(']');
    }

    private static String padded(String digits, int width) {
        return ("0".repeat(Math.max(0, width - digits.length())) + digits).toUpperCase(Locale.ROOT);
    }
}
