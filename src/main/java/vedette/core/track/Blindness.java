package vedette.core.track;

import java.util.Arrays;
import vedette.math.Exact;
import vedette.model.SensorSite;

/// Where around itself a sensor sees nothing of what it should see: a blanked sector, a jammed one, a new building.
///
/// Looks at well-known tracks inside the volume are counted by azimuth, and so are all plots: where a sensor measures
/// something but not that track, the track is in doubt and not the sensor. What was counted fades. Columns that hardly
/// ever see are joined to sectors. Size: four rows of 36 numbers, once a track was missed.
///
/// @param seen looks that saw, one number a column; never changed
/// @param missed looks that did not, likewise
/// @param plots plots of any kind, likewise
/// @param turns looks at the column, likewise
record Blindness(double[] seen, double[] missed, double[] plots, double[] turns) {
    /// Columns of ten degrees.
    static final int COLUMNS = 36;

    static final Blindness NONE = new Blindness(new double[0], new double[0], new double[0], new double[0]);

    private static final double COLUMN_RAD = Exact.TWO_PI / COLUMNS;

    /// Turns after which what was counted has faded to 1/e.
    private static final double MEMORY = 25;

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

    /// With what a lesson tells.
    Blindness looked(Lesson lesson) {
        if (seen.length == 0) {
            return lesson.anyMissedAt ? ZERO.with(lesson) : this;
        }
        return with(lesson);
    }

    private static final Blindness ZERO =
            new Blindness(new double[COLUMNS], new double[COLUMNS], new double[COLUMNS], new double[COLUMNS]);

    // Only columns in which something happened change: those that the beam has swept, and those of plots and tracks.
    private Blindness with(Lesson lesson) {
        Blindness next = new Blindness(seen.clone(), missed.clone(), plots.clone(), turns.clone());
        int first = (int) (Exact.turn(lesson.fromRad) / COLUMN_RAD);
        int swept = Math.min(COLUMNS, (int) (lesson.widthRad / COLUMN_RAD) + 2);
        for (int k = first; k < first + swept; k++) {
            next.sweep(k % COLUMNS, lesson);
        }
        for (long left = lesson.columns; left != 0; left &= left - 1) {
            next.count(Long.numberOfTrailingZeros(left), lesson);
        }
        return next;
    }

    // A column is swept when its middle is.
    private void sweep(int k, Lesson lesson) {
        double behind = (k + 0.5) * COLUMN_RAD - lesson.fromRad;
        if ((behind < 0 ? behind + Exact.TWO_PI : behind) < lesson.widthRad) {
            double kept = 1 - 1 / MEMORY;
            seen[k] *= kept;
            missed[k] *= kept;
            plots[k] *= kept;
            turns[k] = turns[k] * kept + 1;
        }
    }

    private void count(int k, Lesson lesson) {
        seen[k] += lesson.seenAt[k];
        missed[k] += lesson.missedAt[k];
        plots[k] += lesson.plotsAt[k];
    }

    /// The widest blind sector, of no width when there is none. A sensor that is blind all around is not blind in a
    /// sector.
    ///
    /// @param stated what the sensor declares
    Sector widest(SensorSite.Performance stated) {
        Sector best = new Sector(0, 0, 0, 0);
        for (int from = 0; from < seen.length; from++) {
            if (blind(from, stated) && !blind(from + COLUMNS - 1, stated)) {
                Sector sector = from(from, stated);
                best = sector.missed > Math.max(best.missed, CERTAIN) ? sector : best;
            }
        }
        return best;
    }

    private Sector from(int from, SensorSite.Performance stated) {
        int to = from;
        double saw = 0;
        double lost = 0;
        while (to < from + COLUMNS && blind(to, stated)) {
            saw += seen[to % COLUMNS];
            lost += missed[to % COLUMNS];
            to++;
        }
        return new Sector(from * 360 / COLUMNS, to % COLUMNS * 360 / COLUMNS, saw, lost);
    }

    private boolean blind(int column, SensorSite.Performance stated) {
        int k = column % COLUMNS;
        double expected = BLIND * stated.detection() * (seen[k] + missed[k]);
        double clutter = stated.clutterPerLook() / COLUMNS * turns[k];
        return missed[k] >= FEWEST && seen[k] < expected && plots[k] - clutter < expected;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blindness that
                && Arrays.equals(seen, that.seen)
                && Arrays.equals(missed, that.missed)
                && Arrays.equals(plots, that.plots)
                && Arrays.equals(turns, that.turns);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(seen) + Arrays.hashCode(missed);
    }
}
