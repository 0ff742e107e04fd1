package vedette.core.track;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Measurement.Sweep;
import vedette.model.SensorSite;

/// What one look at one sector taught about its sensor: a workbench that a round fills and [Knowledge#learnt] reads.
///
/// Filling allocates nothing once the arrays have grown. One object serves one thread; it remembers nothing between two
/// [#begin]s.
final class Lesson {
    /// Fields of a stray plot and of a place where a track was not seen.
    static final int RANGE = 0;

    static final int AZIMUTH = 1;
    private static final int PLACE_WIDTH = 2;

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
    int lost;
    int stray;
    long count;

    /// How much later than its beam's passing a plot was stamped, seconds, if the sensor tells of its beam.
    double stampAheadS;

    boolean stamped;

    /// Looks at well-known tracks by azimuth, those that saw and those that did not; and all plots.
    final int[] seenAt = new int[Blindness.COLUMNS];

    final int[] missedAt = new int[Blindness.COLUMNS];
    final int[] plotsAt = new int[Blindness.COLUMNS];

    /// The columns of which any of these tells, one bit each; and whether a look did not see.
    long columns;

    boolean anyMissedAt;
    private boolean counted;
    private Knowledge knowledge = Knowledge.NONE;
    private int every = EVERY;
    private boolean searching;
    private boolean missing;
    private final List<FalsePlots> falsePlots = new ArrayList<>();
    private final FalsePlots none = new FalsePlots();
    private double[] strays = new double[16 * PLACE_WIDTH];
    private double[] losts = new double[16 * PLACE_WIDTH];
    final Residuals residuals = new Residuals();
    final Sightings sightings = new Sightings();

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
        every = known.of(of).drift().suspicious() ? 1 : known.of(of).fit().settled() ? EVERY_SETTLED : EVERY;
        residuals.begin(site.sigma(), known.of(of));
        sightings.clear();
        plots = 0;
        seen = 0;
        missed = 0;
        agreed = 0;
        disagreed = 0;
        falsePlots.forEach(FalsePlots::clear);
        lost = 0;
        stray = 0;
        for (long left = columns; left != 0; left &= left - 1) {
            int k = Long.numberOfTrailingZeros(left);
            seenAt[k] = 0;
            missedAt[k] = 0;
            plotsAt[k] = 0;
        }
        columns = 0;
        anyMissedAt = false;
        stamped = false;
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

    /// A plot that nobody took.
    void unclaimed(double rangeM, double azimuthRad) {
        plots++;
        plotsAt[column(azimuthRad)]++;
        free(rangeM, azimuthRad);
    }

    private int column(double azimuthRad) {
        int column = Blindness.column(azimuthRad);
        columns |= 1L << column;
        return column;
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
        int column = column(plot.polar().azimuthRad());
        plotsAt[column]++;
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
            seenAt[column] += taught ? 1 : 0;
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
            missedAt[column(azimuthRad)]++;
            anyMissedAt = true;
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
        return known(file) && count++ % every == 0 && residuals.room() && (reported(file) || heldByOthers(file));
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

    /// So many tracks are under study at a time; the second when the sensor is known to fit.
    private static final int MOST_STUDIES = 32;

    private static final int MOST_SETTLED = 4;

    // Biases of a sensor that stands elsewhere, or moves, are not those of its residuals.
    private boolean displaced(int index) {
        return !knowledge.of(index).place().isStated()
                || knowledge.of(index).poses().moves();
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
}
