package vedette.format.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// On which lines of a JSON text values stand.
public final class JsonLines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Integer> wanted = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();

    private JsonLines() {}

    /// The lines of values, from 1; 0 for those that are not there.
    ///
    /// @param text the whole text
    /// @param paths as `$.features[3].properties`
    public static List<Integer> of(String text, List<String> paths) {
        JsonLines lines = new JsonLines();
        paths.forEach(path -> lines.wanted.put(path, 0));
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                lines.take(token, parser);
            }
        } catch (JacksonException fault) {
            // What stands before the fault has its line.
            return lines.found(paths);
        }
        return lines.found(paths);
    }

    private List<Integer> found(List<String> paths) {
        List<Integer> found = new ArrayList<>(paths.size());
        paths.forEach(path -> found.add(wanted.getOrDefault(path, 0)));
        return found;
    }

    /// An object or array that is open.
    private static final class Level {
        private final String path;
        private final boolean array;
        private String name = "";
        private int index = -1;

        Level(String path, boolean array) {
            this.path = path;
            this.array = array;
        }
    }

    private void take(JsonToken token, JsonParser parser) {
        switch (token) {
            case END_OBJECT, END_ARRAY -> levels.pop();
            case PROPERTY_NAME -> levels.getFirst().name = parser.currentName();
            case START_OBJECT, START_ARRAY -> {
                String path = value(parser);
                levels.push(new Level(path, token == JsonToken.START_ARRAY));
            }
            case VALUE_EMBEDDED_OBJECT,
                    VALUE_STRING,
                    VALUE_NUMBER_INT,
                    VALUE_NUMBER_FLOAT,
                    VALUE_TRUE,
                    VALUE_FALSE,
                    VALUE_NULL -> value(parser);
            case NOT_AVAILABLE -> {}
        }
    }

    private String value(JsonParser parser) {
        String path = path();
        if (wanted.containsKey(path)) {
            wanted.merge(path, parser.currentTokenLocation().getLineNr(), (old, line) -> old == 0 ? line : old);
        }
        return path;
    }

    private String path() {
        Level level = levels.peek();
        if (level == null) {
            return "$";
        }
        if (level.array) {
            level.index++;
            return level.path + "[" + level.index + "]";
        }
        return level.path + "." + level.name;
    }
}
