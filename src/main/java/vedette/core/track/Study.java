package vedette.core.track;

import java.util.Arrays;

/// What several sensors told of one track within some seconds, kept to be held against each other.
///
/// Each plot is in one study at most, so that what two studies tell is independent.
///
/// @param beganNs time of its first plot
/// @param falling whether the object falls freely
/// @param start Earth-fixed position and velocity of the track at that time, six numbers; never changed
/// @param count how many plots and reports
/// @param rows [#WIDTH] numbers each; never changed
record Study(long beganNs, boolean falling, double[] start, int count, double[] rows) {
    /// A row: the sensor's index or [#REPORT], seconds after the beginning; then range, azimuth and elevation as they
    /// are used, and their sigmas, 0 for what was not measured. Of a report: the Earth-fixed position, the sigma of
    /// each level axis, and that of the height.
    static final int WIDTH = 8;

    static final int SENSOR = 0;
    static final int TIME = 1;
    static final int VALUE = 2;
    static final int SIGMA = 5;

    /// What stands for an object's own reports.
    static final int REPORT = -1;

    /// A study ends after so many rows, or so long: a turn of most radars.
    static final int MOST_ROWS = 14;

    static final long LONGEST_NS = 12_000_000_000L;

    /// Reports come often and with the same error: so many serve, with so much time between them, seconds.
    private static final int MOST_REPORTS = 3;

    private static final double BETWEEN_REPORTS_S = 3;

    /// A plot or a report of a track under study.
    ///
    /// @param track the track's number
    /// @param ns its time
    /// @param row [#WIDTH] numbers, the time still open
    /// @param start where a study begins with it, empty when it does not
    /// @param falling whether the object falls freely
    record Sighting(long track, long ns, double[] row, double[] start, boolean falling) {}

    static Study begun(Sighting first) {
        return new Study(first.ns, first.falling, first.start, 0, new double[0]).with(first);
    }

    boolean over(long ns) {
        return count >= MOST_ROWS || ns - beganNs > LONGEST_NS;
    }

    Study with(Sighting more) {
        double timeS = (more.ns - beganNs) * 1e-9;
        if (more.row[SENSOR] == REPORT && !wanted(timeS)) {
            return this;
        }
        double[] longer = Arrays.copyOf(rows, rows.length + WIDTH);
        System.arraycopy(more.row, 0, longer, rows.length, WIDTH);
        longer[rows.length + TIME] = timeS;
        return new Study(beganNs, falling, start, count + 1, longer);
    }

    private boolean wanted(double timeS) {
        int reports = 0;
        double nearest = Double.POSITIVE_INFINITY;
        for (int at = 0; at < rows.length; at += WIDTH) {
            if (rows[at + SENSOR] == REPORT) {
                reports++;
                nearest = Math.min(nearest, Math.abs(rows[at + TIME] - timeS));
            }
        }
        return reports < MOST_REPORTS && nearest > BETWEEN_REPORTS_S;
    }

    boolean reported() {
        for (int at = 0; at < rows.length; at += WIDTH) {
            if (rows[at + SENSOR] == REPORT) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Study that
                && beganNs == that.beganNs
                && falling == that.falling
                && count == that.count
                && Arrays.equals(start, that.start)
                && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(rows) + Long.hashCode(beganNs);
    }
}
