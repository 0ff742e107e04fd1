package vedette.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vedette.format.cap.CapReader;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.format.text.XmlSeal;
import vedette.format.zones.ZoneFile;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// `decode` for CAP messages and zone files: one file is one document.
final class WarningFiles {
    private WarningFiles() {}

    static void cap(Decoders.Request request, Decoders.Lines out) throws IOException {
        Moment now = LeapSeconds.standard().moment(Math.multiplyExact(System.currentTimeMillis(), 1_000_000L));
        for (CapReader.Reading reading : CapReader.readAll(request.bytes())) {
            switch (reading) {
                case CapReader.Message message -> line(dated(message, request.bytes(), now), out);
                case CapReader.Refused refused -> line(CapReader.json(refused), out);
            }
        }
    }

    private static Json dated(CapReader.Message message, byte[] bytes, Moment now) {
        List<Json.Member> members = new ArrayList<>(CapReader.json(message).members());
        members.add(new Json.Member("expired", new Json.Truth(message.expiredAt(now))));
        if (message.signatures() > 0) {
            members.add(new Json.Member("seals", new Json.Items(seals(bytes))));
        }
        return new Json.Members(members);
    }

    /// No key is trusted here: this tells how it was signed, and whether that could be taken at all.
    private static List<Json> seals(byte[] bytes) {
        return XmlSeal.verify(bytes, new XmlSeal.Trust(List.of(), false)).stream()
                .<Json>map(verdict -> object(
                        new Json.Member("method", new Json.Text(verdict.method())),
                        new Json.Member("valid", new Json.Truth(verdict.valid())),
                        new Json.Member("reason", new Json.Text(verdict.reason()))))
                .toList();
    }

    /// Every zone as a feature of the plain form.
    static void zones(Decoders.Request request, Decoders.Lines out) throws IOException {
        String text = new String(request.bytes(), StandardCharsets.UTF_8);
        LeapSeconds leaps = LeapSeconds.standard();
        ZoneFile.Contents contents = ZoneFile.read(text, ZonesCommand.now());
        for (Zone zone : contents.zones()) {
            line(ZoneFile.feature(zone, leaps), out);
        }
        for (ZoneFile.Refusal refusal : contents.refusals()) {
            line(
                    object(
                            new Json.Member("rejected", new Json.Truth(true)),
                            new Json.Member("line", new Json.Whole(refusal.line())),
                            new Json.Member("item", new Json.Text(refusal.place())),
                            new Json.Member("identifier", new Json.Text(refusal.identifier())),
                            new Json.Member("reason", new Json.Text(refusal.reason()))),
                    out);
        }
    }

    private static Json object(Json.Member... members) {
        return new Json.Members(List.of(members));
    }

    private static void line(Json value, Decoders.Lines out) throws IOException {
        byte[] bytes = (JsonText.write(value, 0) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, bytes.length);
    }
}
