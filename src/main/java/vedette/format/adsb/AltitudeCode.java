package vedette.format.adsb;

/// Altitude as Mode S codes it: 25-foot steps, or the Gillham code of Mode C in 100-foot steps.
///
/// Source: ICAO Annex 10 Vol. IV, 3.1.2.6.5.4 and 3.1.1.7.12.2.3 (Table of Mode C); the Gillham code here is
/// computed, no table.
final class AltitudeCode {
    private static final int METRIC = 0x40;
    private static final int Q = 0x10;
    private static final double FEET_IN_METRE = 1 / 0.3048;

    private AltitudeCode() {}

    /// Feet of the 13-bit AC field, or ABSENT.
    static int feet13(int code) {
        if (code == 0) {
            return ModeSFrame.ABSENT;
        }
        if ((code & METRIC) != 0) {
            // The coding of metric altitude is not fixed by the standard; whole metres is how it is read in practice.
            return (int) (((code & 0x1F80) >>> 1 | (code & 0x3F)) * FEET_IN_METRE);
        }
        if ((code & Q) != 0) {
            return 25 * ((code & 0x1F80) >>> 2 | (code & 0x20) >>> 1 | (code & 0xF)) - 1000;
        }
        return gillham(code);
    }

    /// Feet of the 12-bit field of an airborne position (the 13-bit field without its M bit), or ABSENT.
    static int feet12(int code) {
        return feet13((code & 0xFC0) << 1 | (code & 0x3F));
    }

    /// The 12-bit field of a height in feet, in 25-foot steps; outside −1000 … 50,175 ft it is 0 (no height).
    static int code12(double feet) {
        long steps = Math.round((feet + 1000) / 25);
        if (!(feet >= -1000) || steps > 0x7FF) {
            return 0;
        }
        int n = (int) steps;
        return (n & 0x7F0) << 1 | Q | (n & 0xF);
    }

    // Bits: C1 A1 C2 A2 C4 A4 M B1 Q B2 D2 B4 D4. The 500-foot count is Gray code of D2 D4 A1 A2 A4 B1 B2 B4, the
    // 100-foot count that of C1 C2 C4 with 7 standing for 5, reflected in every odd 500.
    private static int gillham(int code) {
        int fiveHundreds = fromGray(bit(code, 2) << 7
                | bit(code, 0) << 6
                | bit(code, 11) << 5
                | bit(code, 9) << 4
                | bit(code, 7) << 3
                | bit(code, 5) << 2
                | bit(code, 3) << 1
                | bit(code, 1));
        int hundreds = fromGray(bit(code, 12) << 2 | bit(code, 10) << 1 | bit(code, 8));
        if (hundreds == 0 || hundreds == 5 || hundreds == 6) {
            return ModeSFrame.ABSENT;
        }
        int count = hundreds == 7 ? 5 : hundreds;
        int reflected = (fiveHundreds & 1) == 0 ? count : 6 - count;
        return 500 * fiveHundreds + 100 * reflected - 1300;
    }

    private static int bit(int code, int fromLow) {
        return code >>> fromLow & 1;
    }

    private static int fromGray(int gray) {
        int binary = gray ^ gray >>> 4;
        binary ^= binary >>> 2;
        return binary ^ binary >>> 1;
    }
}
