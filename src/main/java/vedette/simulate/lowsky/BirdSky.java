package vedette.simulate.lowsky;

import java.util.ArrayList;
import java.util.List;
import vedette.math.Draws;
import vedette.model.ObjectKind;

/// Birds around a place for as long as one likes: alone and in flocks, flapping, soaring and hovering; each
/// stays some minutes, then another comes.
public final class BirdSky {
    private static final double LONGEST_S = 1800;
    private static final double FLOCK = 0.2;
    private static final double FLOCK_APART_M = 25;

    private final Draws draws;
    private final Hatchery hatchery;
    private final double reachM;
    private final List<Flyer> birds = new ArrayList<>();
    private final List<Double> leftS = new ArrayList<>();

    /// @param count how many birds at any time
    /// @param reachM how far from the radar they stay
    /// @param draws chance
    public BirdSky(int count, double reachM, Draws draws) {
        this.draws = draws;
        this.reachM = reachM;
        hatchery = new Hatchery(draws, 100, reachM);
        for (int i = 0; i < count; i++) {
            birds.add(hatchery.born(ObjectKind.BIRD));
            leftS.add(draws.uniform(0, LONGEST_S));
        }
    }

    /// Those that fly now.
    public List<Flyer> birds() {
        return birds;
    }

    /// A second passes.
    public void second() {
        for (int i = 0; i < birds.size(); i++) {
            Flyer bird = birds.get(i);
            bird.step(1, draws);
            if (bird.groundM() > reachM) {
                bird.homeward();
            }
            leftS.set(i, leftS.get(i) - 1);
            if (leftS.get(i) <= 0) {
                replace(i);
            }
        }
    }

    private void replace(int i) {
        Flyer next = hatchery.born(ObjectKind.BIRD);
        int neighbour = draws.below(birds.size());
        if (draws.uniform() < FLOCK && neighbour != i) {
            next = birds.get(neighbour).companion(next.id(), FLOCK_APART_M, draws);
        }
        birds.set(i, next);
        leftS.set(i, draws.uniform(60, LONGEST_S));
    }
}
