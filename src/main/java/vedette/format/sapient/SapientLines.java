package vedette.format.sapient;

import java.util.ArrayList;
import java.util.List;
import vedette.format.text.Json;

/// Messages and refusals as JSON lines.
public final class SapientLines {
    private SapientLines() {}

    /// One message of a recording: the message itself, or why it was refused.
    public static Json line(MessageFile.Entry entry) {
        return switch (entry.reading()) {
            case Sapient.Taken taken -> Sapient.json(taken.part());
            case Sapient.Refused refused -> refusal(entry.offset(), refused);
        };
    }

    private static Json refusal(int offset, Sapient.Refused refused) {
        List<Json.Member> members = new ArrayList<>();
        members.add(new Json.Member("rejected", new Json.Truth(true)));
        members.addAll(members(refused.findings().getFirst()));
        members.add(new Json.Member("offset", new Json.Whole(offset)));
        refused.content().ifPresent(content -> members.add(new Json.Member("content", new Json.Text(content))));
        refused.nodeId().ifPresent(node -> members.add(new Json.Member("nodeId", new Json.Text(Words.cut(node)))));
        List<Json> others = new ArrayList<>();
        for (Finding finding : refused.findings().subList(1, refused.findings().size())) {
            others.add(new Json.Members(members(finding)));
        }
        if (!others.isEmpty()) {
            members.add(new Json.Member("also", new Json.Items(others)));
        }
        return new Json.Members(members);
    }

    private static List<Json.Member> members(Finding finding) {
        return List.of(
                new Json.Member("field", new Json.Text(finding.field())),
                new Json.Member("reason", new Json.Text(finding.reason())));
    }
}
