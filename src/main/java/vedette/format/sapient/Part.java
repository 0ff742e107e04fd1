package vedette.format.sapient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A message, or a part of one: the values of its fields. Immutable.
///
/// Fields are asked for by the standard's names; asking for one that the type does not have is our own mistake.
public final class Part implements Value {
    private final MessageType type;
    private final @Nullable Value[] values;

    private Part(MessageType type, @Nullable Value[] values) {
        this.type = type;
        this.values = values;
    }

    /// Values being gathered.
    static final class Builder {
        private final MessageType type;
        private final @Nullable Value[] values;

        Builder(MessageType type) {
            this.type = type;
            values = new @Nullable Value[type.fields().size()];
        }

        MessageType type() {
            return type;
        }

        boolean has(Field field) {
            return values[field.index()] != null;
        }

        Builder set(Field field, Value value) {
            values[field.index()] = value;
            return this;
        }

        /// Sets a field by its name.
        Builder set(String field, Value value) {
            return set(type.field(field), value);
        }

        Builder text(String field, String text) {
            return set(field, new Value.Text(text));
        }

        Builder real(String field, double number) {
            return set(field, new Value.Real(number));
        }

        /// Sets an enum by the name of its value, without the prefix.
        Builder choice(String field, String value) {
            return set(field, choiceOf(type.field(field), value));
        }

        /// Sets a repeated field; nothing when there are no values.
        Builder all(String field, List<? extends Value> list) {
            return list.isEmpty() ? this : set(field, new Value.Listed(List.copyOf(list)));
        }

        Part build() {
            return new Part(type, values.clone());
        }

        static Value choiceOf(Field field, String value) {
            for (int number = 0; number < 64; number++) {
                var choice = field.choiceType().of(number);
                if (choice.isPresent() && choice.get().name().equals(value)) {
                    return new Value.Choice(number);
                }
            }
            throw new IllegalArgumentException("no value " + value + " in " + field.choiceType());
        }
    }

    /// What kind of part this is.
    public MessageType type() {
        return type;
    }

    @Nullable
    Value at(Field field) {
        return values[field.index()];
    }

    private @Nullable Value at(String field) {
        return values[type.field(field).index()];
    }

    /// Whether a field stands there.
    public boolean has(String field) {
        return at(field) != null;
    }

    /// The text of a field, where it stands there.
    public Optional<String> text(String field) {
        return at(field) instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /// The number of a field, where it stands there.
    public OptionalDouble number(String field) {
        Value value = at(field);
        if (value instanceof Value.Real(double number)) {
            return OptionalDouble.of(number);
        }
        return value instanceof Value.Whole(int number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /// The name of an enum's value without its prefix, as `RADAR`; nothing when it is not there or not known.
    public Optional<String> choice(String field) {
        Field asked = type.field(field);
        return values[asked.index()] instanceof Value.Choice(int number)
                ? asked.choiceType().of(number).map(ChoiceType.Choice::name)
                : Optional.empty();
    }

    /// The truth of a field, where it stands there.
    public Optional<Boolean> truth(String field) {
        return at(field) instanceof Value.Truth(boolean truth) ? Optional.of(truth) : Optional.empty();
    }

    /// The time of a field, where it stands there.
    public Optional<Value.Time> time(String field) {
        return at(field) instanceof Value.Time time ? Optional.of(time) : Optional.empty();
    }

    /// The part in a field, where it stands there.
    public Optional<Part> part(String field) {
        return at(field) instanceof Part part ? Optional.of(part) : Optional.empty();
    }

    /// The values of a repeated field, none when it is not there; of a single one that value.
    public List<Value> list(String field) {
        Value value = at(field);
        if (value == null) {
            return List.of();
        }
        return value instanceof Value.Listed(List<Value> all) ? all : List.of(value);
    }

    /// The parts of a repeated field.
    public List<Part> parts(String field) {
        return list(field).stream()
                .filter(Part.class::isInstance)
                .map(Part.class::cast)
                .toList();
    }

    /// The texts of a repeated field.
    public List<String> texts(String field) {
        return list(field).stream()
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).text())
                .toList();
    }

    /// The name of the field that stands there of a group of which only one may.
    public Optional<String> which(String group) {
        for (Field field : type.fields()) {
            if (values[field.index()] != null && field.oneof().equals(Optional.of(group))) {
                return Optional.of(field.name());
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Part part && type == part.type && Arrays.equals(values, part.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return type.name();
    }
}
