package vedette.core.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vedette.core.assess.ClaimFile;
import vedette.math.Draws;
import vedette.math.TextKey;
import vedette.model.Altitude;
import vedette.model.Domain;
import vedette.model.Event;
import vedette.model.Geodetic;
import vedette.model.Identity;
import vedette.model.LatLon;
import vedette.model.LocalFrame;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Provenance;
import vedette.model.SensorId;
import vedette.score.Reliability;
import vedette.simulate.lowsky.Broadcast;
import vedette.simulate.lowsky.Broadcast.Manner;

/// Whether what is said of drones whose places stand still or jump comes true as often as it is said. Each is asked
/// about once: when its place has stood for a time, or has jumped so often, as drawn for it.
@Tag("long")
class BroadcastCalibrationTest {
    private static final Moment START = new Moment(1_800_000_000_000_000_000L);
    private static final Geodetic TOWN = LatLon.ofDegrees(48.5, 9.25).at(400);
    private static final int SKIES = 60;
    private static final int DRONES = 50;
    private static final int END_S = 50;
    private static final Manner[] MANNERS = Manner.values();

    private final List<Reliability.Said> samples = new ArrayList<>();
    private final int[] doubted = new int[MANNERS.length];
    private final int[] drones = new int[MANNERS.length];

    private static final class Teller {
        private final int number;
        private final Manner manner;
        private final Broadcast broadcast;
        private final double afterS;
        private final int afterJumps;
        private boolean asked;

        Teller(int seed, int number) {
            Draws draws = Draws.of(seed, number, "teller");
            this.number = number;
            manner = MANNERS[(int) (draws.uniform() * MANNERS.length)];
            broadcast = Broadcast.drawn(manner, draws);
            afterS = Math.floor(draws.uniform(5, 16));
            afterJumps = 1 + (int) (draws.uniform() * 6);
        }

        boolean isDue(double timeS) {
            boolean due = broadcast.stoodS(timeS) >= afterS || broadcast.jumpsUntil(timeS) >= afterJumps;
            return due && !asked;
        }
    }

    @Test
    void whatIsSaidOfStandingAndJumpingPlacesComesTrueAsOftenAsItIsSaid() {
        for (int seed = 0; seed < SKIES; seed++) {
            fly(71_000 + seed);
        }

        Reliability said = Reliability.of(samples);
        System.out.print(said.lines());
        for (Manner manner : MANNERS) {
            System.out.printf(
                    "%s: %d of %d ever at 0.9%n", manner, doubted[manner.ordinal()], drones[manner.ordinal()]);
        }
        assertTrue(samples.size() >= 1000, said.lines());
        assertTrue(said.error() <= 0.05, said.lines());
        assertTrue(said.unexplained() < 0.8, said.lines());
        assertTrue(said.overstated(5).error() > 0.05 && said.overstated(0.2).error() > 0.05);
        assertTrue(doubted[Manner.HONEST.ordinal()] == 0);
        assertTrue(doubted[Manner.STANDING.ordinal()] == drones[Manner.STANDING.ordinal()]);
    }

    private void fly(int seed) {
        List<Teller> tellers = new ArrayList<>();
        for (int i = 0; i < DRONES; i++) {
            tellers.add(new Teller(seed, i));
            drones[tellers.get(i).manner.ordinal()]++;
        }
        Engine engine = Engine.starting(Domain.TEST);
        boolean[] ever = new boolean[DRONES];
        long seq = 0;
        for (int t = 0; t < END_S; t++) {
            engine.step(new Event.Tick(new Event.Stamp(++seq, START.plusS(t), Domain.TEST)));
            for (Teller teller : tellers) {
                engine.step(new Event.Observed(new Event.Stamp(++seq, START.plusS(t), Domain.TEST), report(teller, t)));
                ClaimFile file = engine.picture().assessing().claims().files().get(TextKey.of("D" + teller.number));
                double falseness = file.falseness(START.plusS(t));
                doubted[teller.manner.ordinal()] += falseness >= 0.9 && !ever[teller.number] ? 1 : 0;
                ever[teller.number] |= falseness >= 0.9;
                if (teller.isDue(t)) {
                    teller.asked = true;
                    samples.add(new Reliability.Said(falseness, teller.manner.lies(), teller.manner.share()));
                }
            }
        }
    }

    private static Measurement report(Teller teller, int t) {
        Geodetic there = LocalFrame.at(TOWN).ecef(teller.broadcast.told(t)).geodetic();
        return new Measurement.PositionReport(
                Provenance.open(new SensorId("ear"), START.plusS(t)),
                there.latLon(),
                OptionalDouble.of(3),
                new Altitude.Ellipsoidal(there.heightM(), 5),
                Optional.of(new Measurement.Velocity(teller.broadcast.velocityMps(), OptionalDouble.of(0.5), true)),
                Identity.ofSerial("D" + teller.number),
                false);
    }
}
