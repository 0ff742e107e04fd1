package vedette.edge.serve;

import java.util.List;
import java.util.Optional;
import vedette.math.SymMatrix;
import vedette.model.AirRaid;
import vedette.model.Area;
import vedette.model.Ecef;
import vedette.model.Gaussian;
import vedette.model.Geodetic;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Missile;
import vedette.model.MissileRaid;
import vedette.model.Moment;
import vedette.model.Place;
import vedette.model.PlaceAlert;
import vedette.model.Wgs84;

/// What burns, flies and falls, and the places it may come down in, as JSON.
final class FlightJson {
    private static final int DEGREE_DECIMALS = 5;

    private final Utc utc;

    FlightJson(Utc utc) {
        this.utc = utc;
    }

    /// An object.
    ///
    /// @param at when its newest revision was made
    /// @param trail where it was: moment, longitude, latitude
    String missile(Missile missile, Moment at, List<ShownFlights.Dot> trail) {
        JsonWriter json = new JsonWriter(2048).open('{').whole("id", missile.number());
        json.whole("revision", missile.revision()).whole("at", utc.unixMs(at));
        json.text("phase", missile.phase().name())
                .text("verdict", missile.verdict().name());
        json.text("confidence", missile.confidence().name());
        json.truth("ended", ended(missile));
        missile.state().ifPresent(state -> state(json, state));
        missile.launch().ifPresent(launch -> launch(json, launch));
        missile.impact().ifPresent(impact -> impact(json, impact));
        json.name("odds").open('[');
        missile.odds()
                .forEach(odds -> json.open('{')
                        .text("verdict", odds.verdict().name())
                        .number("p", odds.probability(), 3)
                        .text("evidence", odds.evidence())
                        .close('}'));
        json.close(']').name("support").open('[');
        missile.support()
                .forEach(each -> json.open('{')
                        .text("sensor", each.sensor().name())
                        .whole("looks", each.looks())
                        .truth("infrared", each.infrared())
                        .close('}'));
        json.close(']').name("trail").open('[');
        trail.forEach(dot -> {
            json.open('[').whole(utc.unixMs(dot.at()));
            lonLat(json, dot.place()).close(']');
        });
        return json.close(']').text("why", missile.why()).close('}').toString();
    }

    static boolean ended(Missile missile) {
        return switch (missile.phase()) {
            case DOWN, ENDED -> true;
            case BOOST, COAST, REENTRY, ORBIT -> false;
        };
    }

    private static void state(JsonWriter json, Gaussian state) {
        double[] mean = state.mean();
        Geodetic place = Wgs84.geodetic(new Ecef(mean[0], mean[1], mean[2]));
        place(json, place.latLon()).number("heightM", place.heightM(), 0);
        if (mean.length >= 6) {
            var velocity = LocalFrame.at(place).turned(mean[3], mean[4], mean[5]);
            double course = Math.toDegrees(Math.atan2(velocity.east(), velocity.north()));
            json.number("courseDeg", (course + 360) % 360, 1);
            json.number("speedMps", Math.sqrt(mean[3] * mean[3] + mean[4] * mean[4] + mean[5] * mean[5]), 0);
            json.number("climbMps", velocity.up(), 0);
        }
    }

    private void launch(JsonWriter json, Missile.Launch launch) {
        json.name("launch").open('{');
        spot(json, launch.spot());
        json.number("azimuthDeg", (Math.toDegrees(launch.azimuthRad()) % 360 + 360) % 360, 1);
        json.number("azimuthSigmaDeg", Math.toDegrees(launch.azimuthSigmaRad()), 1);
        launch.notice().ifPresent(notice -> json.text("notice", notice));
        json.close('}');
    }

    private void impact(JsonWriter json, Impact impact) {
        json.name("impact").open('{');
        spot(json, impact.whole());
        json.whole("earliest", utc.unixMs(impact.earliest())).whole("latest", utc.unixMs(impact.latest()));
        json.name("areas").open('[');
        impact.areas().forEach(contour -> {
            json.open('{').number("share", contour.share(), 2).name("geometry");
            PictureJson.geometry(json, contour.area());
            json.close('}');
        });
        json.close(']').close('}');
    }

    // Place, moment, and the ellipse of one standard deviation.
    private void spot(JsonWriter json, Impact.Spot spot) {
        place(json, spot.centre()).whole("at", utc.unixMs(spot.at())).number("sigmaS", spot.sigmaS(), 1);
        Ellipse ellipse = Ellipse.of(SymMatrix.ofFull(
                2, new double[] {spot.eastM2(), spot.eastNorthM2(), spot.eastNorthM2(), spot.northM2()}));
        json.name("ellipse").open('[').number(ellipse.majorM(), 0).number(ellipse.minorM(), 0);
        json.number(Math.toDegrees(ellipse.azimuthRad()), 1).close(']');
    }

    private static JsonWriter place(JsonWriter json, LatLon place) {
        return lonLat(json.name("place").open('['), place).close(']');
    }

