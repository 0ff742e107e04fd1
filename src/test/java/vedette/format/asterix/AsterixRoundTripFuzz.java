package vedette.format.asterix;

import java.util.Arrays;
import java.util.List;

/// Any bytes as data blocks: what is read comes back to the byte from its line.
public final class AsterixRoundTripFuzz {
    // Made once: tables are compiled in them.
    private static final AsterixReader READER = new AsterixReader(Editions.preferred());
    private static final AsterixReader OLD_READER = new AsterixReader(AsterixFuzz.OLDEST);
    private static final AsterixEncoder ENCODER = new AsterixEncoder();
    private static final AsterixEncoder OLD_ENCODER = new AsterixEncoder();
    private static final AsterixLines LINES = new AsterixLines();

    private AsterixRoundTripFuzz() {}

    /// Where the fuzzer starts from.
    public static List<byte[]> seeds() {
        return AsterixFuzz.seeds();
    }

    /// Called by the fuzzer.
    public static void fuzzerTestOneInput(byte[] data) {
        roundTrip(data, READER, ENCODER);
        roundTrip(data, OLD_READER, OLD_ENCODER);
    }

    private static void roundTrip(byte[] data, AsterixReader reader, AsterixEncoder encoder) {
        reader.open(data, 0, data.length);
        for (var step = reader.next(); step != AsterixReader.Step.END; step = reader.next()) {
            if (step == AsterixReader.Step.RECORD) {
                check(reader.record(), data, encoder);
            }
        }
    }

    private static void check(AsterixRecord record, byte[] data, AsterixEncoder encoder) {
        LINES.clear();
        LINES.record(record, 0, 0);
        byte[] original = Arrays.copyOfRange(data, record.offset(), record.offset() + record.length());
        switch (encoder.line(LINES.toString())) {
            case AsterixEncoder.Encoded back -> {
                if (!Arrays.equals(original, back.bytes())) {
                    throw new AssertionError("other bytes come back for " + LINES);
                }
            }
            case AsterixEncoder.NotEncoded(String reason) -> throw new AssertionError(reason + " in " + LINES);
        }
    }
}
