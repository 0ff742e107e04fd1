package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.List;
import vedette.core.estimate.associate.Associator;
import vedette.core.estimate.associate.Gains;
import vedette.core.estimate.associate.Shares;

/// The track-oriented Poisson multi-Bernoulli filter that merges after each look: one Bernoulli a track
/// (Williams, "Marginal multi-Bernoulli filters", IEEE TAES 51(3), 2015).
///
/// With `associate.Marginal` it is TOMB/P, a comparison: merging by marginals draws targets that met together,
/// and shares out the end of one of them among all. `associate.SetWise` cures both.
public final class Merging implements PlanarFilter {
    private final PlanarModel model;
    private final Limits limits;
    private final int states;
    private final Associator associator;
    private final Undetected undetected;
    private final Estimator estimator;
    private final Gains gains = new Gains();
    private final Shares shares = new Shares();
    private List<Bernoulli> tracks = List.of();
    private int limited;

    /// A filter that has seen nothing.
    ///
    /// @param model how targets behave
    /// @param limits how far it may grow
    /// @param associator how plots are shared
    /// @param lag the greatest number of looks that [#estimate] may be asked to go back, 0 or more
    /// @param cutoffM GOSPA's c, metres
    public Merging(PlanarModel model, Limits limits, Associator associator, int lag, double cutoffM) {
        this.model = model;
        this.limits = limits;
        this.associator = associator;
        states = lag + 1;
        undetected = new Undetected(model, states);
        estimator = new Estimator(cutoffM);
    }

    @Override
    public void look(Plots all) {
        Plots plots = all.first(limits.plots());
        undetected.move();
        tracks = tracks.stream().map(each -> each.moved(model, states)).toList();
        List<Undetected.Start> starts = new ArrayList<>();
        double[] density = new double[plots.size()];
        for (int j = 0; j < density.length; j++) {
            starts.add(undetected.at(plots.x()[j], plots.y()[j]));
            density[j] = starts.get(j).density() + model.clutterPerM2();
        }
        undetected.miss();
        weigh(plots, density);
        associator.associate(gains, shares);
        List<Bernoulli> next = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            next.add(merged(i, plots));
        }
        for (int j = 0; j < density.length; j++) {
            next.add(starts.get(j).target(model).thinned(shares.alone()[j]));
        }
        keep(next, plots.size() < all.size());
    }

    private void weigh(Plots plots, double[] density) {
        gains.clear(tracks.size(), plots.size());
        for (int i = 0; i < tracks.size(); i++) {
            Branches branches = new Branches(new Line(List.of(tracks.get(i))), model, plots, density, limits.gate());
            for (int j = 0; j < plots.size(); j++) {
                if (branches.gain(0)[j] > Double.NEGATIVE_INFINITY) {
                    gains.add(i, j, branches.gain(0)[j]);
                }
            }
        }
    }

    private Bernoulli merged(int track, Plots plots) {
        int from = gains.from(track);
        int count = gains.from(track + 1) - from + 1;
        Bernoulli before = tracks.get(track);
        Sight sight = new Sight(before.path(), model);
        Bernoulli[] each = new Bernoulli[count];
        double[] weights = new double[count];
        each[0] = before.missed(model);
        weights[0] = shares.missed()[track];
        for (int k = 1; k < count; k++) {
            int plot = gains.plotOf()[from + k - 1];
            each[k] = Bernoulli.along(sight.seen(plots.x()[plot], plots.y()[plot]), 1);
            weights[k] = shares.share()[from + k - 1];
        }
        return Bernoulli.merged(each, weights, count);
    }

    private void keep(List<Bernoulli> next, boolean tooMany) {
        List<Bernoulli> kept = next.stream()
                .filter(each -> each.everExisted() >= limits.faint())
                .toList();
        boolean full = kept.size() > limits.tracks();
        tracks = full ? kept.subList(0, limits.tracks()) : kept;
        limited += full || tooMany ? 1 : 0;
    }

    @Override
    public List<Point> estimate(int ago) {
        return estimator.points(List.of(new Scene(1, tracks)), ago);
    }

    @Override
    public int limited() {
        return limited;
    }
}
