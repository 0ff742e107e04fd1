package vedette.core.track;

import java.util.OptionalInt;
import vedette.core.estimate.Mixture;
import vedette.math.Kernel;
import vedette.math.SymMatrix;
import vedette.model.Enu;
import vedette.model.Geodetic;
import vedette.model.Kinematics;
import vedette.model.Measurement.Phase;
import vedette.model.Measurement.SystemTrack;
import vedette.model.Moment;
import vedette.model.Tangent;
import vedette.model.Track;
import vedette.model.Track.Stage;
import vedette.model.TrackId;
import vedette.model.Wgs84;

/// Files as the nouns that the rest of the house reads. Its arrays serve one thread.
final class Nouns {
    /// A reported track whose sigma is not told is taken to this, metres.
    private static final double REPORTED_SIGMA_M = 150;

    private static final double REPORTED_SPEED_SIGMA_MPS = 5;
    private static final double UNKNOWN_HEIGHT_SIGMA_M = 5000;
    private static final double REPORTED_EXISTENCE = 0.99;
    private static final int MEAN = Mixture.MEAN;

    private final double[] place = new double[3];
    private final double[] level = new double[9];
    private final double[] turn = new double[9];
    private final double[] full = new double[36];
    private final double[] packed = new double[21];

    Track track(TrackFile file, Stage stage, TrackFile.Estimate estimate) {
        Claims claims = file.claims();
        return new Track(
                new TrackId(file.id()),
                stage,
                kinematics(estimate),
                claims.altitude(),
                claims.identity(),
                claims.kinds(),
                claims.affiliation(),
                file.existence(),
                claims.sources(),
                OptionalInt.empty(),
                new Moment(file.startedNs()),
                new Moment(file.lastPlotNs()),
                claims.releasability());
    }

    private Kinematics kinematics(TrackFile.Estimate estimate) {
        double[] b = estimate.merged();
        Tangent.place(estimate.frame(), b, MEAN, place);
        Geodetic geodetic = Wgs84.geodetic(place[0], place[1], place[2], level);
        Tangent.faced(estimate.frame(), level, turn);
        turn(b);
        Enu velocity = new Enu(
                turn[0] * b[MEAN + 3] + turn[1] * b[MEAN + 4] + turn[2] * b[MEAN + 5],
                turn[3] * b[MEAN + 3] + turn[4] * b[MEAN + 4] + turn[5] * b[MEAN + 5],
                turn[6] * b[MEAN + 3] + turn[7] * b[MEAN + 4] + turn[8] * b[MEAN + 5]);
        return new Kinematics(new Moment(estimate.ns()), geodetic, velocity, new SymMatrix(6, packed));
    }

    // T P Tᵀ for position and velocity, T turning the frame's axes to east, north, up.
    @Kernel
    void turn(double[] block) {
        int c = Mixture.COVARIANCE;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                full[6 * i + j] = block[c];
                full[6 * j + i] = block[c++];
            }
        }
        for (int base = 0; base < 36; base += 18) {
            for (int j = 0; j < 6; j++) {
                double x = full[base + j];
                double y = full[base + 6 + j];
                double z = full[base + 12 + j];
                full[base + j] = turn[0] * x + turn[1] * y + turn[2] * z;
                full[base + 6 + j] = turn[3] * x + turn[4] * y + turn[5] * z;
                full[base + 12 + j] = turn[6] * x + turn[7] * y + turn[8] * z;
            }
        }
        int at = 0;
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j <= i; j++) {
                int row = 3 * (j < 3 ? j : j - 3);
                int base = 6 * i + (j < 3 ? 0 : 3);
                packed[at++] = turn[row] * full[base] + turn[row + 1] * full[base + 1] + turn[row + 2] * full[base + 2];
            }
        }
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
