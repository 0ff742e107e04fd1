package vedette.format.remoteid;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import vedette.format.text.JsonText;

/// Any bytes as a broadcast, as a captured payload, and as a receiver's text.
public final class RemoteIdFuzz {
    private RemoteIdFuzz() {}

    /// Where the fuzzer begins.
    public static List<byte[]> seeds() {
        String id = "0212" + "313538314633" + "00".repeat(17);
        String location = "1226141 4fc4083e81c20708305980 8fc0820083a145546 0200".replace(" ", "");
        return List.of(
                HexFormat.of().parseHex(id),
                HexFormat.of().parseHex(location),
                HexFormat.of().parseHex("f21902" + id + location),
                HexFormat.of().parseHex("e00102030405060cf21902" + id + location),
                HexFormat.of().parseHex("2210012900000000" + "00".repeat(17)),
                HexFormat.of().parseHex("6a5c35010101010404004a0000" + "05040001e240"),
                HexFormat.of().parseHex("26371210020700f71f" + "31".repeat(61)),
                "{\"Latitude\": 48.5, \"Longitude\": 9, \"BasicID\": \"A\"}".getBytes(StandardCharsets.UTF_8),
                "{\"data\": {\"UASdata\": \"8hkA\"}}[{\"lat\": 1, \"lon\": 2}".getBytes(StandardCharsets.UTF_8));
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        octets(data);
        RemoteIdLines lines = new RemoteIdLines(RemoteIdFuzz::check);
        lines.text(data);
        lines.payload(data, 0, data.length, new RemoteIdLines.Capture(1, 1));
        Ears ears = new Ears();
        ears.decoder.decode(data, 0, data.length, Ears.NOON, ears);
        ears.decoder.decode(data, 0, data.length, Ears.NOON.plusS(5), ears);
        if (data.length >= UasData.OCTETS) {
            UasData.read(data);
        }
    }

    private static void octets(byte[] data) {
        boolean readable = Broadcasts.read(data, 0, data.length) instanceof Reading.Whole(Broadcast broadcast, var _)
                && !broadcast.messages().isEmpty();
        if (!readable) {
            return;
        }
        Broadcast first = ((Reading.Whole) Broadcasts.read(data, 0, data.length)).broadcast();
        byte[] written = Broadcasts.write(first);
        if (!(Broadcasts.read(written, 0, written.length) instanceof Reading.Whole(Broadcast again, var _)
                && again.equals(first))) {
            throw new AssertionError("does not come back: " + first);
        }
    }

    private static void check(String line) {
        if (JsonText.read(line) instanceof JsonText.NotJson(String reason, int at)) {
            throw new AssertionError("not JSON (" + reason + " at " + at + "): " + line);
        }
        if (!line.contains("\"ok\": false")) {
            RemoteIdLines.encode(line);
        }
    }
}
