package vedette.core.assess;

import java.util.List;
import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.math.Normal;
import vedette.model.Area;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Impact;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Wgs84;

/// A normal distribution over the ground, made ready to be held against many places.
///
/// A place much smaller than the distribution takes the density at its middle times its ground, with the
/// curvature of the density over a disc of that ground (the disc's mean is f + r²/8 ∇²f). A larger one is
/// integrated along its border (Green): in whitened axes ∬φ(u)φ(v) du dv = −∮ Φ(v) φ(u) du, by Gauss' five
/// points on pieces of at most one standard deviation. A circle is a ring of the same ground.
final class Footprint {
    /// A place is small when its radius is below this share of the smallest standard deviation: the next term
    /// of the disc's mean is below 1 % of the first within four standard deviations.
    private static final double SMALL = 0.25;

    /// Beyond so many standard deviations nothing comes down: 7e-10 of the probability.
    private static final double FAR = 6.5;

    /// A distribution narrower than this is not believed, metres.
    private static final double NARROWEST_M = 1;

    /// Corners of a circle.
    private static final int CORNERS = 48;

    /// Gauss' points and weights on [−1, 1] (Abramowitz and Stegun 1964, table 25.4).
    private static final double[] POINTS = {
        -0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664
    };

    private static final double[] WEIGHTS = {
        0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189
    };

    private final LocalFrame frame;
    private final Ecef centre;
    private final Ecef east;
    private final Ecef north;
    private final double l11;
    private final double l21;
    private final double l22;
    private final double smallestM;
    private final double farM;
    private long work;

    Footprint(Impact.Spot spot) {
        frame = LocalFrame.at(spot.centre().at(0));
        centre = spot.centre().at(0).ecef();
        east = frame.axes(new Enu(1, 0, 0));
        north = frame.axes(new Enu(0, 1, 0));
        double xx = Math.max(spot.eastM2(), NARROWEST_M);
        double yy = Math.max(spot.northM2(), NARROWEST_M);
        // A covariance that is hardly one, by rounding, is kept just inside.
        double most = 0.999999 * Math.sqrt(xx * yy);
        double xy = Math.clamp(spot.eastNorthM2(), -most, most);
        l11 = Math.sqrt(xx);
        l21 = xy / l11;
        l22 = Math.sqrt(yy - l21 * l21);
        double half = (xx + yy) / 2;
        double root = Exact.hypot((xx - yy) / 2, xy);
        smallestM = Math.sqrt(Math.max((xx * yy - xy * xy) / (half + root), 0));
        farM = FAR * Math.sqrt(half + root);
    }

    /// Whether a place may have a share at all.
    boolean reaches(PlaceShape shape) {
        double x = shape.centre().xM() - centre.xM();
        double y = shape.centre().yM() - centre.yM();
        double z = shape.centre().zM() - centre.zM();
        double reach = farM + shape.reachM();
        return x * x + y * y + z * z < reach * reach;
    }

    /// How much work was done so far, in pieces of borders and small places.
    long work() {
        return work;
    }

    /// The probability that lies in a place's ground.
    double share(PlaceShape shape) {
        if (shape.reachM() < SMALL * smallestM) {
            work++;
            return small(shape);
        }
        double share = 0;
        for (Area part : PlaceShape.parts(shape.place().area())) {
            share += part(part);
        }
        return Math.clamp(share, 0.0, 1.0);
    }

    private double small(PlaceShape shape) {
        double[] xy = flat(shape.centre());
        double u = xy[0] / l11;
        double v = (xy[1] - l21 * u) / l22;
        double squared = u * u + v * v;
        if (squared > FAR * FAR) {
            return 0;
        }
        double density = Normal.PEAK * Normal.PEAK * Exact.exp(-0.5 * squared) / (l11 * l22);
        // P⁻¹ x = L⁻ᵀ w, and the trace of P⁻¹
        double gy = v / l22;
        double gx = (u - l21 * gy) / l11;
        double ratio = l21 / (l11 * l22);
        double trace = 1 / (l11 * l11) + 1 / (l22 * l22) + ratio * ratio;
        double bend = shape.groundM2() / (8 * Math.PI) * (gx * gx + gy * gy - trace);
        return Math.min(1, density * shape.groundM2() * Math.max(0, 1 + bend));
    }

    private double part(Area part) {
        return switch (part) {
            case Area.Circle(LatLon middle, double radiusM) -> Math.abs(along(circle(middle, radiusM)));
            case Area.Polygon(List<LatLon> outer, List<List<LatLon>> holes) -> {
                double share = Math.abs(along(ring(outer)));
                for (List<LatLon> hole : holes) {
                    share -= Math.abs(along(ring(hole)));
                }
                yield Math.max(0, share);
            }
            case Area.Union _ -> throw new IllegalArgumentException("a union within a union");
        };
    }

