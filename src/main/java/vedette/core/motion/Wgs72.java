package vedette.core.motion;

/// The Earth as SGP4 has it: the constants of WGS-72 (Vallado and others 2006, table 1). Element sets are made with
/// these, so they must be read with these; better ones make worse places.
final class Wgs72 {
    /// The gravitational constant times the Earth's mass, km³/s².
    static final double GM_KM3PS2 = 398_600.8;
    /// The equator's radius, kilometres: the theory's unit of length.
    static final double RADIUS_KM = 6378.135;
    static final double J2 = 0.001082616;
    static final double J3 = -0.00000253881;
    static final double J4 = -0.00000165597;
    static final double J3_BY_J2 = J3 / J2;
    /// The root of GM in Earth radii and minutes.
    static final double KE = 60 / Math.sqrt(RADIUS_KM * RADIUS_KM * RADIUS_KM / GM_KM3PS2);

    private Wgs72() {}
}
