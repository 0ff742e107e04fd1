package vedette.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.Tracker;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.score.ScoredState;

/// How good our own filters would be if the associations were known: the bound that a tracker's association can reach.
///
/// Each object has a tracker of its own, which sees that object's plots and nothing else. Births, filters and
/// extrapolation are the tracker's, whatever they are; there are no rivals, no false plots, no misses told, and
/// so nothing to associate. A track shows from the tracker's confirmation (with no false plots, the second plot)
/// and stands as long as there is truth to score it against. Plots count from their own instant: no sector is
/// waited for. Looks without a plot are told now and then, since a sensor that falls silent would be taken for
/// one that never tells; they are too few to end a track.
final class Oracle {
    /// An empty look is told so many turns after a sensor's last one, and not nearer than [#BEFORE_TURNS] to its next.
    private static final double EMPTY_TURNS = 2;

    private static final double BEFORE_TURNS = 0.7;

    /// What a look is said to see: seldom enough that empty ones weigh little.
    private static final double DETECTION = 0.5;

    private final List<SensorSite> sites;
    private final PlotLabels labels;
    private int refused;

    Oracle(List<BenchSensors.Timed> sensors, PlotLabels labels) {
        sites = sensors.stream().map(sensor -> quiet(sensor.site())).toList();
        this.labels = labels;
    }

    // The same sensor, giving one look a plot, without false plots.
    private static SensorSite quiet(SensorSite site) {
        SensorSite.Performance p = site.performance();
        return new SensorSite(
                site.sensor(),
                SensorSite.Kind.FRAME,
                site.place(),
                site.placeCovariance(),
                site.volume(),
                site.sigma(),
                new SensorSite.Performance(DETECTION, 0, p.rangeRateSpanMps()),
                site.periodS());
    }

    /// The oracle's tracks at the epochs at which there is truth.
    List<ScoredState> tracks(List<TruthPath> paths) {
        List<ScoredState> rows = new ArrayList<>();
        paths.forEach(path -> rows.addAll(new Life(path).rows()));
        return rows;
    }

    /// How many plots of a shown track it refused: too far from where it was thought to be.
    int refused() {
        return refused;
    }

    /// A look of a sensor at one object.
    ///
    /// @param timeS when
    /// @param site which sensor
    /// @param plot what it gave, if anything
    private record Look(double timeS, SensorSite site, Optional<Measurement> plot) {}

    // The object's plots and the empty looks between them, by time.
    private List<Look> looks(TruthPath path) {
        List<Look> looks = new ArrayList<>();
        for (SensorSite site : sites) {
            double last = Double.POSITIVE_INFINITY;
            for (BenchStream.Arrival arrival : labels.of(path)) {
                if (arrival.measurement().provenance().sensor().equals(site.sensor())) {
                    double until = arrival.timeS() - BEFORE_TURNS * site.periodS();
                    for (double t = last + EMPTY_TURNS * site.periodS(); t < until; t += EMPTY_TURNS * site.periodS()) {
                        looks.add(new Look(t, site, Optional.empty()));
                    }
                    looks.add(new Look(arrival.timeS(), site, Optional.of(arrival.measurement())));
                    last = arrival.timeS();
                }
            }
        }
        looks.sort(Comparator.comparingDouble(Look::timeS));
        return looks;
    }

    private final class Life {
        private final TruthPath path;
        private final Tracker tracker = new Tracker();
        private TrackState state = TrackState.EMPTY;
        private long seq;

        Life(TruthPath path) {
            this.path = path;
            take(new TrackInput.Known(sites));
        }

        List<ScoredState> rows() {
            List<ScoredState> rows = new ArrayList<>();
            List<Look> looks = looks(path);
            int next = 0;
            for (ScoredState truth : path.rows()) {
                while (next < looks.size() && looks.get(next).timeS() <= truth.timeS()) {
                    see(looks.get(next++));
                }
                best(truth.timeS())
                        .ifPresent(track -> rows.add(ScoredState.of(truth.timeS(), path.id(), track.kinematics())));
            }
            return rows;
        }

        private Optional<Track> best(double timeS) {
            return tracker.picture(state, BenchStream.moment(timeS)).stream()
                    .max(Comparator.comparing(Track::lastPlotAt).thenComparing(Track::id, Comparator.reverseOrder()));
        }

        private void see(Look look) {
            boolean shown = best(look.timeS()).isPresent();
            Moment at = BenchStream.moment(look.timeS());
            look.plot().ifPresent(plot -> take(new TrackInput.Seen(++seq, at, plot)));
            take(new TrackInput.Seen(++seq, at, Measurement.Sweep.whole(look.site(), at)));
            if (shown
                    && look.plot().isPresent()
                    && best(look.timeS()).stream()
                            .noneMatch(track -> track.lastPlotAt().equals(at))) {
                refused++;
            }
        }

        private void take(TrackInput input) {
            state = tracker.step(state, input).next();
        }
    }
}
