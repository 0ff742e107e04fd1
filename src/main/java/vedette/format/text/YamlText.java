package vedette.format.text;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML text to the same values as JSON has. Anchors to unbounded size, tags and several documents are not taken.
public final class YamlText {
    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private YamlText() {}

    /// Reads one document.
    ///
    /// @param text the whole text; an empty one is an empty object
    public static JsonText.Parsed read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() || node.isNull()
                    ? new JsonText.Read(new Json.Members(List.of()))
                    : new JsonText.Read(JsonText.value(node));
        } catch (JacksonException fault) {
            return JsonText.refused(fault, "not YAML");
        }
    }
}
