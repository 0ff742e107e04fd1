package vedette.format.zones;

import java.nio.charset.StandardCharsets;
import vedette.model.LeapSeconds;
import vedette.model.Moment;
import vedette.model.Zone;

/// Any bytes as a zone file: read or refused, and what was read is written and read again.
public final class ZonesFuzz {
    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final ZoneFile.Span SPAN = ZoneFile.Span.around(new Moment(1_795_000_000_000_000_000L), LEAPS);

    private ZonesFuzz() {}

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

    private static java.util.List<String> names(ZoneFile.Contents contents) {
        return contents.zones().stream().map(Zone::title).toList();
    }
}
