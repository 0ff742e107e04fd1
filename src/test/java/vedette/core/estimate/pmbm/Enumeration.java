package vedette.core.estimate.pmbm;

import java.util.ArrayList;
import java.util.List;

/// The exact posterior by enumeration of every association of every look: no gates, no ranking, no limits.
final class Enumeration {
    private record Target(double exists, Kalman state) {}

    private record World(double weight, List<Target> targets) {}

    private record Rate(double weight, Kalman state) {}

    private List<World> worlds = List.of(new World(1, List.of()));
    private List<Rate> undetected = List.of();
    private boolean begun;

    void look(Plots plots) {
        PlanarModel model = Plane.MODEL;
        List<Rate> rates = new ArrayList<>();
        undetected.forEach(rate -> rates.add(
                new Rate(rate.weight() * model.survival(), rate.state().moved())));
        rates.add(new Rate(begun ? model.birth().later() : model.birth().first(), Kalman.born()));
        begun = true;
        undetected = rates;
        List<World> next = new ArrayList<>();
        for (World world : worlds) {
            List<Target> moved = world.targets().stream()
                    .map(each -> new Target(
                            each.exists() * model.survival(), each.state().moved()))
                    .toList();
            extend(moved, 0, plots, new boolean[plots.size()], new World(world.weight(), List.of()), next);
        }
        undetected = rates.stream()
                .map(rate -> new Rate(rate.weight() * (1 - model.detection()), rate.state()))
                .toList();
        double total = next.stream().mapToDouble(World::weight).sum();
        worlds = next.stream()
                .map(each -> new World(each.weight() / total, each.targets()))
                .toList();
    }

    private void extend(List<Target> moved, int at, Plots plots, boolean[] used, World soFar, List<World> out) {
        PlanarModel model = Plane.MODEL;
        if (at == moved.size()) {
            out.add(begin(plots, used, soFar));
            return;
        }
        Target target = moved.get(at);
        double seen = target.exists() * model.detection();
        Target missed = new Target((target.exists() - seen) / (1 - seen), target.state());
        extend(moved, at + 1, plots, used, with(soFar, 1 - seen, missed), out);
        for (int j = 0; j < plots.size(); j++) {
            if (!used[j]) {
                double x = plots.x()[j];
                double y = plots.y()[j];
                used[j] = true;
                Target hit = new Target(1, target.state().seen(x, y));
                extend(
                        moved,
                        at + 1,
                        plots,
                        used,
                        with(soFar, seen * target.state().density(x, y), hit),
                        out);
                used[j] = false;
            }
        }
    }

    // The heaviest Gaussian of the undetected ones stands for all of them, as in the filter.
    private World begin(Plots plots, boolean[] used, World world) {
        World all = world;
        for (int j = 0; j < plots.size(); j++) {
            double x = plots.x()[j];
            double y = plots.y()[j];
            double sum = 0;
            double most = -1;
            Kalman state = Kalman.born();
            for (Rate rate : undetected) {
                double density =
                        Plane.MODEL.detection() * rate.weight() * rate.state().density(x, y);
                sum += density;
                if (density > most) {
                    most = density;
                    state = rate.state().seen(x, y);
                }
            }
            if (!used[j]) {
                double any = sum + Plane.MODEL.clutterPerM2();
                all = with(all, any, new Target(sum / any, state));
            }
        }
        return all;
    }

    private static World with(World world, double factor, Target target) {
        List<Target> targets = new ArrayList<>(world.targets());
        targets.add(target);
        return new World(world.weight() * factor, targets);
    }

    /// Expected number of targets seen so far, and the sums of their x and y.
    double[] moments() {
        double[] sums = new double[3];
        for (World world : worlds) {
            for (Target target : world.targets()) {
                double w = world.weight() * target.exists();
                sums[0] += w;
                sums[1] += w * target.state().mean()[0][0];
                sums[2] += w * target.state().mean()[2][0];
            }
        }
        return sums;
    }

    static double[] moments(List<Scene> scenes) {
        double[] sums = new double[3];
        for (Scene scene : scenes) {
            for (Bernoulli target : scene.targets()) {
                double w = scene.weight() * target.exists();
                sums[0] += w;
                sums[1] += w * target.path().x(0);
                sums[2] += w * target.path().y(0);
            }
        }
        return sums;
    }
}
