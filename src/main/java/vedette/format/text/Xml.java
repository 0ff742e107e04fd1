package vedette.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One XML element.
///
/// @param space its namespace, or nothing
/// @param name its local name
/// @param attributes its attributes, in order, namespaces left out
/// @param children the elements inside, in order
/// @param text the characters directly inside, white space at both ends left out
/// @param line where it stands in the text it was read from, from 1; 0 when it was made
public record Xml(String space, String name, List<Attribute> attributes, List<Xml> children, String text, int line) {
    /// Copies the lists.
    public Xml {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /// An element without attributes.
    public Xml(String space, String name, List<Xml> children, String text, int line) {
        this(space, name, List.of(), children, text, line);
    }

    /// One attribute.
    ///
    /// @param name its local name
    /// @param value what it says
    public record Attribute(String name, String value) {}

    /// The same with one more attribute.
    public Xml with(String attribute, String value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(attribute, value));
        return new Xml(space, name, more, children, text, line);
    }

    /// What an attribute says.
    public Optional<String> attribute(String wanted) {
        for (Attribute each : attributes) {
            if (each.name.equals(wanted)) {
                return Optional.of(each.value);
            }
        }
        return Optional.empty();
    }

    /// An element with characters inside.
    public static Xml of(String name, String text) {
        return new Xml("", name, List.of(), text, 0);
    }

    /// An element with elements inside.
    public static Xml of(String name, List<Xml> children) {
        return new Xml("", name, children, "", 0);
    }

    /// The elements inside that bear a name.
    public List<Xml> all(String childName) {
        List<Xml> found = new ArrayList<>();
        for (Xml child : children) {
            if (child.name.equals(childName)) {
                found.add(child);
            }
        }
        return found;
    }

    /// The first element inside that bears a name.
    public Optional<Xml> first(String childName) {
        return all(childName).stream().findFirst();
    }

    /// The characters of the first element inside that bears a name; nothing when there is none.
    public String text(String childName) {
        return first(childName).map(Xml::text).orElse("");
    }
}
