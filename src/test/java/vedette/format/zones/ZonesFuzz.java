package vedette.format.zones;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// Any bytes as a zone file: read or refused, and what was read is written and read again.
public final class ZonesFuzz {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final ZoneFile.Span SPAN = ZoneFile.Span.around(new Moment(1_795_000_000_000_000_000L), LEAPS);

    // Loads the JSON library before the fuzzer's clock of the first input runs: instrumenting it takes seconds.
    static {
        fuzzerTestOneInput(seeds().getFirst());
    }

    private ZonesFuzz() {}

    /// A file with every kind of geometry and a schedule.
    public static List<byte[]> seeds() {
        return List.of("""
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"identifier":"A","name":"Port","ceiling":{"value":9,"unit":"FL","datum":"FL"},
                "appliesTo":["DRONE"],"limitedApplicability":[{"startDateTime":"2026-11-18T00:00:00Z","schedule":
                [{"day":["MON","ANY"],"startTime":"16:00:00Z","endTime":"02:00:00Z"}]}]},
                "geometry":{"type":"Polygon","coordinates":[[[24,56],[25,56],[25,57],[24,57],[24,56]]]}},
                {"type":"Feature","properties":{"identifier":"B","radius":80,"active":[{"from":"2026-11-18T00:00:00Z",
                "until":"2026-11-19T00:00:00+01:00"}]},"geometry":{"type":"Point","coordinates":[179,-17]}},
                {"type":"Feature","properties":{"identifier":"C"},"geometry":{"type":"GeometryCollection","geometries":[
                {"type":"Point","coordinates":[1,2],"extent":{"subType":"Circle","radius":9},
                "layer":{"upper":9,"upperReference":"AGL","lower":1,"lowerReference":"AMSL","uom":"ft"}},
                {"type":"MultiPolygon","coordinates":[[[[4,6],[5,6],[5,7],[4,6]]]]}]}}]}""".getBytes(StandardCharsets.UTF_8));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        ZoneFile.Contents contents = ZoneFile.read(new String(bytes, StandardCharsets.UTF_8), SPAN);
        String written = ZoneFile.write(contents.zones(), LEAPS);
        if (!contents.refusals().stream().allMatch(refusal -> refusal.place().startsWith("$"))) {
            throw new AssertionError("a refusal without a place: " + contents.refusals());
        }
        ZoneFile.Contents again = ZoneFile.read(written, SPAN);
        if (again.zones().size() != contents.zones().size()) {
            throw new AssertionError(names(contents) + " became " + names(again) + " " + again.refusals());
        }
    }

    private static List<String> names(ZoneFile.Contents contents) {
        return contents.zones().stream().map(Zone::title).toList();
    }
}
