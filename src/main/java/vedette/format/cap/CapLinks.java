package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;

/// Where the messages of a feed are: Atom (RFC 4287) and RSS 2.0.
public final class CapLinks {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private CapLinks() {}

    /// The addresses, as they stand in the feed, the first first; nothing when the document is no feed.
    ///
    /// @param bytes from anybody
    public static Optional<List<String>> of(byte[] bytes) {
        return switch (XmlText.read(bytes)) {
            case XmlText.NotXml _ -> Optional.empty();
            case XmlText.Read(Xml root) -> {
                if (root.name().equals("feed") && root.space().equals(ATOM)) {
                    yield Optional.of(atom(root));
                }
                yield root.name().equals("rss") ? Optional.of(rss(root)) : Optional.empty();
            }
        };
    }

    private static List<String> atom(Xml feed) {
        List<String> links = new ArrayList<>();
        for (Xml entry : feed.all("entry")) {
            entry.all("link").stream()
                    .filter(CapLinks::leadsToAlert)
                    .findFirst()
                    .flatMap(link -> attribute(link, "href"))
                    .ifPresent(links::add);
        }
        return links;
    }

    // Many leave the type out, or give that of all XML.
    private static boolean leadsToAlert(Xml link) {
        String type = attribute(link, "type").orElse("application/cap+xml");
        String relation = attribute(link, "rel").orElse("alternate");
        return relation.equals("alternate") && type.endsWith("xml") && !type.contains("html");
    }

    private static Optional<String> attribute(Xml element, String name) {
        return element.attributes().stream()
                .filter(each -> each.name().equals(name))
                .map(Xml.Attribute::value)
                .findFirst();
    }

    private static List<String> rss(Xml rss) {
        List<String> links = new ArrayList<>();
        rss.first("channel")
                .ifPresent(channel -> channel.all("item")
                        .forEach(item -> item.first("link").ifPresent(link -> links.add(link.text()))));
        return links;
    }
}
