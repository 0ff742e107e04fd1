package vedette.format.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON text to values and back.
///
/// Reading keeps the library's limits: depth 500, strings of 100 MB at most; passing one is a refusal with its place.
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    // Words about the library's own settings help nobody who wrote the text.
    private static final Pattern OF_THE_LIBRARY =
            Pattern.compile("\\(start marker at .*|: enable `[^`]*`[^,;]*|, from `[^`]*`");

    /// From here on a number is written with an exponent, and below [#SMALLEST_PLAIN] too.
    private static final double LARGEST_PLAIN = 1e16;

    private static final double SMALLEST_PLAIN = 1e-4;

    private JsonText() {}

    /// What became of a text.
    public sealed interface Parsed {}

    /// It was JSON.
    ///
    /// @param value what it says
    public record Read(Json value) implements Parsed {}

    /// It was not.
    ///
    /// @param reason why, in one line
    /// @param line where, from 1; 0 when not known
    public record NotJson(String reason, int line) implements Parsed {}

    /// Reads one value.
    ///
    /// @param text the whole text
    public static Parsed read(String text) {
        try {
            return new Read(value(MAPPER.readTree(text)));
        } catch (JacksonException fault) {
            return refused(fault, "not JSON");
        }
    }

    static NotJson refused(JacksonException fault, String otherwise) {
        var place = fault.getLocation();
        String reason = fault.getOriginalMessage();
        String first = reason == null
                ? ""
                : reason.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String plain = OF_THE_LIBRARY.matcher(first).replaceAll("").strip();
        return new NotJson(plain.isEmpty() ? otherwise : plain, place == null ? 0 : place.getLineNr());
    }

    /// Writes a value.
    ///
    /// Numbers have the fewest digits that give them back, whole reals end in `.0`, what is not finite is `null`.
    ///
    /// @param value what to write
    /// @param indent spaces for each level; 0 puts everything in one line
    public static String write(Json value, int indent) {
        StringBuilder out = new StringBuilder();
        append(out, value, indent, 0);
        return out.toString();
    }

    static Json value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> new Json.Text(node.stringValue());
            case NUMBER -> number(node);
            case BOOLEAN -> new Json.Truth(node.booleanValue());
            case NULL, MISSING, BINARY, POJO -> new Json.Nothing();
        };
    }

    private static Json number(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong()
                ? new Json.Whole(node.longValue())
                : new Json.Real(node.doubleValue());
    }

    private static Json object(JsonNode node) {
        List<Json.Member> members = new ArrayList<>(node.size());
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            members.add(new Json.Member(property.getKey(), value(property.getValue())));
        }
        return new Json.Members(members);
    }

    private static Json array(JsonNode node) {
        List<Json> items = new ArrayList<>(node.size());
        for (JsonNode item : node) {
            items.add(value(item));
        }
        return new Json.Items(items);
    }

    private static void append(StringBuilder out, Json value, int indent, int level) {
        switch (value) {
            case Json.Members(var members) -> {
                List<Runnable> parts = new ArrayList<>(members.size());
                for (Json.Member member : members) {
                    parts.add(() -> {
                        quote(out, member.name());
                        out.append(": ");
                        append(out, member.value(), indent, level + 1);
                    });
                }
                enclose(out, "{}", parts, new Depth(indent, level));
            }
            case Json.Items(var items) -> {
                List<Runnable> parts = new ArrayList<>(items.size());
                items.forEach(item -> parts.add(() -> append(out, item, indent, level + 1)));
                enclose(out, "[]", parts, new Depth(indent, level));
            }
            case Json.Text(var text) -> quote(out, text);
            case Json.Whole(var number) -> out.append(number);
            case Json.Real(var number) -> out.append(real(number));
            case Json.Truth(var truth) -> out.append(truth);
            case Json.Nothing _ -> out.append("null");
        }
    }

    private record Depth(int indent, int level) {}

    private static void enclose(StringBuilder out, String brackets, List<Runnable> parts, Depth depth) {
        out.append(brackets.charAt(0));
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "" : depth.indent() > 0 ? "," : ", ");
            newLine(out, depth.indent(), depth.level() + 1);
            parts.get(i).run();
        }
        if (!parts.isEmpty()) {
            newLine(out, depth.indent(), depth.level());
        }
        out.append(brackets.charAt(1));
    }

    private static void newLine(StringBuilder out, int indent, int level) {
        if (indent > 0) {
            out.append('\n').repeat(' ', indent * level);
        }
    }

    private static String real(double number) {
        if (!Double.isFinite(number)) {
            return "null";
        }
        if (number == 0) {
            return Double.toString(number);
        }
        double size = Math.abs(number);
        if (size < SMALLEST_PLAIN || size >= LARGEST_PLAIN) {
            return exponential(number);
        }
        String plain =
                new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    // 1.5e-05: at least two digits of exponent, no fraction when it is zero.
    private static String exponential(double number) {
        String[] parts = Double.toString(number).split("E", 2);
        String mantissa = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        String digits = Integer.toString(Math.abs(exponent));
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + (digits.length() < 2 ? "0" : "") + digits;
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        escape(out, c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void escape(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
