package vedette.format.carrier;

import vedette.format.carrier.Frames.Step;

/// Classic libpcap captures, both byte orders, times in µs or ns.
final class Pcap implements Frames.Walk {
    private static final int HEAD = 24;
    private static final int PACKET_HEAD = 16;
    private static final int MICROS = 0xA1B2C3D4;
    private static final int NANOS = 0xA1B23C4D;
    private static final int LINK_MASK = 0x0FFFFFFF;

    private final byte[] bytes;
    private final Datagram datagram;
    private final boolean little;
    private final long unitNs;
    private final int linkType;
    private int at = HEAD;
    private boolean told;

    Pcap(byte[] bytes) {
        this.bytes = bytes;
        this.datagram = new Datagram(bytes);
        boolean hasHead = bytes.length >= HEAD && isMagic(bytes);
        int magic = hasHead ? Octets.u32(bytes, 0) : MICROS;
        this.little = magic != MICROS && magic != NANOS;
        this.unitNs = (little ? Integer.reverseBytes(magic) : magic) == NANOS ? 1 : 1000;
        this.linkType = hasHead ? Octets.u32(bytes, 20, little) & LINK_MASK : -1;
    }

    static boolean isMagic(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        int magic = Octets.u32(bytes, 0);
        int swapped = Integer.reverseBytes(magic);
        return magic == MICROS || magic == NANOS || swapped == MICROS || swapped == NANOS;
    }

    @Override
    public Step next(Frame frame) {
        if (linkType < 0) {
            boolean again = told;
            told = true;
            return again ? Step.END : frame.reject(0, "no pcap head stands here");
        }
        while (at < bytes.length) {
            Step fault = datagram.fault(false, frame);
            Step step = fault == Step.END ? packet(frame) : fault;
            if (step != Step.END) {
                return step;
            }
        }
        return datagram.fault(true, frame);
    }

    private Step packet(Frame frame) {
        int head = at;
        int left = bytes.length - head - PACKET_HEAD;
        int captured = left < 0 ? 0 : Octets.u32(bytes, head + 8, little);
        if (left < 0 || captured < 0 || captured > left) {
            at = bytes.length;
            return frame.reject(head, "the capture ends within a packet");
        }
        long seconds = Integer.toUnsignedLong(Octets.u32(bytes, head, little));
        long parts = Integer.toUnsignedLong(Octets.u32(bytes, head + 4, little));
        frame.time(seconds * 1_000_000_000L + parts * unitNs, Frame.Clock.UNIX);
        at = head + PACKET_HEAD + captured;
        frame.nextPacket();
        return datagram.find(linkType, head + PACKET_HEAD, at, frame);
    }

    @Override
    public int passedOver() {
        return datagram.passedOver();
    }
}
