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
/// conjugate: Gelman, Bayesian Data Analysis, sec. 2.6); counts and looks fade with the looks, so that the map
/// follows the weather, and where many plots are counted they fade with the plots, so that it follows a jammer
/// within some turns. A jammed sector becomes dense where it is, and nowhere else. Elevation and range rate are
/// taken to be spread evenly.
///
/// False is what began a track that was given up before it was shown. That is known a look or two later, but does
/// not take many new objects at once, as when a sensor begins, for false plots.
///
/// A look reads the map as it was before the look, and teaches it once, at its end: what is learnt so does not
/// depend on the order in which a look's plots came.
///
/// Reading costs one logarithm and allocates nothing. Size: 512 cells, about 6 kB.
///
/// @param layout the cells and the declared rate
/// @param overall how many times as many false plots there are as declared, in all columns but jammed ones
/// @param turns looks at the whole volume, ever
/// @param columns the cells, azimuth by azimuth
record ClutterMap(Layout layout, double overall, double turns, List<Column> columns) {
    static final int RANGES = 16;
    static final int AZIMUTHS = 32;

    /// No sensor is taken to be freer of false plots than this, in one look at its volume.
    private static final double FEWEST = 0.1;

    /// New objects in one look, where one has looked for long: all but what enters is known.
    private static final double ENTERING = 0.2;

    /// Logarithm of what told heights are spread over, metres.
    private static final double LOG_HEIGHT_SPAN = Exact.log(12_000);

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

    /// More plots than this are not counted: of a column that has them older ones are forgotten sooner.
    private static final double MOST_IN_COLUMN = 200;

    /// Columns with more than so many times the plots of the others, and so many more, do not count for the whole
    /// sensor: one jammed sector must not make all of it look jammed.
    private static final double PROPORTION = 3;

    private static final double SOME_MORE = 6;

    /// So often the jammed columns are told from the others by what the others have.
    private static final int ROUNDS = 4;

    /// The whole sensor is looked over so often in a turn.
    private static final double POOLINGS = 4;

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
        /// How far the sensor sees, metres.
        double reachM() {
            return minRangeM + RANGES * cellM;
        }

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

        /// Which share of the volume a sector holds.
        double share(double sectorFromRad, double widthRad) {
            double span = columnRad * AZIMUTHS;
            double off = Exact.turn(sectorFromRad - fromRad);
            double first = Math.max(0, Math.min(off + widthRad, span) - off);
            double again = Math.max(0, Math.min(off + widthRad - Exact.TWO_PI, span));
            return Math.min(1, (first + again) / span);
        }

