package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vedette.math.Exact;
import vedette.model.Measurement.RadarPlot;
import vedette.model.SensorSite;

/// How densely a sensor's false plots lie, learnt where it looks: cells of range and azimuth.
///
/// The rate of a cell is the declared one times a factor of the whole sensor, one of its azimuth and one of the cell.
/// The factors are means of gamma posteriors (a gamma prior with mean 1 on the rate of a Poisson count is conjugate:
/// Gelman,
/// Bayesian Data Analysis, sec. 2.6); counts and exposures fade with the looks, so that the map follows the weather. A
/// jammed sector becomes dense where it is, and nowhere else. Elevation and range rate are taken to be spread evenly.
///
/// Reading costs one logarithm and allocates nothing. Size: 512 cells, about 6 kB.
///
/// @param layout the cells and the declared rate
/// @param plots false plots counted in the whole volume, fading
/// @param looks looks at the whole volume, fading
/// @param columns the cells, azimuth by azimuth
record ClutterMap(Layout layout, double plots, double looks, List<Column> columns) {
    static final int RANGES = 16;
    static final int AZIMUTHS = 32;

    /// No sensor is taken to be freer of false plots than this, in one look at its volume.
    private static final double FEWEST = 0.1;

    /// Told heights are spread over this, metres.
    private static final double HEIGHT_SPAN_M = 12_000;

    /// Range rates are spread over this where nothing is told, m/s.
    private static final double RATE_SPAN_MPS = 600;

    /// The declared rate counts like so many plots seen.
    private static final double TRUST = 40;

    /// That an azimuth is like the others counts like so many plots seen in it.
    private static final double COLUMN_TRUST = 6;

    /// That a cell is like the others of its azimuth counts like so many plots seen in it.
    private static final double CELL_TRUST = 6;

    /// Looks after which what was counted has faded to 1/e.
    private static final double MEMORY_LOOKS = 100;

    /// The cells of one sensor and what it declares.
    ///
    /// @param minRangeM where the first cell begins
    /// @param cellM depth of a cell
    /// @param fromRad where the first column begins
    /// @param columnRad width of a column
    /// @param declared false plots in one look at the whole volume
    /// @param logFlat logarithm of the declared density in range and azimuth
    /// @param logElevation logarithm of the span of elevations
    /// @param logRate logarithm of the span of range rates
    record Layout(
            double minRangeM,
            double cellM,
            double fromRad,
            double columnRad,
            double declared,
            double logFlat,
            double logElevation,
            double logRate) {
        static Layout of(SensorSite site) {
            SensorSite.Volume v = site.volume();
            double declared = Math.max(FEWEST, site.performance().clutterPerLook());
            double depth = v.maxRangeM() - v.minRangeM();
            double span = site.performance().rangeRateSpanMps();
            return new Layout(
                    v.minRangeM(),
                    depth / RANGES,
                    v.fromAzimuthRad(),
                    v.azimuthWidthRad() / AZIMUTHS,
                    declared,
                    Exact.log(declared / (depth * v.azimuthWidthRad())),
                    Exact.log(v.maxElevationRad() - v.minElevationRad()),
                    Exact.log(span > 0 ? span : RATE_SPAN_MPS));
        }

        int range(double rangeM) {
            return Math.clamp((long) ((rangeM - minRangeM) / cellM), 0, RANGES - 1);
        }

        int azimuth(double azimuthRad) {
            return Math.clamp((long) (Exact.turn(azimuthRad - fromRad) / columnRad), 0, AZIMUTHS - 1);
        }

        double perCell() {
            return declared / (RANGES * AZIMUTHS);
        }
    }

    /// The cells of one azimuth.
    ///
    /// @param looks looks at it, fading
    /// @param sum false plots in all of it, fading
    /// @param plots false plots in each cell, fading; never changed
    record Column(double looks, double sum, double[] plots) {
        static final Column EMPTY = new Column(0, 0, new double[RANGES]);

