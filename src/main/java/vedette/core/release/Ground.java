package vedette.core.release;

import java.util.List;
import vedette.math.Exact;
import vedette.model.LatLon;
import vedette.model.Wgs84;

/// Ground that a bulletin is about, as one ring of corners, with a border as soft as the knowledge behind it.
final class Ground {
    /// So much beyond the border is new ground: this part of its radius, at least [#LEAST_M].
    static final double NEW = 0.1;

    /// The same where places are told by name: each place's own chance brings it onto the list, so that the border says
    /// less.
    static final double NEW_AROUND_PLACES = 0.25;

    /// The same for ground that is no longer meant.
    static final double FREED = 0.25;

    private static final double LEAST_M = 500;

    private final List<LatLon> ring;

    /// @param ring corners, not repeated at the end; empty when there is no place
    Ground(List<LatLon> ring) {
        this.ring = ring;
    }

    /// Whether another ring reaches out of this one by more than a part of this one's radius.
    boolean isLeftBy(List<LatLon> other, double part) {
        if (ring.isEmpty() || other.isEmpty()) {
            return ring.isEmpty() && !other.isEmpty();
        }
        LatLon middle = ring.getFirst();
        double[] east = east(ring, middle);
        double[] north = north(ring, middle);
        double slackM = Math.max(LEAST_M, part * radiusM(east, north));
        double[] itsEast = east(other, middle);
        double[] itsNorth = north(other, middle);
        for (int i = 0; i < itsEast.length; i++) {
            if (outsideM(east, north, itsEast[i], itsNorth[i]) > slackM) {
                return true;
            }
        }
        return false;
    }

    private static double[] east(List<LatLon> corners, LatLon middle) {
        double scale = Wgs84.MEAN_RADIUS_M * Exact.cos(middle.latRad());
        return corners.stream()
                .mapToDouble(each -> scale * Exact.halfTurn(each.lonRad() - middle.lonRad()))
                .toArray();
    }

    private static double[] north(List<LatLon> corners, LatLon middle) {
        return corners.stream()
                .mapToDouble(each -> Wgs84.MEAN_RADIUS_M * (each.latRad() - middle.latRad()))
                .toArray();
    }

    // Of a circle of the same area, so that a thin area is not taken for a wide one.
    private static double radiusM(double[] east, double[] north) {
        double twice = 0;
        for (int i = 0, before = east.length - 1; i < east.length; before = i++) {
            twice += east[before] * north[i] - east[i] * north[before];
        }
        return Math.sqrt(Math.abs(twice) / 2 / Math.PI);
    }

    // How far a point is from the ring's border, metres; 0 inside.
    private static double outsideM(double[] east, double[] north, double x, double y) {
        boolean inside = false;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0, before = east.length - 1; i < east.length; before = i++) {
            boolean crosses = (north[i] > y) != (north[before] > y)
                    && x < (east[before] - east[i]) * (y - north[i]) / (north[before] - north[i]) + east[i];
            inside ^= crosses;
            nearest = Math.min(nearest, edgeM(east, north, new int[] {before, i}, new double[] {x, y}));
        }
        return inside ? 0 : nearest;
    }

    private static double edgeM(double[] east, double[] north, int[] ends, double[] point) {
        double alongX = east[ends[1]] - east[ends[0]];
        double alongY = north[ends[1]] - north[ends[0]];
        double length2 = alongX * alongX + alongY * alongY;
        double x = point[0] - east[ends[0]];
        double y = point[1] - north[ends[0]];
        double share = length2 == 0 ? 0 : Math.clamp((x * alongX + y * alongY) / length2, 0, 1);
        return Exact.hypot(x - share * alongX, y - share * alongY);
    }
}
