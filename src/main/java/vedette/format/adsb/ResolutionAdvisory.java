package vedette.format.adsb;

/// What an ACAS told its pilot: register 3,0, and type code 28 subtype 2, which carry the same bits.
///
/// Source: ICAO Annex 10 Vol. IV, 4.3.8.4.2.2 (bits of MB); ICAO 9871 Table A-2-97 subtype 2 broadcasts the same bits
/// 9 to 56.
final class ResolutionAdvisory {
    private ResolutionAdvisory() {}

    /// Whether a first advisory flag is set: one threat, or several in the same sense.
    static boolean issued(long mb) {
        return Bits.on(mb, 9);
    }

    static boolean corrective(long mb) {
        return Bits.on(mb, 10);
    }

    static boolean downward(long mb) {
        return Bits.on(mb, 11);
    }

    static boolean increasedRate(long mb) {
        return Bits.on(mb, 12);
    }

    static boolean reversal(long mb) {
        return Bits.on(mb, 13);
    }

    static boolean crossing(long mb) {
        return Bits.on(mb, 14);
    }

    static boolean positive(long mb) {
        return Bits.on(mb, 15);
    }

    static boolean noBelow(long mb) {
        return Bits.on(mb, 23);
    }

    static boolean noAbove(long mb) {
        return Bits.on(mb, 24);
    }

    static boolean noLeft(long mb) {
        return Bits.on(mb, 25);
    }

    static boolean noRight(long mb) {
        return Bits.on(mb, 26);
    }

    static boolean terminated(long mb) {
        return Bits.on(mb, 27);
    }

    static boolean severalThreats(long mb) {
        return Bits.on(mb, 28);
    }

    /// 0 none, 1 by address, 2 by altitude, range and bearing.
    static int threatType(long mb) {
        return Bits.field(mb, 29, 30);
    }

    /// The threat's 24-bit address, where [#threatType] is 1.
    static int threatAddress(long mb) {
        return Bits.field(mb, 31, 54);
    }

    /// The threat's altitude, feet, where [#threatType] is 2.
    static int threatAltitudeFt(long mb) {
        return AltitudeCode.feet13(Bits.field(mb, 31, 43));
    }

    /// The threat's range, nautical miles (126 means 12.55 and more), where [#threatType] is 2; NaN: none.
    static double threatRangeNm(long mb) {
        int code = Bits.field(mb, 44, 50);
        return code == 0 ? Double.NaN : (code - 1) / 10.0;
    }

    /// The middle of the threat's six-degree bearing sector, degrees from the own heading; NaN: none.
    static double threatBearingDeg(long mb) {
        int code = Bits.field(mb, 51, 56);
        return code == 0 || code > 60 ? Double.NaN : 6 * (code - 1) + 3;
    }
}
