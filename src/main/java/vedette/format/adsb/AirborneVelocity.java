package vedette.format.adsb;

import vedette.math.Exact;

/// Airborne velocity (type code 19): over ground (subtypes 1, 2) or through the air (3, 4); 2 and 4 count by four
/// knots.
///
/// Source: DO-260B 2.2.3.2.6. Numbers without information are NaN or [ModeSFrame#ABSENT].
final class AirborneVelocity {
    private static final int FEET_A_MINUTE = 64;
    private static final int DIFFERENCE_FT = 25;

    private AirborneVelocity() {}

    static int subtype(long me) {
        return Bits.field(me, 6, 8);
    }

    static boolean overGround(long me) {
        return subtype(me) == 1 || subtype(me) == 2;
    }

    static boolean throughAir(long me) {
        return subtype(me) == 3 || subtype(me) == 4;
    }

    /// Navigation accuracy category for velocity (or NUCr), 0 to 7.
    static int nacV(long me) {
        return Bits.field(me, 11, 13);
    }

    /// Velocity eastward, knots.
    static double eastKt(long me) {
        return component(Bits.field(me, 15, 24), Bits.on(me, 14), unitKt(me));
    }

    /// Velocity northward, knots.
    static double northKt(long me) {
        return component(Bits.field(me, 26, 35), Bits.on(me, 25), unitKt(me));
    }

    /// Track over ground, degrees clockwise from true north, [0, 360).
    static double trackDeg(long me) {
        return positive(Math.toDegrees(Exact.atan2(eastKt(me), northKt(me))));
    }

    /// Magnetic heading (subtypes 3, 4), degrees, [0, 360).
    static double headingDeg(long me) {
        return Bits.on(me, 14) ? Bits.field(me, 15, 24) * 360.0 / 1024 : Double.NaN;
    }

    /// Airspeed (subtypes 3, 4), knots.
    static double airspeedKt(long me) {
        return component(Bits.field(me, 26, 35), false, unitKt(me));
    }

    static boolean isTrueAirspeed(long me) {
        return Bits.on(me, 25);
    }

    static boolean isBarometricRate(long me) {
        return Bits.on(me, 36);
    }

    /// Vertical rate, feet a minute, up positive.
    static int verticalRateFpm(long me) {
        return counted(Bits.field(me, 38, 46), Bits.on(me, 37), FEET_A_MINUTE);
    }

    /// Height above the ellipsoid minus barometric altitude, feet.
    static int geoMinusBaroFt(long me) {
        return counted(Bits.field(me, 50, 56), Bits.on(me, 49), DIFFERENCE_FT);
    }

    static double positive(double deg) {
        return deg < 0 ? deg + 360 : deg;
    }

    private static int unitKt(long me) {
        return (subtype(me) & 1) == 0 ? 4 : 1;
    }

    private static double component(int count, boolean negative, int unit) {
        if (count == 0) {
            return Double.NaN;
        }
        double speed = (count - 1) * (double) unit;
        return negative ? -speed : speed;
    }

    private static int counted(int count, boolean negative, int unit) {
        if (count == 0) {
            return ModeSFrame.ABSENT;
        }
        int value = (count - 1) * unit;
        return negative ? -value : value;
    }
}
