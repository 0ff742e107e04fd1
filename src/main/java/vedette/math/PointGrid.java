package vedette.math;

import static vedette.math.Require.require;

/// Points in cubic cells, so that the neighbours of a place are found without looking at all points.
///
/// Cells have the edge of the largest radius asked for, so a search looks at 27 of them; a cell's points stand
/// together, in
/// their own order. Building is linear in the points; a search is linear in what it finds while points are not
/// crowded.
public final class PointGrid {
    private static final long MASK = (1L << 21) - 1;

    private final double[] xyz;
    private final double edge;
    private final LongTable cells;
    private final int[] start;
    private final int[] members;

    /// What a search does with each neighbour.
    @FunctionalInterface
    public interface Visitor {
        /// Sees one neighbour.
        ///
        /// @param point its number
        /// @param squared its squared distance
        void visit(int point, double squared);
    }

    /// Sorts points into cells.
    ///
    /// @param xyz three finite coordinates for each point; it is kept, not copied, and must not change
    /// @param radius the largest distance that will be asked for, greater than 0
    public PointGrid(double[] xyz, double radius) {
        require(radius > 0 && xyz.length % 3 == 0, "radius %s, %s coordinates", radius, xyz.length);
        this.xyz = xyz;
        this.edge = radius;
        int count = xyz.length / 3;
        cells = new LongTable(count);
        int[] cellOf = new int[count];
        for (int i = 0; i < count; i++) {
            cellOf[i] = cells.add(cell(digit(xyz[3 * i]), digit(xyz[3 * i + 1]), digit(xyz[3 * i + 2])));
        }
        start = new int[cells.size() + 2];
        members = sorted(cellOf);
    }

    /// Shows every point nearer than `radius` (strictly), cell by cell, in a fixed order.
    ///
    /// @param x first coordinate of the place
    /// @param y second
    /// @param z third
    /// @param radius at most the grid's
    /// @param visitor sees each neighbour
    public void near(double x, double y, double z, double radius, Visitor visitor) {
        require(radius <= edge, "radius %s beyond the cells' %s", radius, edge);
        long i = digit(x);
        long j = digit(y);
        long k = digit(z);
        for (int n = 0; n < 27; n++) {
            int cell = cells.find(cell(i + n / 9 - 1, j + n / 3 % 3 - 1, k + n % 3 - 1));
            if (cell >= 0) {
                look(cell, new Vec3(x, y, z), radius * radius, visitor);
            }
        }
    }

    private void look(int cell, Vec3 place, double limit, Visitor visitor) {
        for (int at = start[cell]; at < start[cell + 1]; at++) {
            int point = members[at];
            double dx = xyz[3 * point] - place.x();
            double dy = xyz[3 * point + 1] - place.y();
            double dz = xyz[3 * point + 2] - place.z();
            double squared = dx * dx + dy * dy + dz * dz;
            if (squared < limit) {
                visitor.visit(point, squared);
            }
        }
    }

    // Counting sort; afterwards a cell's points stand from start[cell] to start[cell + 1].
    private int[] sorted(int[] cellOf) {
        for (int cell : cellOf) {
            start[cell + 2]++;
        }
        for (int cell = 2; cell < start.length; cell++) {
            start[cell] += start[cell - 1];
        }
        int[] order = new int[cellOf.length];
        for (int i = 0; i < cellOf.length; i++) {
            order[start[cellOf[i] + 1]++] = i;
        }
        return order;
    }

    private long digit(double value) {
        return (long) Math.floor(value / edge);
    }

    // Cells a multiple of 2²¹ apart share a key; the distance test parts their points.
    private static long cell(long i, long j, long k) {
        return (i & MASK) << 42 | (j & MASK) << 21 | (k & MASK);
    }
}
