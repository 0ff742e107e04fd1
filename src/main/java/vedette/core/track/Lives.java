package vedette.core.track;

import vedette.core.estimate.Mixture;
import vedette.core.sense.RadarView;
import vedette.model.Measurement.RadarPlot;
import vedette.model.Output;
import vedette.model.Plumb;
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

    /// In its first turns a sensor knows nobody, and most of its plots are new objects.
    private static final double FIRST_SHARE = 0.8;

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
        long ns = plot.provenance().observedAt().taiNs();
        Realm realm = birth.realm(plot);
        double[] blocks = birth.blocks(plot, realm);
        Claims claims = Claims.first(plot.provenance(), plot.identity(), plot.altitude());
        boolean firstTurns = working.state().sensors().get(sensor).older().size() == 0;
        double known = birth.existence(plot, realm, firstTurns ? FIRST_SHARE : existence);
        begin(new TrackFile.Estimate(ns, blocks, Workshop.merged(blocks)), realm, sensor, known, claims);
    }

    void begin(TrackFile.Estimate estimate, Realm realm, int sensor, double existence, Claims claims) {
        TrackFile file = new TrackFile(
                        working.newId(),
                        realm,
                        estimate.ns(),
                        estimate.blocks(),
                        estimate.merged(),
                        existence,
                        estimate.ns(),
                        false,
                        estimate.ns(),
                        estimate.ns(),
                        0,
                        new long[0],
                        claims)
                .updated(estimate, sensor, estimate.ns(), existence, claims);
        working.put(file);
        working.index(file);
    }

    void seen(TrackFile file) {
        TrackFile kept = file.confirmed() || file.existence() < CONFIRMED ? file : file.shownFromNowOn();
        working.put(kept);
        working.index(kept);
        if (kept.confirmed()) {
            working.say(new Output.TrackChanged(Nouns.track(kept, Stage.CONFIRMED, estimate(kept))));
        }
    }

    void missed(TrackFile file) {
        double end = file.confirmed() ? CONFIRMED_END : TENTATIVE_END;
        if (file.existence() < end) {
            end(file, "not seen where it should have been");
        } else {
            working.put(file);
        }
    }

    void end(TrackFile file, String why) {
        working.remove(file);
        if (file.confirmed()) {
            working.say(new Output.TrackEnded(Nouns.track(file, Stage.COASTING, estimate(file)), why));
        }
    }

    /// Ends the tracks that nobody has seen for long, and says which ones coast.
    void age(long ns) {
        working.files().forEachValue(file -> {
            long silent = ns - file.lastPlotNs();
            if (silent > file.realm().silenceNs) {
                end(file, "silent for " + silent / 1_000_000_000L + " s");
            } else if (file.realm() == Realm.SPACE && fallen(file, ns + AGEING_NS)) {
                end(file, "fell into the air, where free fall no longer describes it");
            } else if (file.realm() == Realm.SPACE && silent > 2 * AGEING_NS && gone(file, ns)) {
                end(file, "left what the sensors see");
            } else if (file.confirmed() && silent > COASTING_NS) {
                working.say(new Output.TrackChanged(Nouns.track(file, Stage.COASTING, shop.moved(file, ns))));
            }
        });
    }

    private boolean fallen(TrackFile file, long ns) {
        double[] merged = shop.moved(file, ns).merged();
        double[] up = new double[3];
        Plumb.up(merged, Mixture.MEAN, up);
        double climbMps = 0;
        for (int i = 0; i < 3; i++) {
            climbMps += up[i] * merged[Mixture.MEAN + 3 + i];
        }
        return climbMps < -SINKING_MPS && Plumb.heightM(merged, Mixture.MEAN) < SPACE_END_M;
    }

    // Whether no sensor's volume holds it any more.
    private boolean gone(TrackFile file, long ns) {
        double[] merged = shop.moved(file, ns).merged();
        double heightM = Plumb.heightM(merged, Mixture.MEAN);
        for (int sensor = 0; sensor < working.state().sites().size(); sensor++) {
            RadarView view = shop.view(working.state(), sensor);
            view.look(merged, Mixture.MEAN);
            if (view.inView(heightM)) {
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

    private static TrackFile.Estimate estimate(TrackFile file) {
        return new TrackFile.Estimate(file.ns(), file.blocks(), file.merged());
    }
}
