package vedette.core.missile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Area;
import vedette.model.Impact;
import vedette.model.LatLon;

/// The smallest areas that hold given shares of a spread.
///
/// The density is taken on a grid along the spread's main axes; the level that leaves a share outside is found by
/// sorting, its line by marching squares (Lorensen and Cline 1987, in two dimensions). Parts thinner than the grid can
/// show are widened to it: an area may be too large by that, never too small. A workspace.
final class Contours {
    private static final int CELLS = 56;
    private static final int NODES = CELLS + 1;
    /// How far the grid reaches, in standard deviations of the whole.
    private static final double REACH = 3.9;
    private static final int ELLIPSE_CORNERS = 48;
    /// Squared standard deviations beyond which a part has no density, and the share of the peak that is left there.
    private static final double NOTHING_S2 = 60;
    private static final double NOTHING = 1e-13;
    /// More rings than this are not worth telling: the largest are kept.
    private static final int MOST_RINGS = 8;

    private final double[] density = new double[NODES * NODES];
    private final double[] sorted = new double[NODES * NODES];
    private final int[] next = new int[NODES * NODES * 2];
    private int nodes;
    private Spread spread = new Spread();
    private double cos;
    private double sin;
    private double major;
    private double minor;

    /// The areas.
    ///
    /// @param laid the parts, laid into their plane
    /// @param shares ascending
    List<Impact.Contour> of(Spread laid, double[] shares) {
        spread = laid;
        axes();
        List<Impact.Contour> areas = new ArrayList<>();
        if (spread.flats.size() == 1) {
            for (double share : shares) {
                areas.add(new Impact.Contour(share, ellipse(share)));
            }
            return areas;
        }
        fill();
        sort();
        for (double share : shares) {
            areas.add(new Impact.Contour(share, area(level(share))));
        }
        return areas;
    }

    private void axes() {
        double half = (spread.xx - spread.yy) / 2;
        double root = Math.sqrt(half * half + spread.xy * spread.xy);
        double middle = (spread.xx + spread.yy) / 2;
        major = Math.sqrt(Math.max(1, middle + root));
        minor = Math.sqrt(Math.max(1, middle - root));
        double angle = 0.5 * Exact.atan2(2 * spread.xy, spread.xx - spread.yy);
        cos = Exact.cos(angle);
        sin = Exact.sin(angle);
    }

    private Area ellipse(double share) {
        double k = Math.sqrt(-2 * Exact.log(1 - share));
        List<LatLon> corners = new ArrayList<>();
        for (int i = 0; i < ELLIPSE_CORNERS; i++) {
            double turn = Exact.TWO_PI * i / ELLIPSE_CORNERS;
            corners.add(place(k * Exact.cos(turn), k * Exact.sin(turn)));
        }
        return new Area.Polygon(corners, List.of());
    }

    // A point given in standard deviations along the main axes.
    private LatLon place(double u, double v) {
        double x = u * major;
        double y = v * minor;
        return spread.place(spread.meanX + x * cos - y * sin, spread.meanY + x * sin + y * cos);
    }

    private void fill() {
        Arrays.fill(density, 0);
        double cell = 2 * REACH / CELLS;
        // Half a cell of a part's thickness must be seen.
        double least = 0.36 * cell * cell;
        for (Spread.Flat flat : spread.flats) {
            double dx = flat.x() - spread.meanX;
            double dy = flat.y() - spread.meanY;
            double u = (cos * dx + sin * dy) / major;
            double v = (-sin * dx + cos * dy) / minor;
            double uu = (cos * cos * flat.xx() + 2 * cos * sin * flat.xy() + sin * sin * flat.yy()) / (major * major);
            double vv = (sin * sin * flat.xx() - 2 * cos * sin * flat.xy() + cos * cos * flat.yy()) / (minor * minor);
            double uv = (cos * sin * (flat.yy() - flat.xx()) + (cos * cos - sin * sin) * flat.xy()) / (major * minor);
            spread(new Spread.Flat(flat.weight(), u, v, uu + least, vv + least, uv));
        }
    }

    // One part, in standard deviations of the whole along its main axes.
    private void spread(Spread.Flat part) {
        double u = part.x();
        double v = part.y();
        double uu = part.xx();
        double vv = part.yy();
        double uv = part.xy();
        double determinant = uu * vv - uv * uv;
        double peak = part.weight() / Math.sqrt(determinant);
        double cell = 2 * REACH / CELLS;
        double bend = Exact.exp(-vv * cell * cell / determinant);
        for (int j = 1; j < CELLS; j++) {
            double dv = -REACH + j * cell - v;
            int top = Math.clamp(Math.round((u + uv * dv / vv + REACH) / cell), 1, CELLS - 1);
            double du = -REACH + top * cell - u;
            double q = (vv * du * du - 2 * uv * du * dv + uu * dv * dv) / determinant;
            if (q < NOTHING_S2) {
                double here = peak * Exact.exp(-0.5 * q);
                double steep = cell * (vv * du - uv * dv) / determinant;
                double half = -0.5 * vv * cell * cell / determinant;
                density[j * NODES + top] += here;
                row(j * NODES, top, 1, new Slope(here, Exact.exp(half - steep), bend));
                row(j * NODES, top, -1, new Slope(here, Exact.exp(half + steep), bend));
            }
        }
    }

