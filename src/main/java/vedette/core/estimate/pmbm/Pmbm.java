package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.List;

/// The Poisson multi-Bernoulli mixture filter (García-Fernández, Williams, Granström and Svensson, "Poisson
/// multi-Bernoulli mixture filter: direct derivation and implementation", IEEE TAES 54(4), 2018).
///
/// **Idea.** For this model the exact posterior has a closed form, and this is it: targets never seen are a
/// Poisson process ([Undetected]); each plot may have begun a target ([Line]), about which there are hypotheses
/// ([Bernoulli]), one for each sequence of plots it may have caused; a global hypothesis ([Global]) says which of
/// them hold together, so that no plot is used twice. Nothing is merged over associations, so close targets do
/// not coalesce; the price is that global hypotheses multiply with each look.
///
/// **A look.** Everything moves on ([Path#moved]). Each hypothesis is weighed against each plot in its gate
/// ([Branches]). The children of all global hypotheses stand in one queue and the likeliest [Limits#globals] of
/// all come out in order ([Ranking]: Murty), which spends the effort where the probability is, instead of giving
/// each parent its part beforehand. Faint Bernoullis go, equal global hypotheses are joined, what nobody chose is
/// dropped ([Mixture#tidy]).
///
/// **The past.** With a lag L each path carries its last L + 1 states and their joint covariance, and each
/// Bernoulli the probability that it existed then, so the same filter answers where targets were up to L looks
/// ago (the L-scan trajectory PMBM, García-Fernández, Svensson, Williams, Xia and Granström, IEEE TSP 68, 2020).
/// With L = 0 it is the paper's filter.
///
/// **Cost.** About (globals) assignments of some 4 × 8 in a look where targets meet, few otherwise: 1 ms a look
/// on planar4 with 200 global hypotheses. Deterministic: no draws, and ties fall to what came first.
public final class Pmbm implements PlanarFilter {
    private final PlanarModel model;
    private final Limits limits;
    private final int states;
    private final Undetected undetected;
    private final Estimator estimator;
    private Mixture mixture = Mixture.EMPTY;
    private int limited;

    /// A filter that has seen nothing.
    ///
    /// @param model how targets behave
    /// @param limits how far it may grow
    /// @param lag the greatest number of looks that [#estimate] may be asked to go back, 0 or more
    /// @param cutoffM beyond this distance an estimate is no estimate of a target: GOSPA's c, metres
    public Pmbm(PlanarModel model, Limits limits, int lag, double cutoffM) {
        this.model = model;
        this.limits = limits;
        states = lag + 1;
        undetected = new Undetected(model, states);
        estimator = new Estimator(cutoffM);
    }

    @Override
    public void look(Plots all) {
        Plots plots = all.first(limits.plots());
        undetected.move();
        Mixture moved = mixture.moved(model, states);
        List<Undetected.Start> starts = new ArrayList<>();
        double[] density = new double[plots.size()];
        for (int j = 0; j < density.length; j++) {
            starts.add(undetected.at(plots.x()[j], plots.y()[j]));
            density[j] = starts.get(j).density() + model.clutterPerM2();
        }
        undetected.miss();
        List<Branches> branches = moved.lines().stream()
                .map(line -> new Branches(line, model, plots, density, limits.gate()))
                .toList();
        List<Global> globals = children(moved.globals(), branches, plots.size());
        mixture = new Mixture(lines(branches, starts), globals).tidy(limits.faint());
        boolean full = globals.size() == limits.globals() || mixture.lines().size() > limits.tracks();
        limited += full || plots.size() < all.size() ? 1 : 0;
        mixture = mixture.first(limits.tracks());
    }

    private List<Global> children(List<Global> parents, List<Branches> branches, int plots) {
        List<Ranking.Problem> problems = new ArrayList<>();
        for (Global parent : parents) {
            problems.add(problem(parent, branches, plots));
        }
        List<Global> children = new ArrayList<>();
        for (Ranking.Ranked ranked : new Ranking(problems).best(limits.globals(), limits.loss())) {
            children.add(child(parents.get(ranked.problem()), ranked, branches, plots));
        }
        return children;
    }

    // Rows are the hypotheses that have a plot in their gate; the others are missed for certain.
    private static Ranking.Problem problem(Global parent, List<Branches> branches, int plots) {
        double start = parent.logWeight();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            int h = parent.choice()[i];
            if (h >= 0) {
                start += branches.get(i).missGain(h);
                if (branches.get(i).gated(h)) {
                    rows.add(branches.get(i).gain(h));
                }
            }
        }
        return new Ranking.Problem(start, plots, rows.toArray(double[][]::new));
    }

    // Each plot that no line takes begins its own line; it then is clutter or a new target.
    private static Global child(Global parent, Ranking.Ranked ranked, List<Branches> branches, int plots) {
        int[] choice = new int[branches.size() + plots];
        int row = 0;
        for (int i = 0; i < branches.size(); i++) {
            int h = parent.choice()[i];
            if (h < 0) {
                choice[i] = -1;
                continue;
            }
            int plot = branches.get(i).gated(h) ? ranked.column()[row++] : -1;
            choice[i] = branches.get(i).child(h, plot);
            if (plot >= 0) {
                choice[branches.size() + plot] = -1;
            }
        }
        return new Global(ranked.total(), choice);
    }

    private List<Line> lines(List<Branches> branches, List<Undetected.Start> starts) {
        List<Line> lines = new ArrayList<>();
        for (Branches each : branches) {
            lines.add(each.children());
        }
        for (Undetected.Start start : starts) {
            lines.add(new Line(List.of(start.target(model))));
        }
        return lines;
    }

    @Override
    public List<Point> estimate(int ago) {
        return estimator.points(scenes(), ago);
    }

    /// Every way the world may be, the likeliest first.
    List<Scene> scenes() {
        return mixture.scenes();
    }

    @Override
    public int limited() {
        return limited;
    }
}
