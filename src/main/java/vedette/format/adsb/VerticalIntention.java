package vedette.format.adsb;

/// Register 4,0 (ICAO 9871 Table A-2-64): what the crew selected. Each value is meant only where its status bit is
/// set.
final class VerticalIntention {
    private VerticalIntention() {}

    static boolean hasPanelAltitude(long mb) {
        return Bits.on(mb, 1);
    }

    /// Altitude at the mode control panel, feet.
    static int panelAltitudeFt(long mb) {
        return 16 * Bits.field(mb, 2, 13);
    }

    static boolean hasManagedAltitude(long mb) {
        return Bits.on(mb, 14);
    }

    /// Altitude in the flight management system, feet.
    static int managedAltitudeFt(long mb) {
        return 16 * Bits.field(mb, 15, 26);
    }

    static boolean hasPressure(long mb) {
        return Bits.on(mb, 27);
    }

    /// Altimeter setting, hPa.
    static double pressureHpa(long mb) {
        return (8000 + Bits.field(mb, 28, 39)) / 10.0;
    }

    static boolean hasModes(long mb) {
        return Bits.on(mb, 48);
    }

    static boolean hasSource(long mb) {
        return Bits.on(mb, 54);
    }

    /// 0 unknown, 1 aircraft altitude, 2 mode control panel, 3 flight management system.
    static int source(long mb) {
        return Bits.field(mb, 55, 56);
    }
}
