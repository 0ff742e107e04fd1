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
        return List.of(
                """
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
                {"type":"MultiPolygon","coordinates":[[[[4,6],[5,6],[5,7],[4,6]]]]}]}}]}""".getBytes(StandardCharsets.UTF_8),
                """
                {"UASZoneList":[{"identifier":"Z","country":"CHE","type":"COMMON","restriction":"PROHIBITED",
                "zoneAuthority":[{}],"applicability":[{"permanent":"NO","dailyPeriod":[{"day":["SUN"],"startEvent":"SR",
                "endTime":"09:00:00Z"}]}],"geometry":[{"uomDimensions":"FT","lowerLimit":"9","lowerVerticalReference":
                "AGL","horizontalProjection":{"type":"Circle","center":[6,46],"radius":9}}]}]}""".getBytes(StandardCharsets.UTF_8),
                """
                <kml><Placemark id="a"><name>P</name><TimeSpan><begin>2026-11-18T00:00:00Z</begin></TimeSpan><ExtendedData>
                <Data name="floor"><value>9 AGL</value></Data></ExtendedData><MultiGeometry><Polygon><altitudeMode>absolute
                </altitudeMode><outerBoundaryIs><LinearRing><coordinates>4,6,9 5,6,9 5,7,9 4,6,9</coordinates></LinearRing>
                </outerBoundaryIs></Polygon></MultiGeometry></Placemark></kml>""".getBytes(StandardCharsets.UTF_8),
                """
                AC R
                AN A
                AL 900 ft AGL
                AH FL 95
                AA 2026-11-18T00:00Z/2026-11-19T00:00Z
                V D=-
                V X=46:00:00 N 008:00:00 E
                DA 5,10,90
                DB 46:10:00 N 008:00:00 E,46:00:00 N 008:14:25 W
                DC 5
                V W=4
                DY 46:00.5 N 8:00:00 E
                """.getBytes(StandardCharsets.UTF_8));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        ZoneFile.Contents contents = ZoneFile.read(new String(bytes, StandardCharsets.UTF_8), SPAN);
        String written = ZoneFile.write(contents.zones(), LEAPS);
        if (!contents.refusals().stream().allMatch(refusal -> refusal.place().startsWith("$") || refusal.line() > 0)) {
            throw new AssertionError("a refusal without a place: " + contents.refusals());
        }
        for (ZoneFile.Form form : ZoneFile.Form.values()) {
            ZoneFile.write(contents.zones(), form, LEAPS);
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
