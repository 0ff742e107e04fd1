package vedette.format.adsb;

/// Which register a Comm-B reply holds: the reply does not say, so every register is tried against the rules of its
/// fields.
///
/// Source: ICAO Doc 9871 Table A-2-16, -23, -32, -48, -64, -80, -96 (contents); the idea of inferring the register
/// from status bits, reserved bits and ranges is J. Sun et al., "pyModeS" (IEEE T-ITS 2019), section V. Registers
/// that name themselves (1,0 2,0 3,0) and the capability report (1,7) come first; 4,0, 5,0 and 6,0 may remain
/// together, and then the answer is a set.
final class CommB {
    static final int BDS10 = 1;
    static final int BDS17 = 1 << 1;
    static final int BDS20 = 1 << 2;
    static final int BDS30 = 1 << 3;
    static final int BDS40 = 1 << 4;
    static final int BDS50 = 1 << 5;
    static final int BDS60 = 1 << 6;

    /// Names in the order of the bits.
    static final String[] NAMES = {"1,0", "1,7", "2,0", "3,0", "4,0", "5,0", "6,0"};

    private static final int MOST_GROUNDSPEED_KT = 600;
    private static final int MOST_TRUE_AIRSPEED_KT = 600;
    private static final double MOST_ROLL_DEG = 40;
    private static final int MOST_SPEED_DIFFERENCE_KT = 200;
    private static final int MOST_INDICATED_KT = 500;
    private static final int MOST_RATE_FPM = 6000;

    private CommB() {}

    /// The registers that the message may be, as a set of bits; 0: none, or empty.
    ///
    /// @param mb the 56 bits
    static int candidates(long mb) {
        if (mb == 0) {
            return 0;
        }
        int named = named(mb);
        if (named != 0) {
            return named;
        }
        return (isCapability(mb) ? BDS17 : 0)
                | (isVerticalIntention(mb) ? BDS40 : 0)
                | (isTrackAndTurn(mb) ? BDS50 : 0)
                | (isHeadingAndSpeed(mb) ? BDS60 : 0);
    }

    /// The lowest register of a set, which is the answer when no other knowledge is at hand.
    static int first(int candidates) {
        return Integer.lowestOneBit(candidates);
    }

    private static int named(long mb) {
        return switch (Bits.field(mb, 1, 8)) {
            case 0x10 -> isDataLink(mb) ? BDS10 : 0;
            case 0x20 -> Callsign.isText(mb) ? BDS20 : 0;
            case 0x30 -> isAdvisory(mb) ? BDS30 : 0;
            default -> 0;
        };
    }

    private static boolean isDataLink(long mb) {
        int version = Bits.field(mb, 17, 23);
        boolean overlay = Bits.on(mb, 15);
        return Bits.field(mb, 10, 14) == 0 && (overlay ? version >= 5 : version <= 4);
    }

    private static boolean isAdvisory(long mb) {
        return ResolutionAdvisory.threatType(mb) != 3 && Bits.field(mb, 16, 22) < 48;
    }

    private static boolean isCapability(long mb) {
        return Bits.on(mb, 7) && (mb & 0xFFFFFFFFL) == 0;
    }

    private static boolean isVerticalIntention(long mb) {
        return honest(mb, 1, 2, 13)
                && honest(mb, 14, 15, 26)
                && honest(mb, 27, 28, 39)
                && Bits.field(mb, 40, 47) == 0
                && honest(mb, 48, 49, 51)
                && Bits.field(mb, 52, 53) == 0
                && honest(mb, 54, 55, 56);
    }

    private static boolean isTrackAndTurn(long mb) {
        boolean honest = honest(mb, 1, 3, 11)
                && honest(mb, 12, 13, 23)
                && honest(mb, 24, 25, 34)
                && honest(mb, 35, 36, 45)
                && honest(mb, 46, 47, 56);
        return honest && Math.abs(TrackAndTurn.rollDeg(mb)) <= MOST_ROLL_DEG && areSpeedsPlausible(mb);
    }

    private static boolean areSpeedsPlausible(long mb) {
        int ground = Bits.on(mb, 24) ? TrackAndTurn.groundspeedKt(mb) : ModeSFrame.ABSENT;
        int air = Bits.on(mb, 46) ? TrackAndTurn.trueAirspeedKt(mb) : ModeSFrame.ABSENT;
        boolean both = ground >= 0 && air >= 0;
        return ground <= MOST_GROUNDSPEED_KT
                && air <= MOST_TRUE_AIRSPEED_KT
                && (!both || Math.abs(ground - air) <= MOST_SPEED_DIFFERENCE_KT);
    }

    private static boolean isHeadingAndSpeed(long mb) {
        boolean honest = honest(mb, 1, 2, 12)
                && honest(mb, 13, 14, 23)
                && honest(mb, 24, 25, 34)
                && honest(mb, 35, 36, 45)
                && honest(mb, 46, 47, 56);
        return honest
                && HeadingAndSpeed.indicatedKt(mb) <= MOST_INDICATED_KT
                && HeadingAndSpeed.mach(mb) <= 1
                && Math.abs(HeadingAndSpeed.barometricFpm(mb)) <= MOST_RATE_FPM
                && Math.abs(HeadingAndSpeed.inertialFpm(mb)) <= MOST_RATE_FPM;
    }

    // A field whose status says "no information" must be all zero.
    private static boolean honest(long mb, int status, int first, int last) {
        return Bits.on(mb, status) || Bits.field(mb, first, last) == 0;
    }
}
