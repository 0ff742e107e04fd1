package vedette.format.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One JSON value (RFC 8259).
///
/// Questions about a value that has another form give nothing instead of failing: files come from strangers.
public sealed interface Json {
    /// An object; the members stand in the order of the text.
    ///
    /// @param members its members
    record Members(List<Member> members) implements Json {
        /// Copies the list.
        public Members {
            members = List.copyOf(members);
        }
    }

    /// One member of an object.
    ///
    /// @param name its name
    /// @param value its value
    record Member(String name, Json value) {}

    /// An array.
    ///
    /// @param items its items
    record Items(List<Json> items) implements Json {
        /// Copies the list.
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A string.
    ///
    /// @param text its characters
    record Text(String text) implements Json {}

    /// A number without fraction or exponent.
    ///
    /// @param value its value
    record Whole(long value) implements Json {}

    /// Any other number.
    ///
    /// @param value the nearest double; what is not finite is written as `null`
    record Real(double value) implements Json {}

    /// `true` or `false`.
    ///
    /// @param value which
    record Truth(boolean value) implements Json {}

    /// `null`.
    record Nothing() implements Json {}

    /// The value of a member; of repeated names the last one.
    ///
    /// @param name its name
    /// @return nothing when this is no object or has no such member
    default Optional<Json> member(String name) {
        return this instanceof Members(List<Member> members)
                ? members.stream()
                        .filter(m -> m.name().equals(name))
                        .map(Member::value)
                        .reduce((a, b) -> b)
                : Optional.empty();
    }

    /// The value at the end of a path of member names.
    ///
    /// @param names from the outside in
    default Optional<Json> at(String... names) {
        Optional<Json> here = Optional.of(this);
        for (String name : names) {
            here = here.flatMap(value -> value.member(name));
        }
        return here;
    }

    /// The number at the end of a path, when there is one.
    default OptionalDouble number(String... names) {
        return switch (at(names).orElseGet(Nothing::new)) {
            case Whole(long value) -> OptionalDouble.of((double) value);
            case Real(double value) -> OptionalDouble.of(value);
            case Members _, Items _, Text _, Truth _, Nothing _ -> OptionalDouble.empty();
        };
    }

    /// The whole number at the end of a path, when there is one.
    default OptionalLong whole(String... names) {
        return at(names).orElseGet(Nothing::new) instanceof Whole(long value)
                ? OptionalLong.of(value)
                : OptionalLong.empty();
    }

    /// The string at the end of a path, when there is one.
    default Optional<String> text(String... names) {
        return at(names).orElseGet(Nothing::new) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
    }

    /// The items of the array at the end of a path; none when there is no array.
    default List<Json> items(String... names) {
        return at(names).orElseGet(Nothing::new) instanceof Items(List<Json> items) ? items : List.of();
    }

    /// The numbers among the items of the array at the end of a path.
    default double[] numbers(String... names) {
        return items(names).stream()
                .flatMapToDouble(item -> item.number().stream())
                .toArray();
    }
}
