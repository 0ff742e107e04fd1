package vedette.format.carrier;

import vedette.format.carrier.Frames.Step;

/// Finds the UDP payload in a captured packet: link layer, VLAN tags, IPv4 or IPv6 with extension headers.
final class Datagram {
    private static final int ETHERNET = 1;
    private static final int NULL_LOOPBACK = 0;
    private static final int LINUX_COOKED = 113;
    private static final int LINUX_COOKED_2 = 276;
    private static final int IPV4_RAW = 228;
    private static final int IPV6_RAW = 229;

    private static final int TYPE_IPV4 = 0x0800;
    private static final int TYPE_IPV6 = 0x86DD;
    private static final int TYPE_VLAN = 0x8100;
    private static final int TYPE_PROVIDER_VLAN = 0x88A8;

    private static final int UDP = 17;
    private static final int UDP_HEAD = 8;
    private static final int IPV4_HEAD = 20;
    private static final int IPV6_HEAD = 40;
    private static final int MAX_EXTENSIONS = 8;

    private final byte[] bytes;

    Datagram(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Puts the cursor on the payload.
    ///
    /// @param linkType as in the capture's head
    /// @return FRAME, REJECTED, or END for a packet of another protocol
    Step find(int linkType, int at, int end, Frame frame) {
        return switch (linkType) {
            case ETHERNET -> ethernet(at, end, frame);
            case LINUX_COOKED -> typed(at + 14, end, frame);
            case LINUX_COOKED_2 -> at + 20 <= end ? ofType(Octets.u16(bytes, at), at + 20, end, frame) : cut(at, frame);
            case NULL_LOOPBACK -> internet(at + 4, end, frame);
            case 12, 14, 101, IPV4_RAW, IPV6_RAW -> internet(at, end, frame);
            default -> frame.reject(at, "link type " + linkType + " of the capture is not known");
        };
    }

    private Step cut(int at, Frame frame) {
        return frame.reject(Math.min(at, bytes.length), "the packet was cut within its heads");
    }

    private Step ethernet(int at, int end, Frame frame) {
        return typed(at + 12, end, frame);
    }

    // `at` is the place of the protocol's type, perhaps of VLAN tags before it.
    private Step typed(int at, int end, Frame frame) {
        int p = at;
        while (p + 2 <= end) {
            int type = Octets.u16(bytes, p);
            if (type != TYPE_VLAN && type != TYPE_PROVIDER_VLAN) {
                return ofType(type, p + 2, end, frame);
            }
            p += 4;
        }
        return cut(at, frame);
    }

    private Step ofType(int type, int at, int end, Frame frame) {
        return type == TYPE_IPV4 || type == TYPE_IPV6 ? internet(at, end, frame) : Step.END;
    }

    private Step internet(int at, int end, Frame frame) {
        if (at >= end) {
            return cut(at, frame);
        }
        return switch (Octets.u8(bytes, at) >> 4) {
            case 4 -> ipv4(at, end, frame);
            case 6 -> ipv6(at, end, frame);
            default -> Step.END;
        };
    }

    private Step ipv4(int at, int end, Frame frame) {
        int head = (Octets.u8(bytes, at) & 15) * 4;
        if (head < IPV4_HEAD || at + head > end) {
            return cut(at, frame);
        }
        if (Octets.u8(bytes, at + 9) != UDP) {
            return Step.END;
        }
        int fragment = Octets.u16(bytes, at + 6);
        if ((fragment & 0x3FFF) != 0) {
            return frame.reject(at, "a fragment of an IP packet (they are not put together)");
        }
        return udp(at + head, end, frame);
    }

    private Step ipv6(int at, int end, Frame frame) {
        if (at + IPV6_HEAD > end) {
            return cut(at, frame);
        }
        int next = Octets.u8(bytes, at + 6);
        int p = at + IPV6_HEAD;
        for (int i = 0; i < MAX_EXTENSIONS && next != UDP; i++) {
            if (next == 44) {
                return frame.reject(at, "a fragment of an IP packet (they are not put together)");
            }
            if ((next != 0 && next != 43 && next != 60) || p + 2 > end) {
                return Step.END;
            }
            next = Octets.u8(bytes, p);
            p += (Octets.u8(bytes, p + 1) + 1) * 8;
        }
        return next == UDP ? udp(p, end, frame) : Step.END;
    }

    private Step udp(int at, int end, Frame frame) {
        if (at + UDP_HEAD > end) {
            return cut(at, frame);
        }
        int length = Octets.u16(bytes, at + 4);
        if (length < UDP_HEAD || at + length > end) {
            return frame.reject(at, "a datagram of " + length + " bytes, of which " + (end - at) + " were captured");
        }
        frame.payload(at + UDP_HEAD, length - UDP_HEAD);
        return Step.FRAME;
    }
}
