package vedette.format.lines;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.format.text.Json;
import vedette.model.Geodetic;
import vedette.model.Moment;
import vedette.model.SensorId;

/// The members of a line that comes from a stranger, each checked when it is asked for.
///
/// @param line the line's value
/// @param times how moments stand in it
record LineFields(Json line, TimeForm times) {
    private static final double FULL_TURN_DEG = 360;
    private static final int LONGEST_TOLD = 40;

    /// Nothing near the ground is so high above the ellipsoid or so deep below it, metres.
    private static final double HIGHEST_M = 100_000;

    private static final double DEEPEST_M = -1_000;

    /// A member that cannot be taken.
    static final class BadField extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final String field;
        final String reason;

        BadField(String field, String reason) {
            super(field + ": " + reason, null, false, false);
            this.field = field;
            this.reason = reason;
        }
    }

    String text(String field) {
        return line.text(field).orElseThrow(() -> bad(field, "no text"));
    }

    SensorId sensor() {
        try {
            return new SensorId(text("sensor"));
        } catch (IllegalArgumentException fault) {
            throw bad("sensor", "1 to 64 printable characters are needed");
        }
    }

    /// A moment that must stand there.
    Moment moment(String field) {
        return maybeMoment(field).orElseThrow(() -> bad(field, "no time"));
    }

    /// A moment that may stand there; something else is refused.
    Optional<Moment> maybeMoment(String field) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        Optional<Moment> moment = line.member(field).flatMap(times::moment);
        if (moment.isEmpty()) {
            throw bad(field, "no time");
        }
        return moment;
    }

    /// A number that must stand there, between two bounds.
    double number(String field, double least, double most) {
        return checked(field, line.number(path(field)), least, most);
    }

    /// A number that may stand there; `null` is as absent.
    OptionalDouble maybe(String field, double least, double most) {
        return isAbsent(field) ? OptionalDouble.empty() : OptionalDouble.of(number(field, least, most));
    }

    /// An angle in degrees that must stand there, as radians.
    double radians(String field, double leastDeg, double mostDeg) {
        return Math.toRadians(number(field, leastDeg, mostDeg));
    }

    /// An azimuth or course in degrees, any within a turn either way, as radians.
    double turn(String field) {
        return radians(field, -FULL_TURN_DEG, FULL_TURN_DEG);
    }

    /// `true` or `false`, where it stands there.
    Optional<Boolean> maybeTruth(String field) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        return switch (line.member(field).orElseThrow()) {
            case Json.Truth(boolean value) -> Optional.of(value);
            case Json.Members _, Json.Items _, Json.Text _, Json.Whole _, Json.Real _, Json.Nothing _ ->
                throw bad(field, "neither true nor false");
        };
    }

    /// One of the values of an enumeration, in any case, where it stands there.
    <E extends Enum<E>> Optional<E> maybeOneOf(String field, Class<E> type) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        String name = text(field).toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        throw bad(field, "'" + shortened(name) + "' is none of " + List.of(type.getEnumConstants()));
    }

    /// A text of bounded length, where it stands there and is not blank.
    Optional<String> maybeText(String field, int longest) {
        if (isAbsent(field)) {
            return Optional.empty();
        }
        String text = text(field).strip();
        if (text.length() > longest) {
            throw bad(field, "longer than " + longest + " characters");
        }
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    /// Three numbers that must stand there, none larger than a bound.
    double[] triple(String field, double most) {
        double[] numbers = line.numbers(field);
        if (numbers.length != 3 || line.items(field).size() != 3) {
            throw bad(field, "not three numbers");
        }
        for (double each : numbers) {
            checked(field, OptionalDouble.of(each), -most, most);
        }
        return numbers;
    }

    /// The sensor's place: [latitude, longitude, height], degrees and metres, where told.
    Optional<Geodetic> place() {
        if (isAbsent("position")) {
            return Optional.empty();
        }
        double[] p = line.numbers("position");
        if (p.length != 3 || line.items("position").size() != 3) {
            throw bad("position", "not [latitude, longitude, height]");
        }
        checked("position", OptionalDouble.of(p[0]), -90, 90);
        checked("position", OptionalDouble.of(p[1]), -180, 180);
        checked("position", OptionalDouble.of(p[2]), DEEPEST_M, HIGHEST_M);
        return Optional.of(new Geodetic(Math.toRadians(p[0]), Math.toRadians(p[1]), p[2]));
    }

    BadField bad(String field, String reason) {
        return new BadField(field, reason);
    }

    private boolean isAbsent(String field) {
        return line.at(path(field)).map(Json.Nothing.class::isInstance).orElse(true);
    }

    private static String[] path(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? new String[] {field} : new String[] {field.substring(0, dot), field.substring(dot + 1)};
    }

    private double checked(String field, OptionalDouble value, double least, double most) {
        double number = value.orElseThrow(() -> bad(field, "no number"));
        if (!(number >= least && number <= most)) {
            throw bad(field, number + " is not within " + least + " and " + most);
        }
        return number;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…";
    }
}
