package vedette.format.remoteid;

/// Metres and degrees in the wire's units, for sources that have decoded them already.
final class Wire {
    private static final int UNKNOWN_HALVES = 0;

    private Wire() {}

    /// A number in a unit, rounded to the nearest.
    ///
    /// @throws IllegalArgumentException when no whole number of 32 bits is near
    static int units(double value, double unit) {
        double scaled = value * unit;
        if (!(Math.abs(scaled) <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(value + " is beyond what the wire can say");
        }
        return (int) Math.rint(scaled);
    }

    /// Metres as halves above −1000 m; what is no number says unknown.
    static int halves(double metres) {
        return Double.isFinite(metres) ? units(metres + 1000, 2) : UNKNOWN_HALVES;
    }

    /// Metres a second as quarters; above 63.75 m/s the wire has steps of 0.75 m/s.
    static int quarters(double metresPerSecond) {
        int quarters = units(metresPerSecond, 4);
        return quarters <= 255 ? quarters : 255 + Math.floorDiv(quarters - 254, 3) * 3;
    }
}
