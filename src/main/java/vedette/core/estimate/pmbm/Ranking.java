package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import vedette.math.Assignment;

/// The joint assignments of many problems together, the greatest total first (Murty 1968, with all parents in one
/// queue).
///
/// Each problem has rows that take one of its columns or none, and a head start. The best assignment of each
/// problem waits in a queue; whoever is taken out is split: child i keeps the choices of the rows before i and
/// forbids row i its choice, so children share nothing and miss nothing. One queue over all problems finds the k
/// best of all without deciding beforehand how many each parent may have. Ties go to what was found first. One
/// assignment costs O(rows² · columns); each result costs at most `rows` of them.
final class Ranking {
    private static final double NEVER = 1e12;

    /// A problem.
    ///
    /// @param start its head start
    /// @param columns how many columns
    /// @param gain by row and column; minus infinity where forbidden
    record Problem(double start, int columns, double[][] gain) {}

    /// A joint assignment.
    ///
    /// @param problem which problem
    /// @param total its head start and gains
    /// @param column of each row, or −1
    record Ranked(int problem, double total, int[] column) {}

    private record Node(Ranked ranked, int fixed, int[] forbidden, long order) implements Comparable<Node> {
        @Override
        public int compareTo(Node other) {
            int byTotal = Double.compare(other.ranked.total(), ranked.total());
            return byTotal != 0 ? byTotal : Long.compare(order, other.order);
        }
    }

    private final Assignment assignment = new Assignment();
    private final List<Problem> problems;
    private final PriorityQueue<Node> queue = new PriorityQueue<>();
    private long order;

    Ranking(List<Problem> problems) {
        this.problems = problems;
        for (int p = 0; p < problems.size(); p++) {
            solve(p, new int[0], new int[0]);
        }
    }

    /// The best ones, none worse than the best by more than `loss`.
    List<Ranked> best(int most, double loss) {
        List<Ranked> found = new ArrayList<>();
        while (found.size() < most && !queue.isEmpty()) {
            Node node = queue.remove();
            if (!found.isEmpty() && node.ranked().total() < found.getFirst().total() - loss) {
                break;
            }
            found.add(node.ranked());
            split(node);
        }
        return found;
    }

    private void split(Node node) {
        int[] column = node.ranked().column();
        for (int row = node.fixed(); row < column.length; row++) {
            int[] before = row == node.fixed() ? node.forbidden() : new int[0];
            int[] forbidden = Arrays.copyOf(before, before.length + 1);
            forbidden[before.length] = column[row];
            solve(node.ranked().problem(), Arrays.copyOf(column, row), forbidden);
        }
    }

    // Columns 0 … m − 1 are real; row i goes without by taking column m + i.
    private void solve(int of, int[] kept, int[] forbidden) {
        Problem problem = problems.get(of);
        int rows = problem.gain().length;
        int real = problem.columns();
        int width = real + rows;
        int free = rows - kept.length;
        double[] cost = new double[free * width];
        Arrays.fill(cost, NEVER);
        for (int i = 0; i < free; i++) {
            double[] gain = problem.gain()[kept.length + i];
            for (int j = 0; j < real; j++) {
                cost[i * width + j] = gain[j] == Double.NEGATIVE_INFINITY ? NEVER : -gain[j];
            }
            cost[i * width + real + kept.length + i] = 0;
        }
        double total = problem.start();
        for (int row = 0; row < kept.length; row++) {
            if (kept[row] >= 0) {
                total += problem.gain()[row][kept[row]];
                for (int i = 0; i < free; i++) {
                    cost[i * width + kept[row]] = NEVER;
                }
            }
        }
        for (int each : forbidden) {
            cost[each < 0 ? real + kept.length : each] = NEVER;
        }
        add(of, kept, forbidden, new Solved(cost, free, width, total));
    }

    private record Solved(double[] cost, int rows, int width, double start) {}

    private void add(int of, int[] kept, int[] forbidden, Solved sub) {
        int[] chosen = assignment.cheapest(sub.cost(), sub.rows(), sub.width());
        int[] column = Arrays.copyOf(kept, kept.length + sub.rows());
        double total = sub.start();
        for (int i = 0; i < sub.rows(); i++) {
            double cost = sub.cost()[i * sub.width() + chosen[i]];
            if (cost >= NEVER) {
                return;
            }
            total -= cost;
            column[kept.length + i] = chosen[i] < problems.get(of).columns() ? chosen[i] : -1;
        }
        queue.add(new Node(new Ranked(of, total, column), kept.length, forbidden, order++));
    }
}
