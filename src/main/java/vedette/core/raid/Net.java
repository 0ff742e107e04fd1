package vedette.core.raid;

import java.util.HashMap;
import java.util.List;
import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.math.LongTable;
import vedette.model.Configuration;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LatLon;
import vedette.model.LocalFrame;

/// The nodes of a net in a plane: who stands where, and how often something at a place is heard.
///
/// The plane is the tangent plane at the net's middle, seen from above; within 500 km of it lengths are right to
/// 0.3 %. It is a tool made from the roster; it knows nothing that the state does not.
final class Net {
    /// Cells in which nodes stand, metres.
    private static final double CELL_M = 5_000;

    private final LocalFrame frame;
    private final LatLon origin;
    private final double[] x;
    private final double[] y;
    private final HashMap<String, Integer> numbers = new HashMap<>();
    private final LongTable cells;
    private final LongTable lands;
    private final int[] first;
    private final int[] next;
    private Silent silent;

    Net(LatLon origin, List<Configuration.Listener> nodes) {
        this.origin = origin;
        frame = LocalFrame.at(new Geodetic(origin.latRad(), origin.lonRad(), 0));
        x = new double[nodes.size()];
        y = new double[nodes.size()];
        cells = new LongTable(nodes.size());
        lands = new LongTable(16);
        first = new int[nodes.size()];
        next = new int[nodes.size()];
        silent = Silent.none(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            Enu at = plane(nodes.get(i).place());
            x[i] = at.east();
            y[i] = at.north();
            if (at.up() < LOWEST_M) {
                continue;
            }
            numbers.put(nodes.get(i).sensor().name(), i);
            int known = cells.find(cell(x[i], y[i]));
            int cell = cells.add(cell(x[i], y[i]));
            next[i] = known < 0 ? -1 : first[cell];
            first[cell] = i;
            settle(x[i], y[i]);
        }
    }

    // Land around a node.
    private void settle(double px, double py) {
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                lands.add(land(px + i * LAND_M, py + j * LAND_M));
            }
        }
    }

    /// Land is told from what is beyond in squares of this size, metres.
    private static final double LAND_M = 15_000;

    private static long land(double px, double py) {
        double i = Math.floor(Math.clamp(px, -2e7, 2e7) / LAND_M);
        double j = Math.floor(Math.clamp(py, -2e7, 2e7) / LAND_M);
        return key((int) i, (int) j);
    }

    /// Whether no node stands within 15 km of a place, 30 km at most: nobody would hear it there, nor on its way back
    /// for a while. Never where no net was told.
    boolean isAway(double px, double py) {
        return lands.size() > 0 && lands.find(land(px, py)) < 0;
    }

    /// The middle of some places.
    static LatLon middle(List<Configuration.Listener> nodes) {
        double lat = 0;
        double east = 0;
        double lon0 = nodes.getFirst().place().lonRad();
        for (Configuration.Listener each : nodes) {
            lat += each.place().latRad();
            east += Exact.halfTurn(each.place().lonRad() - lon0);
        }
        return new LatLon(lat / nodes.size(), Exact.halfTurn(lon0 + east / nodes.size()));
    }

    Net hearing(Silent now) {
        silent = now;
        return this;
    }

    /// A node's number, or −1.
    int number(String sensor) {
        return numbers.getOrDefault(sensor, -1);
    }

    /// What lies so far below the plane is 1,600 km away: no net is so wide, metres.
    static final double LOWEST_M = -200_000;

    /// A place in the plane; its height above the plane is of no use.
    Enu plane(LatLon place) {
        return frame.enu(new Geodetic(place.latRad(), place.lonRad(), 0).ecef());
    }

    /// The place on the ground under a point of the plane.
    LatLon place(double east, double north) {
        double sunk = -(east * east + north * north) / (2 * EARTH_M);
        return frame.ecef(new Enu(east, north, sunk)).geodetic().latLon();
    }

    private static final double EARTH_M = 6_371_000;

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }

    /// A bearing at a place, in the plane: true north there is not the plane's north.
    double turned(LatLon at, double bearingRad) {
        return bearingRad - Exact.halfTurn(at.lonRad() - origin.lonRad()) * Exact.sin(origin.latRad());
    }

    /// How often a mode is heard by the nodes that listen, a second.
    ///
    /// @param r rows of modes
    /// @param o where the mode's row begins
    /// @param t seconds from the mode's time
    double rate(double[] r, int o, double t) {
        double px = r[o + 1] + t * r[o + 3];
        double py = r[o + 2] + t * r[o + 4];
        double variance = Model.REACH_M * Model.REACH_M;
        double sxx = Math.min(r[o + 5], WIDEST_M2) + variance;
        double syy = Math.min(r[o + 9], WIDEST_M2) + variance;
        double sxy = r[o + 6];
        if (r[o + 5] > WIDEST_M2 || r[o + 9] > WIDEST_M2) {
            // As oblong as before: with the covariance left as it was, wide modes would be heard by nobody.
            sxy *= Math.sqrt((sxx - variance) * (syy - variance) / (r[o + 5] * r[o + 9]));
        }
        double reach = 3 * Math.sqrt(Math.max(sxx, syy));
        double det = Math.max(sxx * syy - sxy * sxy, variance * variance);
        double sum = 0;
        int i0 = digit(px - reach);
        int i1 = digit(px + reach);
        int j0 = digit(py - reach);
        int j1 = digit(py + reach);
        for (int i = i0; i <= i1; i++) {
            for (int j = j0; j <= j1; j++) {
                int cell = cells.find(key(i, j));
                for (int node = cell < 0 ? -1 : first[cell]; node >= 0; node = next[node]) {
                    sum += silent.is(node) ? 0 : fading(x[node] - px, y[node] - py, sxx, sxy, syy, det);
                }
            }
        }
        return sum * Model.SCALE / (2 * Math.PI * Math.sqrt(det));
    }

    /// A mode known worse than this is spread over more nodes than are worth counting: variance, m².
    private static final double WIDEST_M2 = 5_000.0 * 5_000.0;

    @Kernel
    static double fading(double dx, double dy, double sxx, double sxy, double syy, double det) {
        double squared = (dx * dx * syy - 2 * dx * dy * sxy + dy * dy * sxx) / det;
        return squared > 12 || squared < 0 ? 0 : Exact.fading(0.5 * squared);
    }

    /// What is done with each node near a place.
    interface Visitor {
        void visit(int node, double squaredM2);
    }

    /// Shows the listening nodes within [Model#DEAF_M] of a point.
    void near(double px, double py, Visitor visitor) {
        for (int i = digit(px - Model.DEAF_M); i <= digit(px + Model.DEAF_M); i++) {
            for (int j = digit(py - Model.DEAF_M); j <= digit(py + Model.DEAF_M); j++) {
                int cell = cells.find(key(i, j));
                for (int node = cell < 0 ? -1 : first[cell]; node >= 0; node = next[node]) {
                    double dx = x[node] - px;
                    double dy = y[node] - py;
                    double squared = dx * dx + dy * dy;
                    if (squared < Model.DEAF_M * Model.DEAF_M && !silent.is(node)) {
                        visitor.visit(node, squared);
                    }
                }
            }
        }
    }

    private static int digit(double value) {
        return (int) Math.floor(Math.clamp(value, -2e7, 2e7) / CELL_M);
    }

    private static long cell(double x, double y) {
        return key(digit(x), digit(y));
    }

    private static long key(int i, int j) {
        return (long) i << 32 | (j & 0xffffffffL);
    }
}
