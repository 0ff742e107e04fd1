package vedette.format.adsb;

/// A position decoded from CPR: a reusable cursor, degrees on WGS-84, valid until the next decoding into it.
public final class CprFix {
    double latitudeDeg;
    double longitudeDeg;

    /// A cursor without a position yet.
    public CprFix() {
        latitudeDeg = Double.NaN;
        longitudeDeg = Double.NaN;
    }

    /// Latitude, degrees, [−90, 90].
    public double latitudeDeg() {
        return latitudeDeg;
    }

    /// Longitude, degrees, [−180, 180).
    public double longitudeDeg() {
        return longitudeDeg;
    }
}
