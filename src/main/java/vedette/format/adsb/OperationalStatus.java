package vedette.format.adsb;

/// Operational status (type code 31): which version of the standard the aircraft speaks and how good its data are.
///
/// Source: DO-260B 2.2.3.2.7.2, DO-260A for version 1; version 0 sends other content under the same type code.
final class OperationalStatus {
    private OperationalStatus() {}

    /// 0 airborne, 1 surface; others are reserved.
    static int subtype(long me) {
        return Bits.field(me, 6, 8);
    }

    static int capabilityClass(long me) {
        return subtype(me) == 0 ? Bits.field(me, 9, 24) : Bits.field(me, 9, 20);
    }

    static int operationalMode(long me) {
        return Bits.field(me, 25, 40);
    }

    /// System design assurance, 0 to 3 (version 2).
    static int sda(long me) {
        return Bits.field(me, 31, 32);
    }

    static boolean identActive(long me) {
        return Bits.on(me, 28);
    }

    static int version(long me) {
        return Bits.field(me, 41, 43);
    }

    static boolean nicSupplementA(long me) {
        return Bits.on(me, 44);
    }

    /// Supplement C (surface, version 2).
    static boolean nicSupplementC(long me) {
        return Bits.on(me, 20);
    }

    static int nacP(long me) {
        return Bits.field(me, 45, 48);
    }

    /// Geometric vertical accuracy (version 2, airborne).
    static int gva(long me) {
        return Bits.field(me, 49, 50);
    }

    static int sil(long me) {
        return Bits.field(me, 51, 52);
    }

    static boolean nicBaro(long me) {
        return Bits.on(me, 53);
    }

    /// Whether directions refer to magnetic north.
    static boolean isMagnetic(long me) {
        return Bits.on(me, 54);
    }

    /// Whether SIL counts per sample instead of per flight hour (version 2).
    static boolean silSupplement(long me) {
        return Bits.on(me, 55);
    }
}
