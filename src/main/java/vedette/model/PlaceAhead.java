package vedette.model;

import static vedette.math.Require.require;

import java.util.List;

/// When raids may reach one place.
///
/// @param place its id
/// @param probability that at least one attacker reaches it within the time looked ahead, [0, 1]
/// @param missile the same of cruise missiles alone, which leave little time, [0, 1]
/// @param soonestS how soon an attacker could be there, would it turn to it now, seconds; 0 when one is there,
/// infinite when none could be for long
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
        double missile,
        double soonestS,
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
        require(missile >= 0 && missile <= 1, "missile %s of %s", missile, place);
        require(soonestS >= 0, "soonestS %s of %s", soonestS, place);
        raids = List.copyOf(raids);
        sources = List.copyOf(sources);
    }
}
