package vedette.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Assignments and matchings are the best ones, not good ones.
class MatchingTest {
    record Problem(int rows, int columns, List<Integer> values) {
        double value(int row, int column) {
            return values.get(row * columns + column);
        }
    }

    @Provide
    Arbitrary<Problem> problems() {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, 5);
        return side.flatMap(rows -> side.flatMap(columns -> Arbitraries.integers()
                .between(-6, 9)
                .list()
                .ofSize(rows * columns)
                .map(values -> new Problem(rows, columns, values))));
    }

    @Property(tries = 500)
    void theMatchingGainsWhatTrialOfAllGains(@ForAll("problems") Problem problem) {
        Matching matching = new Matching(problem.rows(), problem.columns());
        for (int i = 0; i < problem.rows(); i++) {
            for (int j = 0; j < problem.columns(); j++) {
                matching.add(i, j, problem.value(i, j));
            }
        }

        int[] partner = matching.best();

        assertEquals(bestByTrial(problem, 0, 0), gain(problem, partner), 0);
        assertEquals(gained(partner), matching.matchedRows().length);
    }

    @Property(tries = 500)
    void theAssignmentCostsWhatTrialOfAllCosts(@ForAll("problems") Problem problem) {
        if (problem.rows() > problem.columns()) {
            return;
        }
        double[] cost = problem.values().stream().mapToDouble(v -> v).toArray();

        int[] column = new Assignment().cheapest(cost, problem.rows(), problem.columns());

        double total = 0;
        for (int i = 0; i < column.length; i++) {
            total += cost[i * problem.columns() + column[i]];
        }
        assertEquals(cheapestByTrial(problem, 0, 0), total, 0);
    }

    @Test
    void pairsWithoutRivalsAreFoundFirst() {
        Matching matching = new Matching(3, 4);
        matching.add(0, 0, 1);
        matching.add(0, 1, 3);
        matching.add(1, 1, 2);
        matching.add(2, 3, 5);

        int[] partner = matching.best();

        assertArrayEquals(new int[] {1, -1, 3}, partner);
        assertArrayEquals(new int[] {2, 0}, matching.matchedRows());
    }

    @Test
    void oneSolverSolvesManyProblems() {
        Assignment assignment = new Assignment();
        int[] large = assignment.cheapest(new double[] {5, 1, 9, 1, 5, 9}, 2, 3);
        int[] small = assignment.cheapest(new double[] {7}, 1, 1);

        assertArrayEquals(new int[] {1, 0}, large);
        assertArrayEquals(new int[] {0}, small);
    }

    @Test
    void whatIsNotFiniteIsRefused() {
        Matching matching = new Matching(1, 1);

        assertThrows(IllegalArgumentException.class, () -> matching.add(0, 0, Double.NaN));
    }

    private static double gain(Problem problem, int[] partner) {
        double gain = 0;
        for (int i = 0; i < partner.length; i++) {
            gain += partner[i] < 0 ? 0 : problem.value(i, partner[i]);
        }
        return gain;
    }

    private static int gained(int[] partner) {
        int count = 0;
        for (int column : partner) {
            count += column >= 0 ? 1 : 0;
        }
        return count;
    }

    private static double bestByTrial(Problem problem, int row, int used) {
        if (row == problem.rows()) {
            return 0;
        }
        double best = bestByTrial(problem, row + 1, used);
        for (int j = 0; j < problem.columns(); j++) {
            if ((used >> j & 1) == 0) {
                best = Math.max(best, problem.value(row, j) + bestByTrial(problem, row + 1, used | 1 << j));
            }
        }
        return best;
    }

    private static double cheapestByTrial(Problem problem, int row, int used) {
        if (row == problem.rows()) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int j = 0; j < problem.columns(); j++) {
            if ((used >> j & 1) == 0) {
                best = Math.min(best, problem.value(row, j) + cheapestByTrial(problem, row + 1, used | 1 << j));
            }
        }
        return best;
    }
}
