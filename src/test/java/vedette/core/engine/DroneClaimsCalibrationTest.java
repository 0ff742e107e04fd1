package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.core.assess.Beside;
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
import vedette.score.Reliability;

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
    private static final double SHIFTED = 0.25;

    private static final SensorSite RADAR = new SensorSite(
            new SensorId("radar"),
            SensorSite.Kind.FRAME,
            TOWN,
            SymMatrix.diagonal(1, 1, 1),
            SensorSite.Volume.around(5_000),
            new PlotSigma(5, 0.007, 0.014, 0),
            new SensorSite.Performance(0.9, 3, 0),
            1);

    private final List<Reliability.Said> samples = new ArrayList<>();
    private final ShiftLadder ladder = new ShiftLadder(25, 5);
    private boolean shifting;

    @Test
    void whatIsSaidOfEmptyPlacesComesTrueAsOftenAsItIsSaid() {
        for (int seed = 0; seed < SKIES; seed++) {
            fly(seed, 60);
        }

        holds("places where no drone flies", 0.7);
    }

    @Test
    void whatIsSaidOfSmallShiftsComesTrueAsOftenAsItIsSaid() {
        shifting = true;
        for (int seed = 0; seed < SKIES; seed++) {
            fly(41_000 + seed, 120);
        }
        System.out.print(ladder.lines());

        holds("drones' places that are shifted", 0.7);
    }

    private void holds(String what, double unexplained) {
        Reliability usual = Reliability.of(samples);
        Reliability asked = usual.asCommonAs(LYING, DRAWN);
        System.out.print(what + ": " + usual.lines() + asked.lines());
        assertTrue(samples.size() >= 1000, "samples " + samples.size());
        assertTrue(asked.error() <= 0.05, asked.lines());
        assertTrue(asked.overstated(10).error() > 0.05 && asked.overstated(0.1).error() > 0.05);
        assertTrue(asked.unexplained() < unexplained, asked.lines());
    }

    private boolean shifted(int seed, int drone) {
        return shifting && Draws.of(seed, drone, "shifted").uniform() < SHIFTED;
    }

    private static double shiftM(int seed, int drone) {
        return 15 * Math.pow(25, Draws.of(seed, drone, "shift").uniform());
    }

    // Where it says it is: a little beside, if it lies so.
    private Enu told(int seed, int drone, Enu at) {
        if (!shifted(seed, drone)) {
            return at;
        }
        double course = Draws.of(seed, drone, "shift").uniform(0, 2 * Math.PI);
        double metres = shiftM(seed, drone);
        return new Enu(at.east() + metres * Math.sin(course), at.north() + metres * Math.cos(course), at.up());
    }

    private boolean lies(int seed, int drone) {
        return !shifting && Draws.of(seed, drone, "lies").uniform() < DRAWN;
    }

    private static boolean hides(int seed, int drone) {
        return Draws.of(seed, drone, "hides").uniform() < DRAWN;
    }

    private static double weight(boolean so, double share, double drawn) {
        return so ? share / drawn : (1 - share) / (1 - drawn);
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

    private void fly(int seed, int untilS) {
        Engine engine = Engine.starting(Domain.TEST);
        long[] seq = {0};
        engine.step(new Event.Configured(stamp(seq, 0), new Configuration.Sensors(List.of(RADAR))));
        for (int t = 0; t <= untilS; t++) {
            for (int tick = 1; tick <= 10 && t > 0; tick++) {
                engine.step(new Event.Tick(stamp(seq, t - 1 + tick / 10.0)));
            }
            for (Measurement each : look(seed, t)) {
                engine.step(new Event.Observed(stamp(seq, t), each));
            }
            if (shifting ? t == 3 || t == 30 || t == 120 : t == 15 || t == 30 || t == 60) {
                sample(engine, seed, t);
            }
        }
    }

    private static Event.Stamp stamp(long[] seq, double timeS) {
        return new Event.Stamp(++seq[0], START.plusS(timeS), Domain.TEST);
    }

    private List<Measurement> look(int seed, int t) {
        List<Measurement> all = new ArrayList<>();
        for (int drone = 0; drone < DRONES; drone++) {
            Draws draws = Draws.of(seed, t * 100L + drone, "look");
            double detection = hides(seed, drone)
                    ? Draws.of(seed, drone, "weak").uniform(0, 0.25)
                    : Draws.of(seed, drone, "well").uniform(0.6, 0.9);
            Enu at = place(seed, drone, t);
            if (!lies(seed, drone) && draws.uniform() < detection) {
                all.add(plot(t, at, draws, bias(seed)));
            }
            if (draws.uniform() < 0.8) {
                all.add(report(drone, t, told(seed, drone, at)));
            }
        }
        Draws draws = Draws.of(seed, t, "clutter");
        for (int i = draws.poisson(3); i > 0; i--) {
            all.add(plot(t, new Enu(draws.uniform(-3e3, 3e3), draws.uniform(-3e3, 3e3), 100), draws, bias(seed)));
        }
        all.add(Measurement.Sweep.whole(RADAR, START.plusS(t)));
        return all;
    }

    // What its radar measures too much: as large as one plot's error.
    private double[] bias(int seed) {
        Draws draws = Draws.of(seed, 0, "bias");
        return shifting ? new double[] {draws.gaussian(), draws.gaussian()} : new double[2];
    }

    private static Measurement plot(int t, Enu at, Draws draws, double[] bias) {
        return Measurement.RadarPlot.primary(
                RADAR,
                START.plusS(t),
                Measurement.Polar.solid(
                        at.norm() + 5 * (draws.gaussian() + bias[0]),
                        at.bearingRad() + 0.007 * (draws.gaussian() + bias[1]),
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

    private void sample(Engine engine, int seed, int t) {
        for (int drone = 0; drone < DRONES; drone++) {
            var file = engine.picture().assessing().claims().files().get(TextKey.of("D" + drone));
            double hides = weight(hides(seed, drone), HIDDEN, DRAWN);
            if (file == null) {
                continue;
            }
            if (shifting && file.beside().isPresent()) {
                double said = file.beside().get().shift(START.plusS(t)).probability(Beside.Size.SMALL);
                boolean shifted = shifted(seed, drone);
                double weight = hides * weight(shifted, LYING, SHIFTED);
                samples.add(new Reliability.Said(said == 0 ? LYING : said, shifted, weight));
                if (shifted) {
                    ladder.asked(shiftM(seed, drone), t, said >= 0.9);
                }
            } else if (!shifting
                    && file.answer().isPresent()
                    && file.answer().get().looks() > 0) {
                var answer = file.answer().get();
                boolean lies = lies(seed, drone);
                double weight = hides * weight(lies, LYING, DRAWN);
                samples.add(new Reliability.Said(1 - answer.well() - answer.poorly(), lies, weight));
            }
        }
    }
}
