package vedette.format.adsb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vedette.format.adsb.Frames.Heard;

/// Streams cut into frames.
class DeframerTest {
    private static final String LONG_HEX = "8d1a1a9958b975871773722a1a1a";
    private static final String SHORT_HEX = "5d4d20237a55a6";

    @Test
    void aBeastFrameKeepsItsTimeAndLevel() {
        Heard heard = Frames.heard(new BeastDeframer(), beast(LONG_HEX, 0x1A1A_0000_1A01L, 0x1A));

        assertEquals(List.of(LONG_HEX), heard.frames);
        assertEquals(List.of(0x1A1A_0000_1A01L), heard.stamps);
        assertEquals(List.of(0x1A), heard.signals);
        assertTrue(heard.rejections.isEmpty());
    }

    @Test
    void aTornBeastFrameCostsOnlyItself() {
        byte[] whole = beast(SHORT_HEX, 1, 2);
        byte[] stream = join(new byte[] {0x1A, '3', 0, 0, 0, 9}, whole, new byte[] {'x', 'y'}, whole);

        Heard heard = Frames.heard(new BeastDeframer(), stream);

        assertEquals(List.of(SHORT_HEX, SHORT_HEX), heard.frames);
        assertEquals(
                List.of("0 body: frame torn by the beginning of another", "22 type: bytes outside any frame"),
                heard.rejections);
    }

    @Test
    void receiverStatusIsPassedOver() {
        byte[] status = {0x1A, '4', 1, 2, 0x1A, 0x1A, '3', 4, 5};

        Heard heard = Frames.heard(new BeastDeframer(), join(status, beast(SHORT_HEX, 7, 8)));

        assertEquals(List.of(SHORT_HEX), heard.frames);
        assertTrue(heard.rejections.isEmpty());
    }

    @Test
    void avrTextIsReadInAllItsForms() {
        String text = "*" + SHORT_HEX + ";\n@00000000000A" + LONG_HEX.toUpperCase(java.util.Locale.ROOT)
                + ";\r\n<00000000000B7F" + SHORT_HEX + ";*;nonsense *zz;*" + SHORT_HEX + ";";

        Heard heard = Frames.heard(new AvrDeframer(), ascii(text));

        assertEquals(List.of(SHORT_HEX, LONG_HEX, SHORT_HEX, SHORT_HEX), heard.frames);
        assertEquals(List.of(-1L, 10L, 11L, -1L), heard.stamps);
        assertEquals(List.of(-1, -1, 0x7F, -1), heard.signals);
        assertEquals(4, heard.rejections.size());
    }

    @Test
    void bothOrdersOfColumnsAreRecognised() {
        String text = "\uFEFF1495353600.25,4D010D," + LONG_HEX + "\r\n1457996400,\"" + LONG_HEX
                + "\",\"406B90\",19\n\nx,y\n5,z";

        Heard heard = Frames.heard(new CsvDeframer(), text.getBytes(StandardCharsets.UTF_8));

        assertEquals(List.of(LONG_HEX, LONG_HEX), heard.frames);
        assertEquals(List.of(1495353600_250000000L, 1457996400_000000000L), heard.stamps);
        assertEquals(2, heard.rejections.size());
        assertTrue(heard.rejections.get(1).contains("hex: no column"));
    }

    @Test
    void aHeadingIsNotAFault() {
        Heard heard = Frames.heard(new CsvDeframer(), ascii("ts,hex\n1," + SHORT_HEX + "\n"));

        assertEquals(List.of(SHORT_HEX), heard.frames);
        assertTrue(heard.rejections.isEmpty());
    }

    @Test
    void aLineWithoutEndIsBounded() {
        byte[] endless = new byte[100_000];
        java.util.Arrays.fill(endless, (byte) '7');

        Heard heard = Frames.heard(new CsvDeframer(), join(endless, ascii("\n1," + SHORT_HEX)));

        assertEquals(List.of("0 line: longer than 1024 bytes"), heard.rejections);
        assertEquals(List.of(SHORT_HEX), heard.frames);
    }

    @Property(tries = 300)
    void itDoesNotMatterWhereTheStreamIsCut(
            @ForAll @Size(max = 200) byte[] noise, @ForAll @IntRange(min = 1, max = 40) int chunk) {
        assertCutsDoNotMatter(
                BeastDeframer::new, join(noise, beast(LONG_HEX, 5, 0x1A), noise, beast(SHORT_HEX, 6, 1)), chunk);
        assertCutsDoNotMatter(AvrDeframer::new, join(noise, ascii("*" + LONG_HEX + ";"), noise), chunk);
        assertCutsDoNotMatter(CsvDeframer::new, join(noise, ascii("\n7,"), ascii(LONG_HEX), noise), chunk);
    }

    @Property(tries = 300)
    void noiseNeverHidesTheFramesBehindIt(@ForAll @Size(max = 100) byte[] noise) {
        byte[] whole = beast(SHORT_HEX, 3, 4);
        byte[] lines = ascii("*" + SHORT_HEX + ";");
        byte[] row = ascii("\n1," + SHORT_HEX);

        // A tear that ends on a lone 1A makes the next frame's own 1A look escaped: that one frame may be lost.
        int beastLoss = noise.length > 0 && noise[noise.length - 1] == 0x1A ? 1 : 0;
        assertTrue(count(new BeastDeframer(), join(noise, whole, whole, whole)) >= 3 - beastLoss);
        assertTrue(count(new AvrDeframer(), join(noise, lines, lines, lines)) >= 3);
        assertTrue(count(new CsvDeframer(), join(noise, row, row, row)) >= 3);
    }

    @Property
    void whatIsFramedIsDeframed(
            @ForAll @Size(14) byte[] frame,
            @ForAll @IntRange(min = 0) int ticks,
            @ForAll @IntRange(min = 0, max = 255) int signal) {
        byte[] out = new byte[FrameWriter.MOST_BYTES];
        String hex = java.util.HexFormat.of().formatHex(frame);

        int end = FrameWriter.beast(frame, ticks, signal, out, 0);
        Heard beast = Frames.heard(new BeastDeframer(), java.util.Arrays.copyOf(out, end));
        end = FrameWriter.avr(frame, ticks, out, 0);
        Heard avr = Frames.heard(new AvrDeframer(), java.util.Arrays.copyOf(out, end));

        assertEquals(List.of(hex), beast.frames);
        assertEquals(List.of((long) ticks), beast.stamps);
        assertEquals(List.of(signal), beast.signals);
        assertEquals(List.of(hex), avr.frames);
        assertEquals(List.of((long) ticks), avr.stamps);
    }

    private static void assertCutsDoNotMatter(Supplier<Deframer> fresh, byte[] stream, int chunk) {
        Heard whole = Frames.heard(fresh.get(), stream);
        Heard cut = new Heard();
        Deframer deframer = fresh.get();
        for (int at = 0; at < stream.length; at += chunk) {
            deframer.feed(stream, at, Math.min(chunk, stream.length - at), cut);
        }
        deframer.finish(cut);
        assertEquals(whole.frames, cut.frames);
        assertEquals(whole.stamps, cut.stamps);
        assertEquals(whole.rejections, cut.rejections);
    }

    private static long count(Deframer deframer, byte[] stream) {
        return Frames.heard(deframer, stream).frames.stream()
                .filter(SHORT_HEX::equals)
                .count();
    }

    private static byte[] beast(String hex, long ticks, int signal) {
        byte[] out = new byte[FrameWriter.MOST_BYTES];
        return java.util.Arrays.copyOf(out, FrameWriter.beast(Frames.bytes(hex), ticks, signal, out, 0));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
