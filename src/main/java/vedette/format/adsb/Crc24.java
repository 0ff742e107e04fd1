package vedette.format.adsb;

/// The 24-bit parity of Mode S (ICAO Annex 10 Vol. IV, 3.1.2.3.3): generator x²⁴ + … = 0x1FFF409.
///
/// One table per byte position ("slicing"), so the eleven look-ups of a long frame do not wait for each other; 11 KB
/// of tables, all in the first-level cache. The syndrome of a frame is its computed parity XOR its received parity:
/// zero for an undisturbed squitter, the 24-bit address for a reply, and for one flipped bit a value that names the
/// bit.
final class Crc24 {
    private static final int GENERATOR = 0xFFF409;
    private static final int DATA_BYTES = 11;
    private static final int SHORT_DATA_BYTES = 4;

    /// Parity of a byte that has k bytes of data behind it.
    private static final int[][] BEHIND = tables();

    private static final int FRAME_BITS = 112;

    /// Syndromes of a single flipped bit, ascending, and beside each how many bits stand behind the flipped one.
    private static final int[] SYNDROMES = new int[FRAME_BITS];

    private static final int[] BITS_BEHIND = new int[FRAME_BITS];

    static {
        fillSyndromes();
    }

    private Crc24() {}

    /// The syndrome of 14 bytes at the offset.
    static int syndrome112(byte[] bytes, int at) {
        int crc = BEHIND[10][bytes[at] & 0xFF]
                ^ BEHIND[9][bytes[at + 1] & 0xFF]
                ^ BEHIND[8][bytes[at + 2] & 0xFF]
                ^ BEHIND[7][bytes[at + 3] & 0xFF]
                ^ BEHIND[6][bytes[at + 4] & 0xFF]
                ^ BEHIND[5][bytes[at + 5] & 0xFF]
                ^ BEHIND[4][bytes[at + 6] & 0xFF]
                ^ BEHIND[3][bytes[at + 7] & 0xFF]
                ^ BEHIND[2][bytes[at + 8] & 0xFF]
                ^ BEHIND[1][bytes[at + 9] & 0xFF]
                ^ BEHIND[0][bytes[at + 10] & 0xFF];
        return crc ^ received(bytes, at + DATA_BYTES);
    }

    /// The syndrome of 7 bytes at the offset.
    static int syndrome56(byte[] bytes, int at) {
        int crc = BEHIND[3][bytes[at] & 0xFF]
                ^ BEHIND[2][bytes[at + 1] & 0xFF]
                ^ BEHIND[1][bytes[at + 2] & 0xFF]
                ^ BEHIND[0][bytes[at + 3] & 0xFF];
        return crc ^ received(bytes, at + SHORT_DATA_BYTES);
    }

    /// The bit (0 is sent first) whose flip alone explains the syndrome in a frame of that many bits, or −1.
    ///
    /// @param syndrome not zero
    /// @param frameBits 56 or 112
    static int flippedBit(int syndrome, int frameBits) {
        int low = 0;
        int high = FRAME_BITS - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (SYNDROMES[middle] == syndrome) {
                return BITS_BEHIND[middle] < frameBits ? frameBits - 1 - BITS_BEHIND[middle] : -1;
            }
            if (SYNDROMES[middle] < syndrome) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private static int received(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF);
    }

    private static int[][] tables() {
        int[][] behind = new int[DATA_BYTES][256];
        for (int value = 0; value < 256; value++) {
            int crc = value << 16;
            for (int k = 0; k < DATA_BYTES; k++) {
                crc = eightShifts(crc);
                behind[k][value] = crc;
            }
        }
        return behind;
    }

    private static int eightShifts(int crc) {
        int shifted = crc;
        for (int bit = 0; bit < 8; bit++) {
            shifted = oneShift(shifted);
        }
        return shifted;
    }

    private static int oneShift(int crc) {
        return (crc & 0x800000) != 0 ? ((crc << 1) ^ GENERATOR) & 0xFFFFFF : crc << 1;
    }

    // Insertion into the ascending list: 112 entries, once.
    private static void fillSyndromes() {
        int syndrome = 1;
        for (int behind = 0; behind < FRAME_BITS; behind++) {
            int at = behind;
            while (at > 0 && SYNDROMES[at - 1] > syndrome) {
                SYNDROMES[at] = SYNDROMES[at - 1];
                BITS_BEHIND[at] = BITS_BEHIND[at - 1];
                at--;
            }
            SYNDROMES[at] = syndrome;
            BITS_BEHIND[at] = behind;
            syndrome = oneShift(syndrome);
        }
    }
}
