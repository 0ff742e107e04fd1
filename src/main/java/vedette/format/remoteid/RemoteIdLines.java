package vedette.format.remoteid;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vedette.format.carrier.Heard;
import vedette.format.text.Json;
import vedette.format.text.JsonText;

/// Recordings of Remote ID as JSON lines for people and scripts, and back.
///
/// Of hexadecimal digits and receivers' JSON a line has the fields alone; of captures it says before them
/// which packet it was, when, by which radio and whose.
public final class RemoteIdLines {
    private static final HexFormat HEX = HexFormat.of();

    private final Consumer<String> out;

    /// Writes to `out`, a line at a time, without line ends.
    public RemoteIdLines(Consumer<String> out) {
        this.out = out;
    }

    /// Reads text: JSON objects in any arrangement, or lines of hexadecimal digits.
    public void text(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] <= ' ' && bytes[first] >= 0) {
            first++;
        }
        boolean json = first < bytes.length && (bytes[first] == '{' || bytes[first] == '[');
        if (json) {
            JsonObjects objects = new JsonObjects(new Printing());
            objects.feed(bytes, 0, bytes.length);
            objects.finish();
        } else {
            digits(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private void digits(String text) {
        int offset = 0;
        for (String line : text.split("\n", -1)) {
            String digits = line.replaceAll("[ :\\r\\t]", "");
            if (!digits.isEmpty()) {
                digits(digits, offset);
            }
            offset += line.length() + 1;
        }
    }

    private void digits(String digits, int offset) {
        boolean hex = digits.length() % 2 == 0 && digits.chars().allMatch(HexFormat::isHexDigit);
        if (hex) {
            print(HEX.parseHex(digits));
        } else {
            refused(offset, "a line that is not hexadecimal digits");
        }
    }

    private void print(byte[] bytes) {
        Content content = Content.read(bytes, 0, bytes.length);
        print(ContentJson.of(content, bytes, 0));
    }

    private void print(List<Json.Member> members) {
        out.accept(JsonText.write(new Json.Members(members), 0));
    }

    /// A place in the recording that could not be read.
    ///
    /// @param offset its octet
    /// @param reason why
    public void refused(long offset, String reason) {
        print(List.of(
                new Json.Member("ok", new Json.Truth(false)),
                new Json.Member("rejected", new Json.Truth(true)),
                new Json.Member("offset", new Json.Whole(offset)),
                new Json.Member("item", new Json.Text("framing")),
                new Json.Member("reason", new Json.Text(reason))));
    }

    /// Where and when a payload was captured.
    ///
    /// @param packet its number
    /// @param unixNs nanoseconds since 1970, UTC
    public record Capture(int packet, long unixNs) {}

    /// Reads the payload of a captured packet: a broadcast, or a receiver's datagram of JSON.
    ///
    /// @param bytes holds it
    /// @param from its first octet
    /// @param to first octet not to read
    /// @param capture where and when
    public void payload(byte[] bytes, int from, int to, Capture capture) {
        Optional<Heard> heard = Heard.at(bytes, from, to);
        if (heard.isPresent()) {
            broadcast(bytes, from + Heard.OCTETS, to, new Source(capture, heard.get()));
        } else {
            JsonObjects objects = new JsonObjects(new Printing());
            objects.feed(bytes, from, to);
            objects.finish();
        }
    }

    private record Source(Capture capture, Heard heard) {}

    private void broadcast(byte[] bytes, int from, int to, Source source) {
        List<Json.Member> members = new ArrayList<>();
        members.add(new Json.Member("frame", new Json.Whole(source.capture().packet())));
        members.add(new Json.Member(
                "time", new Json.Real(Math.floorDiv(source.capture().unixNs(), 1000L) / 1e6)));
        members.add(new Json.Member(
                "transport", new Json.Text(source.heard().transport().word())));
        members.add(new Json.Member("mac", new Json.Text(source.heard().address())));
        if (!source.heard().sound()) {
            members.add(new Json.Member("checksum", new Json.Truth(false)));
        }
        boolean counted = source.heard().transport().isCounted() && from < to;
        if (counted) {
            members.add(new Json.Member("counter", new Json.Whole(bytes[from] & 0xFF)));
        }
        int at = from + (counted ? 1 : 0);
        int end = Broadcasts.end(bytes, at, to);
        members.add(new Json.Member("hex", new Json.Text(HEX.formatHex(bytes, at, end))));
        members.addAll(ContentJson.of(Content.read(bytes, at, end), bytes, at));
        print(members);
    }

    private final class Printing implements JsonObjects.Taker {
        @Override
        public void object(byte[] bytes, int length, long offset) {
            switch (JsonText.read(new String(bytes, 0, length, StandardCharsets.UTF_8))) {
                case JsonText.Read(Json json) -> object(json);
                case JsonText.NotJson(String reason, int _) -> refused(offset, reason);
            }
        }

        // An object of octets needs them again, for the messages of a pack that was cut.
        private void object(Json json) {
            Optional<byte[]> octets =
                    ReceiverJson.digits(json).flatMap(ReceiverJson::octets).map(ReceiverJson.Octets::bytes);
            byte[] bytes = octets.orElse(new byte[0]);
            ReceiverJson.read(json).ifPresent(heard -> print(ContentJson.of(heard.content(), bytes, 0)));
        }

        @Override
        public void refused(long offset, String reason) {
            RemoteIdLines.this.refused(offset, reason);
        }
    }

    /// What a line of JSON became.
    public sealed interface Encoded {}

    /// It is written: a line of JSON with the octets as `hex`.
    ///
    /// @param line that line
    public record Written(String line) implements Encoded {}

    /// It is not written.
    ///
    /// @param reason why
    public record NotWritten(String reason) implements Encoded {}

    /// Writes the broadcast that a line of [#text] tells: one message as such, several as a pack, one as a
    /// pack when the line says `"pack": true`.
    ///
    /// @param line JSON
    public static Encoded encode(String line) {
        return switch (JsonText.read(line)) {
            case JsonText.Read(Json json) -> encode(json);
            case JsonText.NotJson(String reason, int _) -> new NotWritten(reason);
        };
    }

    private static Encoded encode(Json json) {
        try {
            byte[] octets = JsonContent.isFrench(json)
                    ? JsonContent.french(json).write()
                    : octets(
                            JsonContent.broadcast(json), json.member("pack").equals(Optional.of(new Json.Truth(true))));
            return new Written("{\"hex\": \"" + HEX.formatHex(octets) + "\"}");
        } catch (IllegalArgumentException | ArithmeticException impossible) {
            return new NotWritten(Optional.ofNullable(impossible.getMessage()).orElse("a number out of range"));
        }
    }

    private static byte[] octets(Broadcast broadcast, boolean pack) {
        return pack ? Broadcasts.pack(broadcast) : Broadcasts.write(broadcast);
    }
}
