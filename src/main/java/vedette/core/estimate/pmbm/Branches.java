package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vedette.math.Exact;

/// What may become of each hypothesis of a line in one look: it is missed, or a plot in its gate is its own.
///
/// Children are made when a global hypothesis first asks for them, once each.
final class Branches {
    private final Line line;
    private final PlanarModel model;
    private final Plots plots;
    private final double[] missGain;
    private final double[][] gain;
    private final boolean[] gated;
    private final int[][] childOf;
    private final List<Bernoulli> children = new ArrayList<>();

    /// @param density expected plots per square metre at each plot that come from no line: clutter and new
    /// targets
    Branches(Line line, PlanarModel model, Plots plots, double[] density, double gate) {
        this.line = line;
        this.model = model;
        this.plots = plots;
        int n = line.hypotheses().size();
        missGain = new double[n];
        gain = new double[n][plots.size()];
        gated = new boolean[n];
        childOf = new int[n][plots.size() + 1];
        for (int h = 0; h < n; h++) {
            Arrays.fill(childOf[h], -1);
            weigh(h, density, gate);
        }
    }

    private void weigh(int h, double[] density, double gate) {
        Bernoulli each = line.hypotheses().get(h);
        double seen = each.exists() * model.detection();
        missGain[h] = Exact.log(1 - seen);
        double base = Exact.log(Math.max(seen, Double.MIN_NORMAL)) - missGain[h];
        Sight sight = new Sight(each.path(), model);
        for (int j = 0; j < plots.size(); j++) {
            double distance2 = sight.distance2(plots.x()[j], plots.y()[j]);
            boolean inside = distance2 <= gate;
            gated[h] |= inside;
            gain[h][j] = inside ? base + sight.logDensity(distance2) - Exact.log(density[j]) : Double.NEGATIVE_INFINITY;
        }
    }

    /// Logarithm of the probability that this hypothesis is not seen.
    double missGain(int h) {
        return missGain[h];
    }

    /// What it gains by each plot against being missed and the plot being nobody's; minus infinity outside the
    /// gate.
    double[] gain(int h) {
        return gain[h];
    }

    /// Whether any plot is in its gate.
    boolean gated(int h) {
        return gated[h];
    }

    /// The number of a child.
    ///
    /// @param h the parent
    /// @param plot its plot, or −1
    int child(int h, int plot) {
        if (childOf[h][plot + 1] < 0) {
            childOf[h][plot + 1] = children.size();
            Bernoulli parent = line.hypotheses().get(h);
            children.add(plot < 0 ? parent.missed(model) : seen(parent, plot));
        }
        return childOf[h][plot + 1];
    }

    private Bernoulli seen(Bernoulli parent, int plot) {
        Path path = new Sight(parent.path(), model).seen(plots.x()[plot], plots.y()[plot]);
        return Bernoulli.along(path, 1);
    }

    /// The children that were asked for.
    Line children() {
        return new Line(children);
    }
}
