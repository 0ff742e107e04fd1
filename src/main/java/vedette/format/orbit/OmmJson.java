package vedette.format.orbit;

import java.util.List;
import java.util.stream.IntStream;
import vedette.format.text.Json;
import vedette.format.text.JsonLines;
import vedette.format.text.JsonText;

/// Messages as JSON objects with the standard's keywords, as CelesTrak and Space-Track give them: one, an array of
/// them, or one a line. Numbers may stand in quotes.
final class OmmJson {
    private OmmJson() {}

    static void read(String text, Found found) {
        if (isLines(text)) {
            lines(text, found);
            return;
        }
        switch (JsonText.read(text)) {
            case JsonText.NotJson(String reason, int line) -> found.refuse(line, reason);
            case JsonText.Read(Json.Items(List<Json> items)) -> all(items, text, found);
            case JsonText.Read(Json value) -> object(value, 1, found);
        }
    }

    private static void all(List<Json> items, String text, Found found) {
        if (items.size() > OrbitFile.MOST) {
            found.refuse(0, "more than " + OrbitFile.MOST + " sets");
            return;
        }
        List<String> paths =
                IntStream.range(0, items.size()).mapToObj(i -> "$[" + i + "]").toList();
        List<Integer> lines = JsonLines.of(text, paths);
        for (int i = 0; i < items.size(); i++) {
            object(items.get(i), lines.get(i), found);
        }
    }

    // An object on the first line, and another on the second.
    private static boolean isLines(String text) {
        List<String> first =
                text.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return first.size() == 2
                && first.stream()
                        .allMatch(line ->
                                line.strip().startsWith("{") && line.strip().endsWith("}"));
    }

    private static void lines(String text, Found found) {
        int line = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int until = end < 0 ? text.length() : end;
            line++;
            String one = text.substring(at, until);
            at = until + 1;
            if (one.isBlank()) {
                continue;
            }
            switch (JsonText.read(one)) {
                case JsonText.NotJson(String reason, int _) -> found.refuse(line, reason);
                case JsonText.Read(Json value) -> object(value, line, found);
            }
        }
    }

    private static void object(Json value, int line, Found found) {
        if (!(value instanceof Json.Members(List<Json.Member> members))) {
            found.refuse(line, "no JSON object");
            return;
        }
        found.take(line, () -> {
            OmmFields fields = new OmmFields(line);
            members.forEach(each -> fields.put(each.name(), text(each.value()), line));
            return fields.set();
        });
    }

    private static String text(Json value) {
        return switch (value) {
            case Json.Text(String text) -> text;
            case Json.Whole(long number) -> Long.toString(number);
            case Json.Real(double number) -> Double.toString(number);
            case Json.Nothing _, Json.Truth _, Json.Members _, Json.Items _ -> "";
        };
    }
}
