package vedette.format.cot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vedette.Shared;

/// Against bytes that ATAK's own encoder made, and what its decoder read of them.
class TakGoldenTest {
    /// ATAK writes eight decimals.
    private static final double DECIMALS = 1e-8;

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Shared.file("data/dissemination/" + folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static CotEvent event(Cot.Reading reading) {
        return assertInstanceOf(Cot.Message.class, reading).event().orElseThrow();
    }

    @Test
    void itsBytesAreReadAndWritten() throws IOException {
        List<Path> files = files("tak-golden", ".pb");
        assertEquals(16, files.size());
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.toString().replace(".pb", "");
            CotEvent fromXml = event(CotXml.read(Files.readAllBytes(Path.of(name + ".xml"))));
            assertEquals(fromXml, event(TakProto.mesh(bytes, 0, bytes.length)), name);
            assertArrayEquals(bytes, TakProto.mesh(TakProto.payload(fromXml)), name);
            assertRoundTrip(fromXml, event(CotXml.read(Files.readAllBytes(Path.of(name + ".roundtrip.xml")))), name);
        }
    }

    private static void assertRoundTrip(CotEvent ours, CotEvent theirs, String name) {
        assertEquals(ours.point().latDeg(), theirs.point().latDeg(), DECIMALS, name);
        assertEquals(ours.point().lonDeg(), theirs.point().lonDeg(), DECIMALS, name);
        assertEquals(ours.point().haeM(), theirs.point().haeM(), DECIMALS, name);
        assertEquals(ours.times(), theirs.times(), name);
        assertEquals(ours.marks(), theirs.marks(), name);
        assertEquals(ours.detail(), theirs.detail(), name);
    }

    @Test
    void everySampleIsRead() throws IOException {
        for (Path file : files("cot", ".cot")) {
            event(CotXml.read(Files.readAllBytes(file)));
        }
    }
}
