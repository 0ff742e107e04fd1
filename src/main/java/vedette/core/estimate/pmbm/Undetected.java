package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vedette.math.Exact;

/// The targets that exist and were never seen: a Poisson process with a mixture of Gaussians as its intensity.
///
/// A target that lives through a look unseen stays here; one that is seen becomes a track whose chance of being
/// no clutter is the share of this intensity at the plot (García-Fernández et al. 2018, eq. 23-26).
final class Undetected {
    /// At most so many Gaussians; the lightest go first.
    static final int MOST = 30;

    /// A Gaussian that stands for fewer targets goes.
    static final double LIGHTEST = 1e-6;

    private record Part(double weight, Path path) {}

    /// What a plot would begin.
    ///
    /// @param density expected plots per square metre there from targets never seen before
    /// @param path where such a target is, if the plot is one
    record Start(double density, Path path) {
        /// The target, which exists unless the plot is clutter.
        Bernoulli target(PlanarModel model) {
            return Bernoulli.along(path, density / (density + model.clutterPerM2()));
        }
    }

    private final PlanarModel model;
    private final int states;
    private List<Part> parts = List.of();
    private boolean begun;

    Undetected(PlanarModel model, int states) {
        this.model = model;
        this.states = states;
    }

    void move() {
        List<Part> next = new ArrayList<>();
        for (Part part : parts) {
            next.add(new Part(part.weight() * model.survival(), part.path().moved(model, states)));
        }
        double births = begun ? model.birth().later() : model.birth().first();
        next.add(new Part(births, Path.born(model.birth())));
        begun = true;
        parts = next;
    }

    Start at(double x, double y) {
        double total = 0;
        double most = -1;
        Path path = parts.getLast().path();
        for (Part part : parts) {
            Sight sight = new Sight(part.path(), model);
            double density = model.detection() * part.weight() * Exact.exp(sight.logDensity(sight.distance2(x, y)));
            total += density;
            if (density > most) {
                most = density;
                path = sight.seen(x, y);
            }
        }
        return new Start(total, path);
    }

    void miss() {
        parts = parts.stream()
                .map(part -> new Part(part.weight() * (1 - model.detection()), part.path()))
                .filter(part -> part.weight() >= LIGHTEST)
                .sorted(Comparator.comparingDouble((Part part) -> -part.weight()))
                .limit(MOST)
                .toList();
    }
}
