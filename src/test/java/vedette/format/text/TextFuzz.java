package vedette.format.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as JSON, YAML, XML and markup: read or refused; JSON that was read is written and read again.
public final class TextFuzz {
    private static final int MOST = 10_000;

    // Loads the libraries before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(TextFuzz::fuzzerTestOneInput);
    }

    private TextFuzz() {}

    /// One of each.
    public static List<byte[]> seeds() {
        return List.of(
                "{\"a\":[1,-2.5e3,\"x\\u00e9\",null,true],\"b\":{}}".getBytes(StandardCharsets.UTF_8),
                "a: &x [1, two]\nb: *x\nc:\n  - d: 2026-11-22\n".getBytes(StandardCharsets.UTF_8),
                "<?xml version=\"1.0\"?><a b=\"c\"><d>e</d><![CDATA[f]]></a>".getBytes(StandardCharsets.UTF_8));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (JsonText.read(text) instanceof JsonText.Read(Json value)) {
            String written = JsonText.write(value, 0);
            if (!(JsonText.read(written) instanceof JsonText.Read(Json again)) || !again.equals(asWritten(value))) {
                throw new AssertionError("does not come back: " + written);
            }
        }
        if (YamlText.read(text) instanceof JsonText.NotJson(String reason, int _) && reason.isBlank()) {
            throw new AssertionError("refused without a reason");
        }
        if (XmlText.read(bytes) instanceof XmlText.Read(Xml root)) {
            XmlText.write(root);
        }
        MarkupText.read(bytes, MOST);
    }

    // What is beyond all doubles was read as infinite and is written as null.
    private static Json asWritten(Json value) {
        return switch (value) {
            case Json.Real(double number) when !Double.isFinite(number) -> new Json.Nothing();
            case Json.Items(List<Json> items) ->
                new Json.Items(items.stream().map(TextFuzz::asWritten).toList());
            case Json.Members(List<Json.Member> members) ->
                new Json.Members(members.stream()
                        .map(each -> new Json.Member(each.name(), asWritten(each.value())))
                        .toList());
            case Json.Text _, Json.Whole _, Json.Real _, Json.Truth _, Json.Nothing _ -> value;
        };
    }
}
