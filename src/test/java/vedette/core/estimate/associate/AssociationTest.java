package vedette.core.estimate.associate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Who owns which plot: the solvers against trial of all joint assignments.
class AssociationTest {
    private static final Associator ALWAYS_LOOPY = new Marginal(0);

    @Provide
    Arbitrary<Look> looks() {
        return Look.any(5, 5, 6);
    }

    @Provide
    Arbitrary<Look> extremeLooks() {
        return Look.any(4, 4, 600);
    }

    @Property(tries = 400)
    void theExactSolverGivesWhatTrialOfAllGives(@ForAll("looks") Look look) {
        Shares shares = look.by(new Marginal());

        assertAnswer(look, look.byTrial(), shares, 1e-9);
        assertEquals(0, shares.bounded());
    }

    @Property(tries = 200)
    void hugeAndTinyGainsLoseNothing(@ForAll("extremeLooks") Look look) {
        List<Look.Pair> clamped = look.pairs().stream()
                .map(pair -> new Look.Pair(pair.track(), pair.plot(), Math.clamp(pair.gain(), -500, 500)))
                .toList();
        Look.Answer answer = new Look(look.tracks(), look.plots(), clamped).byTrial();

        assertAnswer(look, answer, look.by(new Marginal()), 1e-9);
        assertAnswer(look, new Look(look.tracks(), look.plots(), clamped).bySets(), look.by(new SetWise(1)), 1e-9);
    }

    @Property(tries = 300)
    void setWiseKeepsOnlyTheBestDealOfTheSamePlots(@ForAll("looks") Look look) {
        assertAnswer(look, look.bySets(), look.by(new SetWise(1)), 1e-9);
    }

