package vedette.edge.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vedette.format.share.Cover;
import vedette.format.share.Envelope;
import vedette.format.share.Items;
import vedette.format.share.Sealing;

/// A signature over many items, as it is kept on disk.
class CoverTest {
    @TempDir
    Path folder;

    @Test
    void aCoverReadsBackAsItWasAndNothingElseIsTakenForOne() throws IOException {
        Signing keys = Signing.of(folder.resolve("A.key"), new TreeMap<>());
        List<Envelope> all = Sealing.signed(
                Stream.of(1, 2, 3)
                        .map(i -> Sealing.unsigned(Items.missile("A", "W-" + i, 1), ShareNode.open(), keys))
                        .toList(),
                keys);
        Cover cover = Cover.of(all.stream().map(Envelope::digest).toList(), all.getLast())
                .orElseThrow();

        byte[] bytes = cover.bytes();

        assertEquals(cover.digests(), Cover.read(bytes).orElseThrow().digests());
        assertEquals(
                all.getFirst().signed(),
                Cover.read(bytes).orElseThrow().over(all.getFirst()).signed());
        for (int length = 0; length < bytes.length; length++) {
            assertTrue(Cover.read(Arrays.copyOf(bytes, length)).isEmpty(), "of " + length + " bytes");
        }
    }
}
