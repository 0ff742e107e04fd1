package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.math.Exact;
import vedette.math.Kernel;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;
import vedette.model.Tangent;

/// What one look at one sector taught about its sensor: a workbench that a round fills and [Knowledge#learnt] reads.
///
/// Filling allocates nothing once the arrays have grown. One object serves one thread; it remembers nothing between two
/// [#begin]s.
final class Lesson {
    /// Fields of a stray plot and of a place where a track was not seen.
    static final int RANGE = 0;

    static final int AZIMUTH = 1;
    private static final int PLACE_WIDTH = 2;

    /// Fields of a residual: place of the track at the plot's time; then for range, azimuth and elevation the residual,
    /// its variance from the track and that from the plot as the sensor states it.
    private static final int PLACE = 0;

    static final int RESIDUAL = 3;
    static final int TRACK_VARIANCE = 6;
    static final int PLOT_VARIANCE = 9;
    static final int WIDTH = 12;

    /// A sector teaches from at most so many residuals.
    static final int MOST_RESIDUALS = 32;

    /// One in so many good residuals is learnt from: neighbours tell nearly the same, and each costs about 1 µs.
    private static final int EVERY = 3;

    /// And of a sensor that is known to fit, one in so many.
    private static final int EVERY_SETTLED = 12;

    /// A track is well known after so many plots.
    private static final int MANY_PLOTS = 8;

    /// A track unseen by anybody for so many turns may be gone: looks at it tell nothing of the sensor.
    private static final double FRESH_TURNS = 2.5;

    /// News older than this do not count, seconds.
    private static final double FRESH_S = 30;

    /// Where so many others hold a track, a sensor that does not see it is in doubt.
    private static final int OTHERS = 2;

    private static final double NS = 1e-9;

    int sensor;
    int plots;
    long endNs;
    double fromRad;
    double widthRad;
    int seen;
    int missed;
    int agreed;
    int disagreed;
    private double freshNs;
    int residuals;
    int lost;
    int stray;
    long count;

    /// How much later than its beam's passing a plot was stamped, seconds, if the sensor tells of its beam.
    double stampAheadS;

    boolean stamped;

    /// What residuals tell of the place of a sensor that stands elsewhere: Λ of east east, east north, north north,
    /// then η east and north; and how many they are.
    final double[] shift = new double[5];

    int shifts;

    /// Looks at well-known tracks by azimuth, those that saw and those that did not; and all plots.
    final int[] seenAt = new int[Blindness.COLUMNS];

    final int[] missedAt = new int[Blindness.COLUMNS];
    final int[] plotsAt = new int[Blindness.COLUMNS];
    private boolean counted;
    private PlotSigma stated = new PlotSigma(1, 1, 0, 0);
    private Knowledge knowledge = Knowledge.NONE;
    private int every = EVERY;
    private boolean searching;
    private boolean missing;
    private final List<FalsePlots> falsePlots = new ArrayList<>();
    private final FalsePlots none = new FalsePlots();
    private final double[] turned = new double[3];
    private double[] inflation = {1, 1, 1};
    private double[] strays = new double[16 * PLACE_WIDTH];
    private double[] losts = new double[16 * PLACE_WIDTH];
    private final double[] rows = new double[MOST_RESIDUALS * WIDTH];
    private final double[] sight = new double[9];
    final StudyKernel kernel = new StudyKernel();
    final List<Study.Sighting> sightings = new ArrayList<>();

    /// Begins anew.
    ///
    /// @param of the sensor's index
    /// @param site the sensor
    /// @param sector what the beam has left
    /// @param known what is known so far
    void begin(int of, SensorSite site, Sweep sector, Knowledge known) {
        sensor = of;
        endNs = sector.provenance().observedAt().taiNs();
        fromRad = sector.fromRad();
        widthRad = sector.widthRad();
        freshNs = FRESH_TURNS * Beam.periodNs(site);
        knowledge = known;
        count = known.count();
        searching = known.of(of).search().active();
        every = known.of(of).fit().settled() ? EVERY_SETTLED : EVERY;
        inflation = known.of(of).fit().inflation();
        plots = 0;
        seen = 0;
        missed = 0;
        agreed = 0;
        disagreed = 0;
        residuals = 0;
        falsePlots.forEach(FalsePlots::clear);
        sightings.clear();
        lost = 0;
        stray = 0;
        Arrays.fill(seenAt, 0);
        Arrays.fill(missedAt, 0);
        Arrays.fill(plotsAt, 0);
        stamped = false;
        stated = site.sigma();
        shifts = 0;
        Arrays.fill(shift, 0);
    }