        Column looked(double share) {
            double kept = 1 - share / MEMORY_LOOKS;
            double[] faded = plots.clone();
            for (int i = 0; i < RANGES; i++) {
                faded[i] *= kept;
            }
            return new Column(looks * kept + share, sum * kept, faded);
        }

        Column plus(int cell, double falsity) {
            double[] more = plots.clone();
            more[cell] += falsity;
            return new Column(looks, sum + falsity, more);
        }
    }

    ClutterMap {
        columns = List.copyOf(columns);
    }

    /// As the sensor declares it.
    static ClutterMap of(SensorSite site) {
        return new ClutterMap(Layout.of(site), 0, 0, Collections.nCopies(AZIMUTHS, Column.EMPTY));
    }

    /// Logarithm of the density of false plots in range and azimuth, 1/(m·rad).
    double logDensity(double rangeM, double azimuthRad) {
        Column column = columns.get(layout.azimuth(azimuthRad));
        double rate = overall();
        double expected = rate * RANGES * layout.perCell() * column.looks;
        rate *= (COLUMN_TRUST + column.sum) / (COLUMN_TRUST + expected);
        double each = rate * layout.perCell() * column.looks;
        rate *= (CELL_TRUST + column.plots[layout.range(rangeM)]) / (CELL_TRUST + each);
        return layout.logFlat + Exact.log(rate);
    }

    /// Logarithm of the density of false plots in all that a plot tells.
    double logDensity(RadarPlot plot) {
        double log = logDensity(plot.polar().rangeM(), plot.polar().azimuthRad());
        if (plot.polar().elevationRad().isPresent() && plot.sigma().elevationRad() > 0) {
            log -= layout.logElevation;
        }
        if (plot.polar().rangeRateMps().isPresent() && plot.sigma().rangeRateMps() > 0) {
            log -= layout.logRate;
        }
        return PlotObserver.Told.of(plot.altitude()).known() ? log - Exact.log(HEIGHT_SPAN_M) : log;
    }

    /// How many times as many false plots there are as declared, in the whole volume.
    double overall() {
        return (TRUST + plots) / (TRUST + layout.declared * looks);
    }

    /// How many times as many false plots there are as declared, in a column.
    double column(int azimuth) {
        Column column = columns.get(azimuth);
        return (COLUMN_TRUST + column.sum) / (COLUMN_TRUST + RANGES * layout.perCell() * column.looks);
    }

    /// The map after a look at a sector and the plots that nobody took there.
    ClutterMap looked(Lesson lesson) {
        double share = Math.min(1, lesson.widthRad / (layout.columnRad * AZIMUTHS));
        double kept = 1 - share / MEMORY_LOOKS;
        List<Column> changed = new ArrayList<>(columns);
        expose(changed, lesson);
        double sum = count(changed, lesson);
        return new ClutterMap(layout, plots * kept + sum, looks * kept + share, changed);
    }

    private void expose(List<Column> changed, Lesson lesson) {
        double begin = Exact.turn(lesson.fromRad - layout.fromRad) / layout.columnRad;
        double end = begin + Math.min(AZIMUTHS, lesson.widthRad / layout.columnRad);
        for (int k = (int) begin; k < end; k++) {
            double share = Math.min(end, k + 1) - Math.max(begin, k);
            int at = k % AZIMUTHS;
            if (share > 1e-9) {
                changed.set(at, changed.get(at).looked(share));
            }
        }
    }

    private double count(List<Column> changed, Lesson lesson) {
        double sum = 0;
        for (int i = 0; i < lesson.free; i++) {
            int at = layout.azimuth(lesson.freeAt(i, Lesson.AZIMUTH));
            double falsity = lesson.freeAt(i, Lesson.FALSITY);
            changed.set(at, changed.get(at).plus(layout.range(lesson.freeAt(i, Lesson.RANGE)), falsity));
            sum += falsity;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "ClutterMap[" + overall() + " × declared, "
                + Arrays.toString(columns.stream().mapToDouble(Column::sum).toArray()) + "]";
    }
}
