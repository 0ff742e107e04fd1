package vedette.format.cap;

import java.util.ArrayList;
import java.util.List;
import vedette.format.text.Json;
import vedette.format.text.Xml;
import vedette.format.text.XmlText;

/// CAP messages from bytes: 1.2, and 1.1 and 1.0 as far as they agree with it.
public final class CapReader {
    private CapReader() {}

    /// What became of bytes.
    public sealed interface Reading {}

    /// A message of sound structure.
    ///
    /// @param alert the message
    /// @param remarks what is against the rules that the schema does not hold
    public record Message(Xml alert, List<Remark> remarks) implements Reading {
        /// Copies the list.
        public Message {
            remarks = List.copyOf(remarks);
        }
    }

    /// No CAP message.
    ///
    /// @param element the element at fault, or nothing
    /// @param line where it stands, from 1; 0 when not known
    /// @param reason what is wrong
    public record Refused(String element, int line, String reason) implements Reading {}

    /// Something against the rules.
    ///
    /// @param element the element it is about
    /// @param line where it stands
    /// @param reason what is wrong
    public record Remark(String element, int line, String reason) {}

    /// Reads a message. It never throws, and takes no document type, so nothing outside is ever fetched.
    ///
    /// @param bytes the whole document
    public static Reading read(byte[] bytes) {
        return switch (XmlText.read(bytes)) {
            case XmlText.NotXml(String reason, int line) -> new Refused("", line, "not XML: " + reason);
            case XmlText.Read(Xml root) ->
                CapStructure.fault(root)
                        .<Reading>map(fault -> fault)
                        .orElseGet(() -> new Message(root, CapRules.remarks(root)));
        };
    }

    /// A message as JSON: elements that may repeat are arrays, all others texts or objects; the remarks at the
    /// end.
    public static Json json(Message message) {
        List<Json.Member> members = new ArrayList<>(CapStructure.json(message.alert()));
        members.add(new Json.Member(
                "remarks",
                new Json.Items(message.remarks().stream()
                        .<Json>map(remark ->
                                new Json.Text(remark.element() + ", line " + remark.line() + ": " + remark.reason()))
                        .toList())));
        return new Json.Members(members);
    }
}
