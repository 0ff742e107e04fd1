package vedette.format.carrier;

import vedette.format.carrier.Frames.Step;
import vedette.format.carrier.Heard.Transport;

/// Finds what aircraft broadcast by radio in a captured packet: IEEE 802.11 management frames, and Bluetooth
/// Low Energy advertising. Its payloads begin with a [Heard] head.
///
/// Link types: 105 (802.11), 127 (radiotap), 192 (PPI), 251 and 256 (Bluetooth LE, without and with its
/// pseudo-head), 272 (nRF Sniffer).
final class Radio {
    private static final int WIFI = 105;
    private static final int RADIOTAP = 127;
    private static final int PPI = 192;
    private static final int BLUETOOTH = 251;
    private static final int BLUETOOTH_HEADED = 256;
    private static final int NORDIC = 272;

    private static final int RADIOTAP_HAS_FLAGS = 2;
    private static final int RADIOTAP_CHECKED = 0x10;
    private static final int RADIOTAP_BAD = 0x40;
    private static final int CHECKSUM = 4;

    private static final int MANAGEMENT_HEAD = 24;
    private static final int BEACON = 0x80;
    private static final int PROBE_RESPONSE = 0x50;
    private static final int ACTION = 0xD0;
    private static final int ORDERED = 0x80;
    private static final int BEACON_FIXED = 12;
    private static final int VENDOR = 221;
    private static final int MAC_AT = 10;

    /// OUI and type of ASTM (F3411-22a section 5.4.8.2).
    private static final int ASTM = 0xFA0BBC0D;

    private static final int FRENCH = 0x6A5C3501;
    private static final int DJI = 0x263712;
    private static final int DJI_SPOOFED = 0x586213;

    /// Wi-Fi Alliance OUI and type of NAN service discovery, after the octets "public action, vendor".
    private static final int NAN = 0x506F9A13;

    private static final int SERVICE_DESCRIPTOR = 3;

    /// The first six octets of SHA-256 of "org.opendroneid.remoteid" (F3411-22a section 5.4.8.1).
    private static final long SERVICE = 0x8869199D9209L;

    private static final int BITMAP = 0x01;
    private static final int MATCHING = 0x04;
    private static final int RESPONSE = 0x08;
    private static final int INFORMATION = 0x10;

    /// Bluetooth's access address of advertising channels.
    private static final int ADVERTISING = 0x8E89BED6;

    private static final int EXTENDED = 7;

    /// The longest extended head.
    private static final int EXTENDED_HEAD = 64;

    /// Service data of 16-bit UUIDs; ASTM International's UUID; application code of Remote ID (F3411-22a
    /// section 5.4.7).
    private static final int SERVICE_DATA = 0x16;

    private static final int ASTM_UUID = 0xFFFA;
    private static final int APPLICATION = 0x0D;

    private static final int NORDIC_HEAD = 7;
    private static final int NORDIC_SOUND = 1;
    private static final int CODED_PHY = 2;
    private static final int CHECKED = 0x0400;
    private static final int CHECKED_WELL = 0x0800;

    private final byte[] bytes;
    private boolean sound;

