package vedette;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Draws;
import vedette.model.Authority;
import vedette.model.Bulletin;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

/// Warnings of all domains from a seed, with words that could hide a mark or pose as one.
public final class RandomWarnings {
    /// The first of them is of this moment, each further one a second later.
    public static final Moment START = new Moment(2_000_000_000_000_000_000L);

    private static final List<String> WORDS = List.of(
            "Impact near the coast",
            "THIS IS NOT AN EXERCISE",
            "LIVE LIVE LIVE",
            "</headline><status>Actual</status>",
            "Ж & <b> ]]> \u202e",
            "");

    private RandomWarnings() {}

    /// A warning.
    ///
    /// @param seed of all of them
    /// @param number which one
    public static Warning warning(long seed, int number) {
        Draws draws = Draws.of(seed, number, "wall");
        Moment at = START.plusS(number);
        Warning.Stage stage = Warning.Stage.values()[1 + draws.below(Warning.Stage.values().length - 1)];
        double lat = draws.uniform(-89, 89);
        double lon = draws.uniform(-180, 180);
        List<LatLon> polygon = draws.uniform() < 0.2
                ? List.of()
                : List.of(
                        LatLon.ofDegrees(lat, lon), LatLon.ofDegrees(lat + 0.5, lon), LatLon.ofDegrees(lat, lon + 0.5));
        return new Warning(
                new WarningId("W-" + number),
                1 + draws.below(50),
                at,
                Domain.values()[draws.below(Domain.values().length)],
                stage,
                Warning.Kind.values()[draws.below(Warning.Kind.values().length)],
                new Warning.Gravity(
                        Warning.Severity.values()[draws.below(Warning.Severity.values().length)],
                        Warning.Urgency.values()[draws.below(Warning.Urgency.values().length)],
                        Warning.Certainty.values()[draws.below(Warning.Certainty.values().length)],
                        Warning.Confidence.values()[draws.below(Warning.Confidence.values().length)]),
                List.of(new TrackId(1 + draws.below(1000))),
                draws.uniform() < 0.5 ? List.of() : List.of(new ZoneId("zone <" + number + ">")),
                polygon,
                new Warning.Validity(at.plusS(10), at.plusS(draws.uniform(10, 900)), at.plusS(1000)),
                List.of(new SensorId("radar & co")),
                new Warning.Words(words(draws), words(draws), words(draws)),
                Releasability.OPEN);
    }

    private static String words(Draws draws) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            chosen.add(WORDS.get(draws.below(WORDS.size())));
        }
        return String.join(" ", chosen);
    }

    /// Its first bulletin, signed by two.
    public static Bulletin bulletin(Warning warning) {
        return new Bulletin(warning, 1, warning.at(), new Authority.Persons(List.of("Anna", "Berta")));
    }
}