    /// A plot was stamped so much later than its beam passed.
    void stamp(double aheadS) {
        stampAheadS = aheadS;
        stamped = true;
    }

    /// A track that was never shown is given up: what it had taken was false, as far as it is not believed to exist.
    ///
    /// @param file the track
    /// @param view of the sensor that began it, see [#beganBy]
    void gaveUp(TrackFile file, RadarView view) {
        int began = beganBy(file);
        double count = file.plots() * (1 - file.existence());
        Optional<RadarPlot> seed = file.seed();
        if (seed.isPresent()) {
            falsePlot(began, seed.get().polar().rangeM(), seed.get().polar().azimuthRad(), count);
        } else {
            view.face(file.estimate().frame());
            view.glance(file.estimate().merged(), Mixture.MEAN);
            falsePlot(began, view.rangeM(), view.azimuthRad(), count);
        }
    }

    /// The index of the sensor whose look began a track, or −1.
    static int beganBy(TrackFile file) {
        return file.looks().length == 0 ? -1 : (int) file.looks()[0];
    }

    void falsePlot(int of, double rangeM, double azimuthRad, double count) {
        while (falsePlots.size() <= of) {
            falsePlots.add(new FalsePlots());
        }
        falsePlots.get(of).add(knowledge.of(of).clutter().layout(), rangeM, azimuthRad, count);
    }

    /// The false plots of a sensor, whichever sensor's look showed them.
    FalsePlots falsePlots(int of) {
        return of < falsePlots.size() ? falsePlots.get(of) : none;
    }

    private static double[] grown(double[] array, int size) {
        return (size + 1) * PLACE_WIDTH <= array.length ? array : Arrays.copyOf(array, 2 * array.length);
    }

    private static void put(double[] array, int index, double rangeM, double azimuthRad) {
        array[index * PLACE_WIDTH] = rangeM;
        array[index * PLACE_WIDTH + 1] = azimuthRad;
    }

    double strayAt(int index, int field) {
        return strays[index * PLACE_WIDTH + field];
    }

    double lostAt(int index, int field) {
        return losts[index * PLACE_WIDTH + field];
    }

    double at(int residual, int field) {
        return rows[residual * WIDTH + field];
    }

    double[] rows() {
        return rows;
    }

    /// A plot that nobody took.
    void unclaimed(double rangeM, double azimuthRad) {
        plots++;
        plotsAt[Blindness.column(azimuthRad)]++;
        free(rangeM, azimuthRad);
    }

    /// A plot that no confirmed track took.
    void free(double rangeM, double azimuthRad) {
        if (searching) {
            stray(rangeM, azimuthRad);
        }
    }

    /// A track took a plot.
    ///
    /// @param prospect the track before
    void saw(Prospect prospect, RadarPlot plot) {
        plots++;
        plotsAt[Blindness.column(plot.polar().azimuthRad())]++;
        TrackFile file = prospect.file();
        if (!file.confirmed()) {
            free(plot.polar().rangeM(), plot.polar().azimuthRad());
            return;
        }
        int others = others(file);
        if (searching && others < OTHERS) {
            stray(plot.polar().rangeM(), plot.polar().azimuthRad());
        }
        if (known(file)) {
            boolean taught = counts(prospect, others);
            seen += taught ? 1 : 0;
            seenAt[Blindness.column(plot.polar().azimuthRad())] += taught ? 1 : 0;
            agreed += prospect.sure() && others >= OTHERS ? 1 : 0;
        }
    }

    /// A track was not seen where it should have been.
    ///
    /// @param prospect the track before
    void missed(Prospect prospect) {
        missing = false;
        counted = false;
        TrackFile file = prospect.file();
        if (!known(file) || endNs - file.lastPlotNs() > freshNs) {
            return;
        }
        int others = others(file);
        counted = counts(prospect, others);
        missed += counted ? 1 : 0;
        missing = prospect.sure() && others >= OTHERS;
        disagreed += missing ? 1 : 0;
    }

    // A track that neither others hold nor this sensor saw the last time may be gone, or under the horizon.
    private boolean counts(Prospect prospect, int others) {
        boolean held = prospect.sure() && others >= OTHERS;
        return held || (prospect.inside() && (prospect.file().lookedNs(sensor) & 1) == 1);
    }

    /// Where the track just missed should have been.
    void lose(double rangeM, double azimuthRad) {
        if (counted) {
            missedAt[Blindness.column(azimuthRad)]++;
        }
        if (missing && searching) {
            lost(rangeM, azimuthRad);
        }
    }

