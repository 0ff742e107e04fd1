package vedette.core.track;

import java.util.Optional;
import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Output;
import vedette.model.Tangent;
import vedette.model.Track.Stage;

/// Starts, confirmations, coasts and ends of tracks.
final class Lives {
    /// A track is shown from this existence on.
    static final double CONFIRMED = 0.97;

    /// A track that was never shown ends below this.
    private static final double TENTATIVE_END = 0.01;

    /// A shown track ends below this.
    private static final double CONFIRMED_END = 0.1;

    /// A shown track that nobody has seen for this long coasts, nanoseconds.
    private static final long COASTING_NS = 12_000_000_000L;

    /// Below this height the air bends ballistic paths, and free fall no longer describes them, metres.
    private static final double SPACE_END_M = 100_000;

    /// What sinks slower than this may as well climb: its velocity is not known yet, m/s.
    private static final double SINKING_MPS = 200;

    /// Silent tracks are looked for about so often, nanoseconds.
    private static final long AGEING_NS = 1_000_000_000L;

    private final Workshop shop;
    private final Working working;

    Lives(Workshop shop, Working working) {
        this.shop = shop;
        this.working = working;
    }

    /// Begins a track from one plot.
    ///
    /// @param existence the share of new objects among a sensor's plots that nobody takes
    void begin(Birth birth, RadarPlot plot, int sensor, double existence) {
        if (working.full()) {
            return;
        }
        Realm realm = birth.realm(plot);
        Claims claims = Claims.first(plot.provenance(), plot.identity(), plot.altitude())
                .looking(plot, 1);
        double known = birth.existence(plot, realm, existence);
        TrackFile.Begin begin = new TrackFile.Begin(sensor, known, claims);
        if (working.knowledge().of(sensor).poses().moves()) {
            // When a second plot comes, the sensor will have gone from where it saw the first.
            begin(birth.filtered(plot, realm), realm, Optional.empty(), begin);
        } else {
            begin(birth.rough(plot, realm), realm, Optional.of(plot), begin);
        }
    }

    /// Whether a sensor began to tell of its beam less than some turns ago.
    boolean firstTurns(int sensor) {
        SensorMemory memory = working.memory(sensor);
        double periodNs = Beam.periodNs(working.sites().get(sensor));
        return memory.workedNs() - memory.sinceNs() < Radars.KEPT_TURNS * periodNs;
    }

    void begin(TrackFile.Estimate estimate, Realm realm, Optional<RadarPlot> seed, TrackFile.Begin begin) {
        TrackFile file = TrackFile.begun(working.newId(), realm, estimate, seed, begin);
        working.put(file);
        working.index(file);
        working.places().begun(file);
    }

    /// A track has taken a measurement.
    ///
    /// @param file before it
    /// @param estimate after it
    /// @param sensor the index of the sensor whose look it was, or −1
    /// @param atNs the measurement's time
    void seen(TrackFile file, TrackFile.Estimate estimate, int sensor, long atNs, TrackFile.News news) {
        TrackFile kept = file.updated(estimate, sensor, atNs, news, news.existence() >= CONFIRMED);
        working.put(kept);
        working.index(kept);
        working.places().moved(file, estimate);
        if (kept.confirmed()) {
            working.say(new Output.TrackChanged(shop.nouns.track(kept, Stage.CONFIRMED, estimate)));
        }
    }

    void missed(TrackFile file) {
        double end = file.confirmed() ? CONFIRMED_END : TENTATIVE_END;
        if (file.existence() < end) {
            giveUp(file);
        } else {
            working.put(file);
        }
    }

    /// Ends a track in a look that did not see it.
    void giveUp(TrackFile file) {
        int began = Lesson.beganBy(file);
        if (!file.confirmed() && began >= 0) {
            shop.lesson.gaveUp(file, shop.view(working, began));
        }
        end(file, "not seen where it should have been");
    }

    void end(TrackFile file, String why) {
        working.remove(file);
        if (file.confirmed()) {
            working.say(new Output.TrackEnded(shop.nouns.track(file, Stage.COASTING, file.estimate()), why));
        }
    }

    /// Ends a track that nobody has seen for long, or says that it coasts.
    ///
    /// @return whether its filters were moved for that
    boolean age(TrackFile file, long ns) {
        long silent = ns - file.lastPlotNs();
        boolean falling = freelyFalling(file);
        boolean coasts = file.confirmed() && silent > COASTING_NS;
        if (silent > file.realm().silenceNs) {
            end(file, "silent for " + silent / 1_000_000_000L + " s");
        } else if (falling && fallen(file, ns + AGEING_NS)) {
            end(file, "fell into the air, where free fall no longer describes it");
        } else if (falling && silent > 2 * AGEING_NS && gone(file, ns)) {
            end(file, "left what the sensors see");
        } else if (coasts) {
            working.say(new Output.TrackChanged(shop.nouns.track(file, Stage.COASTING, shop.moved(working, file, ns))));
        }
        return falling || coasts;
    }

    // A tentative track's velocity is known along one line of sight at most, and would send it anywhere.
    private static boolean freelyFalling(TrackFile file) {
        return file.realm() == Realm.SPACE && file.confirmed();
    }

    private boolean fallen(TrackFile file, long ns) {
        TrackFile.Estimate then = shop.moved(working, file, ns);
        double[] merged = then.merged();
        double[] up = new double[3];
        Tangent.up(then.frame(), merged, Mixture.MEAN, up);
        double climbMps = 0;
        for (int i = 0; i < 3; i++) {
            climbMps += up[i] * merged[Mixture.MEAN + 3 + i];
        }
        return climbMps < -SINKING_MPS && heightM(then) < SPACE_END_M;
    }

    private static double heightM(TrackFile.Estimate estimate) {
        return Tangent.heightM(estimate.frame(), estimate.merged(), Mixture.MEAN);
    }

    // Whether no sensor's volume holds it any more.
    private boolean gone(TrackFile file, long ns) {
        TrackFile.Estimate now = shop.moved(working, file, ns);
        for (int sensor = 0; sensor < working.sites().size(); sensor++) {
            RadarView view = shop.view(working, sensor);
            view.face(now.frame());
            view.look(now.merged(), Mixture.MEAN);
            if (view.inView(heightM(now))) {
                return false;
            }
        }
        return true;
    }

    static Stage stage(TrackFile file, long ns) {
        if (!file.confirmed()) {
            return Stage.TENTATIVE;
        }
        return ns - file.lastPlotNs() > COASTING_NS ? Stage.COASTING : Stage.CONFIRMED;
    }
}
