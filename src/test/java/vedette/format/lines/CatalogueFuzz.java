package vedette.format.lines;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vedette.model.KnownObject;
import vedette.model.Moment;

/// Any bytes as a catalogue: each row taken or refused with a line and a reason, never thrown.
public final class CatalogueFuzz {
    private CatalogueFuzz() {}

    /// Tables of a row.
    public static List<byte[]> seeds() {
        return List.of((CatalogueTableTest.HEAD + CatalogueTableTest.ROW).getBytes(StandardCharsets.UTF_8));
    }

    /// The fuzzer's door.
    ///
    /// @param bytes whatever it likes
    public static void fuzzerTestOneInput(byte[] bytes) {
        Taken<KnownObject> taken = CatalogueTable.read(new String(bytes, StandardCharsets.UTF_8), new Moment(0));
        for (Taken.Refusal each : taken.refusals()) {
            if (each.reason().isBlank() || each.place().isBlank()) {
                throw new AssertionError("refused without a reason or place");
            }
        }
    }
}
