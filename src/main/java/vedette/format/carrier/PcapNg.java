package vedette.format.carrier;

import java.util.ArrayList;
import java.util.List;
import vedette.format.carrier.Frames.Step;

/// pcapng captures (draft-ietf-opsawg-pcapng): section, interface, enhanced and simple packet blocks; others are
/// passed.
final class PcapNg implements Frames.Walk {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int SMALLEST_BLOCK = 12;
    private static final int TIME_RESOLUTION = 9;

    /// More interfaces than any machine has; hostile files would fill the memory with them.
    private static final int MAX_INTERFACES = 4096;

    private static final double NS_PER_S = 1e9;

    private final byte[] bytes;
    private final Datagram datagram;
    private final List<Interface> interfaces = new ArrayList<>();
    private boolean little;
    private int at;

    /// @param linkType of its packets
    /// @param tickNs how long a unit of its times is, nanoseconds
    private record Interface(int linkType, double tickNs) {}

    PcapNg(byte[] bytes) {
        this.bytes = bytes;
        this.datagram = new Datagram(bytes);
    }

    @Override
    public Step next(Frame frame) {
        while (at < bytes.length) {
            Step fault = datagram.fault(false, frame);
            Step step = fault == Step.END ? block(frame) : fault;
            if (step != Step.END) {
                return step;
            }
        }
        return datagram.fault(true, frame);
    }

    private Step block(Frame frame) {
        int start = at;
        if (start + SMALLEST_BLOCK > bytes.length) {
            at = bytes.length;
            return frame.reject(start, "the capture ends within a block");
        }
        int type = Octets.u32(bytes, start, little);
        if (type == SECTION) {
            little = Octets.u32(bytes, start + 8) != ORDER_MAGIC;
            interfaces.clear();
        }
        int length = Octets.u32(bytes, start + 4, little);
        if (length < SMALLEST_BLOCK || length > bytes.length - start) {
            at = bytes.length;
            return frame.reject(start, "a block of " + length + " bytes with " + (bytes.length - start) + " left");
        }
        at = start + length;
        return switch (type) {
            case INTERFACE -> describe(start + 8, at - 4, frame);
            case ENHANCED_PACKET -> enhanced(start + 8, at - 4, frame);
            case SIMPLE_PACKET -> simple(start + 8, at - 4, frame);
            default -> Step.END;
        };
    }

    private Step describe(int from, int to, Frame frame) {
        if (from + 8 > to || interfaces.size() >= MAX_INTERFACES) {
            return frame.reject(from, "an interface block that is too short, or one too many");
        }
        double tickNs = 1000;
        int p = from + 8;
        while (p + 4 <= to) {
            int option = Octets.u16(bytes, p, little);
            int length = Octets.u16(bytes, p + 2, little);
            if (option == TIME_RESOLUTION && length == 1 && p + 4 < to) {
                tickNs = tickNs(Octets.u8(bytes, p + 4));
            }
            p += 4 + (length + 3 & ~3);
        }
        interfaces.add(new Interface(Octets.u16(bytes, from, little), tickNs));
        return Step.END;
    }

    // A power of ten, or of two where the highest bit is set.
    private static double tickNs(int resolution) {
        double tick = NS_PER_S;
        for (int i = 0; i < (resolution & 0x7F); i++) {
            tick /= resolution >= 0x80 ? 2 : 10;
        }
        return tick;
    }

    private Step enhanced(int from, int to, Frame frame) {
        if (from + 20 > to) {
            return frame.reject(from, "a packet block that is too short");
        }
        int index = Octets.u32(bytes, from, little);
        int captured = Octets.u32(bytes, from + 12, little);
        if (index < 0 || index >= interfaces.size() || captured < 0 || captured > to - from - 20) {
            return frame.reject(from, "a packet block of interface " + index + " with " + captured + " bytes");
        }
        Interface heard = interfaces.get(index);
        long ticks = (long) Octets.u32(bytes, from + 4, little) << 32
                | Integer.toUnsignedLong(Octets.u32(bytes, from + 8, little));
        boolean whole = heard.tickNs() >= 1;
        frame.time(whole ? ticks * (long) heard.tickNs() : (long) (ticks * heard.tickNs()), Frame.Clock.UNIX);
        frame.nextPacket();
        return datagram.find(heard.linkType(), from + 20, from + 20 + captured, frame);
    }

    private Step simple(int from, int to, Frame frame) {
        if (from + 4 > to || interfaces.isEmpty()) {
            return frame.reject(from, "a packet block without an interface");
        }
        int original = Octets.u32(bytes, from, little);
        int captured = original < 0 ? to - from - 4 : Math.min(original, to - from - 4);
        frame.time(0, Frame.Clock.NONE);
        frame.nextPacket();
        return datagram.find(interfaces.getFirst().linkType(), from + 4, from + 4 + captured, frame);
    }

    @Override
    public int passedOver() {
        return datagram.passedOver();
    }
}
