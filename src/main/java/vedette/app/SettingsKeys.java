package vedette.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.format.text.Json;
import vedette.model.SensorId;

/// The keys of one part of the settings, each asked for once; what nobody asked for is an unknown key.
final class SettingsKeys {
    private static final int NEAR = 3;

    private final String file;
    private final String path;
    private final Json value;
    private final List<String> known = new ArrayList<>();

    SettingsKeys(String file, String path, Json value) {
        this.file = file;
        this.path = path;
        this.value = value;
        if (!(value instanceof Json.Members)) {
            throw new Failure(
                    file + ": " + (path.isEmpty() ? "the file" : path) + " is not a list of keys",
                    "Write it as 'key: value' lines");
        }
    }

    /// A failure at a key of this part.
    Failure wrong(String key, String what, String remedy) {
        return new Failure(file + ": " + name(key) + " " + what, remedy);
    }

    /// The full name of a key, as `feeds[1].address`.
    String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Optional<String> text(String key) {
        return switch (take(key)) {
            case Json.Text(String text) -> Optional.of(text);
            case Json.Whole(long whole) -> Optional.of(Long.toString(whole));
            case Json.Real(double real) -> Optional.of(Double.toString(real));
            case Json.Truth(boolean truth) -> Optional.of(Boolean.toString(truth));
            case Json.Nothing _ -> Optional.empty();
            case Json.Members _, Json.Items _ -> throw wrong(key, "is not a text", "Give one value");
        };
    }

    /// Whether a key is given at all.
    boolean has(String key) {
        known.add(key);
        return value.member(key).isPresent();
    }

    String required(String key, String remedy) {
        return text(key).orElseThrow(() -> wrong(key, "is missing", remedy));
    }

    /// A sensor's name.
    SensorId sensor(String key, String remedy) {
        String name = required(key, remedy);
        try {
            return new SensorId(name);
        } catch (IllegalArgumentException unfit) {
            throw wrong(key, "is no name", "Give 1 to 64 characters on one line, not blanks alone");
        }
    }

    OptionalDouble number(String key, double least, double most) {
        Json taken = take(key);
        double number = switch (taken) {
            case Json.Whole(long whole) -> whole;
            case Json.Real(double real) -> real;
            case Json.Nothing _ -> Double.NaN;
            case Json.Text _, Json.Truth _, Json.Members _, Json.Items _ ->
                throw wrong(key, "is not a number", from(least, most));
        };
        if (taken instanceof Json.Nothing) {
            return OptionalDouble.empty();
        }
        if (!(number >= least && number <= most)) {
            throw wrong(key, "is " + plain(number), from(least, most));
        }
        return OptionalDouble.of(number);
    }

    private static String from(double least, double most) {
        return "Give a number from " + plain(least) + " to " + plain(most);
    }

    // A port is 0, not 0.0.
    private static String plain(double number) {
        long whole = (long) number;
        return whole == number ? Long.toString(whole) : Double.toString(number);
    }

    double number(String key, double least, double most, double otherwise) {
        return number(key, least, most).orElse(otherwise);
    }

    int whole(String key, int least, int most, int otherwise) {
        double number = number(key, least, most, otherwise);
        if (number != Math.rint(number)) {
            throw wrong(key, "is " + number, "Give a whole number");
        }
        return (int) number;
    }

    boolean truth(String key, boolean otherwise) {
        return switch (take(key)) {
            case Json.Truth(boolean truth) -> truth;
            case Json.Nothing _ -> otherwise;
            case Json.Text _, Json.Whole _, Json.Real _, Json.Members _, Json.Items _ ->
                throw wrong(key, "is neither true nor false", "Give true or false");
        };
    }

    <E extends Enum<E>> Optional<E> choice(String key, Class<E> of) {
        return text(key).map(text -> {
            for (E constant : of.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(text.replace('-', '_'))) {
                    return constant;
                }
            }
            throw wrong(key, "is '" + text + "'", "Give one of " + names(of));
        });
    }

    /// The part under a key; an empty part when it is not there.
    SettingsKeys part(String key) {
        Json taken = take(key);
        return new SettingsKeys(file, name(key), taken instanceof Json.Nothing ? new Json.Members(List.of()) : taken);
    }

    List<SettingsKeys> parts(String key) {
        List<SettingsKeys> parts = new ArrayList<>();
        for (Json item : items(key)) {
            parts.add(new SettingsKeys(file, name(key) + "[" + parts.size() + "]", item));
        }
        return parts;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Json item : items(key)) {
            if (!(item instanceof Json.Text(String text))) {
                throw wrong(key, "holds what is not a text", "Give a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /// Refuses keys that nobody asked for. Called when all of the part was read.
    void nothingElse() {
        if (!(value instanceof Json.Members(List<Json.Member> members))) {
            return;
        }
        for (Json.Member member : members) {
            if (!known.contains(member.name())) {
                throw wrong(member.name(), "is not a key", remedy(member.name()));
            }
        }
    }

    private Json take(String key) {
        known.add(key);
        return value.member(key).orElse(new Json.Nothing());
    }

    private List<Json> items(String key) {
        return switch (take(key)) {
            case Json.Items(List<Json> items) -> items;
            case Json.Nothing _ -> List.of();
            case Json.Members _, Json.Text _, Json.Whole _, Json.Real _, Json.Truth _ ->
                throw wrong(key, "is not a list", "Write it as '- ' lines");
        };
    }

    private String remedy(String unknown) {
        String nearest = "";
        int least = NEAR + 1;
        for (String candidate : known) {
            int distance = distance(unknown, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return least <= NEAR ? "Perhaps '" + nearest + "' is meant" : "Known here: " + String.join(", ", known);
    }

    // Levenshtein's edit distance.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static <E extends Enum<E>> String names(Class<E> of) {
        List<String> names = new ArrayList<>();
        for (E constant : of.getEnumConstants()) {
            names.add(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return String.join(", ", names);
    }
}
