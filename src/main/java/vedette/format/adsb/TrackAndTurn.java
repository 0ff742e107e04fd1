package vedette.format.adsb;

/// Register 5,0 (ICAO 9871 Table A-2-80). Each value is meant only where its status bit is set.
final class TrackAndTurn {
    private TrackAndTurn() {}

    static boolean hasRoll(long mb) {
        return Bits.on(mb, 1);
    }

    /// Degrees, right wing down positive.
    static double rollDeg(long mb) {
        return Bits.signed(mb, 2, 11) * 45.0 / 256;
    }

    static boolean hasTrack(long mb) {
        return Bits.on(mb, 12);
    }

    /// True track, degrees, [0, 360).
    static double trackDeg(long mb) {
        return AirborneVelocity.positive(Bits.signed(mb, 13, 23) * 90.0 / 512);
    }

    static boolean hasGroundspeed(long mb) {
        return Bits.on(mb, 24);
    }

    static int groundspeedKt(long mb) {
        return 2 * Bits.field(mb, 25, 34);
    }

    static boolean hasTrackRate(long mb) {
        return Bits.on(mb, 35);
    }

    /// Degrees a second, clockwise positive.
    static double trackRateDps(long mb) {
        return Bits.signed(mb, 36, 45) * 8.0 / 256;
    }

    static boolean hasTrueAirspeed(long mb) {
        return Bits.on(mb, 46);
    }

    static int trueAirspeedKt(long mb) {
        return 2 * Bits.field(mb, 47, 56);
    }
}
