package vedette.format.zones;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// Any text as a list of authorised flights: each is taken, or refused with its place and line.
public final class FlightFileFuzz {
    private static final ZoneFile.Span SPAN =
            ZoneFile.Span.around(new Moment(1_795_000_000_000_000_000L), LeapSeconds.standard());

    // Loads the JSON library before the fuzzer's clock of the first input runs.
    static {
        seeds().forEach(FlightFileFuzz::fuzzerTestOneInput);
    }

    private FlightFileFuzz() {}

    /// A flight of each outline.
    public static List<byte[]> seeds() {
        return List.of("""
                {"flights":[{"id":"P7","purpose":"DELIVERY","serials":["1581F"],"addresses":["4ca2d6"],"volumes":[{"volume":{
                "outline_circle":{"center":{"lat":56.9,"lng":24.1},"radius":{"value":300,"units":"M"}},
                "altitude_lower":{"value":20,"reference":"W84","units":"M"}},
                "time_start":{"value":"2026-11-20T12:00:00Z","format":"RFC3339"},
                "time_end":{"value":"2026-11-20T13:00:00Z","format":"RFC3339"}}]}]}""".getBytes(StandardCharsets.UTF_8), """
                {"flights":[{"id":"Q","purpose":"RESCUE","callsigns":["MED1"],"operators":["FIN1"],"volumes":[{"volume":{
                "outline_polygon":{"vertices":[{"lat":56,"lng":24},{"lat":56,"lng":25},{"lat":57,"lng":25}]},
                "altitude_upper":{"value":120,"reference":"W84","units":"M"}}}]}]}""".getBytes(StandardCharsets.UTF_8));
    }

    /// What the fuzzer calls.
    public static void fuzzerTestOneInput(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        check(FlightFile.read(text, SPAN));
        check(FlightFile.one(text, SPAN));
    }

    private static void check(FlightFile.Contents contents) {
        for (ZoneFile.Refusal refusal : contents.refusals()) {
            if (refusal.reason().isBlank() || refusal.place().isBlank()) {
                throw new AssertionError("refused without a place or reason: " + refusal);
            }
        }
    }
}
