package vedette.format.asterix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Values by name: what a record holds, before it is bytes. The same tree that a JSON line spells.
public sealed interface Tree {
    /// Named parts, in order.
    ///
    /// @param parts by name; not copied, since a tree is built and then only read
    record Branch(Map<String, Tree> parts) implements Tree {
        /// An empty one, to be filled by [#with].
        public Branch() {
            this(new LinkedHashMap<>());
        }

        /// Adds a part.
        public Branch with(String name, Tree part) {
            parts.put(name, part);
            return this;
        }

        /// Adds a number: a quantity in the specification's unit, or a raw integer.
        public Branch with(String name, double value) {
            return with(name, new Digits(Double.toString(value)));
        }

        /// Adds a raw integer.
        public Branch with(String name, long value) {
            return with(name, new Digits(Long.toString(value)));
        }

        /// Adds a text.
        public Branch with(String name, String text) {
            return with(name, new Words(text));
        }

        Optional<Tree> part(String name) {
            return Optional.ofNullable(parts.get(name));
        }
    }

    /// Parts in a row.
    ///
    /// @param parts in order
    record Row(List<Tree> parts) implements Tree {
        /// Copies them.
        public Row {
            parts = List.copyOf(parts);
        }

        static Row of(Tree... parts) {
            return new Row(new ArrayList<>(List.of(parts)));
        }
    }

    /// A number.
    ///
    /// @param text its decimal form: 64 bits do not fit a double
    record Digits(String text) implements Tree {}

    /// A text.
    ///
    /// @param text the characters
    record Words(String text) implements Tree {}
}
