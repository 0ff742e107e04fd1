package vedette.format.adsb;

/// Aircraft status (type code 28): subtype 1 is emergency state and Mode A code, 2 an ACAS resolution advisory.
///
/// Source: DO-260B 2.2.3.2.7.8.
final class AircraftStatus {
    static final int EMERGENCY = 1;
    static final int ADVISORY = 2;

    private AircraftStatus() {}

    static int subtype(long me) {
        return Bits.field(me, 6, 8);
    }

    /// 0 none, 1 general, 2 medical, 3 minimum fuel, 4 no communication, 5 unlawful interference, 6 downed, 7
    /// reserved.
    static int emergencyState(long me) {
        return Bits.field(me, 9, 11);
    }

    /// Four octal digits read as decimal.
    static int squawk(long me) {
        return IdentityCode.digits(Bits.field(me, 12, 24));
    }
}