    private static JsonWriter lonLat(JsonWriter json, LatLon place) {
        return json.number(place.lonDeg(), DEGREE_DECIMALS).number(place.latDeg(), DEGREE_DECIMALS);
    }

    /// A raid.
    String raid(MissileRaid raid) {
        JsonWriter json = new JsonWriter(512).open('{').whole("id", raid.number());
        json.whole("count", raid.count()).whole("flying", raid.flying()).truth("differs", raid.differs());
        raid.launch().ifPresent(launch -> place(json, launch));
        json.name("arrivals").open('[');
        raid.arrivals().forEach(each -> {
            json.open('{').whole("missile", each.missile()).truth("down", each.down());
            each.at().ifPresent(at -> json.whole("at", utc.unixMs(at)));
            json.close('}');
        });
        json.close(']').name("counts").open('[');
        raid.counts()
                .forEach(each -> json.open('{')
                        .text("sensor", each.sensor().name())
                        .truth("infrared", each.infrared())
                        .whole("objects", each.objects())
                        .close('}'));
        return json.close(']').text("why", raid.why()).close('}').toString();
    }

    /// A raid of drones or cruise missiles; `count` is the most there may be, 0 when it is over.
    String raid(AirRaid raid) {
        JsonWriter json =
                new JsonWriter(512).open('{').text("id", "A" + raid.number()).truth("air", true);
        json.whole("least", raid.count().least()).whole("count", raid.count().most());
        json.whole("flying", raid.members().size()).whole("at", utc.unixMs(raid.at()));
        place(json, raid.centre()).number("courseDeg", Math.toDegrees(raid.headingRad()), 0);
        json.number("speedMps", raid.speedMps(), 0).name("outline").open('[');
        raid.outline().forEach(corner -> lonLat(json.open('['), corner).close(']'));
        json.close(']').name("members").open('[');
        raid.members().stream().limit(MOST_MEMBERS).forEach(each -> {
            place(json.open('{').whole("number", each.number()), each.place());
            json.number("sigmaM", each.sigmaM(), 0)
                    .number("p", each.probability(), 2)
                    .close('}');
        });
        json.close(']').name("ahead").open('[');
        raid.ahead()
                .forEach(each -> json.open('{')
                        .text("place", each.place())
                        .number("p", each.probability(), 2)
                        .whole("earliest", utc.unixMs(each.earliest()))
                        .whole("latest", utc.unixMs(each.latest()))
                        .close('}'));
        return json.close(']').text("why", raid.why()).close('}').toString();
    }

    /// Members of a raid beyond these are counted, not listed.
    private static final int MOST_MEMBERS = 300;

    /// A place, with what its people were told last.
    ///
    /// @param id its id
    /// @param place what is known of it
    /// @param told what they were told, and when
    String place(String id, Optional<Place> place, Optional<ShownFlights.Told> told) {
        JsonWriter json = new JsonWriter(512).open('{').text("id", id);
        place.ifPresent(known -> {
            json.text("name", known.name()).whole("population", known.population());
            json.number("shelterS", known.shelterS(), 0).number("deliveryS", known.deliveryS(), 0);
            json.number("threshold", known.threshold(), 5);
            place(json, middle(known.area()));
            json.name("geometry");
            PictureJson.geometry(json, known.area());
        });
        told.ifPresent(each -> told(json, each));
        return json.close('}').toString();
    }

    private void told(JsonWriter json, ShownFlights.Told told) {
        PlaceAlert alert = told.alert();
        json.text("stage", alert.stage().name()).whole("at", utc.unixMs(told.at()));
        json.number("probability", alert.probability(), 5);
        json.whole("earliest", utc.unixMs(alert.earliest())).whole("latest", utc.unixMs(alert.latest()));
        json.number("timeLeftS", alert.timeLeftS(), 1).truth("takeCover", alert.takeCover());
        json.name("warnings").open('[');
        alert.warnings().forEach(warning -> json.text(warning.name()));
        json.close(']');
    }

    private static LatLon middle(Area area) {
        return switch (area) {
            case Area.Circle(LatLon centre, double _) -> centre;
            case Area.Polygon(List<LatLon> outer, var _) -> middle(outer);
            case Area.Union(List<Area> parts) ->
                switch (parts.getFirst()) {
                    case Area.Circle(LatLon centre, double _) -> centre;
                    case Area.Polygon(List<LatLon> outer, var _) -> middle(outer);
                    case Area.Union _ -> new LatLon(0, 0);
                };
        };
    }

    private static LatLon middle(List<LatLon> ring) {
        double first = ring.getFirst().lonRad();
        double lat = 0;
        double lon = 0;
        for (LatLon corner : ring) {
            lat += corner.latRad() / ring.size();
            lon += Math.IEEEremainder(corner.lonRad() - first, 2 * Math.PI) / ring.size();
        }
        return new LatLon(lat, first + lon);
    }
}
