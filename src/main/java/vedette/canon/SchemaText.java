package vedette.canon;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vedette.canon.Definition.Component;
import vedette.canon.Definition.OfEnum;
import vedette.canon.Definition.OfKinds;
import vedette.canon.Definition.OfRecord;
import vedette.canon.Shape.Atom;
import vedette.canon.Shape.Keyed;
import vedette.canon.Shape.Many;
import vedette.canon.Shape.Maybe;
import vedette.canon.Shape.Named;

/// Schema text → [Schema]. The text comes from files, so it is bounded and every name it uses must be defined in it.
final class SchemaText {
    /// The schema of all of Vedette is about 20 kB.
    static final int LIMIT_CHARS = 1 << 20;

    /// A shape is read by recursion, one level a character at worst.
    static final int LIMIT_SHAPE_CHARS = 512;

    private final List<String> lines;
    private final SortedMap<String, Definition> definitions = new TreeMap<>();
    private int line;

    SchemaText(String text) {
        if (text.length() > LIMIT_CHARS) {
            throw new IllegalArgumentException("a schema of more than " + LIMIT_CHARS + " characters");
        }
        this.lines = text.lines().toList();
    }

    Schema schema() {
        if (!next().equals(Schema.FIRST_LINE)) {
            throw wrong("not '" + Schema.FIRST_LINE + "'");
        }
        String[] root = words(next(), 2);
        if (!root[0].equals("root") || root.length > 2) {
            throw wrong("not 'root' and a shape");
        }
        Shape shape = shape(root[1]);
        while (line < lines.size()) {
            define();
        }
        Schema schema = new Schema(shape, definitions);
        requireDefined(schema);
        return schema;
    }

    private void define() {
        String[] words = words(next(), 2);
        List<String> rest = List.of(words).subList(2, words.length);
        Definition definition = switch (words[0]) {
            case "record" -> new OfRecord(words[1], components());
            case "kinds" -> new OfKinds(words[1], rest);
            case "enum" -> new OfEnum(words[1], rest);
            default -> throw wrong("neither record, kinds nor enum");
        };
        if (definitions.put(words[1], definition) != null) {
            throw wrong(words[1] + " is defined twice");
        }
    }

    private List<Component> components() {
        List<Component> components = new ArrayList<>();
        while (line < lines.size() && lines.get(line).startsWith("  ")) {
            String[] words = words(next().strip(), 2);
            components.add(new Component(words[0], shape(words[1])));
        }
        return components;
    }

    /// A shape is read from its end: what stands last was wrapped around the rest last.
    private Shape shape(String text) {
        if (text.length() > LIMIT_SHAPE_CHARS) {
            throw wrong("a shape of more than " + LIMIT_SHAPE_CHARS + " characters");
        }
        if (text.endsWith("?")) {
            return new Maybe(shape(text.substring(0, text.length() - 1)));
        }
        if (text.endsWith("[]")) {
            return new Many(shape(text.substring(0, text.length() - 2)));
        }
        if (text.startsWith("{") && text.endsWith("}")) {
            int colon = colon(text);
            return new Keyed(shape(text.substring(1, colon)), shape(text.substring(colon + 1, text.length() - 1)));
        }
        for (Atom atom : Atom.values()) {
            if (atom.text().equals(text)) {
                return atom;
            }
        }
        if (text.isEmpty() || text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw wrong("no shape: '" + text + "'");
        }
        return new Named(text);
    }

    private int colon(String text) {
        int open = 0;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ':' && open == 0) {
                return i;
            }
        }
        throw wrong("no ':' in " + text);
    }

    private static void requireDefined(Schema schema) {
        requireDefined(schema, schema.root());
        for (Definition definition : schema.definitions().values()) {
            switch (definition) {
                case OfRecord(String name, List<Component> components) ->
                    components.forEach(c -> requireDefined(schema, c.shape()));
                case OfKinds(String name, List<String> kinds) -> kinds.forEach(schema::definition);
                case OfEnum(String name, List<String> values) -> {}
            }
        }
    }

    private static void requireDefined(Schema schema, Shape shape) {
        switch (shape) {
            case Atom atom -> {}
            case Maybe(Shape of) -> requireDefined(schema, of);
            case Many(Shape of) -> requireDefined(schema, of);
            case Keyed(Shape key, Shape value) -> {
                requireDefined(schema, key);
                requireDefined(schema, value);
            }
            case Named(String name) -> schema.definition(name);
        }
    }

    private String next() {
        if (line >= lines.size()) {
            throw wrong("it ends too early");
        }
        return lines.get(line++);
    }

    private String[] words(String text, int least) {
        String[] words = text.split(" ", -1);
        if (words.length < least) {
            throw wrong("too short: '" + text + "'");
        }
        return words;
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("schema line " + line + ": " + why);
    }
}
