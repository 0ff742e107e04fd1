package vedette.format.adsb;

/// One Mode S frame, held in three numbers: a reusable cursor, valid until the next `read`.
///
/// Formats read: DF 0, 4, 5, 11 (56 bits), 16, 17, 18, 20, 21 (112 bits); field positions from ICAO Annex 10 Vol. IV,
/// 3.1.2. Reading costs no allocation and never throws, whatever the bytes.
public final class ModeSFrame {
    /// Bytes of the longer frame.
    public static final int LONG_BYTES = 14;

    /// Bytes of the shorter frame.
    public static final int SHORT_BYTES = 7;

    /// What an integer field says when it carries no value.
    public static final int ABSENT = Integer.MIN_VALUE;

    // An all-call reply's parity is overlaid with the interrogator's code label and code: 7 bits (Annex 10 IV,
    // 3.1.2.3.3.2).
    private static final int INTERROGATOR_MASK = 0x7F;

    private static final int SQUITTERS = 1 << 11 | 1 << 17 | 1 << 18;
    private static final int READ = SQUITTERS | 1 | 1 << 4 | 1 << 5 | 1 << 16 | 1 << 20 | 1 << 21;

    private int head;
    private long message;
    private int parity;
    private int syndrome;
    private int repairedBit = -1;
    private Verdict verdict = Verdict.TRUNCATED;

    /// Reads the frame at the offset; wrong parity is wrong.
    ///
    /// @param bytes the buffer
    /// @param at where the frame begins
    /// @param length how many bytes are there (7 or 14)
    public Verdict read(byte[] bytes, int at, int length) {
        repairedBit = -1;
        verdict = fill(bytes, at, length);
        return verdict;
    }

    /// Reads the frame and, where one flipped bit explains wrong parity, turns it back (DF 11, 17, 18; the five
    /// format bits are never touched, since another format has another meaning of parity).
    ///
    /// A random frame is wrongly "repaired" with probability 107 / 2²⁴: use it only where reach is worth that.
    public Verdict readRepairing(byte[] bytes, int at, int length) {
        if (read(bytes, at, length) != Verdict.PARITY) {
            return verdict;
        }
        int bit = Crc24.flippedBit(syndrome, isLong() ? 112 : 56);
        if (bit >= 5) {
            flip(bit);
            syndrome = 0;
            repairedBit = bit;
            verdict = Verdict.REPAIRED;
        }
        return verdict;
    }

