package vedette.model;

import vedette.math.Exact;

/// The tangent plane at a place: east, north, up.
///
/// It is exact (a rotated Cartesian frame), not a map projection: a point d away on the ground lies d²/2R below the
/// plane.
public final class LocalFrame {
    private final Geodetic origin;
    private final Ecef centre;
    private final double sinLat;
    private final double cosLat;
    private final double sinLon;
    private final double cosLon;

    private LocalFrame(Geodetic origin) {
        this.origin = origin;
        centre = origin.ecef();
        sinLat = Exact.sin(origin.latRad());
        cosLat = Exact.cos(origin.latRad());
        sinLon = Exact.sin(origin.lonRad());
        cosLon = Exact.cos(origin.lonRad());
    }

    /// The frame whose origin is a place.
    public static LocalFrame at(Geodetic origin) {
        return new LocalFrame(origin);
    }

    /// The place the frame stands at.
    public Geodetic origin() {
        return origin;
    }

    /// Where a place lies in this frame, metres.
    public Enu enu(Ecef place) {
        return turned(place.xM() - centre.xM(), place.yM() - centre.yM(), place.zM() - centre.zM());
    }

    /// The place that lies at an offset in this frame, metres.
    public Ecef ecef(Enu offset) {
        Ecef turned = axes(offset);
        return new Ecef(centre.xM() + turned.xM(), centre.yM() + turned.yM(), centre.zM() + turned.zM());
    }

    /// A vector of Earth-fixed axes (a velocity, say) in this frame's axes.
    public Enu turned(double x, double y, double z) {
        double outward = cosLon * x + sinLon * y;
        return new Enu(cosLon * y - sinLon * x, cosLat * z - sinLat * outward, cosLat * outward + sinLat * z);
    }

    /// A vector of this frame's axes in Earth-fixed axes.
    public Ecef axes(Enu v) {
        double outward = cosLat * v.up() - sinLat * v.north();
        return new Ecef(
                cosLon * outward - sinLon * v.east(),
                sinLon * outward + cosLon * v.east(),
                cosLat * v.north() + sinLat * v.up());
    }
}
