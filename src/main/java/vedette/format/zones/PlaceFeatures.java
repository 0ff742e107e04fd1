package vedette.format.zones;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Area;
import vedette.model.Place;

/// GeoJSON of places whose people are to be warned: a FeatureCollection (RFC 7946) of points and polygons.
///
/// Properties: `id` (or the feature's own), `name`, `population`, `shelter_s`, `threshold`, `delivery_s`, and
/// for points `radius_m`; whatever is left out is as [Place] has it usually. A feature that cannot be a place
/// is refused by itself.
public final class PlaceFeatures {
    /// Longer files are refused, characters.
    public static final int LONGEST = 64_000_000;

    /// Places beyond these are refused; as many are held against what falls.
    public static final int MOST_PLACES = 20_000;

    private static final int MOST_REFUSALS = 1_000;
    private static final int LONGEST_ID = 120;
    private static final int LONGEST_NAME = 200;
    private static final double LONGEST_RADIUS_M = 1e6;
    private static final double DAY_S = 86_400;
    private static final double MOST_PEOPLE = 1e10;

    private final List<Place> places = new ArrayList<>();
    private final List<ZoneFile.Refusal> refusals = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int refused;

    private PlaceFeatures() {}

    /// What a file holds.
    ///
    /// @param places those that could be read, in the file's order
    /// @param refusals features that could not, with their place in the file
    public record Contents(List<Place> places, List<ZoneFile.Refusal> refusals) {
        /// Copies the lists.
        public Contents {
            places = List.copyOf(places);
            refusals = List.copyOf(refusals);
        }
    }

    /// Reads a file.
    public static Contents read(String text) {
        PlaceFeatures reading = new PlaceFeatures();
        if (text.length() > LONGEST) {
            reading.refuse(new Where("$", 0).fault("longer than " + LONGEST + " characters"), "");
        } else {
            switch (JsonText.read(text)) {
                case JsonText.Read(Json value) -> reading.collection(new At("$", value));
                case JsonText.NotJson(String reason, int line) ->
                    reading.refuse(new Where("$", 0).fault("not JSON, line " + line + ": " + reason), "");
            }
        }
        return reading.contents();
    }

    private Contents contents() {
        if (refused > MOST_REFUSALS) {
            refusals.add(new ZoneFile.Refusal("$", "", (refused - MOST_REFUSALS) + " more refusals", 0));
        }
        return new Contents(places, refusals);
    }

    private void refuse(ZoneFault fault, String id) {
        if (++refused <= MOST_REFUSALS) {
            refusals.add(fault.refusal(id));
        }
    }

    private void collection(At root) {
        try {
            root.member("features").items().forEach(this::feature);
        } catch (ZoneFault fault) {
            refuse(fault, "");
        }
    }

    private void feature(At feature) {
        String id = At.quoted(name(feature, "id").orElse(""));
        try {
            Place place = place(feature);
            if (places.size() >= MOST_PLACES) {
                throw feature.fault("more than " + MOST_PLACES + " places");
            }
            if (!names.add(place.id())) {
                throw feature.fault("'" + At.quoted(place.id()) + "' stands twice in the file");
            }
            places.add(place);
        } catch (ZoneFault fault) {
            refuse(fault, id);
        } catch (IllegalArgumentException fault) {
            refuse(feature.fault(String.valueOf(fault.getMessage())), id);
        }
    }

    private static Place place(At feature) {
        String id = name(feature, "id").orElseThrow(() -> feature.fault("'id' is missing"));
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw feature.fault("'id' must have 1 to " + LONGEST_ID + " characters");
        }
        String name = name(feature, "name").filter(text -> !text.isBlank()).orElse(id);
        At properties = feature.member("properties");
        return new Place(
                id,
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                area(feature.member("geometry"), properties),
                (long) number(properties, "population", MOST_PEOPLE, 0),
                number(properties, "shelter_s", DAY_S, Place.USUAL_SHELTER_S),
                number(properties, "threshold", 1, Place.USUAL_THRESHOLD),
                number(properties, "delivery_s", DAY_S, Place.USUAL_DELIVERY_S));
    }

    // A number may serve as a name: many files count their features.
    private static Optional<String> name(At feature, String name) {
        for (Optional<Json> found :
                List.of(feature.value().at("properties", name), feature.value().member(name))) {
            Optional<String> text = found.flatMap(value -> switch (value) {
                case Json.Text(String some) -> Optional.of(some.strip());
                case Json.Whole(long whole) -> Optional.of(Long.toString(whole));
                case Json.Real _, Json.Truth _, Json.Nothing _, Json.Members _, Json.Items _ -> Optional.empty();
            });
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static double number(At properties, String name, double most, double otherwise) {
        Optional<At> given = properties.maybe(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        double number = given.get().number();
        if (number < 0 || number > most) {
            throw given.get().fault("must be 0 to " + most);
        }
        return number;
    }

    private static Area area(At geometry, At properties) {
        At coordinates = geometry.member("coordinates");
        return switch (geometry.member("type").text()) {
            case "Point" ->
                new Area.Circle(
                        Rings.corner(coordinates),
                        number(properties, "radius_m", LONGEST_RADIUS_M, Place.USUAL_RADIUS_M));
            case "Polygon" -> Rings.polygon(coordinates);
            case "MultiPolygon" -> union(coordinates);
            default -> throw geometry.member("type").fault("neither Point nor Polygon nor MultiPolygon");
        };
    }

    private static Area union(At coordinates) {
        List<Area> parts = new ArrayList<>();
        for (At each : coordinates.items()) {
            parts.add(Rings.polygon(each));
        }
        if (parts.isEmpty()) {
            throw coordinates.fault("a place without ground");
        }
        return parts.size() == 1 ? parts.getFirst() : new Area.Union(parts);
    }
}
