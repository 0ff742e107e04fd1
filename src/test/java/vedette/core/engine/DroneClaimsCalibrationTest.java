package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.math.Draws;
import vedette.math.SymMatrix;
import vedette.math.TextKey;
import vedette.model.Altitude;
import vedette.model.Configuration;
import vedette.model.Domain;
import vedette.model.Enu;
import vedette.model.Event;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.PlotSigma;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// Whether the probabilities that nothing flies where a drone says it is (Remote ID) mean what they say: drawn flights
/// around one radar, of which some are hardly seen and some are not there, weighted to how common both are.
@Tag("long")
class DroneClaimsCalibrationTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final Geodetic TOWN = LatLon.ofDegrees(48.5, 9.25).at(400);
    private static final int SKIES = 120;
    private static final int DRONES = 8;
    private static final double LYING = 0.01;
    private static final double HIDDEN = 0.1;
    private static final double DRAWN = 0.35;
    private static final double[] EDGES = {0, 0.01, 0.1, 0.4, 0.7, 1};

    private static final SensorSite RADAR = new SensorSite(
            new SensorId("radar"),
            SensorSite.Kind.FRAME,
            TOWN,
            SymMatrix.diagonal(1, 1, 1),
            SensorSite.Volume.around(5_000),
            new PlotSigma(5, 0.007, 0.014, 0),
            new SensorSite.Performance(0.9, 3, 0),
            1);

    private record Sample(double probability, boolean lies, double weight) {}

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void whatIsSaidComesTrueAsOftenAsItIsSaid() {
        for (int seed = 0; seed < SKIES; seed++) {
            fly(seed);
        }
        double all = samples.stream().mapToDouble(Sample::weight).sum();
        double error = 0;
        for (int bin = 0; bin + 1 < EDGES.length; bin++) {
            double low = EDGES[bin];
            double high = EDGES[bin + 1];
            List<Sample> in = samples.stream()
                    .filter(s -> s.probability >= low && s.probability < high)
                    .toList();
            double weight = in.stream().mapToDouble(Sample::weight).sum();
            double said = in.stream().mapToDouble(s -> s.weight * s.probability).sum() / weight;
            double came =
                    in.stream().filter(Sample::lies).mapToDouble(Sample::weight).sum() / weight;
            System.out.printf(
                    "%.2f-%.2f: %d samples, %d lies; said %.4f, came true %.4f (weight %.5f)%n",
                    low, high, in.size(), in.stream().filter(Sample::lies).count(), said, came, weight / all);
            error += in.isEmpty() ? 0 : weight / all * Math.abs(said - came);
        }
        System.out.printf("calibration error %.5f%n", error);
        assertTrue(error < 0.02, "calibration error " + error);
    }

    private static boolean lies(int seed, int drone) {
        return Draws.of(seed, drone, "lies").uniform() < DRAWN;
    }

    private static boolean hides(int seed, int drone) {
        return Draws.of(seed, drone, "hides").uniform() < DRAWN;
    }

    private static double weight(boolean so, double share) {
        return so ? share / DRAWN : (1 - share) / (1 - DRAWN);
    }

    private static Enu place(int seed, int drone, double timeS) {
        Draws draws = Draws.of(seed, drone, "flight");
        double bearing = draws.uniform(0, 2 * Math.PI);
        double away = draws.uniform(600, 2_000);
        double course = draws.uniform(0, 2 * Math.PI);
        double speed = draws.uniform(2, 14);
        double up = draws.uniform(0.06, 0.12) * away;
        return new Enu(
                away * Math.sin(bearing) + timeS * speed * Math.sin(course),
                away * Math.cos(bearing) + timeS * speed * Math.cos(course),
                up + 30);
    }

    private void fly(int seed) {
        Engine engine = Engine.starting(Domain.TEST);
        long[] seq = {0};
        engine.step(new Event.Configured(stamp(seq, 0), new Configuration.Sensors(List.of(RADAR))));
        for (int t = 0; t <= 60; t++) {
            for (int tick = 1; tick <= 10 && t > 0; tick++) {
                engine.step(new Event.Tick(stamp(seq, t - 1 + tick / 10.0)));
            }
            for (Measurement each : look(seed, t)) {
                engine.step(new Event.Observed(stamp(seq, t), each));
            }
            if (t == 15 || t == 30 || t == 60) {
                sample(engine, seed);
            }
        }
    }

    private static Event.Stamp stamp(long[] seq, double timeS) {
        return new Event.Stamp(++seq[0], START.plusS(timeS), Domain.TEST);
    }

    private static List<Measurement> look(int seed, int t) {
        List<Measurement> all = new ArrayList<>();
        for (int drone = 0; drone < DRONES; drone++) {
            Draws draws = Draws.of(seed, t * 100L + drone, "look");
            double detection = hides(seed, drone)
                    ? Draws.of(seed, drone, "weak").uniform(0, 0.25)
                    : Draws.of(seed, drone, "well").uniform(0.6, 0.9);
            Enu at = place(seed, drone, t);
            if (!lies(seed, drone) && draws.uniform() < detection) {
                all.add(plot(t, at, draws));
            }
            if (draws.uniform() < 0.8) {
                all.add(report(drone, t, at));
            }
        }
        Draws draws = Draws.of(seed, t, "clutter");
        for (int i = draws.poisson(3); i > 0; i--) {
            all.add(plot(t, new Enu(draws.uniform(-3e3, 3e3), draws.uniform(-3e3, 3e3), 100), draws));
        }
        all.add(Measurement.Sweep.whole(RADAR, START.plusS(t)));
        return all;
    }

    private static Measurement plot(int t, Enu at, Draws draws) {
        return Measurement.RadarPlot.primary(
                RADAR,
                START.plusS(t),
                Measurement.Polar.solid(
                        at.norm() + 5 * draws.gaussian(),
                        at.bearingRad() + 0.007 * draws.gaussian(),
                        Math.atan2(at.up(), at.horizontal()) + 0.014 * draws.gaussian()));
    }

    private static Measurement report(int drone, int t, Enu at) {
        Geodetic there = LocalFrame.at(TOWN).ecef(at).geodetic();
        return new Measurement.PositionReport(
                Provenance.open(new SensorId("ear"), START.plusS(t)),
                there.latLon(),
                OptionalDouble.of(3),
                new Altitude.Ellipsoidal(there.heightM(), 5),
                Optional.empty(),
                Identity.ofSerial("D" + drone),
                false);
    }

    private void sample(Engine engine, int seed) {
        for (int drone = 0; drone < DRONES; drone++) {
            double weight = weight(lies(seed, drone), LYING) * weight(hides(seed, drone), HIDDEN);
            var file = engine.picture().assessing().claims().files().get(TextKey.of("D" + drone));
            if (file != null && file.answer().isPresent() && file.answer().get().looks() > 0) {
                var answer = file.answer().get();
                samples.add(new Sample(1 - answer.well() - answer.poorly(), lies(seed, drone), weight));
            }
        }
    }
}
