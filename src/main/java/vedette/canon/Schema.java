package vedette.canon;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What canonical bytes mean, complete enough to read them without the program that wrote them.
///
/// Its text is one definition a line, sorted by name, the components of a record indented below it:
///
///     canon 1
///     root Event
///     kinds Event Observed Tick
///     record Tick
///       seq i64
///       arrivedAt Moment
///
/// @param root the shape of a whole value
/// @param definitions every name it reaches
public record Schema(Shape root, SortedMap<String, Definition> definitions) {
    /// First line of every schema text; another number means other rules for the bytes.
    public static final String FIRST_LINE = "canon 1";

    /// Copies the definitions.
    public Schema {
        definitions = Collections.unmodifiableSortedMap(new TreeMap<>(definitions));
    }

    /// The text, the same for equal schemas.
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append("\nroot ");
        text.append(root.text()).append('\n');
        for (Definition definition : definitions.values()) {
            text.append(definition.text());
        }
        return text.toString();
    }

    /// The 64-bit hash of the text: two programs with the same number understand each other's bytes.
    public long hash() {
        return XxHash64.of(text().getBytes(StandardCharsets.UTF_8));
    }

    /// What a name means.
    ///
    /// @throws IllegalArgumentException when the schema does not say
    public Definition definition(String name) {
        Definition found = definitions.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the schema names " + name + " but does not define it");
        }
        return found;
    }

    /// Reads a schema text.
    ///
    /// @throws IllegalArgumentException naming the line, when it is none
    public static Schema parse(String text) {
        return new SchemaText(text).schema();
    }
}
