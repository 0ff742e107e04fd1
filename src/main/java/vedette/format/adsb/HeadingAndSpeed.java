package vedette.format.adsb;

/// Register 6,0 (ICAO 9871 Table A-2-96). Each value is meant only where its status bit is set.
final class HeadingAndSpeed {
    private HeadingAndSpeed() {}

    static boolean hasHeading(long mb) {
        return Bits.on(mb, 1);
    }

    /// Magnetic heading, degrees, [0, 360).
    static double headingDeg(long mb) {
        return AirborneVelocity.positive(Bits.signed(mb, 2, 12) * 90.0 / 512);
    }

    static boolean hasIndicated(long mb) {
        return Bits.on(mb, 13);
    }

    static int indicatedKt(long mb) {
        return Bits.field(mb, 14, 23);
    }

    static boolean hasMach(long mb) {
        return Bits.on(mb, 24);
    }

    static double mach(long mb) {
        return Bits.field(mb, 25, 34) * (2.048 / 512);
    }

    static boolean hasBarometricRate(long mb) {
        return Bits.on(mb, 35);
    }

    /// Feet a minute, up positive; from the air data.
    static int barometricFpm(long mb) {
        return 32 * Bits.signed(mb, 36, 45);
    }

    static boolean hasInertialRate(long mb) {
        return Bits.on(mb, 46);
    }

    /// Feet a minute, up positive; from the inertial system.
    static int inertialFpm(long mb) {
        return 32 * Bits.signed(mb, 47, 56);
    }
}
