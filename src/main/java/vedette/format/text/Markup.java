package vedette.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// XML kept as it was written: elements and the characters between them, in order, white space too. [Xml] is the
/// plainer form for documents whose white space says nothing.
public sealed interface Markup {
    /// An element.
    ///
    /// @param name with its prefix, as written
    /// @param attributes in order, namespace declarations among them
    /// @param inside what it holds, in order
    record Element(String name, List<Xml.Attribute> attributes, List<Markup> inside) implements Markup {
        /// Copies the lists.
        public Element {
            attributes = List.copyOf(attributes);
            inside = List.copyOf(inside);
        }

        /// An empty element; names and values of its attributes by turns.
        public static Element of(String name, String... namesAndValues) {
            List<Xml.Attribute> attributes = new ArrayList<>();
            for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
                attributes.add(new Xml.Attribute(namesAndValues[i], namesAndValues[i + 1]));
            }
            return new Element(name, attributes, List.of());
        }

        /// The same with other contents.
        public Element holding(Markup... contents) {
            return new Element(name, attributes, List.of(contents));
        }

        /// What an attribute says.
        public Optional<String> attribute(String wanted) {
            for (Xml.Attribute each : attributes) {
                if (each.name().equals(wanted)) {
                    return Optional.of(each.value());
                }
            }
            return Optional.empty();
        }

        /// The first element directly inside that bears a name.
        public Optional<Element> first(String wanted) {
            for (Markup each : inside) {
                if (each instanceof Element element && element.name.equals(wanted)) {
                    return Optional.of(element);
                }
            }
            return Optional.empty();
        }

        /// The characters directly inside, white space at both ends left out.
        public String text() {
            StringBuilder text = new StringBuilder();
            for (Markup each : inside) {
                if (each instanceof Characters(String part)) {
                    text.append(part);
                }
            }
            return text.toString().strip();
        }
    }

    /// Characters between elements.
    ///
    /// @param text at least one, entities resolved
    record Characters(String text) implements Markup {}
}
