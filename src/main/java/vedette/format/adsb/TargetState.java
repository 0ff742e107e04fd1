package vedette.format.adsb;

/// Target state and status (type code 29): what the autopilot is set to. Subtype 1 is version 2 (DO-260B 2.2.3.2.7.1),
/// subtype 0 version 1 (DO-260A 2.2.3.2.7.1).
final class TargetState {
    private TargetState() {}

    /// 0 (version 1) or 1 (version 2); others are reserved.
    static int subtype(long me) {
        return Bits.field(me, 6, 7);
    }

    static boolean isVersion2(long me) {
        return subtype(me) == 1;
    }

    static boolean isVersion1(long me) {
        return subtype(me) == 0;
    }

    /// Selected (version 2) or target (version 1) altitude, feet, or ABSENT.
    static int altitudeFt(long me) {
        if (isVersion2(me)) {
            int code = Bits.field(me, 10, 20);
            return code == 0 ? ModeSFrame.ABSENT : 32 * (code - 1);
        }
        int code = Bits.field(me, 16, 25);
        return Bits.field(me, 8, 9) == 0 || code > 1010 ? ModeSFrame.ABSENT : 100 * code - 1000;
    }

    /// Who selected it: version 2 the mode control panel or the flight management system, version 1 a longer list.
    static String altitudeSource(long me) {
        if (isVersion2(me)) {
            return Bits.on(me, 9) ? "FMS" : "MCP/FCU";
        }
        return switch (Bits.field(me, 8, 9)) {
            case 1 -> "MCP/FCU";
            case 2 -> "holding altitude";
            case 3 -> "FMS";
            default -> "none";
        };
    }

    /// Altimeter setting, hPa (version 2); NaN: none.
    static double pressureHpa(long me) {
        int code = Bits.field(me, 21, 29);
        return !isVersion2(me) || code == 0 ? Double.NaN : (8000 + 8 * (code - 1)) / 10.0;
    }

    /// Selected heading (version 2) or target heading or track (version 1), degrees; NaN: none.
    static double headingDeg(long me) {
        if (isVersion2(me)) {
            return Bits.on(me, 30) ? Bits.field(me, 31, 39) * 180.0 / 256 : Double.NaN;
        }
        int code = Bits.field(me, 28, 36);
        return Bits.field(me, 26, 27) == 0 || code > 359 ? Double.NaN : code;
    }

    static int nacP(long me) {
        return Bits.field(me, 40, 43);
    }

    static boolean nicBaro(long me) {
        return Bits.on(me, 44);
    }

    static int sil(long me) {
        return Bits.field(me, 45, 46);
    }

    /// Whether the mode bits 48 to 53 are meant (version 2).
    static boolean hasModes(long me) {
        return isVersion2(me) && Bits.on(me, 47);
    }

    static boolean autopilot(long me) {
        return Bits.on(me, 48);
    }

    static boolean vnav(long me) {
        return Bits.on(me, 49);
    }

    static boolean altitudeHold(long me) {
        return Bits.on(me, 50);
    }

    static boolean approach(long me) {
        return Bits.on(me, 52);
    }

    static boolean tcasOperational(long me) {
        return isVersion2(me) ? Bits.on(me, 53) : !Bits.on(me, 52);
    }

    static boolean lnav(long me) {
        return Bits.on(me, 54);
    }

    /// Emergency state (version 1 only), as in [AircraftStatus]; version 2: 0.
    static int emergencyState(long me) {
        return isVersion1(me) ? Bits.field(me, 54, 56) : 0;
    }
}
