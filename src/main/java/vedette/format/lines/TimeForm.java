package vedette.format.lines;

import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.Utc;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// How moments stand in a file of lines.
public sealed interface TimeForm {
    /// Seconds of a scenario.
    ///
    /// @param zero the moment that is second 0
    record Scenario(Moment zero) implements TimeForm {}

    /// ISO 8601 UTC.
    ///
    /// @param leaps UTC against TAI
    record Calendar(LeapSeconds leaps) implements TimeForm {}

    /// A moment as it stands in a line: a number of seconds with at most six decimals, or a text.
    default Json json(Moment moment) {
        return switch (this) {
            case Scenario(Moment zero) -> new Json.Real(Math.round(moment.secondsSince(zero) * MICRO) / MICRO);
            case Calendar(LeapSeconds leaps) -> new Json.Text(Utc.text(moment, leaps));
        };
    }

    /// The moment of a value.
    default Optional<Moment> moment(Json value) {
        return switch (this) {
            case Scenario(Moment zero) ->
                value.number().isPresent() && Math.abs(value.number().getAsDouble()) < LONGEST_S
                        ? Optional.of(zero.plusS(value.number().getAsDouble()))
                        : Optional.empty();
            case Calendar(LeapSeconds leaps) -> value.text().flatMap(text -> Utc.moment(text, leaps));
        };
    }

    /// Microseconds in a second.
    double MICRO = 1e6;

    /// Scenarios are shorter than ten years, seconds.
    double LONGEST_S = 3.2e8;
}
