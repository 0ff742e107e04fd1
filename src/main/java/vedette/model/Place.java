package vedette.model;

import static vedette.math.Require.require;

/// A place where people live, who are to be warned of what may come down there.
///
/// @param id its name in files and outputs
/// @param name what people call it
/// @param area its ground; a point is a circle of the radius within which an impact matters to it
/// @param population people living there, 0 or more
/// @param shelterS how long its people need to reach shelter, seconds, 0 or more
/// @param threshold probability of an impact in the area from which on it is warned, (0, 1); while there is much time
/// left it is made ready from there on, and warned when the impact is likely
/// @param deliveryS how long a warning takes from here to its people, seconds, 0 or more
public record Place(
        String id, String name, Area area, long population, double shelterS, double threshold, double deliveryS) {
    /// Within so far of a point an impact matters to it, where a file says nothing, metres.
    public static final double USUAL_RADIUS_M = 5_000;

    /// It is warned from this probability of an impact on, where a file says nothing.
    public static final double USUAL_THRESHOLD = 0.01;

    /// People need so long to reach shelter, where a file says nothing, seconds.
    public static final double USUAL_SHELTER_S = 180;

    /// A warning takes so long to reach them, where a file says nothing, seconds.
    public static final double USUAL_DELIVERY_S = 10;

    /// Checks the ranges.
    public Place {
        require(!id.isBlank(), "a place without a name");
        require(population >= 0, "population %s of %s", population, id);
        require(shelterS >= 0 && shelterS < 86_400, "shelterS %s of %s", shelterS, id);
        require(threshold > 0 && threshold < 1, "threshold %s of %s", threshold, id);
        require(deliveryS >= 0 && deliveryS < 86_400, "deliveryS %s of %s", deliveryS, id);
    }
}
