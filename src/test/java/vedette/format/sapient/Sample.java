package vedette.format.sapient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Messages with every field, made from the table.
final class Sample {
    static final String NODE = "a8654cdf-4328-47de-81fa-c495589e30c9";
    static final String OBJECT = "01H4R63D7NVN8444Z5M77WEBY2";
    private static final int DEEPEST = 9;

    private final Edition edition;

    private Sample(Edition edition) {
        this.edition = edition;
    }

    /// A message of a content, with every field there is.
    static Part full(Edition edition, String content) {
        Sample sample = new Sample(edition);
        MessageType root = Schema.of(edition).root();
        Part.Builder message = new Part.Builder(root);
        for (Field field : root.fields()) {
            if (field.oneof().isEmpty() || field.name().equals(content)) {
                message.set(field, sample.value(root, field, 0));
            }
        }
        return message.build();
    }

    /// The contents that messages bear.
    static List<String> contents() {
        return Schema.of(Edition.V2).root().groups().iterator().next().fields().stream()
                .map(Field::name)
                .toList();
    }

    private Part part(MessageType type, int depth) {
        return filled(type, depth).build();
    }

    private Part.Builder filled(MessageType type, int depth) {
        Part.Builder part = new Part.Builder(type);
        List<String> chosen = new ArrayList<>();
        for (Field field : type.fields()) {
            boolean another = field.oneof().map(chosen::contains).orElse(false);
            if (!another && (depth < DEEPEST || field.kind() != Kind.PART || !field.repeated() || field.needed())) {
                field.oneof().ifPresent(chosen::add);
                Value value = value(type, field, depth);
                part.set(field, field.repeated() ? new Value.Listed(List.of(value)) : value);
            }
        }
        return part;
    }

    private Value value(MessageType type, Field field, int depth) {
        return switch (field.kind()) {
            case TEXT -> new Value.Text(text(type, field));
            case UUID -> new Value.Text(NODE);
            case ULID -> new Value.Text(OBJECT);
            case BOOL -> new Value.Truth(true);
            case INT -> new Value.Whole(1);
            case FLOAT -> new Value.Real(0.5f);
            case DOUBLE -> new Value.Real(0.25);
            case BYTES -> new Value.Bytes(new byte[] {1, 2, 3});
            case TIME -> new Value.Time(1_767_225_600L, 5_000_000);
            case CHOICE -> new Value.Choice(field.choiceType().of(1).isPresent() ? 1 : 2);
            case PART -> part(field.partType(), depth + 1);
        };
    }

    private String text(MessageType type, Field field) {
        return switch (type.name() + "." + field.name()) {
            case "Registration.icd_version" -> edition.icd();
            case "DetectionReport.Behaviour.type" -> "Walking";
            case "Location.utm_zone", "Registration.LocationType.zone", "Registration.VelocityType.zone" -> "30U";
            default -> "x";
        };
    }

    /// Something to be done to one field of a message.
    interface Deed {
        /// What the field should say instead; nothing takes it away.
        ///
        /// @return nothing to leave this field as it is
        Optional<Optional<Value>> done(Field field, Value value);
    }

    /// A message with one field spoilt.
    ///
    /// @param path the way to the field
    /// @param message with it spoilt
    record Spoilt(String path, Part message) {}

    /// All messages that differ from one in one field, by a deed.
    static List<Spoilt> spoilt(Part message, Deed deed) {
        List<Spoilt> all = new ArrayList<>();
        for (Field field : message.type().fields()) {
            for (Variant variant : variants(field, message.at(field), field.name(), deed)) {
                all.add(new Spoilt(variant.path, with(message, field, variant.now)));
            }
        }
        return all;
    }

    private record Variant(String path, Optional<Value> now) {}

    private static List<Variant> variants(Field field, @Nullable Value value, String path, Deed deed) {
        List<Variant> all = new ArrayList<>();
        if (value == null) {
            return all;
        }
        deed.done(field, value).ifPresent(now -> all.add(new Variant(path, now)));
        if (value instanceof Value.Listed(List<Value> list)) {
            for (Variant first : variants(field, list.getFirst(), path + ".0", deed)) {
                List<Value> now = first.now.map(List::of).orElse(List.of());
                all.add(new Variant(first.path, Optional.of(new Value.Listed(now))));
            }
        } else if (value instanceof Part part) {
            for (Field below : part.type().fields()) {
                for (Variant inner : variants(below, part.at(below), path + "." + below.name(), deed)) {
                    all.add(new Variant(inner.path, Optional.of(with(part, below, inner.now))));
                }
            }
        }
        return all;
    }

    private static Part with(Part message, Field field, Optional<Value> now) {
        Part.Builder changed = new Part.Builder(message.type());
        for (Field each : message.type().fields()) {
            Value value = message.at(each);
            if (each != field && value != null) {
                changed.set(each, value);
            }
        }
        now.ifPresent(value -> changed.set(field, value));
        return changed.build();
    }
}
