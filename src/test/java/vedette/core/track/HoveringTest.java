package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.Mixture;
import vedette.core.estimate.associate.Marginal;
import vedette.math.Cholesky;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.LocalFrame;
import vedette.model.Track;

/// What stands in the air is held closer, and nobody else pays for it.
class HoveringTest {
    private static final double STARTS_S = 50;
    private static final double STOPS_S = 80;
    private static final double END_S = 120;

    // A quadcopter that stands, swaying by a quarter of a metre a second, flies on at 9 m/s for half a minute, and
    // stands again.
    private static Sky quadcopter(int number) {
        double heading = number * Math.PI / 3;
        List<Sky.Leg> legs = new ArrayList<>();
        for (int t = 0; t < END_S; t++) {
            double share = Math.clamp(Math.min((t - STARTS_S + 1) / 3, (STOPS_S - t) / 3), 0, 1);
            double sway = share > 0 ? 0 : 0.25;
            legs.add(new Sky.Leg(
                    t,
                    new Enu(
                            9 * share * Math.sin(heading) + sway * Math.sin(0.7 * t + number),
                            9 * share * Math.cos(heading) + sway * Math.cos(0.9 * t),
                            0.4 * sway * Math.sin(t))));
        }
        return new Sky()
                .staring("A", 0, 1)
                .staring("B", 400, 1.5)
                .flyer(new Enu(-900 + 120 * number, 1500 - 80 * number, 120), Enu.ZERO, legs);
    }

    /// Root mean square error, metres, and mean normalised squared error of a coordinate.
    private record Fit(double rmsM, double nees) {}

    // Over the seconds when it has stood for ten.
    private static Fit standing(Motions motions, int number) {
        Sky sky = quadcopter(number);
        Tracker tracker = new Tracker(new Marginal(), motions);
        TrackState state = tracker.step(TrackState.EMPTY, new TrackInput.Known(sky.sites()))
                .next();
        List<Sky.Arrival> arrivals = sky.fly(0, END_S, 0.85);
        int next = 0;
        int count = 0;
        double squares = 0;
        double nees = 0;
        for (double t = 0.5; t < END_S; t++) {
            while (next < arrivals.size() && arrivals.get(next).timeS() <= t) {
                Sky.Arrival arrival = arrivals.get(next++);
                state = tracker.step(state, new TrackInput.Seen(next, Sky.at(arrival.timeS()), arrival.measurement()))
                        .next();
            }
            boolean stands = t > 10 && (t < STARTS_S || t > STOPS_S + 10);
            for (Track track : stands ? tracker.picture(state, Sky.at(t)) : List.<Track>of()) {
                double[] off = off(track, sky.place(0, t));
                squares += off[0] * off[0] + off[1] * off[1] + off[2] * off[2];
                nees += squared(track, off) / 3;
                count++;
            }
        }
        assertTrue(count > 60 && count < 75, count + " pictures of one drone");
        return new Fit(Math.sqrt(squares / count), nees / count);
    }

    private static double[] off(Track track, Geodetic truth) {
        Enu off = LocalFrame.at(track.kinematics().position()).enu(truth.ecef());
        return new double[] {off.east(), off.north(), off.up()};
    }

    private static double squared(Track track, double[] off) {
        double[] full = track.kinematics().covariance().leading(3).full();
        double[] white = off.clone();
        Cholesky.factor(full, 0, 3);
        Cholesky.forward(full, 3, white);
        return white[0] * white[0] + white[1] * white[1] + white[2] * white[2];
    }

    private static Motions without() {
        Motions usual = Motions.usual();
        Motions.Kind low = new Motions.Kind(usual.low().regimes(), usual.low().agilityMps2());
        return new Motions(low, usual.air(), usual.space());
    }

    @Test
    void aDroneThatStandsIsHeldCloserAndItsSpreadIsHonest() {
        double with = 0;
        double without = 0;
        double nees = 0;
        for (int number = 0; number < 6; number++) {
            Fit fit = standing(Motions.usual(), number);
            with += fit.rmsM / 6;
            nees += fit.nees / 6;
            without += standing(without(), number).rmsM / 6;
        }

        assertTrue(with < 0.85 * without, with + " m, without " + without);
        assertTrue(nees > 0.8 && nees < 1.2, "normalised squared error " + nees);
    }

    @Test
    void onlySlowTracksHaveTheFilter() {
        Sky sky = new Sky().staring("A", 0, 1);
        sky.flyer(new Enu(-300, 1200, 150), new Enu(14, 0, 0)).flyer(new Enu(900, 900, 150), Enu.ZERO);

        List<TrackFile> files = sky.watched(40).state().files().values();

        assertEquals(2, files.size());
        for (TrackFile file : files) {
            boolean fast = Math.abs(file.estimate().merged()[Mixture.MEAN + 3]) > 7;
            assertEquals(fast ? 2 : 3, Mixture.blocks(file.estimate().blocks()));
        }
    }

    private static double[] slow(double eastMps) {
        double[] blocks = new double[2 * Mixture.BLOCK];
        for (int b = 0; b < 2; b++) {
            int at = b * Mixture.BLOCK;
            blocks[at] = b == 0 ? 0.7 : 0.3;
            blocks[at + Mixture.MEAN] = 10 * b;
            blocks[at + Mixture.MEAN + 3] = eastMps + b;
            for (int i = 0; i < Mixture.N; i++) {
                blocks[at + Mixture.COVARIANCE + Mixture.at(i, i)] = 1 + b;
            }
        }
        return blocks;
    }

    @Test
    void comingOfTheFilterLeavesTheEstimateAsItWas() {
        Motions.Kind kind = Motions.usual().low();
        double[] merged = Workshop.merged(slow(1));

        double[] more = Hovering.paced(kind, slow(1), merged);

        assertTrue(Hovering.is(kind, more));
        assertArrayEquals(merged, Workshop.merged(more), 1e-12);
    }

    @Test
    void itGoesWhenTheTrackFliesOnAndItSaysNothing() {
        Motions.Kind kind = Motions.usual().low();
        double[] more = Hovering.paced(kind, slow(1), Workshop.merged(slow(1)));
        double[] flying = Workshop.merged(slow(12));

        double[] still = Hovering.paced(kind, more, flying);
        more[2 * Mixture.BLOCK] = 0.001;
        double[] fewer = Hovering.paced(kind, more, flying);

        assertSame(more, still);
        assertEquals(2, Mixture.blocks(fewer));
        assertEquals(0.63 / 0.999, fewer[0], 1e-12);
    }
}
