package vedette.format.sapient;

import static vedette.math.Require.require;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// All message types of an edition, read from our own table `messages.txt`.
final class Schema {
    private static final String TABLE = "/vedette/format/sapient/messages.txt";
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final Pattern TYPE = Pattern.compile("([\\w.]+)(?:\\{(-?\\d+)\\.\\.(\\d*)})?([!*+]?)");
    private static final Schema SECOND = load(Edition.V2);
    private static final Schema FIRST = load(Edition.V1);

    private final Map<String, MessageType> messages = new HashMap<>();
    private final Map<String, ChoiceType> choices = new HashMap<>();

    private Schema() {}

    static Schema of(Edition edition) {
        return switch (edition) {
            case V2 -> SECOND;
            case V1 -> FIRST;
        };
    }

    /// The type of whole messages.
    MessageType root() {
        return message("SapientMessage");
    }

    MessageType message(String name) {
        return Optional.ofNullable(messages.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no message " + name));
    }

    private static Schema load(Edition edition) {
        List<String> lines = new ArrayList<>();
        for (String line : table().split("\n", -1)) {
            int mark = line.indexOf('@');
            if (!line.isBlank() && !line.startsWith("#") && (mark < 0 || line.charAt(mark + 1) == edition.digit())) {
                lines.add(mark < 0 ? line : line.substring(0, mark).stripTrailing());
            }
        }
        Schema schema = new Schema();
        lines.forEach(schema::declare);
        schema.define(lines);
        return schema;
    }

    private static String table() {
        try (InputStream in = Schema.class.getResourceAsStream(TABLE)) {
            require(in != null, "no %s", TABLE);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void declare(String line) {
        String[] words = SPACE.split(line, -1);
        if (words[0].equals("message")) {
            messages.put(words[1], new MessageType(words[1]));
        } else if (words[0].equals("enum")) {
            choices.put(words[1], new ChoiceType(words[1], words[2]));
        }
    }

    private void define(List<String> lines) {
        Optional<MessageType> message = Optional.empty();
        Optional<ChoiceType> choice = Optional.empty();
        String group = "";
        for (String line : lines) {
            String[] words = SPACE.split(line.strip(), -1);
            switch (words[0]) {
                case "message" -> {
                    message = Optional.of(message(words[1]));
                    choice = Optional.empty();
                }
                case "enum" -> {
                    choice = Optional.ofNullable(choices.get(words[1]));
                    message = Optional.empty();
                }
                case "oneof" -> {
                    group = words[1].replace("!", "");
                    message.orElseThrow().add(new MessageType.Group(group, words[1].endsWith("!"), new ArrayList<>()));
                }
                default -> {
                    int number = Integer.parseInt(words[0]);
                    choice.ifPresent(type -> type.add(number, words[1]));
                    String of = line.startsWith("    ") ? group : "";
                    message.ifPresent(type -> type.add(field(type, words, of)));
                }
            }
        }
    }

    private Field field(MessageType owner, String[] words, String group) {
        Matcher type = TYPE.matcher(words[2]);
        require(type.matches(), "the type %s of %s", words[2], words[1]);
        Optional<MessageType> part = Optional.ofNullable(messages.get(type.group(1)));
        Optional<ChoiceType> choice = Optional.ofNullable(choices.get(type.group(1)));
        Kind kind = Kind.named(type.group(1)).orElse(part.isPresent() ? Kind.PART : Kind.CHOICE);
        require(kind != Kind.CHOICE || choice.isPresent(), "no type %s", type.group(1));
        String mark = type.group(4);
        return new Field(
                owner.fields().size(),
                Integer.parseInt(words[0]),
                words[1],
                kind,
                part,
                choice,
                new Field.Demand(mark.equals("!") || mark.equals("+"), mark.equals("*") || mark.equals("+")),
                range(type),
                group.isEmpty() ? Optional.empty() : Optional.of(group));
    }

    private static Field.Range range(Matcher type) {
        if (type.group(2) == null) {
            return Field.Range.ANY;
        }
        String most = type.group(3);
        return new Field.Range(
                Double.parseDouble(type.group(2)),
                most.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(most));
    }
}
