package vedette.core.track;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Mixture;
import vedette.core.sense.PlaceView;
import vedette.model.Tangent;

/// Looks for the track nearest to a told place, among those it is shown.
final class Nearest {
    /// Beyond this no track moves or errs between two looks, metres: a cheap first test.
    private static final double FARTHEST_M = 20_000;

    private final Workshop shop;
    private final TrackState state;
    private final double[] there = new double[3];
    private final PlaceView.Told told;
    private final double[] place;
    private final long ns;
    private double least;
    private @Nullable TrackFile best;

    Nearest(Workshop shop, TrackState state, PlaceView.Told told, long ns, double gate) {
        this.shop = shop;
        this.state = state;
        this.told = told;
        this.ns = ns;
        place = told.place();
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
        if (distance2 < least) {
            least = distance2;
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
