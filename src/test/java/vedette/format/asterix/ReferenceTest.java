package vedette.format.asterix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vedette.Shared;

/// Recordings of real sensors, value by value against an independent decoder, and back to the bytes.
class ReferenceTest {
    private static final String FOLDER = "data/surveillance/asterix/";

    @ParameterizedTest
    @CsvSource({
        "final_frame_062_30min.ff, .libasterix.jsonl.gz, 062=1.18, 34957",
        "NATS_CAT048_119bytes_TCAS.ff, .libasterix.jsonl, 048=1.27, 2",
        "cat034.raw, .libasterix.jsonl, 034=1.29, 1",
        "cat048.raw, .libasterix.jsonl, 048=1.32, 1",
        "cat062cat065.raw, .libasterix.jsonl, 062=1.18, 3",
        "cat_034_048.pcap, .libasterix.jsonl, 048=1.32, 162",
        "cat_062_065.pcap, .libasterix.jsonl, 065=1.4, 3",
        "goasterix_sample.ast, .libasterix.jsonl, 001=1.4, 18",
        "jasterix_cat021ed0.26.bin, .libasterix.jsonl, 021=0.26, 1",
    })
    void everyLeafOfEveryRecordIsEqualAndTheBytesComeBack(String recording, String suffix, String edition, int records)
            throws IOException, TreeParser.Refused {
        List<String> expected = Reference.lines(Shared.file(FOLDER + recording + suffix));
        byte[] bytes = Files.readAllBytes(Shared.file(FOLDER + recording));

        List<String> ours = Reference.decoded(bytes, Editions.parse(edition)).stream()
                .filter(line -> line.startsWith("{\"record\""))
                .toList();

        assertEquals(records, ours.size());
        assertEquals(records, expected.size());
        AsterixEncoder encoder = new AsterixEncoder();
        for (int i = 0; i < records; i++) {
            Tree.Branch reference = Reference.tree(expected.get(i));
            assertEquals(List.of(), Reference.differences(reference, Reference.tree(ours.get(i))), "record " + i);
            String hex = ((Tree.Words) reference.parts().get("hex")).text();
            var back = assertInstanceOf(AsterixEncoder.Encoded.class, encoder.line(ours.get(i)));
            assertArrayEquals(HexFormat.of().parseHex(hex), back.bytes());
        }
    }
}
