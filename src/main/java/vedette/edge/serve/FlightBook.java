package vedette.edge.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import vedette.format.zones.FlightFile;
import vedette.format.zones.ZoneFile;
import vedette.model.AuthorisedFlight;
import vedette.model.Identity;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Order;
import vedette.model.Zone;

/// The flights that are authorised: those of the operator's list, and those that orders authorised since.
///
/// It is the display's own copy, told by what the engine took; who may read and write it the door decides.
final class FlightBook {
    /// Bytes of a flight: fifty volumes of a dozen corners each.
    static final int LONGEST = 65_536;

    private final Utc utc;
    private final Map<String, AuthorisedFlight> listed = new TreeMap<>();
    private final Map<String, AuthorisedFlight> ordered = new TreeMap<>();
    private Supplier<ZoneFile.Span> span = () -> ZoneFile.Span.around(new Moment(0), LeapSeconds.standard());

    FlightBook(Utc utc) {
        this.utc = utc;
    }

    /// What became of a text.
    sealed interface Parsed {}

    /// It is a flight.
    record Understood(AuthorisedFlight flight) implements Parsed {}

    /// It is none.
    record Refused(String why) implements Parsed {}

    /// What there is to begin with.
    ///
    /// @param list the operator's
    /// @param before what orders authorised before the node was started anew
    /// @param reading for UTC and the geoid
    synchronized void begin(
            List<AuthorisedFlight> list, List<AuthorisedFlight> before, Supplier<ZoneFile.Span> reading) {
        listed.clear();
        list.forEach(each -> listed.put(each.name(), each));
        before.forEach(each -> ordered.put(each.name(), each));
        span = reading;
    }

    /// An order that the engine took.
    synchronized void taken(Order order) {
        if (order instanceof Order.Authorise(AuthorisedFlight flight)) {
            ordered.put(flight.name(), flight);
        } else if (order instanceof Order.EndFlight(String name)) {
            ordered.remove(name);
        }
    }

    synchronized boolean isOrdered(String name) {
        return ordered.containsKey(name);
    }

    /// Reads a flight in the form of the operator's list.
    synchronized Parsed read(String text) {
        FlightFile.Contents contents = FlightFile.one(text, span.get());
        if (contents.flights().size() == 1 && contents.refusals().isEmpty()) {
            return new Understood(contents.flights().getFirst());
        }
        return new Refused(contents.refusals().stream()
                .findFirst()
                .map(each -> each.where() + ": " + each.reason())
                .orElse("no flight"));
    }

    /// All of them, by name.
    synchronized String json() {
        JsonWriter json = new JsonWriter().open('[');
        for (AuthorisedFlight each : listed.values()) {
            if (!ordered.containsKey(each.name())) {
                flight(json, each, "LIST");
            }
        }
        ordered.values().forEach(each -> flight(json, each, "ORDER"));
        return json.close(']').toString();
    }

    private void flight(JsonWriter json, AuthorisedFlight flight, String by) {
        json.open('{')
                .text("id", flight.name())
                .text("purpose", flight.purpose().name());
        json.text("by", by).name("bearers").open('[');
        flight.bearers().forEach(each -> bearer(json, each));
        json.close(']').name("operators").open('[');
        flight.operators().forEach(json::text);
        json.close(']').name("volumes").open('[');
        flight.volumes().forEach(each -> volume(json, each));
        json.close(']').close('}');
    }

    private static void bearer(JsonWriter json, Identity bearer) {
        json.open('{');
        bearer.serial().ifPresent(serial -> json.text("serial", serial));
        bearer.address().ifPresent(address -> json.text("address", Integer.toHexString(address)));
        bearer.callsign().ifPresent(callsign -> json.text("callsign", callsign));
        json.close('}');
    }

    private void volume(JsonWriter json, Zone volume) {
        json.open('{').name("geometry");
        PictureJson.geometry(json, volume.area());
        Optional<Zone.Interval> time = volume.active().stream().findFirst();
        time.ifPresent(each -> json.text("from", utc.iso(each.from())).text("until", utc.iso(each.until())));
        json.close('}');
    }
}
