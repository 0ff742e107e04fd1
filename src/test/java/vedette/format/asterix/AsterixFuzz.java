package vedette.format.asterix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;

/// Any bytes as data blocks: read, recognised, printed, encoded again, and measured. What is read comes back to the
/// byte.
public final class AsterixFuzz {
    private static final Moment NOON = LeapSeconds.standard().moment(1_772_366_400_000_000_000L);
    static final Editions OLDEST = Editions.parse("001=1.2,002=1.0,021=0.26,034=1.27,048=1.27,062=1.16");
    private static final Nobody NOBODY = new Nobody();

    // Made once: tables are compiled in them.
    private static final AsterixReader READER = new AsterixReader(Editions.preferred());
    private static final AsterixReader OLD_READER = new AsterixReader(OLDEST);
    private static final AsterixLines LINES = new AsterixLines();
    private static final AsterixDecoder DECODER = new AsterixDecoder(AsterixSetting.usual());
    private static final AsterixDecoder OLD_DECODER =
            new AsterixDecoder(AsterixSetting.usual().takingTests().with(OLDEST));

    private AsterixFuzz() {}

    private static final class Nobody implements Decoder.Sink {
        @Override
        public void measured(Measurement measurement) {
            measurement.provenance();
        }

        @Override
        public void rejected(Rejected rejected) {
            if (rejected.reason().isEmpty()) {
                throw new AssertionError("a rejection without a reason");
            }
        }
    }

    /// Where the fuzzer starts from: the first leading octets of each category with everything set, and
    /// sequences of fields.
    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int category : Editions.categories()) {
            byte[] block = new byte[200];
            block[0] = (byte) category;
            block[2] = (byte) block.length;
            block[3] = (byte) 0xFF;
            block[4] = (byte) 0xFE;
            Arrays.fill(block, 5, block.length, (byte) 2);
            seeds.add(block);
        }
        seeds.add(HexFormat.of().parseHex("010013" + "8101021964" + "03050190" + "0302804000" + "0200"));
        seeds.add(HexFormat.of().parseHex("02000d" + "81021964" + "020201" + "0440" + "05"));
        return seeds;
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        read(data, READER);
        read(data, OLD_READER);
        Recogniser recogniser = new Recogniser();
        recogniser.add(data, 0, data.length);
        recogniser.best();
        DECODER.decode(data, 0, data.length, NOON, NOBODY);
        OLD_DECODER.decode(data, 0, data.length, NOON, NOBODY);
    }

    private static void read(byte[] data, AsterixReader reader) {
        LINES.clear();
        reader.open(data, 0, data.length);
        for (var step = reader.next(); step != AsterixReader.Step.END; step = reader.next()) {
            if (step == AsterixReader.Step.RECORD) {
                LINES.record(reader.record(), 0, 0);
            } else {
                LINES.rejected(reader.rejection(), 0);
            }
        }
    }
}
