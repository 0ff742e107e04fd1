package vedette.format.cap;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.model.Domain;
import vedette.model.Moment;

/// Any bytes as a CAP message: read or refused, never more.
public final class CapFuzz {
    private static final Moment START = new Moment(1_700_000_000_000_000_000L);

    // Loads the XML library before the fuzzer's clock of the first input runs.
    static {
        fuzzerTestOneInput(seeds().getFirst());
    }

    private CapFuzz() {}

    /// A message with an area, references and a pair.
    public static List<byte[]> seeds() {
        return List.of(
                """
                <?xml version="1.0" encoding="UTF-8"?><alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
                <identifier>A</identifier><sender>b@c</sender><sent>2026-11-22T12:00:00-00:00</sent><status>Test</status>
                <msgType>Update</msgType><scope>Public</scope><references>b@c,A,2026-11-22T12:00:00-00:00</references>
                <info><language>en</language><category>Safety</category><event>e</event><urgency>Past</urgency>
                <severity>Minor</severity><certainty>Likely</certainty><expires>2026-11-22T12:05:00-00:00</expires>
                <parameter><valueName>a</valueName><value>b</value></parameter><area><areaDesc>x</areaDesc>
                <polygon>1,2 3,4 5,6 1,2</polygon><circle>1,2 3</circle></area></info></alert>""".getBytes(StandardCharsets.UTF_8),
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><link href=\"a.xml\"/></entry></feed>"
                        .getBytes(StandardCharsets.UTF_8),
                "<rss><channel><item><link>c.xml</link></item></channel></rss>".getBytes(StandardCharsets.UTF_8));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        CapLinks.of(bytes);
        switch (CapReader.read(bytes)) {
            case CapReader.Message message -> {
                CapReader.json(message);
                CapBoard board = new CapBoard("feed", Domain.TEST, "us");
                board.take(message, "", START);
                board.take(message, "somebody", START);
                board.at(START);
            }
            case CapReader.Refused refused -> {
                if (refused.reason().isBlank()) {
                    throw new AssertionError("refused without a reason");
                }
            }
        }
    }
}
