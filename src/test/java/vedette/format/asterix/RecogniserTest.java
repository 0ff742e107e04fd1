package vedette.format.asterix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.Shared;

class RecogniserTest {
    private static List<Recogniser.Fit> fits(byte[] blocks) {
        Recogniser recogniser = new Recogniser();
        recogniser.add(blocks, 0, blocks.length);
        return recogniser.best();
    }

    @Test
    void theFirstAdsbEditionIsKnownByItsPositions() throws IOException {
        byte[] block = Files.readAllBytes(Shared.file("data/surveillance/asterix/jasterix_cat021ed0.26.bin"));

        assertEquals(List.of(new Recogniser.Fit(21, "0.26", 1, 1)), fits(block));
    }

    @Test
    void anExtentThatOnlyTheNewestEditionKnowsChoosesIt() {
        // I063/010 and I063/060 with a third part.
        byte[] block = AsterixEncoder.block(63, HexFormat.of().parseHex("88" + "1964" + "0101a0"));

        assertEquals(List.of(new Recogniser.Fit(63, "1.7", 1, 1)), fits(block));
    }

    @Test
    void ofEqualFitsThePreferredEditionIsTaken() {
        byte[] block = AsterixEncoder.block(62, HexFormat.of().parseHex("801964"));

        assertEquals(List.of(new Recogniser.Fit(62, Editions.of(62).getFirst(), 1, 1)), fits(block));
    }
}
