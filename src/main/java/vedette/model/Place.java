package vedette.model;

import static vedette.math.Require.require;

/// A place where people live, who are to be warned of what may come down there.
///
/// @param id its name in files and outputs
/// @param name what people call it
/// @param area its ground; a point is a circle of the radius within which an impact matters to it
/// @param population people living there, 0 or more
/// @param shelterS how long its people need to reach shelter, seconds, 0 or more
/// @param threshold probability of an impact in the area from which on it is warned, (0, 1)
/// @param deliveryS how long a warning takes from here to its people, seconds, 0 or more
public record Place(
        String id, String name, Area area, long population, double shelterS, double threshold, double deliveryS) {
    /// Checks the ranges.
    public Place {
        require(!id.isBlank(), "a place without a name");
        require(population >= 0, "population %s of %s", population, id);
        require(shelterS >= 0 && shelterS < 86_400, "shelterS %s of %s", shelterS, id);
        require(threshold > 0 && threshold < 1, "threshold %s of %s", threshold, id);
        require(deliveryS >= 0 && deliveryS < 86_400, "deliveryS %s of %s", deliveryS, id);
    }
}
