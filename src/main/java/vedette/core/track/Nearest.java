package vedette.core.track;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Mixture;
import vedette.core.sense.PlaceView;
import vedette.model.Identity;
import vedette.model.Tangent;

/// Looks for the likeliest track of what was told from a place, among those it is shown: the nearest, as far as codes
/// do not say another one.
final class Nearest {
    /// Beyond this no track moves or errs between two looks, metres: a cheap first test.
    private static final double FARTHEST_M = 20_000;

    private final Workshop shop;
    private final TrackState state;
    private final double[] there = new double[3];
    private final PlaceView.Told told;
    private final Identity who;
    private final double[] place;
    private final long ns;
    private final double gate;
    private double least;
    private @Nullable TrackFile best;

    /// What was told there.
    ///
    /// @param ns when
    /// @param who by whom
    record Said(long ns, Identity who) {}

    Nearest(Workshop shop, TrackState state, PlaceView.Told told, Said said, double gate) {
        this.shop = shop;
        this.state = state;
        this.told = told;
        ns = said.ns;
        who = said.who;
        place = told.place();
        this.gate = gate;
        least = gate;
    }

    void consider(TrackFile file) {
        if (tooFar(file.estimate())) {
            return;
        }
        TrackFile.Estimate estimate = shop.moved(state, file, ns);
        PlaceView.Told there = told.in(estimate.frame());
        double aheadS = (ns - estimate.ns()) * 1e-9;
        double distance2 = shop.distance2(estimate.merged(), (blocks, at, rows) -> {
            rows.clear();
            PlaceView.level(blocks, at + Mixture.MEAN, aheadS, there, rows);
        });
        // Codes choose within the gate and do not widen it. A density falls by e^(−distance2/2), hence twice.
        double far = distance2 - 2 * IdentityEvidence.of(file.claims().codes(), who);
        if (distance2 < gate && far < least) {
            least = far;
            best = file;
        }
    }

    private boolean tooFar(TrackFile.Estimate estimate) {
        Tangent.place(estimate.frame(), estimate.merged(), Mixture.MEAN, there);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double d = there[i] - place[i];
            sum += d * d;
        }
        return sum > FARTHEST_M * FARTHEST_M;
    }

    Optional<TrackFile> best() {
        return Optional.ofNullable(best);
    }
}
