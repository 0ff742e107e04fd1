package vedette.format.carrier;

import java.util.Optional;
import vedette.format.carrier.Frames.Step;

/// Finds the UDP payload in a captured packet: link layer, VLAN tags, IPv4 or IPv6 with extension headers.
/// Packets of radio links are [Radio]'s.
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

    private static final int FRAGMENT_HEAD = 44;
    private static final int MORE_V4 = 0x2000;

    /// In units of eight octets.
    private static final int FRAGMENT_PLACE = 0x1FFF;

    private final byte[] bytes;
    private final Fragments fragments = new Fragments();
    private final Radio radio;
    private int passedOver;
    private boolean isFragment;

    Datagram(byte[] bytes) {
        this.bytes = bytes;
        this.radio = new Radio(bytes);
    }

    /// Puts the cursor on the payload.
    ///
    /// @param linkType as in the capture's head
    /// @return FRAME, REJECTED, or END for a packet of another protocol or a fragment of something
    Step find(int linkType, int at, int end, Frame frame) {
        Step step = linked(linkType, at, end, frame);
        passedOver += step == Step.END && !isFragment ? 1 : 0;
        isFragment = false;
        return step;
    }

    /// Packets that carry no datagram, passed over so far.
    int passedOver() {
        return passedOver;
    }

    /// Tells of a datagram that will never be whole.
    ///
    /// @param over whether no packet follows any more
    /// @return REJECTED, or END when there is none to tell of
    Step fault(boolean over, Frame frame) {
        if (over) {
            fragments.end();
        }
        Optional<Fragments.Fault> fault = fragments.fault();
        return fault.isPresent() ? frame.reject(fault.get().place(), fault.get().reason()) : Step.END;
    }

    private Step linked(int linkType, int at, int end, Frame frame) {
        return switch (linkType) {
            case ETHERNET -> ethernet(at, end, frame);
            case LINUX_COOKED -> typed(at + 14, end, frame);
            case LINUX_COOKED_2 -> at + 20 <= end ? ofType(Octets.u16(bytes, at), at + 20, end, frame) : cut(at, frame);
            case NULL_LOOPBACK -> internet(at + 4, end, frame);
            case 12, 14, 101, IPV4_RAW, IPV6_RAW -> internet(at, end, frame);
            default ->
                Radio.carries(linkType)
                        ? radio.find(linkType, at, end, frame)
                        : frame.reject(at, "link type " + linkType + " of the capture is not known");
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
        if ((fragment & (MORE_V4 | FRAGMENT_PLACE)) != 0) {
            // Short packets are padded on the link: the packet's own length tells where it ends.
            int length = Octets.u16(bytes, at + 2);
            Fragments.Address source = new Fragments.Address(0, Octets.u32(bytes, at + 12));
            Fragments.Address target = new Fragments.Address(0, Octets.u32(bytes, at + 16));
            var key = new Fragments.Key(source, target, Octets.u16(bytes, at + 4));
            var piece = new Fragments.Piece(key, (fragment & FRAGMENT_PLACE) * 8, (fragment & MORE_V4) != 0);
            return fragment(piece, at + head, at + length, end, frame);
        }
        return udp(at + head, end, frame);
    }

    private Step fragment(Fragments.Piece piece, int at, int ends, int captured, Frame frame) {
        if (ends > captured || ends < at) {
            return frame.reject(at, "a fragment of an IP packet that was captured in part only");
        }
        isFragment = true;
        Optional<Fragments.Whole> whole = fragments.take(piece, bytes, at, ends, frame.timeNs());
        return whole.isEmpty() ? Step.END : joined(whole.get(), frame);
    }

    private static Step joined(Fragments.Whole whole, Frame frame) {
        int size = whole.bytes().length;
        int length = size < UDP_HEAD ? 0 : Octets.u16(whole.bytes(), 4);
        if (length < UDP_HEAD || length > size) {
            return frame.reject(whole.place(), "a datagram of " + length + " bytes, of which " + size + " came");
        }
        frame.joined(whole.bytes(), whole.place());
        frame.narrow(UDP_HEAD, length - UDP_HEAD);
        return Step.FRAME;
    }

    private Step ipv6(int at, int end, Frame frame) {
        if (at + IPV6_HEAD > end) {
            return cut(at, frame);
        }
        int next = Octets.u8(bytes, at + 6);
        int p = at + IPV6_HEAD;
        for (int i = 0; i < MAX_EXTENSIONS && next != UDP; i++) {
            if (next == FRAGMENT_HEAD) {
                return ipv6Fragment(at, p, end, frame);
            }
            if ((next != 0 && next != 43 && next != 60) || p + 2 > end) {
                return Step.END;
            }
            next = Octets.u8(bytes, p);
            p += (Octets.u8(bytes, p + 1) + 1) * 8;
        }
        return next == UDP ? udp(p, end, frame) : Step.END;
    }

    private Step ipv6Fragment(int at, int head, int end, Frame frame) {
        if (head + 8 > end) {
            return cut(head, frame);
        }
        if (Octets.u8(bytes, head) != UDP) {
            return Step.END;
        }
        var key = new Fragments.Key(address(at + 8), address(at + 24), Octets.u32(bytes, head + 4));
        int place = Octets.u16(bytes, head + 2);
        var piece = new Fragments.Piece(key, place & ~7, (place & 1) != 0);
        int ends = at + IPV6_HEAD + Octets.u16(bytes, at + 4);
        return fragment(piece, head + 8, ends, end, frame);
    }

    private Fragments.Address address(int at) {
        return new Fragments.Address(u64(at), u64(at + 8));
    }

    private long u64(int at) {
        return (long) Octets.u32(bytes, at) << Integer.SIZE | Integer.toUnsignedLong(Octets.u32(bytes, at + 4));
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
