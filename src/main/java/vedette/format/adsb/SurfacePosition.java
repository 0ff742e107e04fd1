package vedette.format.adsb;

/// Surface position (type codes 5 to 8): movement, track, CPR (DO-260B 2.2.3.2.4).
final class SurfacePosition {
    private SurfacePosition() {}

    // Movement: first code of a band, its lowest speed and its step, knots (DO-260B Table 2-25).
    private static final int[] FIRST = {2, 9, 13, 39, 94, 109, 124};
    private static final double[] FROM_KT = {0.125, 1, 2, 15, 70, 100, 175};
    private static final double[] STEP_KT = {0.125, 0.25, 0.5, 1, 2, 5, 0};

    static int movement(long me) {
        return Bits.field(me, 6, 12);
    }

    /// Speed over ground, knots: the lower edge of the code's step; NaN where there is no information.
    static double speedKt(int movement) {
        if (movement == 0 || movement > 124) {
            return Double.NaN;
        }
        if (movement == 1) {
            return 0;
        }
        int band = FIRST.length - 1;
        while (movement < FIRST[band]) {
            band--;
        }
        return FROM_KT[band] + (movement - FIRST[band]) * STEP_KT[band];
    }

    /// The code whose step holds the speed; 0 (no information) where the speed is not a number.
    static int movementCode(double speedKt) {
        if (!(speedKt >= 0)) {
            return 0;
        }
        int code = 124;
        while (code > 1 && speedKt(code) > speedKt) {
            code--;
        }
        return code;
    }

    static boolean hasTrack(long me) {
        return Bits.on(me, 13);
    }

    /// Ground track, degrees clockwise from north, in steps of 360/128.
    static double trackDeg(long me) {
        return Bits.field(me, 14, 20) * 360.0 / 128;
    }
}
