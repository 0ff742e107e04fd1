package vedette.edge.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vedette.model.Altitude;
import vedette.model.UasFlight;

/// Where the operators of unmanned aircraft are and where these took off, for operators of this node only:
/// everybody else learns that there is such a place, not where.
final class ShownUas {
    /// Flights shown at once.
    static final int MOST = 5_000;

    private static final int DEGREE_DECIMALS = 6;

    private final Utc utc;
    private final Map<String, UasFlight> flights = new LinkedHashMap<>();

    ShownUas(Utc utc) {
        this.utc = utc;
    }

    Item changed(UasFlight flight) {
        flights.remove(flight.serial());
        if (!flight.ended()) {
            flights.put(flight.serial(), flight);
        }
        if (flights.size() > MOST) {
            flights.remove(flights.keySet().iterator().next());
        }
        return item(flight);
    }

    List<Item> everything() {
        return flights.values().stream().map(this::item).toList();
    }

    private Item item(UasFlight flight) {
        String key = "u" + flight.serial();
        return new Item(key, Item.Section.UAS, json(flight, true), json(flight, false));
    }

    private String json(UasFlight flight, boolean local) {
        JsonWriter json = new JsonWriter().open('{').text("serial", flight.serial());
        flight.track().ifPresent(track -> json.whole("track", track.number()));
        json.whole("at", utc.unixMs(flight.heardAt())).truth("ended", flight.ended());
        if (local) {
            flight.operatorId().ifPresent(id -> json.text("operatorId", id));
            json.name("stations").open('[');
            flight.stations().forEach(place -> station(json, place));
            json.close(']');
        }
        return json.close('}').toString();
    }

    private void station(JsonWriter json, UasFlight.Place place) {
        json.open('{').text("kind", place.station().kind().name());
        json.number("lon", place.station().place().lonDeg(), DEGREE_DECIMALS);
        json.number("lat", place.station().place().latDeg(), DEGREE_DECIMALS);
        Altitude altitude = place.station().altitude();
        TrackView.heightM(altitude).ifPresent(heightM -> {
            json.number("altitudeM", heightM, 1);
            json.text("datum", TrackView.datum(altitude));
        });
        json.number("sigmaM", place.sigmaM(), 0)
                .whole("at", utc.unixMs(place.toldAt()))
                .close('}');
    }
}
