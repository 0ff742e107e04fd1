package vedette.format.carrier;

import java.util.Optional;

/// The head that stands before the payload of a broadcast that was heard by radio: which radio, and whose.
///
/// Of Remote ID the payload is the message counter and the message or pack; of vendors' beacons it begins
/// with the OUI.
///
/// @param transport by which radio
/// @param mac address of the transmitter, 48 bits; 0 where it tells none
/// @param sound whether the packet's checksum was right, as far as the capture says
public record Heard(Transport transport, long mac, boolean sound) {
    /// Octets of the head.
    public static final int OCTETS = 7;

    // Neither JSON nor Remote ID begins with such an octet.
    private static final int MARK = 0xE0;

    private static final int UNSOUND = 0x08;

    private static final Transport[] KINDS = Transport.values();

    /// By which radio something was broadcast.
    public enum Transport {
        /// Beacon of IEEE 802.11 with the vendor element of ASTM.
        WIFI_BEACON(0, "wifi-beacon", true),
        /// Neighbour awareness networking: the service of ASTM.
        WIFI_NAN(1, "wifi-nan", true),
        /// Bluetooth advertising, legacy or extended.
        BLUETOOTH(2, "bluetooth", true),
        /// Beacon of IEEE 802.11 with the element of the French beacon.
        WIFI_FRENCH(3, "wifi-french", false),
        /// Beacon of IEEE 802.11 with DJI's element.
        WIFI_DJI(4, "wifi-dji", false);

        private final int code;
        private final String word;
        private final boolean counted;

        Transport(int code, String word, boolean counted) {
            this.code = code;
            this.word = word;
            this.counted = counted;
        }

        /// As it is written in files.
        public String word() {
            return word;
        }

        /// Whether the payload begins with a message counter.
        public boolean isCounted() {
            return counted;
        }
    }

    /// Writes a head and its payload.
    byte[] before(byte[] bytes, int from, int to) {
        byte[] whole = new byte[OCTETS + to - from];
        whole[0] = (byte) (MARK | (sound ? 0 : UNSOUND) | transport.code);
        for (int i = 0; i < 6; i++) {
            whole[1 + i] = (byte) (mac >> (8 * (5 - i)));
        }
        System.arraycopy(bytes, from, whole, OCTETS, to - from);
        return whole;
    }

    /// Reads a head.
    ///
    /// @param bytes holds it
    /// @param from where it begins
    /// @param to first octet not to read
    /// @return nothing when no head stands there
    public static Optional<Heard> at(byte[] bytes, int from, int to) {
        int mark = from < to ? bytes[from] & 0xFF : 0;
        int kind = mark & (UNSOUND - 1);
        if ((mark & 0xF0) != MARK || kind >= KINDS.length || to - from < OCTETS) {
            return Optional.empty();
        }
        long mac = 0;
        for (int i = 1; i < OCTETS; i++) {
            mac = (mac << 8) | (bytes[from + i] & 0xFF);
        }
        return Optional.of(new Heard(KINDS[kind], mac, (mark & UNSOUND) == 0));
    }

    /// The transmitter's address as six pairs of digits.
    public String address() {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(Character.forDigit((int) (mac >> (shift + 4)) & 15, 16))
                    .append(Character.forDigit((int) (mac >> shift) & 15, 16))
                    .append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }
}
