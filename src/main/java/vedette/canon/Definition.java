package vedette.canon;

import java.util.List;

/// What a name in a schema means.
public sealed interface Definition {
    /// The type's simple name, with its outer types' (`Altitude.Pressure`).
    String name();

    /// One line or more of a schema text.
    String text();

    /// A record: its components in their order; without any, one zero byte.
    ///
    /// @param name the record's name
    /// @param components all of them, in the order of their bytes
    record OfRecord(String name, List<Component> components) implements Definition {
        /// Copies the list.
        public OfRecord {
            components = List.copyOf(components);
        }

        @Override
        public String text() {
            StringBuilder text = new StringBuilder("record ").append(name).append('\n');
            for (Component component : components) {
                text.append("  ").append(component.name()).append(' ');
                text.append(component.shape().text()).append('\n');
            }
            return text.toString();
        }
    }

    /// A sealed interface: the number of the kind in this list, then the kind.
    ///
    /// @param name the interface's name
    /// @param kinds the names of all its records and enumerations, sorted
    record OfKinds(String name, List<String> kinds) implements Definition {
        /// Copies the list.
        public OfKinds {
            kinds = List.copyOf(kinds);
        }

        @Override
        public String text() {
            return "kinds " + name + " " + String.join(" ", kinds) + "\n";
        }
    }

    /// An enumeration: the number of the value in this list.
    ///
    /// @param name the enumeration's name
    /// @param values the names of its values in their order
    record OfEnum(String name, List<String> values) implements Definition {
        /// Copies the list.
        public OfEnum {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return "enum " + name + " " + String.join(" ", values) + "\n";
        }
    }

    /// A component of a record.
    ///
    /// @param name its name
    /// @param shape what its bytes are
    record Component(String name, Shape shape) {}
}