    Radio(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean carries(int linkType) {
        return switch (linkType) {
            case WIFI, RADIOTAP, PPI, BLUETOOTH, BLUETOOTH_HEADED, NORDIC -> true;
            default -> false;
        };
    }

    /// Puts the cursor on the payload.
    ///
    /// @return FRAME, REJECTED when the packet was cut, or END when it broadcasts nothing of interest
    Step find(int linkType, int at, int end, Frame frame) {
        sound = true;
        return switch (linkType) {
            case WIFI -> wifi(at, end, frame);
            case RADIOTAP -> radiotap(at, end, frame);
            case PPI -> ppi(at, end, frame);
            case BLUETOOTH -> advertising(at, end, false, frame);
            case BLUETOOTH_HEADED -> headed(at, end, frame);
            default -> nordic(at, end, frame);
        };
    }

    private int little16(int at) {
        return Octets.u16(bytes, at, true);
    }

    private Step cut(int at, Frame frame) {
        return frame.reject(Math.min(at, bytes.length), "the packet was cut within its heads");
    }

    private Step radiotap(int at, int end, Frame frame) {
        int head = at + 8 <= end ? little16(at + 2) : 0;
        if (head < 8 || at + head > end) {
            return cut(at, frame);
        }
        int flags = flags(at, at + head);
        sound = (flags & RADIOTAP_BAD) == 0;
        return wifi(at + head, end - ((flags & RADIOTAP_CHECKED) != 0 ? CHECKSUM : 0), frame);
    }

    // The flags follow the words of present fields and, if there, the time of eight octets, which is aligned.
    private int flags(int at, int end) {
        int present = Octets.u32(bytes, at + 4, true);
        int p = at + 8;
        for (int word = present; word < 0 && p + 4 <= end; p += 4) {
            word = Octets.u32(bytes, p, true);
        }
        if ((present & 1) != 0) {
            p = at + (p - at + 7 & ~7) + 8;
        }
        return (present & RADIOTAP_HAS_FLAGS) != 0 && p < end ? bytes[p] : 0;
    }

    private Step ppi(int at, int end, Frame frame) {
        int head = at + 8 <= end ? little16(at + 2) : 0;
        if (head < 8 || at + head > end) {
            return cut(at, frame);
        }
        return Octets.u32(bytes, at + 4, true) == WIFI ? wifi(at + head, end, frame) : Step.END;
    }

    private Step wifi(int at, int end, Frame frame) {
        if (at + MANAGEMENT_HEAD > end) {
            return Step.END; // Acknowledgements are that short.
        }
        int body = at + MANAGEMENT_HEAD + ((bytes[at + 1] & ORDERED) != 0 ? 4 : 0);
        return switch (Octets.u8(bytes, at)) {
            case BEACON, PROBE_RESPONSE -> elements(at, body + BEACON_FIXED, end, frame);
            case ACTION -> action(at, body, end, frame);
            default -> Step.END;
        };
    }

    private Step elements(int head, int from, int end, Frame frame) {
        int at = from;
        while (at + 2 <= end) {
            int next = at + 2 + Octets.u8(bytes, at + 1);
            if (next > end) {
                return Step.END;
            }
            if (Octets.u8(bytes, at) == VENDOR && at + 6 <= next) {
                Step step = vendor(head, at + 2, next, frame);
                if (step == Step.FRAME) {
                    return step;
                }
            }
            at = next;
        }
        return Step.END;
    }

    private Step vendor(int head, int at, int end, Frame frame) {
        int word = Octets.u32(bytes, at);
        if (word == ASTM) {
            return heard(Transport.WIFI_BEACON, mac(head), at + 4, end, frame);
        }
        if (word == FRENCH) {
            return heard(Transport.WIFI_FRENCH, mac(head), at, end, frame);
        }
        int oui = word >>> 8;
        return oui == DJI || oui == DJI_SPOOFED ? heard(Transport.WIFI_DJI, mac(head), at, end, frame) : Step.END;
    }

    private long mac(int head) {
        return (long) Octets.u16(bytes, head + MAC_AT) << 32
                | Integer.toUnsignedLong(Octets.u32(bytes, head + MAC_AT + 2));
    }

    private Step heard(Transport transport, long mac, int from, int to, Frame frame) {
        int place = from;
        frame.joined(new Heard(transport, mac, sound).before(bytes, from, to), place);
        return Step.FRAME;
    }

    // Public action (4), vendor specific (9), then the attributes: identifier, length of two octets, content.
    private Step action(int head, int from, int end, Frame frame) {
        boolean discovery = from + 6 <= end && Octets.u16(bytes, from) == 0x0409 && Octets.u32(bytes, from + 2) == NAN;
        int at = discovery ? from + 6 : end;
        while (at + 3 <= end) {
            int next = at + 3 + little16(at + 1);
            if (next > end) {
                return Step.END;
            }
            if (Octets.u8(bytes, at) == SERVICE_DESCRIPTOR && isService(at + 3, next)) {
                return service(head, at + 3, next, frame);
            }
            at = next;
        }
        return Step.END;
    }

    private boolean isService(int at, int end) {
        return at + 9 <= end
                && ((long) Octets.u16(bytes, at) << 32 | Integer.toUnsignedLong(Octets.u32(bytes, at + 2))) == SERVICE;
    }

    // Service of six octets, instance, requestor, control; its bits say which parts follow, each with its
    // length first.
    private Step service(int head, int at, int end, Frame frame) {
        int control = Octets.u8(bytes, at + 8);
        int p = at + 9 + ((control & BITMAP) != 0 ? 2 : 0);
        p = skipped(p, end, (control & MATCHING) != 0);
        p = skipped(p, end, (control & RESPONSE) != 0);
        if ((control & INFORMATION) == 0 || p >= end) {
            return Step.END;
        }
        int to = Math.min(end, p + 1 + Octets.u8(bytes, p));
        return heard(Transport.WIFI_NAN, mac(head), p + 1, to, frame);
    }

    private int skipped(int at, int end, boolean there) {
        return there && at < end ? at + 1 + Octets.u8(bytes, at) : at;
    }

    // Channel, powers, offences, reference address of four octets, flags; two of them tell the modulation.
    private Step headed(int at, int end, Frame frame) {
        if (at + 10 > end) {
            return cut(at, frame);
        }
        int flags = little16(at + 8);
        sound = (flags & CHECKED) == 0 || (flags & CHECKED_WELL) != 0;
        boolean coded = (flags >> 14 & 3) == CODED_PHY;
        return advertising(at + 10, end, coded, frame);
    }

    // Board, length, version, counter, kind; then a head of its own length with the flags, and the packet.
    private Step nordic(int at, int end, Frame frame) {
        int head = at + NORDIC_HEAD;
        if (head + 2 > end || head + Octets.u8(bytes, head) > end) {
            return cut(at, frame);
        }
        int flags = Octets.u8(bytes, head + 1);
        sound = (flags & NORDIC_SOUND) != 0;
        boolean coded = (flags >> 4 & 7) == CODED_PHY;
        return advertising(head + Octets.u8(bytes, head), end, coded, frame);
    }

    // Access address, a coding octet in coded modulation, head of two octets, payload, checksum of three.
    private Step advertising(int at, int end, boolean coded, Frame frame) {
        int head = at + 4 + (coded ? 1 : 0);
        if (head + 2 > end || Octets.u32(bytes, at, true) != ADVERTISING) {
            return Step.END;
        }
        int payload = head + 2;
        int to = Math.min(end, payload + Octets.u8(bytes, head + 1));
        return switch (Octets.u8(bytes, head) & 15) {
            case 0, 2, 4, 6 ->
                payload + 6 <= to ? structures(address(payload), payload + 6, to, frame) : cut(at, frame);
            case EXTENDED -> extended(payload, to, frame);
            default -> Step.END;
        };
    }

    // Length of the extended head, flags of its fields, of which the first is the transmitter's address.
    private Step extended(int at, int end, Frame frame) {
        int length = at < end ? Octets.u8(bytes, at) & 63 : 0;
        boolean addressed = length >= 7 && at + 8 <= end && (bytes[at + 1] & 1) != 0;
        int data = at + 1 + length;
        return data <= end ? structures(addressed ? address(at + 2) : 0, data, end, frame) : Step.END;
    }

    private long address(int at) {
        long mac = 0;
        for (int i = 5; i >= 0; i--) {
            mac = mac << 8 | Octets.u8(bytes, at + i);
        }
        return mac;
    }

    // Length, type, content.
    private Step structures(long mac, int from, int end, Frame frame) {
        int at = from;
        while (at + 2 <= end && bytes[at] != 0) {
            int next = Math.min(end, at + 1 + Octets.u8(bytes, at));
            if (at + 5 <= next && isAstm(at + 1)) {
                return heard(Transport.BLUETOOTH, mac, at + 5, next, frame);
            }
            at = next;
        }
        return sound ? Step.END : searched(mac, from, end, frame);
    }

    // Type, UUID, application.
    private boolean isAstm(int at) {
        return Octets.u8(bytes, at) == SERVICE_DATA
                && little16(at + 1) == ASTM_UUID
                && Octets.u8(bytes, at + 3) == APPLICATION;
    }

    // Where octets were garbled on the way the lengths may be wrong; the payload is shown, but marked as
    // unsound.
    private Step searched(long mac, int from, int end, Frame frame) {
        for (int at = Math.max(0, from - EXTENDED_HEAD); at + 4 < end; at++) {
            if (isAstm(at)) {
                return heard(Transport.BLUETOOTH, mac, at + 4, end, frame);
            }
        }
        return Step.END;
    }
}
