package vedette.format.cap;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Any bytes as a CAP message: read or refused, never more.
public final class CapFuzz {
    // Loads the XML library before the fuzzer's clock of the first input runs.
    static {
        fuzzerTestOneInput(seeds().getFirst());
    }

    private CapFuzz() {}

    /// A message with an area, references and a pair.
    public static List<byte[]> seeds() {
        return List.of("""
                <?xml version="1.0" encoding="UTF-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                <identifier>A</identifier><sender>b@c</sender><sent>2026-11-22T12:00:00-00:00</sent><status>Test</status>
                <msgType>Update</msgType><scope>Public</scope><references>b@c,A,2026-11-22T12:00:00-00:00</references>
                <info><language>en</language><category>Safety</category><event>e</event><urgency>Past</urgency>
                <severity>Minor</severity><certainty>Likely</certainty><expires>2026-11-22T12:05:00-00:00</expires>
                <parameter><valueName>a</valueName><value>b</value></parameter><area><areaDesc>x</areaDesc>
                <polygon>1,2 3,4 5,6 1,2</polygon><circle>1,2 3</circle></area></info></alert>""".getBytes(StandardCharsets.UTF_8));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        switch (CapReader.read(bytes)) {
            case CapReader.Message message -> CapReader.json(message);
            case CapReader.Refused refused -> {
                if (refused.reason().isBlank()) {
                    throw new AssertionError("refused without a reason");
                }
            }
        }
    }
}
