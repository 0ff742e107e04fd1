package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.List;
import vedette.core.estimate.pmbm.PlanarFilter.Point;
import vedette.math.Matching;

/// Which points to report when the world may be one of many scenes.
///
/// *How many*: as many as the likeliest scene has targets that exist with more than [#SURE] (García-Fernández et
/// al. 2018, sec. VI-A, estimator 1, which takes their means too and stops here). *Where*: when targets have met,
/// the second scene is nearly as likely as the first and differs from it by a permutation, so the means of the
/// first are needlessly far off. The set with the least expected squared distance is the barycentre of all
/// scenes: give each scene's targets to the points as GOSPA would, move each point to the mean of what it was
/// given, repeat (Baum, Willett and Hanebeck, "On Wasserstein barycenters and MMOSPA estimation", IEEE SPL
/// 22(10), 2015; here with existence and the cut-off c). Each round lessens the expected cost, so it ends in a
/// local optimum; at most [#ROUNDS]. Measured on planar4, runs 1–100 of seed 1: see docs/benchmarks.md. Choosing
/// the number of points by expected cost as well was tried; it measured worse.
final class Estimator {
    /// The paper's threshold of existence.
    private static final double SURE = 0.4;

    private static final int ROUNDS = 10;

    /// A round that moves the points by less, metres squared, is the last.
    private static final double STILL_M2 = 1e-6;

    private final double cutoff2;
    private final List<Spot> spots = new ArrayList<>();

    private static final class Spot {
        private double x;
        private double y;
        private double mass;
        private double sumX;
        private double sumY;

        Spot(double x, double y) {
            this.x = x;
            this.y = y;
        }

        double distance2(Path path, int ago) {
            double dx = path.x(ago) - x;
            double dy = path.y(ago) - y;
            return dx * dx + dy * dy;
        }

        void take(Path path, int ago, double weight) {
            mass += weight;
            sumX += weight * path.x(ago);
            sumY += weight * path.y(ago);
        }

        /// @return the square of how far it moved
        double move() {
            double dx = mass > 0 ? sumX / mass - x : 0;
            double dy = mass > 0 ? sumY / mass - y : 0;
            x += dx;
            y += dy;
            mass = 0;
            sumX = 0;
            sumY = 0;
            return dx * dx + dy * dy;
        }
    }

    Estimator(double cutoffM) {
        cutoff2 = cutoffM * cutoffM;
    }

    /// The points.
    ///
    /// @param scenes the likeliest first
    /// @param ago how many looks ago
    List<Point> points(List<Scene> scenes, int ago) {
        spots.clear();
        for (Bernoulli each : scenes.getFirst().targets()) {
            if (each.existed(ago) > SURE) {
                spots.add(new Spot(each.path().x(ago), each.path().y(ago)));
            }
        }
        double moved = scenes.size() > 1 ? 1 : 0;
        for (int round = 0; round < ROUNDS && moved > STILL_M2; round++) {
            for (Scene scene : scenes) {
                give(scene, ago);
            }
            moved = spots.stream().mapToDouble(Spot::move).sum();
        }
        return spots.stream().map(each -> new Point(each.x, each.y)).toList();
    }

    private void give(Scene scene, int ago) {
        List<Bernoulli> targets = scene.targets();
        int[] spotOf = assigned(targets, ago);
        for (int i = 0; i < spotOf.length; i++) {
            if (spotOf[i] >= 0) {
                Bernoulli target = targets.get(i);
                spots.get(spotOf[i]).take(target.path(), ago, scene.weight() * target.existed(ago));
            }
        }
    }

    // A target given to a point saves c² − d² of squared GOSPA (α = 2), if it exists.
    private int[] assigned(List<Bernoulli> targets, int ago) {
        Matching matching = new Matching(targets.size(), spots.size());
        for (int i = 0; i < targets.size(); i++) {
            double exists = targets.get(i).existed(ago);
            for (int j = 0; j < spots.size() && exists > 0; j++) {
                double saved = cutoff2 - spots.get(j).distance2(targets.get(i).path(), ago);
                matching.add(i, j, exists * saved);
            }
        }
        return matching.best();
    }
}
