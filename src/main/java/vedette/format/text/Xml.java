package vedette.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One XML element.
///
/// @param space its namespace, or nothing
/// @param name its local name
/// @param children the elements inside, in order
/// @param text the characters directly inside, white space at both ends left out
/// @param line where it stands in the text it was read from, from 1; 0 when it was made
public record Xml(String space, String name, List<Xml> children, String text, int line) {
    /// Copies the list.
    public Xml {
        children = List.copyOf(children);
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
