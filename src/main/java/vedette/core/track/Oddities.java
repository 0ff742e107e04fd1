package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import vedette.model.Altitude;
import vedette.model.Measurement.RadarPlot;
import vedette.model.PlotSigma;
import vedette.model.SensorSite;

/// What is odd with a sensor: plots that came before, plots where it cannot see, plots of another time; and
/// sectors where it sees nothing.
///
/// @param plots plots worked on, fading
/// @param counts what was refused, one a kind, in the order they first came
/// @param clock how its stamps lie to their arrival
/// @param blindness where it sees nothing
/// @param doubted what was known of its bias when tracks were doubted for it
/// @param twin whether it is another sensor under a second name
record Oddities(double plots, List<Count> counts, Clock clock, Blindness blindness, Doubted doubted, Twin twin) {
    static final Oddities NONE = new Oddities(0, List.of(), Clock.UNKNOWN, Blindness.NONE, Doubted.NEVER, Twin.NONE);

    /// What was counted fades to 1/e over so many plots.
    private static final double MEMORY = 1000;

    /// A plot may lie so much farther than the volume reaches.
    private static final double REACH = 1.5;

    private static final double FASTEST_MPS = 20_000;

    /// A plot's sigma may be so many times as large as the site's, or as small.
    private static final double OTHERWISE_SURE = 100;

    /// Transponders tell heights between these, metres: the code of Mode C ends at 126,700 feet (ICAO Annex 10, vol.
    /// IV).
    private static final double LOWEST_M = -1000;

    private static final double HIGHEST_M = 40_000;

    /// Measured heights may be those of low orbits, metres.
    private static final double ORBIT_M = 2_000_000;

    /// From this share of the plots on, and from so many, a sensor is in doubt.
    private static final double ALARMING = 0.05;

    private static final double FEWEST = 5;

    /// Below this what was counted has faded away.
    private static final double GONE = 0.5;

    /// What may be odd.
    enum Kind {
        /// The same plot came before: through a second feed, or sent twice.
        REPEATED("repeated plot", "plots came twice and were used once", false),
        /// The same sweep came before, or an older one.
        REPEATED_SWEEP("repeated sweep", "sweeps came twice and were used once", false),
        /// No sensor there can have measured it.
        ABSURD("absurd plot", "plots lie where it cannot see and are not used", true),
        /// A sigma that no such sensor has.
        UNSURE("absurd sigma", "plots state a precision that is not its own and are not used", true),
        /// A height where nothing with a transponder flies; the plot is used without it.
        HEIGHT("absurd height", "plots told a height where nothing flies and are used without it", true),
        /// Stamped after it came.
        FUTURE("plot from the future", "messages are stamped after they came and are not used", true),
        /// Stamped long before it came.
        PAST("plot from the past", "messages are stamped long before they came and are not used", true),
        /// Its sector was over.
        LATE("late plot", "plots came too late for their sector and are not used", true),
        /// Another sensor sends the same.
        COPIED("copied plot", "plots are another sensor's under a second name and are not used", true),
        /// More wait than may.
        CROWD("held plots", "plots were more than can wait for the beam and are not used", true);

        final String what;
        final String words;
        final boolean alarming;

        Kind(String what, String words, boolean alarming) {
            this.what = what;
            this.words = words;
            this.alarming = alarming;
        }
    }

    /// When tracks were doubted last for a sensor's bias.
    ///
    /// @param bias as it was known then
    /// @param ns when
    record Doubted(Bias bias, long ns) {
        static final Doubted NEVER = new Doubted(Bias.NONE, Long.MIN_VALUE / 2);
    }

    /// What was counted of a kind.
    ///
    /// @param kind which
    /// @param ever since the site became known
    /// @param lately fading
    record Count(Kind kind, long ever, double lately) {}

    Oddities {
        counts = List.copyOf(counts);
    }

    /// Whether no sensor at this site can have measured this.
    static boolean absurd(SensorSite site, RadarPlot plot) {
        return plot.polar().rangeM() > REACH * site.volume().maxRangeM()
                || Math.abs(plot.polar().rangeRateMps().orElse(0)) > FASTEST_MPS;
    }

