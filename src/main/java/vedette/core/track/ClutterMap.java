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
/// The rate of a cell is the declared one times a factor of the whole sensor, one of its azimuth and one of the
/// cell. The factors are means of gamma posteriors (a gamma prior with mean 1 on the rate of a Poisson count is
/// conjugate: Gelman, Bayesian Data Analysis, sec. 2.6); counts and exposures fade with the looks, so that the
/// map follows the weather. A jammed sector becomes dense where it is, and nowhere else. Elevation and range rate
/// are taken to be spread evenly.
///
/// Reading costs one logarithm and allocates nothing. Size: 512 cells, about 6 kB.
///
/// @param layout the cells and the declared rate
/// @param plots false plots counted in the whole volume, fading
/// @param looks looks at the whole volume, fading
/// @param turns looks at the whole volume, ever
/// @param columns the cells, azimuth by azimuth
record ClutterMap(Layout layout, double plots, double looks, double turns, List<Column> columns) {
    static final int RANGES = 16;
    static final int AZIMUTHS = 32;

    /// No sensor is taken to be freer of false plots than this, in one look at its volume.
    private static final double FEWEST = 0.1;

    /// New objects in one look, where one has looked for long: all but what enters is known.
    private static final double ENTERING = 0.2;

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

    /// While the whole sensor has fewer than so many times the declared false plots, they are taken as declared: chance
    /// and new objects must not move tracks.
    private static final double PLAIN = 2;

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
    /// @param asOf looks at the whole volume when it changed last; what is counted here has faded since
    /// @param sum false plots in all of it
    /// @param plots false plots in each cell; never changed
    record Column(double asOf, double sum, double[] plots) {
        static final Column EMPTY = new Column(0, 0, new double[RANGES]);

        // 1/(1 + x) for e⁻ˣ: the same for small steps, and a cell that stays empty is forgotten a little later.
        double kept(double now) {
            return 1 / (1 + (now - asOf) / MEMORY_LOOKS);
        }

        Column plus(double now, int cell, double falsity) {
            double kept = kept(now);
            double[] more = plots.clone();
            for (int i = 0; i < RANGES; i++) {
                more[i] *= kept;
            }
            more[cell] += falsity;
            return new Column(now, sum * kept + falsity, more);
        }
    }

    ClutterMap {
        columns = List.copyOf(columns);
    }

    /// As the sensor declares it.
    static ClutterMap of(SensorSite site) {
        return new ClutterMap(Layout.of(site), 0, 0, 0, Collections.nCopies(AZIMUTHS, Column.EMPTY));
    }

    /// Logarithm of the density of false plots in range and azimuth, 1/(m·rad).
    double logDensity(double rangeM, double azimuthRad) {
        return layout.logFlat + Exact.log(times(rangeM, azimuthRad));
    }

    /// The existence of a track begun by one plot, where the sensor has looked for long.
    double birth() {
        return ENTERING / (ENTERING + layout.declared);
    }

    // How many times as dense as declared false plots are.
    private double times(double rangeM, double azimuthRad) {
        Column column = columns.get(layout.azimuth(azimuthRad));
        double kept = column.kept(turns);
        double rate = overall();
        double each = rate * layout.perCell() * looks;
        double factor = (COLUMN_TRUST + column.sum * kept) / (COLUMN_TRUST + RANGES * each);
        rate *= factor;
        rate *= (CELL_TRUST + column.plots[layout.range(rangeM)] * kept) / (CELL_TRUST + each * factor);
        return overall() < PLAIN ? 1 : rate;
    }

    /// Logarithm of the declared density of false plots in all that a plot tells: what is learnt is told, and not yet
    /// used, since its sums depend on the order of a sector's plots.
    double logDensity(RadarPlot plot) {
        double log = layout.logFlat;
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
        return (COLUMN_TRUST + column.sum * column.kept(turns)) / (COLUMN_TRUST + RANGES * layout.perCell() * looks);
    }

    /// The map after a look at a sector and the plots that nobody took there.
    ClutterMap looked(Lesson lesson) {
        double share = Math.min(1, lesson.widthRad / (layout.columnRad * AZIMUTHS));
        double kept = 1 - share / MEMORY_LOOKS;
        double now = turns + share;
        if (lesson.free == 0) {
            return new ClutterMap(layout, plots * kept, looks * kept + share, now, columns);
        }
        List<Column> changed = new ArrayList<>(columns);
        double sum = 0;
        for (int i = 0; i < lesson.free; i++) {
            int at = layout.azimuth(lesson.freeAt(i, Lesson.AZIMUTH));
            double falsity = lesson.freeAt(i, Lesson.FALSITY);
            int cell = layout.range(lesson.freeAt(i, Lesson.RANGE));
            changed.set(at, changed.get(at).plus(now, cell, falsity));
            sum += falsity;
        }
        return new ClutterMap(layout, plots * kept + sum, looks * kept + share, now, changed);
    }

    @Override
    public String toString() {
        return "ClutterMap[" + overall() + " × declared, "
                + Arrays.toString(columns.stream().mapToDouble(Column::sum).toArray()) + "]";
    }
}