    private Verdict fill(byte[] bytes, int at, int length) {
        if (length < SHORT_BYTES || at < 0 || at + length > bytes.length) {
            return Verdict.TRUNCATED;
        }
        head = (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
        if ((READ >>> df() & 1) == 0 || df() > 23) {
            return Verdict.FORMAT;
        }
        if (isLong()) {
            return length < LONG_BYTES ? Verdict.TRUNCATED : fillLong(bytes, at);
        }
        return fillShort(bytes, at);
    }

    private Verdict fillLong(byte[] bytes, int at) {
        message = (bytes[at + 4] & 0xFFL) << 48
                | (bytes[at + 5] & 0xFFL) << 40
                | (bytes[at + 6] & 0xFFL) << 32
                | (bytes[at + 7] & 0xFFL) << 24
                | (bytes[at + 8] & 0xFFL) << 16
                | (bytes[at + 9] & 0xFFL) << 8
                | (bytes[at + 10] & 0xFFL);
        parity = (bytes[at + 11] & 0xFF) << 16 | (bytes[at + 12] & 0xFF) << 8 | (bytes[at + 13] & 0xFF);
        syndrome = Crc24.syndrome112(bytes, at);
        return judged();
    }

    private Verdict fillShort(byte[] bytes, int at) {
        message = 0;
        parity = (bytes[at + 4] & 0xFF) << 16 | (bytes[at + 5] & 0xFF) << 8 | (bytes[at + 6] & 0xFF);
        syndrome = Crc24.syndrome56(bytes, at);
        return judged();
    }

    private Verdict judged() {
        int df = df();
        if ((SQUITTERS >>> df & 1) == 0) {
            return Verdict.ADDRESSED;
        }
        int mustBeZero = df == 11 ? syndrome & ~INTERROGATOR_MASK : syndrome;
        return mustBeZero == 0 ? Verdict.VALID : Verdict.PARITY;
    }

    private void flip(int bit) {
        if (bit < 32) {
            head ^= 1 << (31 - bit);
        } else if (isLong() && bit < 88) {
            message ^= 1L << (87 - bit);
        } else {
            parity ^= 1 << ((isLong() ? 111 : 55) - bit);
        }
    }

    /// What the last reading came to.
    public Verdict verdict() {
        return verdict;
    }

    /// Downlink format, 0 to 31.
    public int df() {
        return head >>> 27;
    }

    /// Whether it is a 112-bit frame.
    public boolean isLong() {
        return head < 0;
    }

    /// Bytes of the frame: 7 or 14.
    public int length() {
        return isLong() ? LONG_BYTES : SHORT_BYTES;
    }

    /// The 24-bit address: announced (DF 11, 17, 18) or recovered from the parity (all others, where it is a claim).
    public int address() {
        return isSquitter() ? head & 0xFFFFFF : syndrome;
    }

    /// Whether the address is announced and the parity checks it (DF 11, 17, 18).
    public boolean isSquitter() {
        return (SQUITTERS >>> df() & 1) != 0;
    }

    /// Whether an ADS-B message (ME) is inside: DF 17, and DF 18 of control field 0, 1, 2, 5 or 6 (ICAO 9871 A.2.1.2).
    public boolean hasMe() {
        return df() == 17 || (df() == 18 && ((0b0110_0111 >>> control()) & 1) != 0);
    }

    /// Whether a Comm-B message (MB) is inside: DF 20, 21.
    public boolean hasMb() {
        return df() == 20 || df() == 21;
    }

    /// The 56 bits of ME, MB or MV; zero in a short frame.
    public long message() {
        return message;
    }

    /// The type code of ME, 0 to 31.
    public int typecode() {
        return (int) (message >>> 51);
    }

    /// Capability (DF 11, 17), control field (DF 18) or flight status (DF 4, 5, 20, 21): the three bits behind the
    /// format.
    public int control() {
        return head >>> 24 & 7;
    }

    /// Whether the address is not one of ICAO's (DF 18: an anonymous or vehicle address, or a TIS-B track file).
    public boolean isForeignAddress() {
        return df() == 18 && (control() == 1 || control() == 5 || control() == 3);
    }

    /// Barometric altitude of DF 0, 4, 16, 20, feet at 1013.25 hPa, or [#ABSENT].
    public int altitudeFt() {
        return AltitudeCode.feet13(head & 0x1FFF);
    }

    /// Mode A code of DF 5, 21 as four octal digits read as decimal (7700).
    public int squawk() {
        return IdentityCode.digits(head & 0x1FFF);
    }

    /// The first 32 bits.
    public int head() {
        return head;
    }

    /// The last 24 bits as received (or repaired).
    public int parity() {
        return parity;
    }

    /// Computed XOR received parity.
    public int syndrome() {
        return syndrome;
    }

    /// The bit that was turned back (0 is sent first), or −1.
    public int repairedBit() {
        return repairedBit;
    }

    /// Writes the frame's bytes.
    ///
    /// @return how many
    public int copyTo(byte[] out, int at) {
        Bits.put(out, at, head, 4);
        if (!isLong()) {
            Bits.put(out, at + 4, parity, 3);
            return SHORT_BYTES;
        }
        Bits.put(out, at + 4, message, 7);
        Bits.put(out, at + 11, parity, 3);
        return LONG_BYTES;
    }
}
