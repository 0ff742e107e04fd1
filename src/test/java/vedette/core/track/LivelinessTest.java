package vedette.core.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.Imm;
import vedette.core.estimate.Mixture;
import vedette.math.Draws;
import vedette.model.Enu;

/// How lively an object flies is learnt from its own plots, within bounds.
class LivelinessTest {
    // Past the radars at 14 m/s, pushed about each second.
    private static double learnt(double mps) {
        List<Sky.Leg> legs = new ArrayList<>();
        double east = 14;
        double north = 0;
        for (int k = 0; k < 120; k++) {
            Draws draws = Draws.of(1, k, "gusts");
            east += 0.1 * (14 - east) + mps * draws.gaussian();
            north += -0.1 * north + mps * draws.gaussian();
            legs.add(new Sky.Leg(k, new Enu(east, north, 0)));
        }
        Sky sky = new Sky().staring("A", 0, 1).staring("B", 400, 1.5);
        sky.flyer(new Enu(-800, 900, 120), new Enu(14, 0, 0), legs);
        return sky.watched(120).state().files().values().getFirst().liveliness();
    }

    @Test
    void whoFliesStraightIsQuietAndWhoIsPushedAboutIsLively() {
        double straight = learnt(0);
        double pushed = learnt(1.5);

        assertTrue(straight < -0.5, "straight " + straight);
        assertTrue(pushed > straight + 0.5, "pushed " + pushed + ", straight " + straight);
    }

    // Blocks of two models after a position was measured so many sigmas off.
    private static Imm measured(double[] blocks, double sigmas) {
        for (int b = 0; b < 2; b++) {
            blocks[b * Mixture.BLOCK] = b == 0 ? 0.9 : 0.1;
            for (int i = 0; i < Mixture.N; i++) {
                blocks[b * Mixture.BLOCK + Mixture.COVARIANCE + Mixture.at(i, i)] = 50;
            }
        }
        Imm imm = new Imm();
        imm.update(blocks, 2, (at, from, rows) -> {
            rows.clear();
            rows.h[rows.add(sigmas * 10, 50)] = 1;
        });
        return imm;
    }

    @Property(tries = 200)
    void itStaysWithinAQuarterAndFourTimes(
            @ForAll @DoubleRange(min = -2, max = 2) double before, @ForAll @DoubleRange(max = 1e6) double sigmas) {
        Motions.Kind kind = Motions.usual().air();
        double[] blocks = new double[2 * Mixture.BLOCK];
        Imm imm = measured(blocks, sigmas);

        double after = Liveliness.after(before, kind, imm, blocks);

        assertTrue(Math.abs(after) <= 2 && (sigmas < 1 ? after <= before : after >= before), before + " to " + after);
        assertEquals(
                kind.regimes().get((int) Math.rint(after) + 2), kind.regimes().get(Liveliness.regime(after, kind)));
    }

    @Test
    void aKindWithOneRegimeLearnsNothing() {
        double[] blocks = new double[2 * Mixture.BLOCK];
        Imm imm = measured(blocks, 3);

        double after = Liveliness.after(0.3, Motions.usual().space(), imm, blocks);

        assertEquals(0.3, after);
        assertEquals(0, Liveliness.regime(2, Motions.usual().space()));
        assertTrue(Arrays.stream(blocks).allMatch(Double::isFinite));
    }
}