    @Test
    void ofFourTracksThatMetAndThreePlotsOneIsMissed() {
        List<Look.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                pairs.add(new Look.Pair(i, j, 12 + 0.1 * i * (j + 1)));
            }
        }
        Look look = new Look(4, 3, pairs);

        Shares sharp = look.by(new SetWise(20));
        Shares plain = look.by(new SetWise(1));

        assertTrue(sharp.missed()[0] > 0.8 && sharp.missed()[3] < 0.01);
        assertTrue(plain.missed()[0] < 0.4 && plain.missed()[3] > 0.1);
    }

    @Property(tries = 300)
    void theChosenJointAssignmentIsTheBest(@ForAll("looks") Look look) {
        Shares shares = look.by(new GlobalNearest());

        assertEquals(look.bestGain(), look.gain(shares.chosen()), 1e-9);
        assertEquals(look.bestGain(), look.gain(look.by(new Marginal()).chosen()), 1e-9);
        for (int k = 0; k < look.pairs().size(); k++) {
            boolean chosen = shares.chosen()[look.pairs().get(k).track()] == k;
            assertEquals(chosen ? 1 : 0, shares.share()[k]);
        }
    }

    @Property(tries = 200)
    void renamingPlotsChangesNothing(@ForAll("looks") Look look) {
        Look other = look.renamed();
        for (Associator associator : List.of(new Marginal(), ALWAYS_LOOPY, new SetWise(), new GlobalNearest())) {
            Shares a = look.by(associator);
            Shares b = other.by(associator);
            for (int k = 0; k < look.pairs().size(); k++) {
                Look.Pair pair = look.pairs().get(k);
                int there =
                        other.pairs().indexOf(new Look.Pair(pair.track(), look.plots() - 1 - pair.plot(), pair.gain()));
                assertEquals(a.share()[k], b.share()[there], 1e-6);
            }
        }
    }

    @Property(tries = 200)
    void beliefPropagationAddsUpToOne(@ForAll("looks") Look look) {
        Shares shares = look.by(ALWAYS_LOOPY);

        double[] byTrack = new double[look.tracks()];
        double[] byPlot = new double[look.plots()];
        for (int k = 0; k < look.pairs().size(); k++) {
            byTrack[look.pairs().get(k).track()] += shares.share()[k];
            byPlot[look.pairs().get(k).plot()] += shares.share()[k];
        }
        for (int i = 0; i < look.tracks(); i++) {
            assertEquals(1, shares.missed()[i] + byTrack[i], 1e-9);
        }
        for (int j = 0; j < look.plots(); j++) {
            assertEquals(1, shares.alone()[j] + byPlot[j], 1e-5);
        }
    }

    /// The worst error of belief propagation that the documents state: 3,000 random clusters of two to eight tracks and
    /// as many plots, fully connected, gains normal with sigma 3 about 2.
    @Test
    void theWorstErrorOfBeliefPropagationIsAsStated() {
        Random random = new Random(3);
        double worst = 0;
        double sum = 0;
        int count = 0;
        for (int trial = 0; trial < 3000; trial++) {
            Look look = dense(random, 2 + random.nextInt(7), 2 + random.nextInt(7));
            double[] exact = look.by(new Marginal(Long.MAX_VALUE)).share();
            double[] loopy = look.by(ALWAYS_LOOPY).share();
            for (int k = 0; k < look.pairs().size(); k++) {
                double error = Math.abs(exact[k] - loopy[k]);
                worst = Math.max(worst, error);
                sum += error;
                count++;
            }
        }

        assertTrue(worst < 0.31 && sum / count < 0.007, worst + " at worst, " + sum / count + " on average");
    }

    private static Look dense(Random random, int tracks, int plots) {
        List<Look.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < tracks; i++) {
            for (int j = 0; j < plots; j++) {
                pairs.add(new Look.Pair(i, j, 2 + 3 * random.nextGaussian()));
            }
        }
        return new Look(tracks, plots, pairs);
    }

    @Test
    void aLoneTrackTakesItsPlotByItsOdds() {
        Look look = new Look(1, 1, List.of(new Look.Pair(0, 0, Math.log(3))));

        Shares shares = look.by(new Marginal());

        assertEquals(0.75, shares.share()[0], 1e-12);
        assertEquals(0.25, shares.missed()[0], 1e-12);
        assertEquals(0.25, shares.alone()[0], 1e-12);
    }

    @Test
    void twoTracksThatCannotBeToldApartKeepAPlotEachWhenSetWise() {
        double sure = 12;
        Look look = new Look(
                2,
                2,
                List.of(
                        new Look.Pair(0, 0, sure + 0.1),
                        new Look.Pair(0, 1, sure),
                        new Look.Pair(1, 0, sure),
                        new Look.Pair(1, 1, sure + 0.1)));

        Shares marginal = look.by(new Marginal());
        Shares setWise = look.by(new SetWise());

        assertEquals(0.5, marginal.share()[0], 0.06);
        assertEquals(1, setWise.share()[0], 1e-4);
        assertEquals(1, setWise.share()[3], 1e-4);
    }

    @Test
    void aSwarmBeyondTheBoundIsCountedAndStillAddsUp() {
        Look swarm = dense(new Random(1), 20, 20);

        Shares shares = swarm.by(new SetWise());

        assertEquals(1, shares.bounded());
        double ofFirst = Arrays.stream(shares.share(), 0, 20).sum() + shares.missed()[0];
        assertEquals(1, ofFirst, 1e-9);
    }

    @Test
    void aSwarmThatFallsApartIsSolvedPieceByPiece() {
        List<Look.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                boolean near = i / 2 == j / 2;
                pairs.add(new Look.Pair(i, j, near ? 10 + (i == j ? 0.1 : 0) : -2));
            }
        }
        Look swarm = new Look(20, 20, pairs);

        Shares shares = swarm.by(new SetWise());

        assertEquals(0, shares.bounded());
        for (int i = 0; i < 20; i++) {
            assertTrue(shares.share()[20 * i + i] > 0.99, "track " + i);
            double all = Arrays.stream(shares.share(), 20 * i, 20 * i + 20).sum() + shares.missed()[i];
            assertEquals(1, all, 1e-9);
        }
    }

    @Test
    void clustersStandInTheOrderOfTheirLowestTrack() {
        Look look = new Look(
                5,
                3,
                List.of(
                        new Look.Pair(0, 2, 1),
                        new Look.Pair(1, 0, 1),
                        new Look.Pair(3, 2, 1),
                        new Look.Pair(4, 0, 1)));
        Clusters clusters = new Clusters();

        clusters.form(look.gains());

        assertEquals(3, clusters.count());
        assertArrayEquals(new int[] {0, 3, 1, 4, 2}, Arrays.copyOf(clusters.tracks(), 5));
        assertEquals(4, clusters.from(2));
    }

    @Test
    void oneObjectSolvesManyLooks() {
        Marginal reused = new Marginal();
        Shares out = new Shares();
        Random random = new Random(7);
        for (int trial = 0; trial < 50; trial++) {
            Look look = dense(random, 1 + random.nextInt(9), 1 + random.nextInt(9));
            reused.associate(look.gains(), out);
            double[] fresh = look.by(new Marginal()).share();
            assertArrayEquals(
                    Arrays.copyOf(fresh, look.pairs().size()),
                    Arrays.copyOf(out.share(), look.pairs().size()));
        }
    }

    @Test
    void pairsOutOfOrderAreRefused() {
        Gains gains = new Gains();
        gains.clear(2, 2);
        gains.add(1, 0, 0);

        assertThrows(IllegalArgumentException.class, () -> gains.add(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> gains.add(1, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> gains.add(1, 1, Double.NaN));
    }

    private static void assertAnswer(Look look, Look.Answer expected, Shares shares, double tolerance) {
        for (int k = 0; k < look.pairs().size(); k++) {
            assertEquals(expected.share()[k], shares.share()[k], tolerance);
        }
        for (int i = 0; i < look.tracks(); i++) {
            assertEquals(expected.missed()[i], shares.missed()[i], tolerance);
        }
        for (int j = 0; j < look.plots(); j++) {
            assertEquals(expected.alone()[j], shares.alone()[j], tolerance);
        }
    }
}
