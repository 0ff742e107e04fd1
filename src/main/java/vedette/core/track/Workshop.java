package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import vedette.core.estimate.Associator;
import vedette.core.estimate.Hypotheses;
import vedette.core.estimate.Imm;
import vedette.core.estimate.Mixture;
import vedette.core.estimate.Regime;
import vedette.core.motion.Ballistic;
import vedette.core.motion.ConstantVelocity;
import vedette.core.motion.CoordinatedTurn;
import vedette.core.motion.Manner;
import vedette.core.sense.RadarView;
import vedette.model.SensorSite;

/// The tools and benches of the tracker: filters, views, arrays. It remembers nothing that matters: all of
/// it could be made anew before each step and give the same results.
final class Workshop {
    private static final double NS = 1e-9;

    private static final Manner LOW = new Manner(0.25, 1.5, 5, 4, 4);
    private static final Manner AIR = new Manner(0.15, 4, 25, 5, 40);

    /// Free fall is disturbed by little: J3 and higher terms are some 1e-5 m/s², over tens of seconds.
    private static final double FREE_FALL = 1e-5;

    final Imm imm = new Imm();
    final Associator associator;
    private final Regime low = new Regime(
            List.of(new ConstantVelocity(LOW, 1), new CoordinatedTurn(LOW, 3), new ConstantVelocity(LOW, 15)),
            20,
            5,
            3);
    private final Regime air = new Regime(
            List.of(new ConstantVelocity(AIR, 1), new CoordinatedTurn(AIR, 4), new ConstantVelocity(AIR, 50)),
            60,
            30,
            10);
    private final Regime space = new Regime(List.of(new Ballistic(FREE_FALL)), 1);

    private List<SensorSite> sites = List.of();
    private List<RadarView> views = List.of();

    Workshop(Associator associator) {
        this.associator = associator;
    }

    Regime regime(Realm realm) {
        return switch (realm) {
            case LOW -> low;
            case AIR -> air;
            case SPACE -> space;
        };
    }

    /// The view from a sensor; views are made again when the sites change.
    @SuppressWarnings("ReferenceEquality") // another list of equal sites costs one making too many, never a fault
    RadarView view(TrackState state, int sensor) {
        if (sites != state.sites()) {
            sites = state.sites();
            List<RadarView> made = new ArrayList<>();
            sites.forEach(site -> made.add(new RadarView(site)));
            views = made;
        }
        return views.get(sensor);
    }

    /// A track's estimate moved on to a time; not moved when it is already for that time or a later one.
    TrackFile.Estimate moved(TrackFile file, long ns) {
        double dtS = (ns - file.ns()) * NS;
        if (dtS <= 0) {
            return new TrackFile.Estimate(file.ns(), file.blocks().clone(), file.merged());
        }
        double[] blocks = file.blocks().clone();
        imm.predict(blocks, regime(file.realm()), dtS);
        return new TrackFile.Estimate(ns, blocks, merged(blocks));
    }

    /// The squared normalised distance of a measurement from one Gaussian.
    double distance2(double[] block, Imm.Observer observer) {
        return imm.distance2(block, observer);
    }

    /// A mixture without the hypotheses that are ruled out.
    double[] reduced(double[] blocks, Realm realm) {
        return Hypotheses.reduced(blocks, regime(realm).size());
    }

    static double[] merged(double[] blocks) {
        double[] merged = new double[Mixture.BLOCK];
        Mixture.merged(blocks, 0, Mixture.blocks(blocks), merged, 0);
        return merged;
    }
}
