package vedette.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Tables, grids, factors and quantiles do what their first sentences say.
class NumbersTest {
    @Property(tries = 200)
    void aTableNumbersKeysByTheirComing(@ForAll @Size(max = 400) List<@IntRange(min = -40, max = 400) Integer> keys) {
        LongTable table = new LongTable(1);
        Map<Long, Integer> twin = new LinkedHashMap<>();

        for (int key : keys) {
            long wide = key * 0x100000001L;
            int number = table.add(wide);
            assertEquals(twin.computeIfAbsent(wide, _ -> twin.size()), number);
        }

        assertEquals(twin.size(), table.size());
        twin.forEach((key, number) -> assertEquals(key, table.key(table.find(key))));
        assertEquals(-1, table.find(12345678901L));
    }

    @Test
    void aClearedTableIsEmpty() {
        LongTable table = new LongTable(4);
        table.add(7);
        table.clear();

        assertEquals(0, table.size());
        assertEquals(-1, table.find(7));
    }

    @Property(tries = 200)
    void aGridFindsWhatASearchOfAllFinds(@ForAll @Size(max = 60) List<@IntRange(min = -30, max = 30) Integer> numbers) {
        double[] xyz = numbers.stream()
                .limit(numbers.size() / 3 * 3)
                .mapToDouble(n -> n / 3.0)
                .toArray();
        PointGrid grid = new PointGrid(xyz, 4);

        List<Integer> found = new ArrayList<>();
        grid.near(0.5, -1, 2, 4, (point, _) -> found.add(point));

        found.sort(null);
        assertEquals(nearByTrial(xyz), found);
    }

    private static List<Integer> nearByTrial(double[] xyz) {
        List<Integer> near = new ArrayList<>();
        for (int i = 0; i < xyz.length / 3; i++) {
            Vec3 point = new Vec3(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]);
            Vec3 apart = point.minus(new Vec3(0.5, -1, 2));
            if (apart.dot(apart) < 16) {
                near.add(i);
            }
        }
        return near;
    }

    @Test
    void quantilesAreThePublishedOnes() {
        // Values of scipy.stats.chi2.ppf, printed with 16 digits.
        assertEquals(5.991464547107979, ChiSquare.quantile(0.95, 2), 1e-12);
        assertEquals(1.3862943611198906, ChiSquare.quantile(0.5, 2), 1e-12);
        assertEquals(7.814727903251179, ChiSquare.quantile(0.95, 3), 1e-11);
        assertEquals(2.3659738843753377, ChiSquare.quantile(0.5, 3), 1e-11);
        assertEquals(3.841458820694124, ChiSquare.quantile(0.95, 1), 1e-11);
        assertEquals(16.811893829770927, ChiSquare.quantile(0.99, 6), 1e-10);
    }

    @Test
    void aFactorSolvesItsEquations() {
        double[] a = {4, 0, 0, 2, 5, 0, 1, 3, 6};
        double[] b = {9, 21, 25};

        boolean positive = Cholesky.factor(a, 0, 3);
        Cholesky.forward(a, 3, b);
        Cholesky.backward(a, 3, b);

        // A = [4 2 1; 2 5 3; 1 3 6] and A x = (9, 21, 25) has x = (0.5454…, 1.9696…, 3.0909…).
        assertTrue(positive);
        assertEquals(9, 4 * b[0] + 2 * b[1] + b[2], 1e-12);
        assertEquals(21, 2 * b[0] + 5 * b[1] + 3 * b[2], 1e-12);
        assertEquals(25, b[0] + 3 * b[1] + 6 * b[2], 1e-12);
        assertEquals(Math.log(4 * 21 - 2 * 9 + 1), Cholesky.logDeterminant(a, 3), 1e-12);
    }

    @Test
    void aMatrixThatIsNotPositiveHasNoFactor() {
        assertFalse(Cholesky.factor(new double[] {1, 2, 2, 1}, 0, 2));
        assertFalse(Cholesky.factor(new double[] {Double.NaN}, 0, 1));
    }

    @Test
    void whatFadesIsTheExponentialToABillionth() {
        for (int k = 0; k < 3000; k++) {
            double x = k * 0.001;
            assertEquals(1, Exact.fading(x) / Exact.exp(-x), 1e-9, "e^-" + x);
        }
    }

    @Test
    void aRoughAngleIsTheAngleInEveryOctant() {
        for (int k = -3141; k <= 3141; k++) {
            double angle = k * 0.001;
            double rough = Exact.roughAtan2(7e5 * Exact.sin(angle), 7e5 * Exact.cos(angle));
            assertEquals(angle, rough, 2e-8);
        }
        assertEquals(0, Exact.roughAtan2(0, 0));
        assertEquals(Math.PI, Exact.roughAtan2(0, -1), 1e-15);
    }
}
