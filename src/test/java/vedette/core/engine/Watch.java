package vedette.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vedette.core.assess.AirFile;
import vedette.core.track.Tracker;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Health;
import vedette.model.Moment;
import vedette.model.Output;
import vedette.model.SensorSite;
import vedette.model.Track;
import vedette.score.Gospa;
import vedette.score.PictureScore;
import vedette.score.ScoredState;
import vedette.score.ScoringRules;

/// A watch: an engine from its first event to its last, and what it said.
final class Watch {
    /// Ticks are a tenth of a second apart, the picture is scored every five seconds.
    private static final int TICKS_A_SCORE = 50;

    private static final double CUTOFF_M = 10_000;

    private final Engine engine = Engine.starting(Domain.TEST);
    private final Tracker tracker = new Tracker();
    private final List<Output> outputs = new ArrayList<>();
    private final List<ScoredState> truth = new ArrayList<>();
    private final List<ScoredState> tracks = new ArrayList<>();
    private long seq;
    private int ticks;

    private Watch() {}

    /// An engine over what comes in, with its clock running until the end.
    static Watch over(List<SensorSite> sites, List<Skies.Arrival> arrivals, double endS) {
        Watch watch = new Watch();
        watch.happens(new Event.Configured(watch.stamp(0), new Configuration.Sensors(sites)));
        for (Skies.Arrival arrival : arrivals) {
            watch.passes(arrival.timeS());
            watch.happens(new Event.Observed(watch.stamp(arrival.timeS()), arrival.measurement()));
        }
        watch.passes(endS + 1e-6);
        return watch;
    }

    static Watch over(Skies skies, double endS) {
        return over(skies.sites(), skies.until(endS), endS);
    }

    private Event.Stamp stamp(double timeS) {
        return new Event.Stamp(++seq, Skies.START.plusS(timeS), Domain.TEST);
    }

    private void happens(Event event) {
        outputs.addAll(engine.step(event));
    }

    private void passes(double untilS) {
        while ((ticks + 1) / 10.0 <= untilS) {
            ticks++;
            double timeS = ticks / 10.0;
            happens(new Event.Tick(stamp(timeS)));
            if (ticks % TICKS_A_SCORE == 0) {
                truth.addAll(Skies.truth(timeS));
                for (Track track : picture()) {
                    tracks.add(ScoredState.of(timeS, track));
                }
            }
        }
    }

    /// What is shown now.
    List<Track> picture() {
        return tracker.picture(engine.picture().tracking(), engine.picture().now());
    }

    /// What is held of an aircraft that tells its place, if anything is.
    @Nullable
    AirFile aircraft(int address) {
        return engine.picture().assessing().claims().aircraft().get(address);
    }

    /// All that was said, in order.
    List<Output> said() {
        return outputs;
    }

    /// What was said of tracks: their whole course, to the bit.
    List<Output> courses() {
        return outputs.stream()
                .filter(o -> o instanceof Output.TrackChanged || o instanceof Output.TrackEnded)
                .toList();
    }

    /// What was said of a sensor's health.
    Stream<Health> healths(String sensor) {
        return outputs.stream()
                .filter(Output.SensorHealth.class::isInstance)
                .map(o -> ((Output.SensorHealth) o).health())
                .filter(health -> health.sensor().name().equals(sensor));
    }

    Health health(String sensor) {
        return healths(sensor).reduce((_, later) -> later).orElseThrow();
    }

    /// Seconds until a sensor's health first was so; infinite when never.
    double firstS(String sensor, Predicate<Health> so) {
        List<Output> said = outputs;
        Moment now = Skies.START;
        for (Output output : said) {
            if (output instanceof Output.Heartbeat beat) {
                now = beat.at();
            } else if (output instanceof Output.SensorHealth(Health health)
                    && health.sensor().name().equals(sensor)
                    && so.test(health)) {
                return now.secondsSince(Skies.START);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /// How often something was refused in all.
    long refused(String what) {
        return outputs.stream()
                .filter(o ->
                        o instanceof Output.Refused refused && refused.what().equals(what))
                .mapToLong(o -> ((Output.Refused) o).count())
                .max()
                .orElse(0);
    }

    private Gospa.Epoch[] epochs(double fromS, double toS) {
        int count = (int) Math.round((toS - fromS) / 5) + 1;
        ScoringRules rules =
                new ScoringRules("hostile", 1, new ScoringRules.Epochs(fromS, 5, count), 3, CUTOFF_M, 2, List.of());
        return switch (PictureScore.of(rules, truth, tracks)) {
            case PictureScore.Scored scored -> scored.epochs().toArray(Gospa.Epoch[]::new);
            case PictureScore.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    /// Mean GOSPA over a time (c = 10 km, p = 2), metres.
    double gospaM(double fromS, double toS) {
        double sum = 0;
        Gospa.Epoch[] epochs = epochs(fromS, toS);
        for (Gospa.Epoch epoch : epochs) {
            sum += Math.sqrt(epoch.total());
        }
        return sum / epochs.length;
    }

    /// Mean number of false tracks shown.
    double falseTracks(double fromS, double toS) {
        double sum = 0;
        Gospa.Epoch[] epochs = epochs(fromS, toS);
        for (Gospa.Epoch epoch : epochs) {
            sum += epoch.tracks() - epoch.pairs();
        }
        return sum / epochs.length;
    }

    /// Mean number of aeroplanes without a track.
    double missed(double fromS, double toS) {
        double sum = 0;
        Gospa.Epoch[] epochs = epochs(fromS, toS);
        for (Gospa.Epoch epoch : epochs) {
            sum += epoch.truths() - epoch.pairs();
        }
        return sum / epochs.length;
    }

    Picture state() {
        return engine.picture();
    }
}
