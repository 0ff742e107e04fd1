package vedette.core.missile;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Exact;
import vedette.math.Normal;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// Normal distributions over the ground, side by side, as a flight's impact is found: part by part.
///
/// A workspace. Places are held in a plane of true distances and bearings from its origin (azimuthal equidistant).
final class Spread {
    /// One normal distribution.
    ///
    /// @param weight its share
    /// @param centre its mean
    /// @param ee variance east, m²
    /// @param nn variance north, m²
    /// @param en covariance, m²
    /// @param timeS its mean moment, watch seconds
    /// @param timeSigmaS standard deviation of the moment
    record Part(double weight, LatLon centre, double ee, double nn, double en, double timeS, double timeSigmaS) {}

    /// A part in the plane.
    record Flat(double weight, double x, double y, double xx, double yy, double xy) {}

    /// Beyond so many standard deviations on one side no distribution has more than 2.5 % (Cantelli's inequality).
    private static final double REACH = 6.25;
    /// The moment is then told to a thousandth of its standard deviation.
    private static final int HALVINGS = 14;

    final List<Part> parts = new ArrayList<>();
    final List<Flat> flats = new ArrayList<>();
    LatLon origin = new LatLon(0, 0);
    double meanX;
    double meanY;
    double xx;
    double yy;
    double xy;
    /// Of all parts.
    double weight;
    /// The mean moment, watch seconds.
    double meanS;
    /// Standard deviation of the moment.
    double sigmaS;

    void clear() {
        parts.clear();
        flats.clear();
    }

    void add(Part part) {
        parts.add(part);
    }

    /// Lays the parts into the plane round their middle and sums them up.
    void lay() {
        origin = parts.getFirst().centre();
        sum();
        origin = place(meanX, meanY);
        sum();
        time();
    }

    private void time() {
        weight = 0;
        meanS = 0;
        for (Part part : parts) {
            weight += part.weight;
            meanS += part.weight * part.timeS;
        }
        meanS /= weight;
        double variance = 0;
        for (Part part : parts) {
            double away = part.timeS - meanS;
            variance += part.weight / weight * (part.timeSigmaS * part.timeSigmaS + away * away);
        }
        sigmaS = Math.sqrt(variance);
    }

    /// The moment before which a share of all has come down, watch seconds, once laid.
    ///
    /// Light bodies come down late, some of them very late: what is as far from the mean on either side is not as
    /// likely.
    ///
    /// @param share from 0.025 to 0.975: there it is within [#REACH] standard deviations of the mean
    double quantileS(double share) {
        double from = meanS - REACH * sigmaS;
        double to = meanS + REACH * sigmaS;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (from + to) / 2;
            if (before(middle) < share) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }

    // The share that has come down by a moment.
    private double before(double atS) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.weight * Normal.below((atS - part.timeS) / part.timeSigmaS);
        }
        return sum / weight;
    }

    private void sum() {
        flats.clear();
        double w = 0;
        meanX = 0;
        meanY = 0;
        for (Part part : parts) {
            Flat flat = flat(part);
            flats.add(flat);
            w += flat.weight;
            meanX += flat.weight * flat.x;
            meanY += flat.weight * flat.y;
        }
        meanX /= w;
        meanY /= w;
        xx = 0;
        yy = 0;
        xy = 0;
        for (Flat flat : flats) {
            double dx = flat.x - meanX;
            double dy = flat.y - meanY;
            xx += flat.weight / w * (flat.xx + dx * dx);
            yy += flat.weight / w * (flat.yy + dy * dy);
            xy += flat.weight / w * (flat.xy + dx * dy);
        }
    }

    /// Of parts of two kinds the middle of the one from which a miss is expected to be less: in the plane, once laid.
    ///
    /// @param ended how many parts, the first ones, are of one kind
    double[] middle(int ended) {
        if (ended == 0 || ended == flats.size()) {
            return middle(0, flats.size());
        }
        double[] a = middle(0, ended);
        double[] b = middle(ended, flats.size());
        return miss(a) <= miss(b) ? a : b;
    }

    private double miss(double[] at) {
        double sum = 0;
        for (Flat flat : flats) {
            double dx = flat.x - at[0];
            double dy = flat.y - at[1];
            sum += flat.weight * Math.sqrt(dx * dx + dy * dy + flat.xx + flat.yy);
        }
        return sum;
    }

    private double[] middle(int from, int to) {
        double w = 0;
        double x = 0;
        double y = 0;
        for (Flat flat : flats.subList(from, to)) {
            w += flat.weight;
            x += flat.weight * flat.x;
            y += flat.weight * flat.y;
        }
        return new double[] {x / w, y / w};
    }

    // Far from the origin the plane stretches and turns: the covariance goes along by differences.
    private Flat flat(Part part) {
        double step = 1000;
        double[] at = plane(part.centre);
        double cos = Math.max(1e-6, Exact.cos(part.centre.latRad()));
        double lat = Math.clamp(part.centre.latRad(), -1.5707, 1.5705);
        double[] east = plane(new LatLon(lat, part.centre.lonRad() + step / (Wgs84.MEAN_RADIUS_M * cos)));
        double[] north = plane(new LatLon(lat + step / Wgs84.MEAN_RADIUS_M, part.centre.lonRad()));
        double a = (east[0] - at[0]) / step;
        double c = (east[1] - at[1]) / step;
        double b = (north[0] - at[0]) / step;
        double d = (north[1] - at[1]) / step;
        double flatXx = a * a * part.ee + 2 * a * b * part.en + b * b * part.nn;
        double flatYy = c * c * part.ee + 2 * c * d * part.en + d * d * part.nn;
        double flatXy = a * c * part.ee + (a * d + b * c) * part.en + b * d * part.nn;
        return new Flat(part.weight, at[0], at[1], flatXx, flatYy, flatXy);
    }

    /// A place in the plane: east and north of the origin, metres.
    double[] plane(LatLon place) {
        double distance = Wgs84.sphereDistanceM(origin, place);
        if (distance < 1e-3) {
            return new double[2];
        }
        double bearing = Wgs84.bearingRad(origin, place);
        return new double[] {distance * Exact.sin(bearing), distance * Exact.cos(bearing)};
    }

    /// The place at a point of the plane.
    LatLon place(double x, double y) {
        double distance = Math.sqrt(x * x + y * y);
        if (distance < 1e-3) {
            return origin;
        }
        double angle = Math.min(distance / Wgs84.MEAN_RADIUS_M, Math.PI);
        double sinLat = Exact.sin(origin.latRad());
        double cosLat = Exact.cos(origin.latRad());
        double sin = Exact.sin(angle);
        double cos = Exact.cos(angle);
        double north = y / distance;
        double east = x / distance;
        double lat = Exact.asin(Math.clamp(sinLat * cos + cosLat * sin * north, -1, 1));
        double lon = origin.lonRad() + Exact.atan2(east * sin, cosLat * cos - sinLat * sin * north);
        return new LatLon(lat, lon);
    }
}
