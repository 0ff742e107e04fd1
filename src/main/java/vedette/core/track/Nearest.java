package vedette.core.track;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vedette.core.estimate.Mixture;
import vedette.core.sense.PlaceView;

/// Looks for the track nearest to a told place, among those that bear no address.
final class Nearest {
    /// Beyond this no track moves or errs between two looks, metres: a cheap first test.
    private static final double FARTHEST_M = 20_000;

    private final Workshop shop;
    private final PlaceView.Told told;
    private final double[] place;
    private final long ns;
    private double least;
    private @Nullable TrackFile best;

    Nearest(Workshop shop, PlaceView.Told told, long ns, double gate) {
        this.shop = shop;
        this.told = told;
        this.ns = ns;
        place = told.place();
        least = gate;
    }

    void consider(TrackFile file) {
        if (file.claims().identity().address().isPresent() || tooFar(file.merged())) {
            return;
        }
        TrackFile.Estimate estimate = shop.moved(file, ns);
        double aheadS = (ns - estimate.ns()) * 1e-9;
        double distance2 = shop.distance2(estimate.merged(), (blocks, at, rows) -> {
            rows.clear();
            PlaceView.level(blocks, at + Mixture.MEAN, aheadS, told, rows);
        });
        if (distance2 < least) {
            least = distance2;
            best = file;
        }
    }

    private boolean tooFar(double[] merged) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double d = merged[Mixture.MEAN + i] - place[i];
            sum += d * d;
        }
        return sum > FARTHEST_M * FARTHEST_M;
    }

    Optional<TrackFile> best() {
        return Optional.ofNullable(best);
    }
}
