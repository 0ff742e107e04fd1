package vedette.core.track;

import java.util.Arrays;
import vedette.math.Exact;

/// Where around itself a sensor sees nothing of what it should see: a jammed or blanked sector, a new building.
///
/// Looks at well-known tracks inside the volume are counted by azimuth, fading; columns that hardly ever see are joined
/// to sectors. Size: two rows of 36 numbers.
///
/// @param seen looks that saw, one number a column; never changed
/// @param missed looks that did not, one number a column; never changed
record Blindness(double[] seen, double[] missed) {
    /// Columns of ten degrees.
    static final int COLUMNS = 36;

    static final Blindness NONE = new Blindness(new double[0], new double[0]);

    private static final double COLUMN_RAD = Exact.TWO_PI / COLUMNS;

    /// Looks in a column after which what was counted has faded to 1/e.
    private static final double MEMORY = 30;

    /// A column is blind when it sees less than this share of what the sensor declares, and missed so many.
    private static final double BLIND = 0.3;

    private static final double FEWEST = 3;

    /// And a sector, when all its columns together missed so many.
    private static final double CERTAIN = 8;

    /// A sector that is blind.
    ///
    /// @param fromDeg where it begins, degrees clockwise from north
    /// @param toDeg where it ends
    /// @param seen looks there that saw, fading
    /// @param missed looks there that did not, fading
    record Sector(int fromDeg, int toDeg, double seen, double missed) {}

    static int column(double azimuthRad) {
        return (int) (Exact.turn(azimuthRad) / COLUMN_RAD) % COLUMNS;
    }

    /// With the looks of a lesson.
    Blindness looked(Lesson lesson) {
        if (lesson.sighted == 0) {
            return this;
        }
        double[] more = seen.length == 0 ? new double[COLUMNS] : seen.clone();
        double[] less = seen.length == 0 ? new double[COLUMNS] : missed.clone();
        for (int k = 0; k < COLUMNS; k++) {
            int looks = lesson.seenAt[k] + lesson.missedAt[k];
            if (looks > 0) {
                double kept = Math.max(0, 1 - looks / MEMORY);
                more[k] = more[k] * kept + lesson.seenAt[k];
                less[k] = less[k] * kept + lesson.missedAt[k];
            }
        }
        return new Blindness(more, less);
    }

    /// The widest blind sector, of no width when there is none. A sensor that is blind all around is not blind in a
    /// sector.
    ///
    /// @param detection what the sensor declares, a share
    Sector widest(double detection) {
        Sector best = new Sector(0, 0, 0, 0);
        for (int from = 0; from < seen.length; from++) {
            if (blind(from, detection) && !blind(from + COLUMNS - 1, detection)) {
                Sector sector = from(from, detection);
                best = sector.missed > Math.max(best.missed, CERTAIN) ? sector : best;
            }
        }
        return best;
    }

    private Sector from(int from, double detection) {
        int to = from;
        double saw = 0;
        double lost = 0;
        while (to < from + COLUMNS && blind(to, detection)) {
            saw += seen[to % COLUMNS];
            lost += missed[to % COLUMNS];
            to++;
        }
        return new Sector(from * 360 / COLUMNS, to % COLUMNS * 360 / COLUMNS, saw, lost);
    }

    private boolean blind(int column, double detection) {
        double saw = seen[column % COLUMNS];
        double lost = missed[column % COLUMNS];
        return lost >= FEWEST && saw < BLIND * detection * (saw + lost);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blindness that && Arrays.equals(seen, that.seen) && Arrays.equals(missed, that.missed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(seen) + Arrays.hashCode(missed);
    }
}
