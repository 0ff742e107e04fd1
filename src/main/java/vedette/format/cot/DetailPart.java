package vedette.format.cot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Markup;
import vedette.format.text.Xml;

/// The elements of a detail that TAK protocol version 1 knows by number: our table of the published field numbers.
/// All others travel as XML text.
enum DetailPart {
    CONTACT(2, "contact", new Field("endpoint", Kind.TEXT, false), new Field("callsign", Kind.TEXT, true)),
    GROUP(3, "__group", new Field("name", Kind.TEXT, true), new Field("role", Kind.TEXT, true)),
    PRECISION(4, "precisionlocation", new Field("geopointsrc", Kind.TEXT, true), new Field("altsrc", Kind.TEXT, true)),
    STATUS(5, "status", new Field("battery", Kind.COUNT, true)),
    TAKV(
            6,
            "takv",
            new Field("device", Kind.TEXT, true),
            new Field("platform", Kind.TEXT, true),
            new Field("os", Kind.TEXT, true),
            new Field("version", Kind.TEXT, true)),
    TRACK(7, "track", new Field("speed", Kind.NUMBER, true), new Field("course", Kind.NUMBER, true));

    private static final long MOST = 0xFFFF_FFFFL;

    /// What an attribute holds.
    enum Kind {
        TEXT,
        COUNT,
        NUMBER
    }

    /// An attribute; its number on the wire is its place, from 1.
    record Field(String name, Kind kind, boolean required) {}

    private final int number;
    private final String element;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives a list that never changes.
    private final List<Field> fields;

    DetailPart(int number, String element, Field... fields) {
        this.number = number;
        this.element = element;
        this.fields = List.of(fields);
    }

    int number() {
        return number;
    }

    String element() {
        return element;
    }

    List<Field> fields() {
        return fields;
    }

    static Optional<DetailPart> numbered(long number) {
        for (DetailPart part : values()) {
            if (part.number == number) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /// The element with its attributes in the table's order and form; nothing when the table cannot hold all of it.
    Optional<Markup.Element> fitted(Markup.Element given) {
        List<Xml.Attribute> attributes = new ArrayList<>();
        for (Field field : fields) {
            Optional<String> value = given.attribute(field.name).flatMap(text -> form(field, text));
            if (value.isEmpty()
                    && (field.required || given.attribute(field.name).isPresent())) {
                return Optional.empty();
            }
            value.ifPresent(text -> attributes.add(new Xml.Attribute(field.name, text)));
        }
        boolean whole = given.inside().isEmpty()
                && attributes.size() == given.attributes().size();
        return whole ? Optional.of(new Markup.Element(element, attributes, List.of())) : Optional.empty();
    }

    private static Optional<String> form(Field field, String text) {
        return switch (field.kind) {
            case TEXT -> text.isEmpty() ? Optional.empty() : Optional.of(text);
            case COUNT ->
                text.matches("[0-9]{1,10}") && Long.parseLong(text) <= MOST
                        ? Optional.of(Long.toString(Long.parseLong(text)))
                        : Optional.empty();
            case NUMBER -> {
                double number = Numbers.parsed(text);
                yield Double.isFinite(number) ? Optional.of(Numbers.text(number)) : Optional.empty();
            }
        };
    }

    /// Decimal numbers as CoT writes them.
    static final class Numbers {
        private static final int LONGEST = 60;
        private static final double LARGEST_PLAIN = 1e16;
        private static final double SMALLEST_PLAIN = 1e-12;

        private Numbers() {}

        /// The number; not a number where the text is none.
        static double parsed(String text) {
            return text.length() <= LONGEST
                            && text.matches("\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?\\s*")
                    ? Double.parseDouble(text.strip())
                    : Double.NaN;
        }

        /// The fewest digits that give a number back, without a needless fraction.
        static String text(double number) {
            double size = Math.abs(number);
            if (number == 0) {
                return "0";
            }
            return !Double.isFinite(number) || size >= LARGEST_PLAIN || size < SMALLEST_PLAIN
                    ? Double.toString(number)
                    : new BigDecimal(Double.toString(number))
                            .stripTrailingZeros()
                            .toPlainString();
        }
    }
}