    // How a part's density changes along a row: by a factor from node to node that itself changes by a factor.
    private record Slope(double here, double factor, double bend) {}

    private void row(int from, int top, int way, Slope slope) {
        double value = slope.here;
        double factor = slope.factor;
        double least = slope.here * NOTHING;
        for (int i = top + way; i > 0 && i < CELLS && value > least; i += way) {
            value *= factor;
            factor *= slope.bend;
            density[from + i] += value;
        }
    }

    // Most nodes hold nothing.
    private void sort() {
        nodes = 0;
        for (double value : density) {
            if (value > 0) {
                sorted[nodes] = value;
                nodes++;
            }
        }
        Arrays.sort(sorted, 0, nodes);
    }

    private double level(double share) {
        double all = 0;
        for (int i = 0; i < nodes; i++) {
            all += sorted[i];
        }
        double inside = 0;
        for (int i = nodes - 1; i > 0; i--) {
            inside += sorted[i];
            if (inside >= share * all) {
                return Math.max(sorted[i], 1e-300);
            }
        }
        return 1e-300;
    }

    private Area area(double level) {
        link(level);
        List<List<LatLon>> rings = new ArrayList<>();
        for (int edge = 0; edge < next.length; edge++) {
            if (next[edge] >= 0) {
                rings.add(ring(edge, level));
            }
        }
        rings.removeIf(ring -> ring.size() < 3);
        if (rings.isEmpty()) {
            return ellipse(0.5);
        }
        rings.sort((a, b) -> Integer.compare(b.size(), a.size()));
        List<Area> parts = new ArrayList<>();
        for (List<LatLon> ring : rings.subList(0, Math.min(MOST_RINGS, rings.size()))) {
            parts.add(new Area.Polygon(ring, List.of()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Area.Union(parts);
    }

    private List<LatLon> ring(int first, double level) {
        List<LatLon> corners = new ArrayList<>();
        int edge = first;
        while (next[edge] >= 0) {
            corners.add(crossing(edge, level));
            int then = next[edge];
            next[edge] = -1;
            edge = then;
        }
        return corners;
    }

    private LatLon crossing(int edge, double level) {
        int node = edge / 2;
        int i = node % NODES;
        int j = node / NODES;
        int other = node + (edge % 2 == 0 ? 1 : NODES);
        double share = (level - density[node]) / (density[other] - density[node]);
        double cell = 2 * REACH / CELLS;
        double u = -REACH + (i + (edge % 2 == 0 ? share : 0)) * cell;
        double v = -REACH + (j + (edge % 2 == 0 ? 0 : share)) * cell;
        return place(u, v);
    }

    // Every cell's pieces of line, from edge to edge, the inside on the left.
    private void link(double level) {
        Arrays.fill(next, -1);
        for (int j = 0; j < CELLS; j++) {
            for (int i = 0; i < CELLS; i++) {
                cell(j * NODES + i, level);
            }
        }
    }

    private void cell(int node, double level) {
        int bottom = node * 2;
        int top = (node + NODES) * 2;
        int left = node * 2 + 1;
        int right = (node + 1) * 2 + 1;
        int which = (density[node] >= level ? 1 : 0)
                + (density[node + 1] >= level ? 2 : 0)
                + (density[node + 1 + NODES] >= level ? 4 : 0)
                + (density[node + NODES] >= level ? 8 : 0);
        switch (which) {
            case 1 -> next[bottom] = left;
            case 2 -> next[right] = bottom;
            case 3 -> next[right] = left;
            case 4 -> next[top] = right;
            case 5 -> {
                next[bottom] = left;
                next[top] = right;
            }
            case 6 -> next[top] = bottom;
            case 7 -> next[top] = left;
            case 8 -> next[left] = top;
            case 9 -> next[bottom] = top;
            case 10 -> {
                next[right] = bottom;
                next[left] = top;
            }
            case 11 -> next[right] = top;
            case 12 -> next[left] = right;
            case 13 -> next[bottom] = right;
            case 14 -> next[left] = bottom;
            default -> {}
        }
    }
}
