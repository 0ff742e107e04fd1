package vedette.edge.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import vedette.model.Altitude;
import vedette.model.Assessment;
import vedette.model.Output;
import vedette.model.Track;

/// What the display knows of one track: its latest state, where it was, what was concluded, what people did.
final class TrackView {
    /// Zones and orders kept a track: more cannot be read on a screen.
    private static final int LIMIT = 32;

    private final Trail trail = new Trail();
    private final Map<String, Assessment.Intrusion> intrusions = new LinkedHashMap<>();
    private final List<Output.OrderTaken> orders = new ArrayList<>();
    private Track track;
    private Optional<String> ended = Optional.empty();
    private OptionalLong group = OptionalLong.empty();
    private List<String> evidence = List.of();
    private Optional<Assessment.Doubted> doubt = Optional.empty();

    TrackView(Track track) {
        this.track = track;
    }

    Track track() {
        return track;
    }

    Trail trail() {
        return trail;
    }

    /// Why it ended, once it has.
    Optional<String> ended() {
        return ended;
    }

    /// The group it flies in, among whose members it cannot be told apart.
    OptionalLong group() {
        return group;
    }

    /// What speaks for what it is held to be, the weightiest first.
    List<String> evidence() {
        return evidence;
    }

    void speaks(List<String> why) {
        evidence = why;
    }

    /// What speaks against what it claims of itself, where anything does.
    Optional<Assessment.Doubted> doubt() {
        return doubt;
    }

    void doubted(Assessment.Doubted doubted) {
        doubt = doubted.probability() > 0 ? Optional.of(doubted) : Optional.empty();
    }

    void grouped(OptionalLong newGroup) {
        group = newGroup;
    }

    List<Assessment.Intrusion> intrusions() {
        return List.copyOf(intrusions.values());
    }

    List<Output.OrderTaken> orders() {
        return orders;
    }

    void changed(Track newTrack, Utc utc) {
        track = newTrack;
        var place = track.kinematics().position();
        trail.add(new Trail.Place(
                utc.unixMs(track.kinematics().at()),
                Math.toDegrees(place.lonRad()),
                Math.toDegrees(place.latRad()),
                heightM(track.altitude())));
    }

    void ended(Track last, String why) {
        track = last;
        ended = Optional.of(why);
    }

    void assessed(Assessment.Intrusion intrusion) {
        String zone = intrusion.zone().name();
        if (intrusion.relation() == Assessment.Relation.CLEAR) {
            intrusions.remove(zone);
        } else if (intrusions.size() < LIMIT || intrusions.containsKey(zone)) {
            intrusions.put(zone, intrusion);
        }
    }

    void ordered(Output.OrderTaken order) {
        if (orders.size() >= LIMIT) {
            orders.removeFirst();
        }
        orders.add(order);
    }

    static OptionalDouble heightM(Altitude altitude) {
        return switch (altitude) {
            case Altitude.Pressure(double heightM, var _) -> OptionalDouble.of(heightM);
            case Altitude.Amsl(double heightM, var _) -> OptionalDouble.of(heightM);
            case Altitude.Ellipsoidal(double heightM, var _) -> OptionalDouble.of(heightM);
            case Altitude.Agl(double heightM, var _) -> OptionalDouble.of(heightM);
            case Altitude.Unknown _ -> OptionalDouble.empty();
        };
    }

    static String datum(Altitude altitude) {
        return switch (altitude) {
            case Altitude.Pressure _ -> "PRESSURE";
            case Altitude.Amsl _ -> "AMSL";
            case Altitude.Ellipsoidal _ -> "WGS84";
            case Altitude.Agl _ -> "AGL";
            case Altitude.Unknown _ -> "UNKNOWN";
        };
    }
}
