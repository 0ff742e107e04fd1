package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.Utc;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// The list of current alerts, as others poll it: Atom (RFC 4287) and JSON.
///
/// @param title what people call the feed
/// @param base where the messages are, ending in `/`; each is `IDENTIFIER.xml` below it
/// @param updated when the list changed last
/// @param entries the messages, the newest first
/// @param leaps UTC against TAI
public record CapFeed(String title, String base, Moment updated, List<Entry> entries, LeapSeconds leaps) {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /// Copies the list.
    public CapFeed {
        entries = List.copyOf(entries);
    }

    /// One message.
    ///
    /// @param identifier its name
    /// @param headline what it says, marked when it is an exercise or a test
    /// @param status Actual, Exercise, Test
    /// @param sent when it went out
    /// @param expires when it runs out
    public record Entry(String identifier, String headline, String status, Moment sent, Moment expires) {
        /// The entry of a message; nothing for one that does not say when it was sent or runs out.
        public static Optional<Entry> of(CapReader.Message message) {
            Xml alert = message.alert();
            String headline = alert.first("info")
                    .map(info -> info.text("headline"))
                    .filter(text -> !text.isEmpty())
                    .orElse(alert.text("identifier"));
            return message.sent()
                    .flatMap(sent -> message.expires()
                            .map(expires -> new Entry(
                                    alert.text("identifier"), headline, alert.text("status"), sent, expires)));
        }
    }

    /// Those that hold still.
    public CapFeed at(Moment now) {
        List<Entry> current =
                entries.stream().filter(each -> each.expires.isAfter(now)).toList();
        return new CapFeed(title, base, updated, current, leaps);
    }

    /// As Atom; status and headline both tell an exercise.
    public String atom() {
        List<Xml> parts = new ArrayList<>(List.of(
                Xml.of("id", base + "feed.atom"),
                Xml.of("title", title),
                Xml.of("updated", Utc.text(updated, leaps)),
                Xml.of("author", List.of(Xml.of("name", title))),
                link("self", base + "feed.atom", "application/atom+xml")));
        entries.forEach(each -> parts.add(entry(each)));
        return XmlText.write(new Xml(ATOM, "feed", parts, "", 0));
    }

    private Xml entry(Entry entry) {
        String address = base + entry.identifier + ".xml";
        return Xml.of(
                "entry",
                List.of(
                        Xml.of("id", address),
                        Xml.of("title", entry.headline),
                        Xml.of("updated", Utc.text(entry.sent, leaps)),
                        Xml.of("category", "").with("term", entry.status),
                        Xml.of("summary", entry.status + ": " + entry.headline),
                        link("alternate", address, "application/cap+xml")));
    }

    private static Xml link(String relation, String address, String type) {
        return Xml.of("link", "").with("rel", relation).with("href", address).with("type", type);
    }

    /// As JSON: `{"title","updated","alerts":[{"identifier","headline","status","sent","expires","url"},…]}`.
    public Json.Members json() {
        return new Json.Members(List.of(
                text("title", title),
                text("updated", Utc.text(updated, leaps)),
                new Json.Member(
                        "alerts",
                        new Json.Items(entries.stream().<Json>map(this::alert).toList()))));
    }

    private Json alert(Entry entry) {
        return new Json.Members(List.of(
                text("identifier", entry.identifier),
                text("headline", entry.headline),
                text("status", entry.status),
                text("sent", Utc.text(entry.sent, leaps)),
                text("expires", Utc.text(entry.expires, leaps)),
                text("url", base + entry.identifier + ".xml")));
    }

    private static Json.Member text(String name, String value) {
        return new Json.Member(name, new Json.Text(value));
    }
}