    void lost(double rangeM, double azimuthRad) {
        losts = grown(losts, lost);
        put(losts, lost++, rangeM, azimuthRad);
    }

    private void stray(double rangeM, double azimuthRad) {
        strays = grown(strays, stray);
        put(strays, stray++, rangeM, azimuthRad);
    }

    static boolean known(TrackFile file) {
        return file.confirmed() && file.plots() >= MANY_PLOTS;
    }

    // How many others hold it now; its own reports count for two.
    private int others(TrackFile file) {
        long[] looks = file.looks();
        int others = reported(file) ? OTHERS : 0;
        for (int i = 0; i < looks.length; i += 2) {
            boolean fresh = (looks[i + 1] & 1) == 1 && (endNs - looks[i + 1]) * NS < FRESH_S;
            others += looks[i] != sensor && fresh ? 1 : 0;
        }
        return others;
    }

    // Looks are kept for sensors only: news later than all of them were a report.
    private static boolean reported(TrackFile file) {
        long[] looks = file.looks();
        for (int i = 0; i < looks.length; i += 2) {
            if ((looks[i + 1] | 1) >= file.lastPlotNs()) {
                return false;
            }
        }
        return file.claims().sources().size() > looks.length / 2;
    }

    /// Whether a residual of a track is wanted: of well-known tracks that others hold too, one in a few.
    boolean wants(TrackFile file) {
        return known(file)
                && count++ % every == 0
                && residuals < MOST_RESIDUALS
                && (reported(file) || heldByOthers(file));
    }

    /// Whether a plot of a track belongs in a study of it.
    boolean studies(TrackFile file) {
        return knowledge.registration().studies(file.id())
                && knowledge.registration().registers(sensor)
                && !displaced(sensor);
    }

    /// Whether a study of a track is to begin.
    ///
    /// @param chosen whether it is one of the few that are looked at closely
    boolean begins(TrackFile file, boolean chosen) {
        boolean settled = every == EVERY_SETTLED;
        return knowledge.registration().begins(sensor, settled ? MOST_SETTLED : MOST_STUDIES)
                && !displaced(sensor)
                && (settled ? chosen : file.confirmed() && (reported(file) || heldByOthers(file)));
    }

    private static final double[] NO_START = {};

    /// So many tracks are under study at a time; the second when the sensor is known to fit.
    private static final int MOST_STUDIES = 32;

    private static final int MOST_SETTLED = 4;

    /// A wanted track takes a plot.
    ///
    /// @param view the sensor's, facing the track's frame
    /// @param merged the track's estimate before, one Gaussian
    /// @param plot the plot as it is used
    /// @param aheadS how far the plot lies ahead of the estimate, seconds
    void took(RadarView view, double[] merged, RadarPlot plot, double aheadS) {
        int row = residuals * WIDTH;
        residual(view, merged, plot, aheadS, row);
        if (displaced(sensor)) {
            shift(view, row);
        } else {
            residuals++;
        }
    }

    /// A track under study takes a plot.
    void sighted(TrackFile file, RadarPlot plot) {
        sighted(file, plot, NO_START);
    }

    /// A study of a track begins with a plot.
    ///
    /// @param file the track before
    /// @param merged its estimate before, one Gaussian
    /// @param plot the plot as it is used
    /// @param aheadS how far the plot lies ahead of the estimate, seconds
    void begun(TrackFile file, double[] merged, RadarPlot plot, double aheadS) {
        double[] start = new double[6];
        for (int i = 0; i < 3; i++) {
            start[3 + i] = merged[Mixture.MEAN + 3 + i];
            start[i] = merged[Mixture.MEAN + i] + aheadS * start[3 + i];
        }
        Tangent.place(file.estimate().frame(), start, 0, turned);
        System.arraycopy(turned, 0, start, 0, 3);
        Tangent.turned(file.estimate().frame(), start, 3, turned);
        System.arraycopy(turned, 0, start, 3, 3);
        sighted(file, plot, start);
    }

    private void sighted(TrackFile file, RadarPlot plot, double[] start) {
        long ns = plot.provenance().observedAt().taiNs();
        boolean falling = file.realm() == Realm.SPACE;
        sightings.add(new Study.Sighting(file.id(), ns, row(sensor, plot), start, falling));
    }

    static double[] row(int sensor, RadarPlot plot) {
        boolean solid = plot.polar().elevationRad().isPresent();
        double[] row = new double[Study.WIDTH];
        row[Study.SENSOR] = sensor;
        row[Study.VALUE] = plot.polar().rangeM();
        row[Study.VALUE + 1] = plot.polar().azimuthRad();
        row[Study.VALUE + 2] = plot.polar().elevationRad().orElse(0);
        row[Study.SIGMA] = plot.sigma().rangeM();
        row[Study.SIGMA + 1] = plot.sigma().azimuthRad();
        row[Study.SIGMA + 2] = solid ? plot.sigma().elevationRad() : 0;
        return row;
    }

