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
    static final double FARTHEST_M = 20_000;

    private final Workshop shop;
    private final Sensors sensors;
    private final double[] there = new double[3];
    private final PlaceView.Told told;
    private final Identity who;
    private final double[] place;
    private final long ns;
    private final double gate;
    private double least;
    private @Nullable TrackFile best;

    /// A gate as the filters make it is not wider than this many sigmas of a straight way, and half a mile.
    private static final double SIGMAS = 7;

    private static final double SLACK_M = 800;

    /// What was told there.
    ///
    /// @param ns when
    /// @param who by whom
    record Said(long ns, Identity who) {}

    Nearest(Workshop shop, Sensors sensors, PlaceView.Told told, Said said, double gate) {
        this.shop = shop;
        this.sensors = sensors;
        this.told = told;
        ns = said.ns;
        who = said.who;
        place = told.place();
        this.gate = gate;
        least = gate;
    }

    void consider(TrackFile file) {
        if (tooFar(file.estimate()) || aside(file)) {
            return;
        }
        TrackFile.Estimate estimate = shop.moved(sensors, file, ns);
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

    // Whether the place lies so far from a straight way that moving the filters cannot bring them there.
    private boolean aside(TrackFile file) {
        if (file.realm() == Realm.SPACE) {
            return false;
        }
        double[] x = file.estimate().merged();
        double dt = (ns - file.estimate().ns()) * 1e-9;
        Tangent.located(file.estimate().frame(), place, there);
        double east = there[0] - x[Mixture.MEAN] - dt * x[Mixture.MEAN + 3];
        double north = there[1] - x[Mixture.MEAN + 1] - dt * x[Mixture.MEAN + 4];
        int c = Mixture.COVARIANCE;
        double sigmaM = Math.sqrt(x[c] + x[c + Mixture.at(1, 1)]);
        double sigmaMps = Math.sqrt(x[c + Mixture.at(3, 3)] + x[c + Mixture.at(4, 4)]);
        double bendM = shop.kind(file.realm()).agilityMps2() * dt * dt / 2;
        double reachM = SLACK_M + SIGMAS * (sigmaM + Math.abs(dt) * sigmaMps + bendM + told.sigmaM());
        return east * east + north * north > reachM * reachM;
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
