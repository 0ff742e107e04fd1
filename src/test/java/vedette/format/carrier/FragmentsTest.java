package vedette.format.carrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Datagrams that came as fragments of IP packets.
class FragmentsTest {
    private static final int RAW_IP = 101;

    private final List<byte[]> packets = new ArrayList<>();
    private final List<Integer> seconds = new ArrayList<>();

    private void comes(int atS, byte[] packet) {
        packets.add(packet);
        seconds.add(atS);
    }

    private byte[] capture() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(24)
                .order(ByteOrder.BIG_ENDIAN)
                .putInt(0xA1B2C3D4)
                .putInt(0x00020004)
                .putLong(0)
                .putInt(0xFFFF)
                .putInt(RAW_IP)
                .array());
        for (int i = 0; i < packets.size(); i++) {
            int length = packets.get(i).length;
            out.writeBytes(ByteBuffer.allocate(16)
                    .putInt(seconds.get(i))
                    .putInt(0)
                    .putInt(length)
                    .putInt(length)
                    .array());
            out.writeBytes(packets.get(i));
        }
        return out.toByteArray();
    }

    private static byte[] datagram(byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putInt(0x21982198)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    /// Octets `from` to `to` of an IP payload as a packet of version 4.
    private static byte[] v4(int id, byte[] whole, int from, int to) {
        int flags = (to < whole.length ? 0x2000 : 0) | from / 8;
        return ByteBuffer.allocate(20 + to - from)
                .putShort((short) 0x4500)
                .putShort((short) (20 + to - from))
                .putShort((short) id)
                .putShort((short) flags)
                .putInt(0x40110000)
                .putInt(0x0A000001)
                .putInt(0xEF000001)
                .put(whole, from, to - from)
                .array();
    }

    private static byte[] v6(int id, byte[] whole, int from, int to) {
        return ByteBuffer.allocate(48 + to - from)
                .putInt(0x60000000)
                .putShort((short) (8 + to - from))
                .putShort((short) 0x2C40)
                .put(new byte[32])
                .putShort((short) 0x1100)
                .putShort((short) (from | (to < whole.length ? 1 : 0)))
                .putInt(id)
                .put(whole, from, to - from)
                .array();
    }

    private static byte[] numbered(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private record Found(List<byte[]> payloads, List<String> reasons, List<Integer> places) {}

    private Found read() {
        Found found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Frames frames = new Frames(capture(), Framing.PCAP);
        for (Frames.Step step = frames.next(); step != Frames.Step.END; step = frames.next()) {
            Frame frame = frames.frame();
            found.places().add(frame.place());
            if (step == Frames.Step.FRAME) {
                found.payloads().add(Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.end()));
            } else {
                found.reasons().add(frame.reason());
            }
        }
        assertEquals(0, frames.passedOver());
        return found;
    }

    @Test
    void twoFragmentsAreOneDatagramWhicheverComesFirst() {
        byte[] payload = numbered(100);
        byte[] whole = datagram(payload);
        comes(0, v4(1, whole, 64, 108));
        comes(0, v4(1, whole, 0, 64));
        comes(1, v6(2, whole, 0, 64));
        comes(1, v6(2, whole, 64, 108));

        Found found = read();

        assertEquals(List.of(), found.reasons());
        assertEquals(2, found.payloads().size());
        found.payloads().forEach(joined -> assertArrayEquals(payload, joined));
        assertEquals(24 + 16 + 20 + 8, found.places().getFirst(), "the first packet's content, past the UDP head");
    }

    @Test
    void fragmentsOfSeveralDatagramsMayMix() {
        byte[] one = datagram(numbered(40));
        byte[] other = datagram(new byte[40]);
        comes(0, v4(1, one, 0, 24));
        comes(0, v4(2, other, 0, 24));
        comes(0, v4(2, other, 24, 48));
        comes(0, v4(1, one, 24, 48));

        Found found = read();

        assertArrayEquals(new byte[40], found.payloads().get(0));
        assertArrayEquals(numbered(40), found.payloads().get(1));
    }

    @Test
    void aFragmentHeardTwiceChangesNothing() {
        byte[] whole = datagram(numbered(40));
        for (int copy = 0; copy < 2; copy++) {
            comes(0, v4(1, whole, 0, 24));
        }
        for (int copy = 0; copy < 2; copy++) {
            comes(0, v4(1, whole, 24, 48));
        }

        Found found = read();

        assertEquals(1, found.payloads().size());
        assertEquals(List.of(), found.reasons());
    }

    @Test
    void aNumberMayBeUsedAgain() {
        byte[] one = datagram(numbered(40));
        byte[] other = datagram(new byte[40]);
        for (byte[] whole : List.of(one, other)) {
            comes(0, v4(7, whole, 0, 24));
            comes(0, v4(7, whole, 24, 48));
        }

        assertEquals(2, read().payloads().size());
    }

    @Test
    void contradictingFragmentsAreRefusedAndTheNextDatagramIsRead() {
        byte[] whole = datagram(numbered(40));
        byte[] forged = datagram(new byte[40]);
        comes(0, v4(1, whole, 0, 24));
        comes(0, v4(1, forged, 8, 32));
        comes(0, v4(2, whole, 0, 24));
        comes(0, v4(2, whole, 24, 48));

        Found found = read();

        assertEquals(List.of("a datagram in fragments, with fragments that overlap"), found.reasons());
        assertEquals(1, found.payloads().size());
    }

    @Test
    void whatIsNotWholeAfterHalfAMinuteIsToldOnce() {
        byte[] whole = datagram(numbered(40));
        comes(0, v4(1, whole, 0, 24));
        comes(31, v4(2, whole, 0, 24));
        comes(31, v4(2, whole, 24, 48));
        comes(32, v4(1, whole, 24, 48));

        Found found = read();

        assertEquals(1, found.payloads().size());
        assertEquals(
                "a datagram in fragments, of which 24 of an unknown number bytes came",
                found.reasons().get(0));
        assertEquals(
                "a datagram in fragments, of which 24 of 48 bytes came",
                found.reasons().get(1));
    }

    @Test
    void aFloodOfFirstFragmentsIsBoundedAndEachIsTold() {
        byte[] whole = datagram(numbered(40));
        for (int id = 0; id < 1000; id++) {
            comes(0, v4(id, whole, 0, 24));
        }

        assertEquals(1000, read().reasons().size());
    }

    @Test
    void impossibleFragmentsAreRefused() {
        byte[] whole = datagram(numbered(40));
        comes(0, v4(1, whole, 0, 23));
        byte[] beyond = v4(2, whole, 0, 24);
        beyond[6] = 0x3F;
        beyond[7] = (byte) 0xFF;
        comes(0, beyond);
        comes(0, Arrays.copyOf(v4(3, whole, 0, 24), 30));

        List<String> reasons = read().reasons();

        assertEquals(3, reasons.size());
        assertTrue(reasons.contains("a datagram in fragments, with a fragment of 23 bytes at 0"), reasons::toString);
        assertTrue(
                reasons.contains("a datagram in fragments, with a fragment of 24 bytes at 65528"), reasons::toString);
        assertTrue(reasons.contains("a fragment of an IP packet that was captured in part only"), reasons::toString);
    }

    @Property(tries = 200)
    void anyCutInAnyOrderComesBack(
            @ForAll @Size(min = 9, max = 3000) byte[] payload,
            @ForAll @IntRange(min = 1, max = 40) int units,
            @ForAll long order,
            @ForAll boolean six) {
        packets.clear();
        seconds.clear();
        // Else one in 65,536 starts with its own length and is read as ORADIS, less a head of six octets.
        payload[0] = (byte) 0xFF;
        byte[] whole = datagram(payload);
        for (int from = 0; from < whole.length; from += units * 8) {
            int to = Math.min(whole.length, from + units * 8);
            packets.add(six ? v6(9, whole, from, to) : v4(9, whole, from, to));
            seconds.add(0);
        }
        Collections.shuffle(packets, new Random(order));

        Found found = read();

        assertEquals(List.of(), found.reasons());
        assertArrayEquals(payload, found.payloads().getFirst());
    }
}