    // What a residual of a sensor that stands elsewhere tells of its place ([Whereabouts]).
    private void shift(RadarView view, int row) {
        double sine = Exact.sin(view.azimuthRad());
        double cosine = Exact.cos(view.azimuthRad());
        double flat = view.groundM() / view.rangeM();
        double rangeM2 = stated.rangeM() * stated.rangeM() + rows[row + TRACK_VARIANCE];
        double azimuth2 = stated.azimuthRad() * stated.azimuthRad() + rows[row + TRACK_VARIANCE + 1];
        shift(-flat * sine, -flat * cosine, rows[row + RESIDUAL], rangeM2);
        shift(-cosine / view.groundM(), sine / view.groundM(), rows[row + RESIDUAL + 1], azimuth2);
        shifts++;
    }

    void shift(double east, double north, double residual, double variance) {
        double weight = 1 / (SensorFit.CORRELATION * variance);
        shift[0] += weight * east * east;
        shift[1] += weight * east * north;
        shift[2] += weight * north * north;
        shift[3] += weight * east * residual;
        shift[4] += weight * north * residual;
    }

    // Biases of a sensor that stands elsewhere are not those of its residuals.
    private boolean displaced(int index) {
        return !knowledge.of(index).place().isStated();
    }

    private boolean heldByOthers(TrackFile file) {
        long[] looks = file.looks();
        for (int i = 0; i < looks.length; i += 2) {
            boolean fresh = (looks[i + 1] & 1) == 1 && (endNs - looks[i + 1]) * NS < FRESH_S;
            if (fresh && looks[i] != sensor && !displaced((int) looks[i])) {
                return true;
            }
        }
        return false;
    }

    @Kernel
    void residual(RadarView view, double[] merged, RadarPlot plot, double aheadS, int row) {
        for (int i = 0; i < 3; i++) {
            rows[row + PLACE + i] = merged[Mixture.MEAN + i] + aheadS * merged[Mixture.MEAN + 3 + i];
        }
        view.look(rows, row + PLACE);
        view.sight(sight);
        double across = view.acrossM2(rows, row + PLACE, merged, Mixture.COVARIANCE);
        double bend = across / (2 * view.rangeM());
        double ground = view.groundM();
        double range = view.rangeM();
        boolean solid = plot.polar().elevationRad().isPresent() && plot.sigma().elevationRad() > 0;
        rows[row + RESIDUAL] = plot.polar().rangeM() - range - bend;
        rows[row + RESIDUAL + 1] = Exact.halfTurn(plot.polar().azimuthRad() - view.azimuthRad());
        rows[row + RESIDUAL + 2] = solid ? plot.polar().elevationRad().getAsDouble() - view.elevationRad() : 0;
        rows[row + TRACK_VARIANCE] = quadratic(merged, sight, 0) + 2 * bend * bend;
        rows[row + TRACK_VARIANCE + 1] = quadratic(merged, sight, 3) / (ground * ground);
        rows[row + TRACK_VARIANCE + 2] = quadratic(merged, sight, 6) / (range * range);
        double sigmaR = plot.sigma().rangeM() / inflation[0];
        double sigmaAz = plot.sigma().azimuthRad() / inflation[1];
        double sigmaEl = solid ? plot.sigma().elevationRad() / inflation[2] : 0;
        rows[row + PLOT_VARIANCE] = sigmaR * sigmaR;
        rows[row + PLOT_VARIANCE + 1] = sigmaAz * sigmaAz;
        rows[row + PLOT_VARIANCE + 2] = sigmaEl * sigmaEl;
    }

    private static double quadratic(double[] block, double[] axes, int axis) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                sum += axes[axis + i]
                        * axes[axis + j]
                        * block[Mixture.COVARIANCE + Mixture.at(Math.max(i, j), Math.min(i, j))];
            }
        }
        return sum;
    }

    /// Whether a residual tells something: the track is known about as well as the sensor measures.
    boolean tells(int residual, int axis) {
        double plot = at(residual, PLOT_VARIANCE + axis);
        return plot > 0 && at(residual, TRACK_VARIANCE + axis) < MOST_VARIANCE * plot;
    }

    /// A track's own variance may be so many times the plot's.
    private static final double MOST_VARIANCE = 4;
}
