package vedette.core.estimate.pmbm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// The best joint assignments come in order, none missing and none twice.
class RankingTest {
    @Provide
    Arbitrary<List<Ranking.Problem>> problems() {
        Arbitrary<Integer> side = Arbitraries.integers().between(0, 3);
        return side.flatMap(rows -> side.flatMap(columns -> Arbitraries.doubles()
                        .between(-4, 5)
                        .list()
                        .ofSize(1 + rows * columns)
                        .map(values -> problem(rows, columns, values))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Ranking.Problem problem(int rows, int columns, List<Double> values) {
        double[][] gain = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = values.get(1 + i * columns + j);
                gain[i][j] = value > 3 ? Double.NEGATIVE_INFINITY : value;
            }
        }
        return new Ranking.Problem(values.getFirst(), columns, gain);
    }

    @Property(tries = 300)
    void theyAreThoseThatTrialOfAllFinds(@ForAll("problems") List<Ranking.Problem> problems) {
        List<Double> all = new ArrayList<>();
        for (Ranking.Problem each : problems) {
            extend(each, 0, new boolean[each.columns()], each.start(), all);
        }
        all.sort(Comparator.reverseOrder());

        List<Ranking.Ranked> ranked = new Ranking(problems).best(1000, 1000);

        assertEquals(all.size(), ranked.size());
        for (int k = 0; k < all.size(); k++) {
            assertEquals(all.get(k), ranked.get(k).total(), 1e-9);
            assertEquals(total(problems, ranked.get(k)), ranked.get(k).total(), 1e-9);
        }
    }

    private static double total(List<Ranking.Problem> problems, Ranking.Ranked ranked) {
        Ranking.Problem problem = problems.get(ranked.problem());
        double sum = problem.start();
        for (int i = 0; i < ranked.column().length; i++) {
            sum += ranked.column()[i] < 0 ? 0 : problem.gain()[i][ranked.column()[i]];
        }
        return sum;
    }

    private static void extend(Ranking.Problem problem, int row, boolean[] used, double total, List<Double> out) {
        if (row == problem.gain().length) {
            out.add(total);
            return;
        }
        extend(problem, row + 1, used, total, out);
        for (int j = 0; j < problem.columns(); j++) {
            if (!used[j] && problem.gain()[row][j] > Double.NEGATIVE_INFINITY) {
                used[j] = true;
                extend(problem, row + 1, used, total + problem.gain()[row][j], out);
                used[j] = false;
            }
        }
    }
}
