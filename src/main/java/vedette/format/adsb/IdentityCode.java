package vedette.format.adsb;

/// The Mode A identity ("squawk") as Mode S codes it: C1 A1 C2 A2 C4 A4 · B1 D1 B2 D2 B4 D4.
///
/// Source: ICAO Annex 10 Vol. IV, 3.1.2.6.7.1.
final class IdentityCode {
    private IdentityCode() {}

    /// The four octal digits read as a decimal number: 0 to 7777.
    static int digits(int code) {
        int a = digit(code, 7, 9, 11);
        int b = digit(code, 1, 3, 5);
        int c = digit(code, 8, 10, 12);
        int d = digit(code, 0, 2, 4);
        return 1000 * a + 100 * b + 10 * c + d;
    }

    /// The 13-bit field of four octal digits (each 0 to 7) read as a decimal number.
    static int code(int digits) {
        return spread(digits / 1000 % 10, 7, 9, 11)
                | spread(digits / 100 % 10, 1, 3, 5)
                | spread(digits / 10 % 10, 8, 10, 12)
                | spread(digits % 10, 0, 2, 4);
    }

    private static int digit(int code, int four, int two, int one) {
        return ((code >>> four & 1) << 2) | ((code >>> two & 1) << 1) | (code >>> one & 1);
    }

    private static int spread(int digit, int four, int two, int one) {
        return (digit >>> 2 & 1) << four | (digit >>> 1 & 1) << two | (digit & 1) << one;
    }
}
