package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// When raids may reach one place.
///
/// @param place its id
/// @param probability that at least one attacker reaches it within the time looked ahead, [0, 1]
/// @param lingering that any attacker now flying could still turn to it within the time looked ahead, [0, 1]
/// @param expected how many are expected to reach it
/// @param earliest when at the earliest (5 % quantile of the first arrival)
/// @param likely the median of the first arrival
/// @param latest and at the latest (95 % quantile)
/// @param raids numbers of the raids it is about, ascending
/// @param sources nodes that heard the attackers lately, a few
/// @param why one sentence
public record PlaceAhead(
        String place,
        double probability,
        double lingering,
        double expected,
        Moment earliest,
        Moment likely,
        Moment latest,
        List<Long> raids,
        List<SensorId> sources,
        String why) {
    /// Checks and copies.
    public PlaceAhead {
        require(probability >= 0 && probability <= 1, "probability %s of %s", probability, place);
        require(lingering >= 0 && lingering <= 1, "lingering %s of %s", lingering, place);
        raids = List.copyOf(raids);
        sources = List.copyOf(sources);
    }
}
