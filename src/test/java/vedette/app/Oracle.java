package vedette.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.core.track.TrackInput;
import vedette.core.track.TrackState;
import vedette.core.track.Tracker;
import vedette.math.Exact;
import vedette.math.SymMatrix;
import vedette.model.Kinematics;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.score.ScoredState;

/// How good our own filters would be if the associations were known: the bound that a tracker's association can reach.
///
/// Each object has a tracker of its own, which sees that object's plots and nothing else. Births, filters and
/// extrapolation are the tracker's, whatever they are; there are no rivals, no false plots, no misses told, and so
/// nothing to associate. A track shows from the tracker's confirmation (with no false plots, the second plot) and stands
/// as long as there is truth to score it against. Plots count from their own instant: no sector is waited for.
final class Oracle {
    private final List<SensorSite> sites;
    private final PlotLabels labels;
    private int restarts;

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
                new SensorSite.Performance(p.detection(), 0, p.rangeRateSpanMps()),
                site.periodS());
    }

    /// The oracle's tracks at the epochs at which there is truth.
    List<ScoredState> tracks(List<TruthPath> paths) {
        List<ScoredState> rows = new ArrayList<>();
        paths.forEach(path -> rows.addAll(new Life(path).rows()));
        return rows;
    }

    /// How many objects needed a second track, their first having refused one of their plots.
    int restarts() {
        return restarts;
    }

    /// A track's row for the scorer.
    static ScoredState row(Track track, String id, double timeS) {
        Kinematics k = track.kinematics();
        SymMatrix p = k.covariance();
        double[] covariance = {p.get(1, 1), p.get(0, 1), p.get(0, 0), -p.get(1, 2), -p.get(0, 2), p.get(2, 2)};
        return new ScoredState(
                timeS,
                id,
                "",
                Math.toDegrees(k.position().latRad()),
                Math.toDegrees(k.position().lonRad()),
                k.position().heightM(),
                k.velocityMps().north(),
                k.velocityMps().east(),
                -k.velocityMps().up(),
                covariance);
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
            List<BenchStream.Arrival> own = labels.of(path);
            int next = 0;
            int most = 0;
            for (ScoredState truth : path.rows()) {
                while (next < own.size() && own.get(next).timeS() <= truth.timeS()) {
                    see(own.get(next++));
                }
                List<Track> shown = tracker.picture(state, BenchStream.moment(truth.timeS()));
                most = Math.max(most, shown.size());
                best(shown).ifPresent(track -> rows.add(row(track, path.id(), truth.timeS())));
            }
            restarts += most > 1 ? 1 : 0;
            return rows;
        }

        private static Optional<Track> best(List<Track> shown) {
            return shown.stream()
                    .max(Comparator.comparing(Track::lastPlotAt).thenComparing(Track::id, Comparator.reverseOrder()));
        }

        private void see(BenchStream.Arrival arrival) {
            Moment at = BenchStream.moment(arrival.timeS());
            take(new TrackInput.Seen(++seq, at, arrival.measurement()));
            Provenance look = Provenance.open(arrival.measurement().provenance().sensor(), at);
            take(new TrackInput.Seen(
                    ++seq, at, new Measurement.Sweep(look, 0, Exact.TWO_PI, OptionalDouble.empty())));
        }

        private void take(TrackInput input) {
            state = tracker.step(state, input).next();
        }
    }
}