    private double[] ring(List<LatLon> corners) {
        double[] uv = new double[2 * corners.size()];
        for (int i = 0; i < corners.size(); i++) {
            double[] xy = flat(corners.get(i).at(0).ecef());
            whiten(uv, i, xy[0], xy[1]);
        }
        return uv;
    }

    private double[] circle(LatLon middle, double radiusM) {
        double[] xy = flat(middle.at(0).ecef());
        double step = Exact.TWO_PI / CORNERS;
        double cornerM = radiusM * Math.sqrt(step / Exact.sin(step));
        double[] uv = new double[2 * CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            whiten(uv, i, xy[0] + cornerM * Exact.cos(i * step), xy[1] + cornerM * Exact.sin(i * step));
        }
        return uv;
    }

    private void whiten(double[] uv, int corner, double x, double y) {
        double u = x / l11;
        uv[2 * corner] = u;
        uv[2 * corner + 1] = (y - l21 * u) / l22;
    }

    /// East and north of a place: its distance along the ground in the direction in which it lies.
    private double[] flat(Ecef place) {
        double dx = place.xM() - centre.xM();
        double dy = place.yM() - centre.yM();
        double dz = place.zM() - centre.zM();
        double x = dx * east.xM() + dy * east.yM() + dz * east.zM();
        double y = dx * north.xM() + dy * north.yM() + dz * north.zM();
        // chord c of a circle with radius R: the arc is 2R asin z, its level part c √(1 − z²), z = c / 2R
        double z2 = Math.min(0.5, (dx * dx + dy * dy + dz * dz) / (4 * Wgs84.MEAN_RADIUS_M * Wgs84.MEAN_RADIUS_M));
        double stretch = (1 + z2 * (1 / 6.0 + z2 * (3 / 40.0 + z2 * 15 / 336.0))) / Math.sqrt(1 - z2);
        return new double[] {x * stretch, y * stretch};
    }

    private double along(double[] uv) {
        double sum = 0;
        for (int i = 0, j = uv.length - 2; i < uv.length; j = i, i += 2) {
            sum += side(uv[j], uv[j + 1], uv[i], uv[i + 1]);
        }
        return sum;
    }

    /// The integral of Φ(v) φ(u) du along a side. What lies where both are constant is left out or taken
    /// whole.
    private double side(double u1, double v1, double u2, double v2) {
        if (Math.min(v1, v2) >= FAR) {
            return Normal.below(u2) - Normal.below(u1);
        }
        if (Math.max(v1, v2) <= -FAR || Math.min(u1, u2) >= FAR || Math.max(u1, u2) <= -FAR) {
            return 0;
        }
        double du = u2 - u1;
        double dv = v2 - v1;
        double from = Math.max(entry(u1, du), entry(v1, dv));
        double to = Math.min(exit(u1, du), exit(v1, dv));
        if (to <= from) {
            return outside(u1, v1, du, dv);
        }
        return rest(u1, v1, du, dv, 0, from)
                + middle(u1 + from * du, v1 + from * dv, (to - from) * du, (to - from) * dv)
                + rest(u1, v1, du, dv, to, 1);
    }

    // A side that passes the square around the middle by: what of it runs above counts.
    private static double outside(double u1, double v1, double du, double dv) {
        double level = dv == 0 ? 2 : (FAR - v1) / dv;
        double split = Math.clamp(level, 0.0, 1.0);
        return rest(u1, v1, du, dv, 0, split) + rest(u1, v1, du, dv, split, 1);
    }

    // A piece on one side of the square: above it Φ(v) is 1; elsewhere it counts nothing, or φ(u) does.
    @Kernel
    static double rest(double u1, double v1, double du, double dv, double from, double to) {
        double halfway = v1 + (from + to) / 2 * dv;
        return to > from && halfway >= FAR ? Normal.below(u1 + to * du) - Normal.below(u1 + from * du) : 0;
    }

    private static double entry(double at, double step) {
        return step == 0 ? 0 : Math.clamp(((step > 0 ? -FAR : FAR) - at) / step, 0.0, 1.0);
    }

    private static double exit(double at, double step) {
        return step == 0 ? 1 : Math.clamp(((step > 0 ? FAR : -FAR) - at) / step, 0.0, 1.0);
    }

    /// The integral within the square, piece by piece.
    @Kernel
    double middle(double u, double v, double du, double dv) {
        int pieces = 1 + (int) Math.sqrt(du * du + dv * dv);
        double halfU = du / (2 * pieces);
        double halfV = dv / (2 * pieces);
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++) {
            double midU = u + (2 * piece + 1) * halfU;
            double midV = v + (2 * piece + 1) * halfV;
            for (int i = 0; i < POINTS.length; i++) {
                double atU = midU + POINTS[i] * halfU;
                sum += WEIGHTS[i] * Normal.below(midV + POINTS[i] * halfV) * Normal.density(atU);
            }
        }
        work += 8L * pieces;
        return sum * halfU;
    }
}
