package vedette.format.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vedette.format.lines.SensedDecoder.Carrier;
import vedette.model.Decoder;
import vedette.model.LeapSeconds;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;

class SensedDecoderTest {
    private static final String SIGHT = """
            {"sensor":"IR1","kind":"sight","time":"2026-11-23T06:00:00.5Z","from":[42164000,0,0],\
            "along":[-1,0,0],"sigmaRad":3e-5}
            """;
    private static final String STATUS = """
            {"sensor":"mast","kind":"status","time":"2026-11-23T06:00:01Z","state":"operational"}
            """;
    private static final String BAD = "{\"sensor\":\"mast\",\"kind\":\"status\",\"time\":\"noon\"}\n";

    private final List<Measurement> measured = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private final Decoder.Sink sink = new Decoder.Sink() {
        @Override
        public void measured(Measurement measurement) {
            measured.add(measurement);
        }

        @Override
        public void rejected(Rejected what) {
            rejected.add(what);
        }
    };

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSightIsALookOfItsSatellite() {
        byte[] line = bytes(SIGHT.strip());

        int used = new SensedDecoder(LeapSeconds.standard(), Carrier.DATAGRAM)
                .decode(line, 0, line.length, new Moment(0), sink);

        assertEquals(line.length, used);
        Measurement.Sight sight = assertInstanceOf(Measurement.Sight.class, measured.getFirst());
        assertEquals("IR1", sight.provenance().sensor().name());
        assertEquals(42_164_000, sight.from().xM());
        assertEquals(-1, sight.along().x());
        assertEquals(3e-5, sight.sigmaRad());
    }

    @Test
    void aBadLineIsRefusedWithItsMemberAndTheNextIsRead() {
        byte[] lines = bytes(SIGHT + BAD + STATUS);

        new SensedDecoder(LeapSeconds.standard(), Carrier.STREAM).decode(lines, 0, lines.length, new Moment(0), sink);

        assertEquals(2, measured.size());
        assertEquals(List.of(new Rejected(SIGHT.length(), "time", "no time")), rejected);
    }

    @Test
    void aLineWithoutEndIsDroppedAndWhatFollowsIsRead() {
        SensedDecoder decoder = new SensedDecoder(LeapSeconds.standard(), Carrier.STREAM);
        byte[] endless = new byte[SensedLines.LONGEST + 1];
        Arrays.fill(endless, (byte) 'x');
        byte[] rest = bytes("xxx\n" + STATUS);

        assertEquals(endless.length, decoder.decode(endless, 0, endless.length, new Moment(0), sink));
        decoder.decode(rest, 0, rest.length, new Moment(0), sink);

        assertEquals(1, rejected.size());
        assertTrue(rejected.getFirst().reason().contains("longer"), rejected.toString());
        assertEquals(1, measured.size());
    }

    @Property(tries = 200)
    void aStreamCutAnywhereGivesTheSame(@ForAll @IntRange(min = 1, max = 60) int piece) {
        SensedDecoder decoder = new SensedDecoder(LeapSeconds.standard(), Carrier.STREAM);
        byte[] all = bytes(SIGHT + STATUS + SIGHT);
        measured.clear();

        int from = 0;
        for (int to = piece; from < all.length; to = Math.min(all.length, to + piece)) {
            from += decoder.decode(all, from, Math.min(to, all.length), new Moment(0), sink);
        }

        assertEquals(3, measured.size());
        assertEquals(List.of(), rejected);
    }
}
