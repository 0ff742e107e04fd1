package vedette.format.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
    /// An ASTERIX block of four octets.
    private static final String BLOCK = "3e000480";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /// Payloads as hex digits, rejections as `!reason`.
    private static List<String> read(byte[] recording) {
        Frames frames = new Frames(recording, Framing.of(recording));
        List<String> found = new ArrayList<>();
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            Frame frame = frames.frame();
            found.add(
                    step == Frames.Step.FRAME
                            ? HexFormat.of().formatHex(frame.bytes(), frame.offset(), frame.end())
                            : "!" + frame.reason());
        }
        return found;
    }

    private static String u16(int value) {
        return HexFormat.of().toHexDigits((short) value);
    }

    private static String udp(String payload) {
        return "2198 2198" + u16(8 + payload.length() / 2) + "0000" + payload;
    }

    private static String ipv4(int flags, String datagram) {
        String rest = datagram.replace(" ", "");
        return "4500" + u16(20 + rest.length() / 2) + "0001" + u16(flags) + "40110000 0a000001 0a000002" + rest;
    }

    private static String ethernet(String type, String packet) {
        return "01005e000601 000000000001" + type + packet;
    }

    private static String little(int value) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(value));
    }

    private static byte[] pcap(int linkType, String... packets) {
        StringBuilder digits = new StringBuilder("d4c3b2a1 02000400 00000000 00000000 ffff0000" + little(linkType));
        for (String packet : packets) {
            int length = packet.replace(" ", "").length() / 2;
            digits.append(little(1000))
                    .append(little(250_000))
                    .append(little(length))
                    .append(little(length));
            digits.append(packet);
        }
        return hex(digits.toString());
    }

    @Test
    void aFinalFrameTellsItsTimeOfDay() {
        byte[] recording = hex("0010 000000 346cde" + BLOCK + "a5a5a5a5");
        Frames frames = new Frames(recording, Framing.of(recording));

        assertEquals(Framing.FINAL, Framing.of(recording));
        assertEquals(Frames.Step.FRAME, frames.next());
        assertEquals(34_357_420_000_000L, frames.frame().timeNs());
        assertEquals(Frame.Clock.MIDNIGHT, frames.frame().clock());
        assertEquals(8, frames.frame().offset());
    }

    @Test
    void behindABrokenFinalFrameTheNextIsRead() {
        String frame = "0010 000000 000000" + BLOCK + "a5a5a5a5";

        List<String> found = read(hex(frame + "0001 ffff a5a5a5a5" + frame));

        assertEquals(3, found.size());
        assertTrue(found.get(1).startsWith("!no FINAL frame"));
        assertEquals(BLOCK, found.get(2));
    }

    @Test
    void datagramsAreFoundUnderEveryLinkLayer() {
        String packet = ipv4(0, udp(BLOCK));
        String ipv6 = "60000000" + u16(12) + "1140" + "00".repeat(32) + udp(BLOCK);

        assertEquals(List.of(BLOCK), read(pcap(1, ethernet("0800", packet))));
        assertEquals(List.of(BLOCK), read(pcap(1, ethernet("8100 0005 0800", packet))));
        assertEquals(List.of(BLOCK), read(pcap(1, ethernet("86dd", ipv6))));
        assertEquals(List.of(BLOCK), read(pcap(101, packet)));
        assertEquals(List.of(BLOCK), read(pcap(113, "00".repeat(14) + "0800" + packet)));
    }

    @Test
    void lostFragmentsAndUnknownLinksAreRejectedAndOtherProtocolsPassed() {
        byte[] recording = pcap(
                1,
                ethernet("0800", ipv4(0x2000, udp(BLOCK + "00000000"))),
                ethernet("0806", "0001"),
                ethernet("0800", ipv4(0, udp(BLOCK))));

        List<String> found = read(recording);

        assertEquals(2, found.size());
        assertEquals(BLOCK, found.get(0));
        assertTrue(found.get(1).contains("in fragments, of which"), found.get(1));
        assertTrue(read(pcap(147, "00")).getFirst().contains("link type 147"));
    }

    @Test
    void aCaptureThatEndsWithinAPacketSaysSo() {
        byte[] whole = pcap(101, ipv4(0, udp(BLOCK)));

        List<String> found = read(java.util.Arrays.copyOf(whole, whole.length - 1));

        assertEquals(List.of("!the capture ends within a packet"), found);
    }

    @Test
    void oradisPacketsInADatagramAreSeparateFrames() {
        String packets = "000a 00000001" + BLOCK + "000a 00000002" + BLOCK;

        assertEquals(List.of(BLOCK, BLOCK), read(pcap(101, ipv4(0, udp(packets.replace(" ", ""))))));
        assertEquals(Framing.ORADIS, Framing.of(hex(packets)));
    }

    @Test
    void pcapNgIsReadInBothByteOrders() {
        String packet = ipv4(0, udp(BLOCK)).replace(" ", "");
        String big = "0a0d0d0a 0000001c 1a2b3c4d 00010000 ffffffffffffffff 0000001c"
                + "00000001 00000014 0065 0000 00000000 00000014"
                + "00000006 00000040 00000000 00000001 00000002 00000020 00000020" + packet + "00000040";
        String small = "0a0d0d0a 1c000000 4d3c2b1a 01000000 ffffffffffffffff 1c000000"
                + "01000000 14000000 6500 0000 00000000 14000000"
                + "06000000 40000000 00000000 01000000 02000000 20000000 20000000" + packet + "40000000";

        assertEquals(List.of(BLOCK), read(hex(big)));
        assertEquals(List.of(BLOCK), read(hex(small)));
    }
}
