package vedette.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.format.text.YamlText;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.ObjectKind;
import vedette.model.PlotSigma;
import vedette.model.SensorId;

/// Reads scenarios written in YAML, as `data/scenarios/demo/scenario.yaml` shows them.
public final class ScenarioText {
    private ScenarioText() {}

    /// What became of a text.
    public sealed interface Parsed {}

    /// It was a scenario.
    ///
    /// @param scenario what it says
    public record Read(Scenario scenario) implements Parsed {}

    /// It was not.
    ///
    /// @param reason where and why, in one line
    public record NotRead(String reason) implements Parsed {}

    /// Reads a scenario.
    ///
    /// @param yaml the whole text
    public static Parsed read(String yaml) {
        return switch (YamlText.read(yaml)) {
            case JsonText.NotJson(String reason, int line) -> new NotRead("line " + line + ": " + reason);
            case JsonText.Read(Json value) -> scenario(value);
        };
    }

    private static Parsed scenario(Json text) {
        try {
            Part whole = new Part("scenario", text);
            return new Read(new Scenario(
                    whole.text("title"),
                    whole.number("storyS"),
                    whole.number("quietS"),
                    whole.parts("radars", "id").stream()
                            .map(ScenarioText::radar)
                            .toList(),
                    whole.parts("receivers", "id").stream()
                            .map(ScenarioText::receiver)
                            .toList(),
                    whole.parts("objects", "name").stream()
                            .map(ScenarioText::actor)
                            .toList()));
        } catch (IllegalArgumentException wrong) {
            return new NotRead(String.valueOf(wrong.getMessage()));
        }
    }

    private static Radar radar(Part part) {
        return new Radar(
                new SensorId(part.text("id")),
                (int) part.number("sac"),
                (int) part.number("sic"),
                place(part),
                part.number("periodS"),
                part.number("minRangeM"),
                part.number("maxRangeM"),
                new PlotSigma(part.number("sigmaRangeM"), Math.toRadians(part.number("sigmaAzimuthDeg")), 0, 0),
                part.number("replies"),
                part.number("echoRangeM"),
                part.number("detection"),
                part.number("clutterPerTurn"));
    }

    private static Receiver receiver(Part part) {
        return new Receiver(new SensorId(part.text("id")), place(part), part.number("maxRangeM"));
    }

    private static Geodetic place(Part part) {
        return latLon(part, part.numbers("place", 2)).at(part.number("heightM"));
    }

    private static Actor actor(Part part) {
        return new Actor(
                part.text("name"),
                part.choice("kind", ObjectKind.class, ObjectKind.UNKNOWN),
                part.choice("equipment", Actor.Equipment.class, Actor.Equipment.NONE),
                part.optional("callsign").orElse(""),
                part.number("fromS", 0),
                (int) part.number("count", 1),
                part.number("spreadM", 0),
                codes(part),
                path(part));
    }

    private static List<Actor.CodeChange> codes(Part part) {
        List<Actor.CodeChange> codes = new ArrayList<>();
        for (Json each : part.value.items("codes")) {
            List<Json> pair = each.items();
            part.check(pair.size() == 2, "codes", "are pairs [seconds, \"octal code\"]");
            codes.add(new Actor.CodeChange(seconds(part, pair.getFirst()), octal(part, pair.getLast())));
        }
        return codes;
    }

    private static double seconds(Part part, Json time) {
        part.check(time.number().isPresent(), "codes", "begin with a time in seconds");
        return time.number().getAsDouble();
    }

    private static int octal(Part part, Json code) {
        String digits = code instanceof Json.Text(String text) ? text : "";
        part.check(digits.matches("[0-7]{4}"), "codes", "need four octal digits in quotes");
        return Integer.parseInt(digits, 8);
    }

    private static List<Waypoint> path(Part part) {
        List<Waypoint> path = new ArrayList<>();
        for (Json point : part.value.items("path")) {
            double[] four = point.numbers();
            part.check(four.length == 4, "path", "has points [latitude, longitude, height, speed]");
            path.add(new Waypoint(latLon(part, four), four[2], four[3]));
        }
        return path;
    }

    private static LatLon latLon(Part part, double[] degrees) {
        part.check(Math.abs(degrees[0]) <= 90 && Math.abs(degrees[1]) <= 180, "place", "is not on the Earth");
        return LatLon.ofDegrees(degrees[0], degrees[1]);
    }

    /// A part of the text and where it stands, for refusals.
    private record Part(String where, Json value) {
        void check(boolean kept, String key, String rule) {
            if (!kept) {
                throw new IllegalArgumentException(where + ": " + key + " " + rule);
            }
        }

        List<Part> parts(String key, String naming) {
            List<Part> parts = new ArrayList<>();
            for (Json item : value.items(key)) {
                String name = item.text(naming).orElse("number " + (parts.size() + 1));
                parts.add(new Part(key + ", " + name, item));
            }
            return parts;
        }

        String text(String key) {
            return optional(key)
                    .orElseThrow(() -> new IllegalArgumentException(where + ": " + key + " is missing or not a text"));
        }

        Optional<String> optional(String key) {
            return value.text(key);
        }

        double number(String key) {
            check(value.number(key).isPresent(), key, "is missing or not a number");
            return value.number(key).getAsDouble();
        }

        double number(String key, double otherwise) {
            return value.member(key).isPresent() ? number(key) : otherwise;
        }

        double[] numbers(String key, int count) {
            double[] numbers = value.numbers(key);
            check(numbers.length == count, key, "needs " + count + " numbers");
            return numbers;
        }

        <E extends Enum<E>> E choice(String key, Class<E> kinds, E otherwise) {
            Optional<String> told = optional(key);
            if (told.isEmpty()) {
                return otherwise;
            }
            String name = told.get().toUpperCase(Locale.ROOT).replace('-', '_');
            for (E kind : kinds.getEnumConstants()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(where + ": " + key + " '" + told.get() + "' is not known");
        }
    }
}
