package vedette.format.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Domain;
import vedette.model.LatLon;
import vedette.model.Moment;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.WarningId;
import vedette.model.ZoneId;

/// `warnings.jsonl`: one line a revision of a warning.
///
/// Stage, kind and domain stand as the model names them, severity, urgency and certainty as CAP 1.2 §3.2.2
/// spells them, confidence in small letters; a polygon's corners are [latitude, longitude] in degrees, the
/// first not repeated.
public final class WarningLines {
    /// Longer lines are refused: a polygon of 10,000 corners takes 500,000 characters.
    private static final int LONGEST = 2_000_000;

    /// Coordinates are written to 1e-7 degrees, a centimetre.
    private static final double DEGREE_PARTS = 1e7;

    private WarningLines() {}

    /// A revision as one line, without the line's end.
    public static String write(Warning warning, TimeForm times) {
        return JsonText.write(
                new Json.Members(List.of(
                        text("id", warning.id().name()),
                        member("revision", new Json.Whole(warning.revision())),
                        member("t", times.json(warning.at())),
                        text("domain", warning.domain().name()),
                        text("stage", warning.stage().name()),
                        text("kind", warning.kind().name()),
                        text("severity", capitalised(warning.gravity().severity())),
                        text("urgency", capitalised(warning.gravity().urgency())),
                        text("certainty", capitalised(warning.gravity().certainty())),
                        text("confidence", warning.gravity().confidence().name().toLowerCase(Locale.ROOT)),
                        list("tracks", warning.tracks(), track -> new Json.Whole(track.number())),
                        list("areas", warning.zones(), zone -> new Json.Text(zone.name())),
                        list("polygon", warning.polygon(), WarningLines::corner),
                        member("onset", times.json(warning.validity().onset())),
                        member("latest", times.json(warning.validity().latest())),
                        member("expires", times.json(warning.validity().expires())),
                        list("sources", warning.sources(), sensor -> new Json.Text(sensor.name())),
                        text("why", warning.words().why()))),
                0);
    }

    private static Json.Member member(String name, Json value) {
        return new Json.Member(name, value);
    }

    private static Json.Member text(String name, String value) {
        return member(name, new Json.Text(value));
    }

    private static <T> Json.Member list(String name, List<T> values, Function<T, Json> each) {
        return member(name, new Json.Items(values.stream().map(each).toList()));
    }

    private static Json corner(LatLon place) {
        return new Json.Items(List.of(degrees(place.latDeg()), degrees(place.lonDeg())));
    }

    private static Json degrees(double value) {
        return new Json.Real(Math.rint(value * DEGREE_PARTS) / DEGREE_PARTS);
    }

    private static String capitalised(Enum<?> value) {
        String name = value.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /// What a line holds.
    public sealed interface Line {}

    /// A revision.
    ///
    /// @param warning the revision; headline and advice are empty and everyone may see it, since a line tells
    /// neither
    public record Revision(Warning warning) implements Line {}

    /// A line that is no revision.
    ///
    /// @param field the field at fault, or nothing
    /// @param reason what is wrong
    public record NoRevision(String field, String reason) implements Line {}

    /// Reads a line.
    public static Line read(String line, TimeForm times) {
        if (line.length() > LONGEST) {
            return new NoRevision("", "longer than " + LONGEST + " characters");
        }
        return switch (JsonText.read(line)) {
            case JsonText.NotJson(String reason, int _) -> new NoRevision("", "not JSON: " + reason);
            case JsonText.Read(Json value) -> parsed(value, times);
        };
    }

    private static Line parsed(Json value, TimeForm times) {
        try {
            return new Revision(new Fields(value, times).warning());
        } catch (BadField fault) {
            return new NoRevision(fault.field, fault.reason);
        } catch (IllegalArgumentException fault) {
            return new NoRevision("", String.valueOf(fault.getMessage()));
        }
    }

    private static final class BadField extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final String reason;

        BadField(String field, String reason) {
            super(field + ": " + reason, null, false, false);
            this.field = field;
            this.reason = reason;
        }
    }

    private record Fields(Json line, TimeForm times) {
        Warning warning() {
            return new Warning(
                    new WarningId(string("id")),
                    (int) Math.min(Integer.MAX_VALUE, whole("revision")),
                    moment("t"),
                    oneOf("domain", Domain.class),
                    oneOf("stage", Warning.Stage.class),
                    oneOf("kind", Warning.Kind.class),
                    new Warning.Gravity(
                            oneOf("severity", Warning.Severity.class),
                            oneOf("urgency", Warning.Urgency.class),
                            oneOf("certainty", Warning.Certainty.class),
                            oneOf("confidence", Warning.Confidence.class)),
                    all(
                            "tracks",
                            track -> track.whole().stream()
                                    .mapToObj(TrackId::new)
                                    .findFirst()),
                    all("areas", zone -> zone.text().map(ZoneId::new)),
                    all("polygon", Fields::corner),
                    new Warning.Validity(moment("onset"), moment("latest"), moment("expires")),
                    all("sources", sensor -> sensor.text().map(SensorId::new)),
                    new Warning.Words("", string("why"), ""),
                    Releasability.OPEN);
        }

        private String string(String field) {
            return line.text(field).orElseThrow(() -> new BadField(field, "no text"));
        }

        private long whole(String field) {
            return line.whole(field).orElseThrow(() -> new BadField(field, "no whole number"));
        }

        private Moment moment(String field) {
            return line.member(field).flatMap(times::moment).orElseThrow(() -> new BadField(field, "no time"));
        }

        private <E extends Enum<E>> E oneOf(String field, Class<E> type) {
            String name = string(field);
            for (E each : type.getEnumConstants()) {
                if (each.name().equalsIgnoreCase(name)) {
                    return each;
                }
            }
            throw new BadField(field, "none of " + List.of(type.getEnumConstants()));
        }

        private <T> List<T> all(String field, Function<Json, Optional<T>> each) {
            List<T> found = new ArrayList<>();
            for (Json item : line.items(field)) {
                found.add(each.apply(item).orElseThrow(() -> new BadField(field, "an item of another form")));
            }
            return found;
        }

        private static Optional<LatLon> corner(Json item) {
            double[] degrees = item.numbers();
            return degrees.length == 2 ? Optional.of(LatLon.ofDegrees(degrees[0], degrees[1])) : Optional.empty();
        }
    }
}
