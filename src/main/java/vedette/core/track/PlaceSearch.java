package vedette.core.track;

import java.util.Optional;
import vedette.math.Exact;
import vedette.model.SensorSite;

/// Looks for where a sensor's plots went, when it no longer sees what others see.
///
/// Each track that others hold and the sensor missed is held against the plots of about the same time that no
/// track of the others took: the differences in range and azimuth, and those east and north, are counted in two
/// maps of 33 × 33 cells. What is false votes everywhere; a bias too large for the gates, or a sensor that does
/// not stand where it is said to stand, votes for one cell (a Hough transform: Duda and Hart 1972).
///
/// It runs only while its sensor is in doubt. Size: 16 kB then.
///
/// @param active whether it runs
/// @param frees the latest plots that nobody took: range, azimuth, time in ns; never changed
/// @param losts the latest tracks missed, likewise; never changed
/// @param freed how many of the first there were
/// @param lostCount how many of the second there were
/// @param polar votes in range and azimuth; never changed
/// @param place votes east and north; never changed
record PlaceSearch(
        boolean active, double[] frees, double[] losts, long freed, long lostCount, int[] polar, int[] place) {
    static final PlaceSearch IDLE = new PlaceSearch(false, new double[0], new double[0], 0, 0, new int[0], new int[0]);

    /// So many latest plots and tracks are held against each other.
    private static final int KEPT = 96;

    private static final int HALF = 16;
    private static final int SIDE = 2 * HALF + 1;
    private static final int FIELDS = 3;

    /// Width of a cell of places, metres.
    static final double CELL_M = 1000;

    private static final double LEAST_RANGE_CELL_M = 100;
    private static final double LEAST_AZIMUTH_CELL_RAD = Math.toRadians(0.2);

    /// A peak has so many votes, and so many times as many as its like elsewhere.
    private static final int FEWEST_VOTES = 15;

    private static final double PROMINENCE = 5;

    /// The map of ranges and azimuths is the finer one: it is believed with this share of the other's votes.
    private static final double FINER = 0.7;

    /// Plots of the same turn, in turns.
    private static final double TOGETHER = 0.75;

    /// The plots' shift that was found.
    ///
    /// @param polar whether it is one in range and azimuth
    /// @param first metres of range, or metres east
    /// @param second radians of azimuth, or metres north
    record Found(boolean polar, double first, double second) {}

    static PlaceSearch begun() {
        return new PlaceSearch(
                true,
                new double[KEPT * FIELDS],
                new double[KEPT * FIELDS],
                0,
                0,
                new int[SIDE * SIDE],
                new int[SIDE * SIDE]);
    }

    private static double rangeCellM(SensorSite site) {
        return Math.max(LEAST_RANGE_CELL_M, 2 * site.sigma().rangeM());
    }

    private static double azimuthCellRad(SensorSite site) {
        return Math.max(LEAST_AZIMUTH_CELL_RAD, 2 * site.sigma().azimuthRad());
    }

    /// With what a look showed.
    PlaceSearch looked(Lesson lesson, SensorSite site) {
        if (lesson.stray == 0 && lesson.lost == 0) {
            return this;
        }
        Votes votes = new Votes(this, site);
        for (int i = 0; i < lesson.stray; i++) {
            votes.free(lesson.strayAt(i, Lesson.RANGE), lesson.strayAt(i, Lesson.AZIMUTH), (double) lesson.endNs);
        }
        for (int i = 0; i < lesson.lost; i++) {
            votes.lost(lesson.lostAt(i, Lesson.RANGE), lesson.lostAt(i, Lesson.AZIMUTH), (double) lesson.endNs);
        }
        return votes.done();
    }

    private static final class Votes {
        private final double[] frees;
        private final double[] losts;
        private long freed;
        private long lostCount;
        private final int[] polar;
        private final int[] place;
        private final double rangeCellM;
        private final double azimuthCellRad;
        private final double togetherNs;

        Votes(PlaceSearch from, SensorSite site) {
            frees = from.frees.clone();
            losts = from.losts.clone();
            freed = from.freed;
            lostCount = from.lostCount;
            polar = from.polar.clone();
            place = from.place.clone();
            rangeCellM = rangeCellM(site);
            azimuthCellRad = azimuthCellRad(site);
            togetherNs = TOGETHER * Beam.periodNs(site);
        }

        // Each pair is held together once: when the later of the two comes.
        void free(double rangeM, double azimuthRad, double ns) {
            for (int k = 0; k < Math.min(KEPT, lostCount); k++) {
                if (Math.abs(losts[k * FIELDS + 2] - ns) < togetherNs) {
                    vote(losts[k * FIELDS], losts[k * FIELDS + 1], rangeM, azimuthRad);
                }
            }
            put(frees, freed++, rangeM, azimuthRad, ns);
        }

        void lost(double rangeM, double azimuthRad, double ns) {
            for (int k = 0; k < Math.min(KEPT, freed); k++) {
                if (Math.abs(frees[k * FIELDS + 2] - ns) < togetherNs) {
                    vote(rangeM, azimuthRad, frees[k * FIELDS], frees[k * FIELDS + 1]);
                }
            }
            put(losts, lostCount++, rangeM, azimuthRad, ns);
        }

        private static void put(double[] ring, long index, double a, double b, double c) {
            int at = (int) (index % KEPT) * FIELDS;
            ring[at] = a;
            ring[at + 1] = b;
            ring[at + 2] = c;
        }

        private void vote(double trackM, double trackRad, double plotM, double plotRad) {
            vote(polar, (plotM - trackM) / rangeCellM, Exact.halfTurn(plotRad - trackRad) / azimuthCellRad);
            vote(
                    place,
                    (plotM * Exact.sin(plotRad) - trackM * Exact.sin(trackRad)) / CELL_M,
                    (plotM * Exact.cos(plotRad) - trackM * Exact.cos(trackRad)) / CELL_M);
        }

        private static void vote(int[] map, double across, double along) {
            if (Math.abs(across) < HALF && Math.abs(along) < HALF) {
                int i = (int) Math.floor(across + 0.5) + HALF;
                int j = (int) Math.floor(along + 0.5) + HALF;
                map[i * SIDE + j]++;
            }
        }

        PlaceSearch done() {
            return new PlaceSearch(true, frees, losts, freed, lostCount, polar, place);
        }
    }

    /// The shift, as soon as there is one that stands out.
    Optional<Found> found(SensorSite site) {
        if (!active) {
            return Optional.empty();
        }
        double[] fine = peak(polar);
        double[] coarse = peak(place);
        if (stands(fine, polar) && fine[0] >= FINER * coarse[0]) {
            return Optional.of(new Found(true, fine[1] * rangeCellM(site), fine[2] * azimuthCellRad(site)));
        }
        return stands(coarse, place)
                ? Optional.of(new Found(false, coarse[1] * CELL_M, coarse[2] * CELL_M))
                : Optional.empty();
    }

    private static boolean stands(double[] peak, int[] map) {
        double all = 0;
        for (int votes : map) {
            all += votes;
        }
        return peak[0] >= FEWEST_VOTES && peak[0] > PROMINENCE * 9 * all / map.length;
    }

    // The nine cells with most votes: how many, and where their mean lies, in cells.
    private static double[] peak(int[] map) {
        double[] best = new double[3];
        for (int i = 1; i < SIDE - 1; i++) {
            for (int j = 1; j < SIDE - 1; j++) {
                double sum = 0;
                double across = 0;
                double along = 0;
                for (int k = 0; k < 9; k++) {
                    int di = k / 3 - 1;
                    int dj = k % 3 - 1;
                    double votes = map[(i + di) * SIDE + j + dj];
                    sum += votes;
                    across += votes * di;
                    along += votes * dj;
                }
                if (sum > best[0]) {
                    best = new double[] {sum, i - HALF + across / sum, j - HALF + along / sum};
                }
            }
        }
        return best;
    }
}