    /// Whether a plot is more sure, or less, than the site can be.
    static boolean unsure(SensorSite site, RadarPlot plot) {
        PlotSigma told = plot.sigma();
        PlotSigma stated = site.sigma();
        return otherwise(told.rangeM(), stated.rangeM())
                || otherwise(told.azimuthRad(), stated.azimuthRad())
                || otherwise(told.elevationRad(), stated.elevationRad())
                || otherwise(told.rangeRateMps(), stated.rangeRateMps());
    }

    // None, told or stated, is no sigma but the want of one.
    private static boolean otherwise(double told, double stated) {
        boolean both = told > 0 && stated > 0;
        return told == Double.POSITIVE_INFINITY
                || (both && (told > OTHERWISE_SURE * stated || stated > OTHERWISE_SURE * told));
    }

    /// Whether a told height is one where nothing with a transponder flies.
    static boolean absurd(Altitude altitude) {
        return switch (altitude) {
            case Altitude.Pressure(double heightM, double sigmaM) -> absurd(heightM, sigmaM, HIGHEST_M);
            case Altitude.Amsl(double heightM, double sigmaM) -> absurd(heightM, sigmaM, ORBIT_M);
            case Altitude.Ellipsoidal(double heightM, double sigmaM) -> absurd(heightM, sigmaM, ORBIT_M);
            case Altitude.Agl(double heightM, double sigmaM) -> absurd(heightM, sigmaM, ORBIT_M);
            case Altitude.Unknown _ -> false;
        };
    }

    private static boolean absurd(double heightM, double sigmaM, double highestM) {
        return !(heightM >= LOWEST_M && heightM <= highestM && sigmaM <= highestM);
    }

    /// After a look.
    Oddities worked(Lesson lesson) {
        double kept = Math.max(0, 1 - lesson.plots / MEMORY);
        return new Oddities(
                plots * kept + lesson.plots,
                counts.isEmpty() ? counts : faded(kept),
                clock,
                blindness.looked(lesson),
                doubted,
                twin);
    }

    private List<Count> faded(double kept) {
        List<Count> faded = new ArrayList<>(counts.size());
        for (Count count : counts) {
            faded.add(new Count(count.kind, count.ever, count.lately * kept));
        }
        return faded;
    }

    /// One more of a kind.
    Oddities with(Kind kind) {
        List<Count> more = new ArrayList<>(counts);
        for (int i = 0; i < more.size(); i++) {
            Count count = more.get(i);
            if (count.kind == kind) {
                more.set(i, new Count(kind, count.ever + 1, Math.min(MEMORY, count.lately + 1)));
                return new Oddities(plots, more, clock, blindness, doubted, twin);
            }
        }
        more.add(new Count(kind, 1, 1));
        return new Oddities(plots, more, clock, blindness, doubted, twin);
    }

    Oddities doubting(Doubted now) {
        return new Oddities(plots, counts, clock, blindness, now, twin);
    }

    Oddities beside(Twin now) {
        return new Oddities(plots, counts, clock, blindness, doubted, now);
    }

    Oddities on(Clock changed) {
        return new Oddities(plots, counts, changed, blindness, doubted, twin);
    }

    /// How many of a kind were counted lately, fading.
    double lately(Kind kind) {
        for (Count count : counts) {
            if (count.kind == kind) {
                return count.lately;
            }
        }
        return 0;
    }

    /// All that was refused.
    long refused() {
        long sum = 0;
        for (Count count : counts) {
            sum += count.kind == Kind.HEIGHT ? 0 : count.ever;
        }
        return sum;
    }

    /// Whether a count is of something that was seen lately.
    static boolean isNews(Count count) {
        return count.lately >= GONE;
    }

    /// Whether so many of the plots are odd in this way that the sensor is in doubt.
    boolean alarms(Count count) {
        return count.kind.alarming && count.lately >= FEWEST && count.lately >= ALARMING * (plots + count.lately);
    }
}
