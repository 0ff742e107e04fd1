package vedette.core.track;

import java.util.OptionalInt;
import vedette.core.estimate.Mixture;
import vedette.math.SymMatrix;
import vedette.model.Ecef;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Kinematics;
import vedette.model.LocalFrame;
import vedette.model.Measurement.Phase;
import vedette.model.Measurement.SystemTrack;
import vedette.model.Moment;
import vedette.model.Track;
import vedette.model.Track.Stage;
import vedette.model.TrackId;

/// Files as the nouns that the rest of the house reads.
final class Nouns {
    /// A reported track whose sigma is not told is taken to this, metres.
    private static final double REPORTED_SIGMA_M = 150;

    private static final double REPORTED_SPEED_SIGMA_MPS = 5;
    private static final double UNKNOWN_HEIGHT_SIGMA_M = 5000;
    private static final double REPORTED_EXISTENCE = 0.99;
    private static final int MEAN = Mixture.MEAN;

    private Nouns() {}

    static Track track(TrackFile file, Stage stage, TrackFile.Estimate estimate) {
        return new Track(
                new TrackId(file.id()),
                stage,
                kinematics(estimate),
                file.claims().altitude(),
                file.claims().identity(),
                file.claims().kinds(),
                file.claims().affiliation(),
                file.existence(),
                file.claims().sources(),
                OptionalInt.empty(),
                new Moment(file.startedNs()),
                new Moment(file.lastPlotNs()),
                file.claims().releasability());
    }

    private static Kinematics kinematics(TrackFile.Estimate estimate) {
        double[] b = estimate.merged();
        Geodetic place = new Ecef(b[MEAN], b[MEAN + 1], b[MEAN + 2]).geodetic();
        LocalFrame frame = LocalFrame.at(place);
        Enu velocity = frame.turned(b[MEAN + 3], b[MEAN + 4], b[MEAN + 5]);
        return new Kinematics(new Moment(estimate.ns()), place, velocity, turned(b, frame));
    }

    // R P Rᵀ for position and velocity, R turning Earth-fixed axes to east, north, up.
    private static SymMatrix turned(double[] block, LocalFrame frame) {
        double[] r = new double[9];
        for (int k = 0; k < 3; k++) {
            Enu axis = frame.turned(k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1 : 0);
            r[k] = axis.east();
            r[3 + k] = axis.north();
            r[6 + k] = axis.up();
        }
        double[] half = new double[36];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                half[6 * i + j] = row(block, r, i, j);
            }
        }
        double[] full = new double[36];
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                int base = j / 3 * 3;
                for (int k = 0; k < 3; k++) {
                    full[6 * i + j] += half[6 * i + base + k] * r[3 * (j % 3) + k];
                }
            }
        }
        return SymMatrix.ofFull(6, full);
    }

    private static double row(double[] block, double[] r, int i, int j) {
        int base = i / 3 * 3;
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            int a = base + k;
            sum += r[3 * (i % 3) + k] * block[Mixture.COVARIANCE + Mixture.at(Math.max(a, j), Math.min(a, j))];
        }
        return sum;
    }

    static Track track(ReportedTrack reported) {
        SystemTrack latest = reported.latest();
        return new Track(
                reported.id(),
                latest.phase() == Phase.COASTED ? Stage.COASTING : Stage.CONFIRMED,
                kinematics(latest),
                reported.claims().altitude(),
                reported.claims().identity(),
                reported.claims().kinds(),
                reported.claims().affiliation(),
                REPORTED_EXISTENCE,
                reported.claims().sources(),
                OptionalInt.of(latest.number()),
                reported.startedAt(),
                latest.provenance().observedAt(),
                reported.claims().releasability());
    }

    private static Kinematics kinematics(SystemTrack latest) {
        double sigma = latest.sigmaM().orElse(REPORTED_SIGMA_M);
        PlotObserver.Told told = PlotObserver.Told.of(latest.altitude());
        double rise = told.known() ? told.sigmaM() : UNKNOWN_HEIGHT_SIGMA_M;
        double speed = latest.velocity()
                .map(v -> v.sigmaMps().orElse(REPORTED_SPEED_SIGMA_MPS))
                .orElse(Realm.AIR.speedMps);
        double[] sigmas = {sigma, sigma, rise, speed, speed, Realm.AIR.climbMps};
        for (int i = 0; i < sigmas.length; i++) {
            sigmas[i] *= sigmas[i];
        }
        return new Kinematics(
                latest.provenance().observedAt(),
                latest.position().at(told.heightM()),
                latest.velocity().map(v -> v.enuMps()).orElse(Enu.ZERO),
                SymMatrix.diagonal(sigmas));
    }
}
