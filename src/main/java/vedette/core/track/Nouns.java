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
    private final double[] half = new double[9];
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
                claims.releasability(),
                claims.traits());
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

    // T P Tᵀ for position and velocity, T turning the frame's axes to east, north, up: in blocks of three
    // by three.
    @Kernel
    void turn(double[] b) {
        int c = Mixture.COVARIANCE;
        product(b[c], b[c + 1], b[c + 3], 0);
        product(b[c + 1], b[c + 2], b[c + 4], 1);
        product(b[c + 3], b[c + 4], b[c + 5], 2);
        packed[0] = line(0, 0);
        packed[1] = line(1, 0);
        packed[2] = line(1, 3);
        packed[3] = line(2, 0);
        packed[4] = line(2, 3);
        packed[5] = line(2, 6);
        product(b[c + 6], b[c + 10], b[c + 15], 0);
        product(b[c + 7], b[c + 11], b[c + 16], 1);
        product(b[c + 8], b[c + 12], b[c + 17], 2);
        for (int i = 0, at = 6; i < 3; at += 4 + i, i++) {
            packed[at] = line(i, 0);
            packed[at + 1] = line(i, 3);
            packed[at + 2] = line(i, 6);
        }
        product(b[c + 9], b[c + 13], b[c + 18], 0);
        product(b[c + 13], b[c + 14], b[c + 19], 1);
        product(b[c + 18], b[c + 19], b[c + 20], 2);
        packed[9] = line(0, 0);
        packed[13] = line(1, 0);
        packed[14] = line(1, 3);
        packed[18] = line(2, 0);
        packed[19] = line(2, 3);
        packed[20] = line(2, 6);
    }

    // A column of T times a block.
    private void product(double x, double y, double z, int column) {
        half[column] = turn[0] * x + turn[1] * y + turn[2] * z;
        half[3 + column] = turn[3] * x + turn[4] * y + turn[5] * z;
        half[6 + column] = turn[6] * x + turn[7] * y + turn[8] * z;
    }

    // A line of that times a line of T.
    private double line(int i, int row) {
        return turn[row] * half[3 * i] + turn[row + 1] * half[3 * i + 1] + turn[row + 2] * half[3 * i + 2];
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
