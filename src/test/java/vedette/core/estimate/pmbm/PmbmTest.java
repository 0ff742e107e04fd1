package vedette.core.estimate.pmbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vedette.core.estimate.associate.Associator;
import vedette.core.estimate.associate.Marginal;
import vedette.core.estimate.associate.SetWise;

/// The mixture filter against enumeration, against Kalman's filter, and where four targets cross.
class PmbmTest {
    private static final Limits WIDE = new Limits(100_000, 200, 1e6, 1e-300, 1000, 1000);

    @Provide
    Arbitrary<List<Double>> coordinates() {
        return Arbitraries.doubles().between(95, 105).list().ofSize(12);
    }

    @Property(tries = 25)
    void withoutLimitsItIsTheEnumerationOfAllHypotheses(@ForAll("coordinates") List<Double> at) {
        Pmbm filter = new Pmbm(Plane.MODEL, WIDE, 0, 10);
        Enumeration all = new Enumeration();
        for (int k = 0; k < 3; k++) {
            Plots plots = Plane.plots(
                    new double[] {at.get(4 * k), at.get(4 * k + 1)},
                    new double[] {at.get(4 * k + 2), at.get(4 * k + 3)});
            filter.look(plots);
            all.look(plots);
        }

        double[] ours = Enumeration.moments(filter.scenes());

        assertArrayEquals(all.moments(), ours, 1e-6 * (1 + all.moments()[1]));
        assertEquals(1, filter.scenes().stream().mapToDouble(Scene::weight).sum(), 1e-9);
    }

    @Test
    void aPathIsKalmansFilterAndItsPastTheSmoothers() {
        Path path = Path.born(Plane.MODEL.birth());
        List<Kalman> filtered = new ArrayList<>(List.of(Kalman.born()));
        double[][] plots = {{50, 61}, {52, 60}, {53.5, 58}, {56, 57}};
        for (int k = 0; k < plots.length; k++) {
            path = k == 0 ? path : path.moved(Plane.MODEL, 3);
            path = new Sight(path, Plane.MODEL).seen(plots[k][0], plots[k][1]);
            Kalman before = k == 0 ? Kalman.born() : filtered.getLast().moved();
            filtered.add(before.seen(plots[k][0], plots[k][1]));
        }
        Kalman now = filtered.getLast();
        Kalman last = filtered.get(3).smoothed(now);
        Kalman beforeLast = filtered.get(2).smoothed(last);

        assertEquals(3, path.states);
        assertState(now, path, 0);
        assertState(last, path, 1);
        assertState(beforeLast, path, 2);
    }

    private static void assertState(Kalman expected, Path path, int ago) {
        assertEquals(expected.mean()[0][0], path.x(ago), 1e-6);
        assertEquals(expected.mean()[2][0], path.y(ago), 1e-6);
        int size = 4 * path.states;
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                double ours = path.covariance[(4 * ago + i) * size + 4 * ago + j];
                assertEquals(expected.covariance()[i][j], ours, 1e-5);
            }
        }
    }

    @Test
    void fourCrossingTargetsAreFollowedBetterThanByMerging() {
        double[] sums = new double[3];
        for (long seed = 1; seed <= 8; seed++) {
            List<double[]> truth = new ArrayList<>();
            List<Plots> looks = Plane.crossing(seed, 80, truth);
            sums[0] += Plane.rms(new Pmbm(Plane.MODEL, Limits.USUAL, 0, 10), looks, truth, 5) / 8;
            sums[1] += Plane.rms(merging(new SetWise()), looks, truth, 5) / 8;
            sums[2] += Plane.rms(merging(new Marginal()), looks, truth, 5) / 8;
        }

        assertTrue(sums[0] < 2.4, "PMBM " + sums[0]);
        assertTrue(sums[0] < sums[1] && sums[1] < sums[2], sums[0] + ", " + sums[1] + ", " + sums[2]);
    }

    private static PlanarFilter merging(Associator associator) {
        return new Merging(Plane.MODEL, Limits.USUAL, associator, 0, 10);
    }

    @Test
    void theOrderOfPlotsChangesNothing() {
        List<Plots> looks = Plane.crossing(9, 30, new ArrayList<>());
        Pmbm one = new Pmbm(Plane.MODEL, Limits.USUAL, 1, 10);
        Pmbm other = new Pmbm(Plane.MODEL, Limits.USUAL, 1, 10);
        for (Plots look : looks) {
            one.look(look);
            other.look(reversed(look));
        }

        List<PlanarFilter.Point> a = sorted(one.estimate(1));
        List<PlanarFilter.Point> b = sorted(other.estimate(1));

        assertEquals(a.size(), b.size());
        for (int i = 0; i < a.size(); i++) {
            assertEquals(a.get(i).x(), b.get(i).x(), 0.02);
            assertEquals(a.get(i).y(), b.get(i).y(), 0.02);
        }
    }

    private static Plots reversed(Plots look) {
        double[][] at = new double[look.size()][];
        for (int i = 0; i < at.length; i++) {
            at[at.length - 1 - i] = new double[] {look.x()[i], look.y()[i]};
        }
        return Plane.plots(at);
    }

    private static List<PlanarFilter.Point> sorted(List<PlanarFilter.Point> points) {
        return points.stream()
                .sorted(Comparator.comparingDouble(PlanarFilter.Point::x))
                .toList();
    }

    @Test
    void aTargetThatIsNoLongerSeenFades() {
        Bernoulli sure = Bernoulli.along(Path.born(Plane.MODEL.birth()), 1);

        Bernoulli after = sure.moved(Plane.MODEL, 2).missed(Plane.MODEL);

        assertEquals(0.99 * 0.1 / (1 - 0.99 * 0.9), after.exists(), 1e-12);
        assertEquals(1, after.existed(1), 1e-12);
        assertEquals(0, after.existed(2));
    }

    @Test
    void whoeverIsCalledWhichTheBarycentreStaysBetween() {
        Scene likelier = new Scene(0.6, List.of(at(0, 0), at(2, 0)));
        Scene swapped = new Scene(0.4, List.of(at(2.5, 0), at(0.5, 0)));

        List<PlanarFilter.Point> points = new Estimator(10).points(List.of(likelier, swapped), 0);

        assertEquals(0.2, points.get(0).x(), 1e-6);
        assertEquals(2.2, points.get(1).x(), 1e-6);
    }

    private static Bernoulli at(double x, double y) {
        double[] covariance = new double[16];
        covariance[0] = 1;
        covariance[10] = 1;
        return Bernoulli.along(new Path(1, new double[] {x, 0, y, 0}, covariance), 1);
    }

    @Test
    void aFloodOfPlotsIsCutAndCounted() {
        Limits narrow = new Limits(5, 9, 25, 1e-4, 20, 30);
        Pmbm filter = new Pmbm(Plane.MODEL, narrow, 0, 10);
        double[][] flood = new double[100][];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = new double[] {100 + (i % 10), 100 + i / 10};
        }

        for (int k = 0; k < 4; k++) {
            filter.look(Plane.plots(flood));
        }

        assertEquals(4, filter.limited());
        assertTrue(filter.scenes().size() <= 5);
        assertThrows(IllegalArgumentException.class, () -> Plane.plots(new double[] {Double.NaN, 0}));
        assertThrows(IllegalArgumentException.class, () -> Plane.plots(new double[] {1e10, 0}));
    }
}
