package vedette.format.asterix;

import static vedette.math.Require.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the structure notation of the definition tables (docs/formats.md): `(SAC 8 SIC 8)`, `x(TYP 3 ... |)`.
///
/// The tables are ours, so a fault in them is a broken promise, not a rejection.
final class ShapeParser {
    private static final Pattern TOKEN = Pattern.compile("[()\\[\\]|]|[^\\s()\\[\\]|]+");
    private static final Pattern QUANTITY = Pattern.compile("([us])(\\d+)\\*(\\d+)(?:/(\\d+))?(?::(.+))?");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ShapeParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /// The shape that a text describes.
    ///
    /// @throws IllegalArgumentException when the text is not in the notation
    static Shape parse(String text) {
        ShapeParser parser = new ShapeParser(text);
        Shape shape = parser.shape();
        require(parser.next == parser.tokens.size(), "text after the shape: %s", text);
        return shape;
    }

    private Shape shape() {
        String head = peek().equals("(") ? "" : take();
        return switch (head) {
            case "", "re", "fx", "r1", "x", "c", "c1" -> bracketed(head);
            case "bytes" -> new Counted(Optional.empty());
            case "rfs" -> RandomFields.NONE;
            default -> head.startsWith("?") ? choice(head.substring(1)) : leaf(head);
        };
    }

    private Shape bracketed(String head) {
        String open = take();
        Shape shape = switch (head) {
            case "" -> group(0, ")");
            case "x" -> extended();
            case "c" -> compound(true);
            case "c1" -> compound(false);
            case "fx" -> new Chain(bits());
            case "r1" -> new Repeat(bits());
            default -> new Counted(Optional.of(shape()));
        };
        String close = take();
        require(close.equals(open.equals("(") ? ")" : "]"), "'%s' closed by '%s'", open, close);
        return shape;
    }

    private BitShape bits() {
        Shape shape = shape();
        require(shape instanceof BitShape, "not a shape of fixed bits: %s", shape);
        return (BitShape) shape;
    }

    // Members until the closing token, which stays.
    private Group group(int firstBit, String end) {
        List<Member<BitShape>> members = new ArrayList<>();
        int bit = firstBit;
        while (!peek().equals(end) && !peek().equals(")")) {
            Member<BitShape> member = member(bit);
            members.add(member);
            bit += member.shape().bits();
        }
        return new Group(members, bit - firstBit);
    }

    private Member<BitShape> member(int bit) {
        String name = take();
        if (name.startsWith("_")) {
            return new Member<>("spare" + bit, Leaf.plain(number(name.substring(1)), Leaf.Meaning.SPARE), bit);
        }
        return new Member<>(name, bits(), bit);
    }

    private Extended extended() {
        List<Extended.Extent> extents = new ArrayList<>();
        int bit = 0;
        while (!peek().equals(")")) {
            Group group = group(bit, "|");
            boolean extensible = peek().equals("|");
            if (extensible) {
                take();
            }
            Extended.Extent extent = new Extended.Extent(group, extensible);
            require(
                    extent.bytes() * Byte.SIZE == group.bits() + (extensible ? 1 : 0),
                    "an extent of %s bits",
                    group.bits());
            extents.add(extent);
            bit += extent.bytes() * Byte.SIZE;
        }
        return new Extended(extents);
    }

    private Compound compound(boolean chained) {
        List<Member<Shape>> slots = new ArrayList<>();
        while (!peek().equals(")")) {
            String name = take();
            slots.add(new Member<>(name, name.equals("_") ? Undefined.HERE : shape(), 0));
        }
        return new Compound(slots, chained);
    }

    private Choice choice(String selector) {
        List<Leaf> alternatives = new ArrayList<>();
        take();
        while (!peek().equals("]")) {
            alternatives.add(leaf(take()));
        }
        take();
        return new Choice(selector, alternatives);
    }

    private static Leaf leaf(String word) {
        Matcher quantity = QUANTITY.matcher(word);
        if (quantity.matches()) {
            return new Leaf(
                    number(quantity.group(2)),
                    quantity.group(1).equals("u") ? Leaf.Meaning.UNSIGNED : Leaf.Meaning.SIGNED,
                    number(quantity.group(3)),
                    quantity.group(4) == null ? 1 : number(quantity.group(4)),
                    quantity.group(5) == null ? "" : quantity.group(5));
        }
        return switch (word.charAt(0)) {
            case 'o' -> Leaf.plain(number(word.substring(1)), Leaf.Meaning.OCTAL);
            case 'a' -> Leaf.plain(number(word.substring(1)), Leaf.Meaning.ASCII);
            case 't' -> Leaf.plain(number(word.substring(1)), Leaf.Meaning.SIX_BIT);
            default -> Leaf.plain(number(word), Leaf.Meaning.RAW);
        };
    }

    private static int number(String digits) {
        require(!digits.isEmpty() && digits.chars().allMatch(Character::isDigit), "not a number: '%s'", digits);
        return Integer.parseInt(digits);
    }

    private String peek() {
        require(next < tokens.size(), "the shape ends too early");
        return tokens.get(next);
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }
}
