package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vedette.Shared;

/// What the first dump1090 (S. Sanfilippo) printed for its own sample recording.
class Dump1090ValuesTest {
    private static final String FOLDER = "data/surveillance/modes/";

    @Test
    void allOfItsFramesAreReadFromAvr() {
        List<String> theirs = lines("antirez_modes1.expected.avr");
        byte[] stream = String.join("\n", theirs).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        Frames.Heard heard = Frames.heard(new AvrDeframer(), stream);

        assertEquals(217, heard.frames.size());
        assertEquals(List.of(), heard.rejections);
        for (String hex : heard.frames) {
            assertTrue(Frames.read(hex).verdict().readable(), hex);
            assertEquals(0x4D2023, Frames.read(hex).address(), hex);
        }
    }

    @Test
    void addressesHeightsCodesAndNamesAreEqual() {
        List<String> blocks = blocks();
        for (String block : blocks) {
            ModeSFrame frame = Frames.read(hexOf(block));
            assertEquals(Integer.parseInt(word(block, "^DF (\\d+)").orElseThrow()), frame.df(), block);
            assertEquals(Integer.parseInt(word(block, "ICAO Address *: *(\\w+)").orElseThrow(), 16), frame.address());
            word(block, "^  Altitude *: (-?\\d+) feet").ifPresent(feet -> assertEquals(feet, "" + frame.altitudeFt()));
            word(block, "^    Altitude : (-?\\d+) feet").ifPresent(feet -> assertEquals(feet, "" + height(frame)));
            word(block, "Squawk *: (\\d+)").ifPresent(code -> assertEquals(code, "" + frame.squawk()));
            word(block, "Identification : (.*\\S)")
                    .ifPresent(name -> assertEquals(name, Callsign.text(frame.message())));
            word(block, "Latitude : (\\d+)").ifPresent(n -> assertEquals(n, "" + Cpr.latitudeOf(frame.message())));
            word(block, "Longitude: (\\d+)").ifPresent(n -> assertEquals(n, "" + Cpr.longitudeOf(frame.message())));
        }
        assertEquals(284, blocks.size());
    }

    // The printed frame is the repaired one: with the bit flipped back it must come out the same. Two of its repairs
    // are of the last bit of an all-call reply, where the "error" is the code of interrogator 1: that frame is valid
    // as it came.
    @Test
    void itsRepairsAreOurs() {
        int repaired = 0;
        int interrogators = 0;
        for (String block : blocks()) {
            Optional<String> bit = word(block, "Single bit error fixed, bit (\\d+)");
            if (bit.isEmpty()) {
                continue;
            }
            byte[] received = Frames.bytes(hexOf(block));
            int at = Integer.parseInt(bit.get());
            received[at / 8] ^= (byte) (0x80 >>> (at % 8));
            ModeSFrame frame = new ModeSFrame();
            if (frame.readRepairing(received, 0, received.length) == Verdict.REPAIRED) {
                assertEquals(at, frame.repairedBit());
                repaired++;
            } else {
                assertEquals(Verdict.VALID, frame.verdict());
                assertEquals(1, frame.syndrome());
                interrogators++;
            }
        }
        assertEquals(6, repaired);
        assertEquals(2, interrogators);
    }

    private static int height(ModeSFrame frame) {
        return AltitudeCode.feet12(Bits.field(frame.message(), 9, 20));
    }

    private static List<String> blocks() {
        return Stream.of(String.join("\n", lines("antirez_modes1.expected.txt")).split("\n\n"))
                .filter(block -> block.startsWith("*"))
                .toList();
    }

    private static String hexOf(String block) {
        return block.substring(1, block.indexOf(';'));
    }

    private static Optional<String> word(String block, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(block);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<String> lines(String name) {
        Path file = Shared.file(FOLDER + name);
        try {
            return Files.readAllLines(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