        double perCell() {
            return declared / (RANGES * AZIMUTHS);
        }
    }

    /// The cells of one azimuth.
    ///
    /// @param asOf looks at the whole volume when it changed last; what is counted here has faded since
    /// @param looks at it, fading
    /// @param sum false plots in all of it
    /// @param plots false plots in each cell; never changed
    record Column(double asOf, double looks, double sum, double[] plots) {
        static final Column EMPTY = new Column(0, 0, 0, new double[RANGES]);

        double kept(double now) {
            return Exact.fading((now - asOf) / MEMORY_LOOKS);
        }

        double looks(double kept) {
            return looks * kept + MEMORY_LOOKS * (1 - kept);
        }

        Column plus(double now, FalsePlots more, int column) {
            double kept = kept(now);
            double all = sum * kept;
            for (int i = 0; i < RANGES; i++) {
                all += more.at(column, i);
            }
            double less = Math.min(1, MOST_IN_COLUMN / all);
            double[] each = new double[RANGES];
            for (int i = 0; i < RANGES; i++) {
                each[i] = (plots[i] * kept + more.at(column, i)) * less;
            }
            return new Column(now, looks(kept) * less, all * less, each);
        }
    }

    ClutterMap {
        columns = List.copyOf(columns);
    }

    /// As the sensor declares it.
    static ClutterMap of(SensorSite site) {
        return new ClutterMap(Layout.of(site), 1, 0, Collections.nCopies(AZIMUTHS, Column.EMPTY));
    }

    /// Logarithm of the density of false plots in range and azimuth, 1/(m·rad).
    double logDensity(double rangeM, double azimuthRad) {
        double times = times(rangeM, azimuthRad);
        return times > 1 ? layout.logFlat + Exact.log(times) : layout.logFlat;
    }

    /// The share of new objects among the plots that nobody takes at a place, where the sensor has looked for long.
    double birth(double rangeM, double azimuthRad) {
        return ENTERING / (ENTERING + layout.declared * times(rangeM, azimuthRad));
    }

    /// How many times as dense as declared false plots are at a place, at least once: a sensor that shows fewer may
    /// still show what it declares, and what is left over of objects that cross is like false plots too.
    double times(double rangeM, double azimuthRad) {
        Column column = columns.get(layout.azimuth(azimuthRad));
        double kept = column.kept(turns);
        double each = layout.perCell() * column.looks(kept);
        double sum = column.sum * kept;
        double trust = COLUMN_TRUST / (1 + sum / COLUMN_TRUST);
        double rate = overall * (trust + sum) / (trust + RANGES * each * overall);
        double cell = column.plots[layout.range(rangeM)] * kept;
        return Math.max(1, rate * (CELL_TRUST + cell) / (CELL_TRUST + each * rate));
    }

    /// Logarithm of the density of false plots in all that a plot tells.
    double logDensity(RadarPlot plot) {
        return logDensity(plot, PlotObserver.Told.of(plot.altitude()));
    }

    /// The same, with the height that the plot told.
    double logDensity(RadarPlot plot, PlotObserver.Told told) {
        double log = logDensity(plot.polar().rangeM(), plot.polar().azimuthRad());
        if (plot.polar().elevationRad().isPresent() && plot.sigma().elevationRad() > 0) {
            log -= layout.logElevation;
        }
        if (plot.polar().rangeRateMps().isPresent() && plot.sigma().rangeRateMps() > 0) {
            log -= layout.logRate;
        }
        return told.known() ? log - LOG_HEIGHT_SPAN : log;
    }

    /// How many times as many false plots there are as declared, in a column.
    double column(int azimuth) {
        Column column = columns.get(azimuth);
        double kept = column.kept(turns);
        return (COLUMN_TRUST + column.sum * kept) / (COLUMN_TRUST + RANGES * layout.perCell() * column.looks(kept));
    }

    /// The map after a look at a sector; what of it lies outside the volume is no look.
    ClutterMap looked(double sectorFromRad, double widthRad) {
        double now = turns + layout.share(sectorFromRad, widthRad);
        boolean due = Math.floor(now * POOLINGS) > Math.floor(turns * POOLINGS);
        return new ClutterMap(layout, due ? pooled(columns, now) : overall, now, columns);
    }

    /// The map with plots that were found to be false.
    ClutterMap with(FalsePlots plots) {
        if (plots.columns() == 0) {
            return this;
        }
        List<Column> changed = new ArrayList<>(columns);
        for (int left = plots.columns(); left != 0; left &= left - 1) {
            int at = Integer.numberOfTrailingZeros(left);
            changed.set(at, changed.get(at).plus(turns, plots, at));
        }
        return new ClutterMap(layout, overall, turns, changed);
    }

    private double pooled(List<Column> after, double now) {
        double[] counted = new double[AZIMUTHS];
        double[] plain = new double[AZIMUTHS];
        for (int k = 0; k < AZIMUTHS; k++) {
            Column column = after.get(k);
            double kept = column.kept(now);
            counted[k] = column.sum * kept;
            plain[k] = RANGES * layout.perCell() * column.looks(kept);
        }
        double rate = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = TRUST;
            double expected = TRUST;
            for (int k = 0; k < AZIMUTHS; k++) {
                if (counted[k] <= PROPORTION * rate * plain[k] + SOME_MORE) {
                    sum += counted[k];
                    expected += plain[k];
                }
            }
            rate = sum / expected;
        }
        return rate;
    }

    @Override
    public String toString() {
        return "ClutterMap[" + overall + " × declared, "
                + Arrays.toString(columns.stream().mapToDouble(Column::sum).toArray()) + "]";
    }
}
