package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vedette.format.text.Json;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;
import vedette.model.Moment;

/// CAP messages from bytes: 1.2, 1.1 and 1.0, alone or in an EDXL-DE 1.0 envelope.
///
/// A message is refused when it breaks its schema or a rule that makes it unclear what it says: no legal name, bad
/// times, missing or malformed references, areas that are none. Everything else against the rules is remarked upon.
public final class CapReader {
    private CapReader() {}

    /// What became of bytes.
    public sealed interface Reading {}

    /// A message of sound structure.
    ///
    /// @param version the version of CAP
    /// @param alert the message: its own elements only, signatures left out
    /// @param signatures how many XML signatures stand in it, unproven
    /// @param remarks what is against the rules and does not make it unclear
    public record Message(CapVersion version, Xml alert, int signatures, List<Remark> remarks) implements Reading {
        /// Copies the list.
        public Message {
            remarks = List.copyOf(remarks);
        }

        /// When the last of its infos runs out; nothing when one of them says no time.
        public Optional<Moment> expires() {
            Optional<Moment> latest = Optional.empty();
            for (Xml info : alert.all("info")) {
                Optional<Moment> expires = CapStructure.moment(info.text("expires"));
                if (expires.isEmpty()) {
                    return Optional.empty();
                }
                latest = latest.map(last -> Moment.later(last, expires.get())).or(() -> expires);
            }
            return latest;
        }

        /// When it went out.
        public Optional<Moment> sent() {
            return CapStructure.moment(alert.text("sent"));
        }

        /// Whether all it says has run out.
        public boolean expiredAt(Moment now) {
            return expires().filter(last -> !last.isAfter(now)).isPresent();
        }

        /// How later messages refer to it.
        public CapReference reference() {
            return new CapReference(alert.text("sender"), alert.text("identifier"), alert.text("sent"));
        }
    }

    /// No CAP message.
    ///
    /// @param element the first element at fault, or the one that is missing; nothing when it is no XML
    /// @param line where it stands, from 1; 0 when not known
    /// @param reason what is wrong
    /// @param further what else is wrong
    public record Refused(String element, int line, String reason, List<Remark> further) implements Reading {
        /// Copies the list.
        public Refused {
            further = List.copyOf(further);
        }

        static Refused of(String element, int line, String reason) {
            return new Refused(element, line, reason, List.of());
        }

        static Refused of(List<Remark> faults) {
            Remark first = faults.getFirst();
            return new Refused(first.element, first.line, first.reason, faults.subList(1, faults.size()));
        }
    }

    /// Something against the rules.
    ///
    /// @param element the element it is about
    /// @param line where it stands
    /// @param reason what is wrong
    public record Remark(String element, int line, String reason) {}

    /// Reads one message. It never throws, and takes no document type, so nothing outside is ever fetched.
    ///
    /// @param bytes the whole document: an alert, or an envelope with one
    public static Reading read(byte[] bytes) {
        List<Reading> all = readAll(bytes);
        return all.size() == 1
                ? all.getFirst()
                : Refused.of("EDXLDistribution", 1, "an envelope of " + all.size() + " messages where one is wanted");
    }

    /// Reads every message of a document: an alert is one, an envelope may hold several. Each is judged for itself, so
    /// that a warning is not lost for its neighbour's fault.
    ///
    /// @return at least one reading
    public static List<Reading> readAll(byte[] bytes) {
        return switch (XmlText.read(bytes)) {
            case XmlText.NotXml(String reason, int line) -> List.of(Refused.of("", line, "not XML: " + reason));
            case XmlText.Read(Xml root) ->
                Envelope.is(root) ? Envelope.open(root, CapReader::reading) : List.of(reading(root));
        };
    }

    private static Reading reading(Xml root) {
        Optional<CapVersion> version = CapVersion.of(root.space());
        if (version.isEmpty() || !root.name().equals("alert")) {
            return Refused.of(
                    root.name(), root.line(), "no CAP alert: the root is {" + root.space() + "}" + root.name());
        }
        List<Remark> faults =
                new ArrayList<>(CapStructure.faults(root, version.get().alert()));
        Xml alert = ownElements(root);
        CapRules.Judged judged = CapRules.judge(alert, version.get());
        judged.faults().stream().filter(fault -> isNews(fault, faults)).forEach(faults::add);
        return faults.isEmpty()
                ? new Message(version.get(), alert, signatures(root), judged.remarks())
                : Refused.of(faults);
    }

    private static boolean isNews(Remark fault, List<Remark> known) {
        return known.stream().noneMatch(old -> old.element.equals(fault.element) && old.line == fault.line);
    }

    /// Guests may bear the names of the message's own elements: they are left out before anybody asks by name.
    private static Xml ownElements(Xml root) {
        List<Xml> own = root.children().stream()
                .filter(child -> child.space().equals(root.space()))
                .toList();
        return new Xml(root.space(), root.name(), root.attributes(), own, root.text(), root.line());
    }

    private static int signatures(Xml root) {
        return (int) root.children().stream()
                .filter(child -> child.space().equals(CapStructure.SIGNATURES)
                        && child.name().equals("Signature"))
                .count();
    }

    /// A message as JSON: elements that may repeat are arrays, all others texts or objects; its version and the remarks
    /// at the end.
    public static Json.Members json(Message message) {
        List<Json.Member> members = new ArrayList<>(
                CapStructure.json(message.alert(), message.version().alert()));
        members.add(new Json.Member("version", new Json.Text(message.version().number())));
        members.add(new Json.Member("signatures", new Json.Whole(message.signatures())));
        members.add(new Json.Member("remarks", remarks(message.remarks())));
        return new Json.Members(members);
    }

    /// A refusal as JSON: the first element at fault, its line and reason; what else is wrong at the end.
    public static Json.Members json(Refused refused) {
        return new Json.Members(List.of(
                new Json.Member("rejected", new Json.Truth(true)),
                new Json.Member("line", new Json.Whole(refused.line())),
                new Json.Member("field", new Json.Text(refused.element())),
                new Json.Member("reason", new Json.Text(refused.reason())),
                new Json.Member("further", remarks(refused.further()))));
    }

    private static Json remarks(List<Remark> remarks) {
        return new Json.Items(remarks.stream()
                .<Json>map(
                        remark -> new Json.Text(remark.element() + ", line " + remark.line() + ": " + remark.reason()))
                .toList());
    }
}
