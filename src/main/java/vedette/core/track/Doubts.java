package vedette.core.track;

import vedette.core.estimate.Mixture;
import vedette.model.Altitude;
import vedette.model.PlotSigma;
import vedette.model.Tangent;

/// Tracks that a sensor fed before it was found to err: what they took from it is doubted.
///
/// Nobody can take single plots out of a track again. Its estimate stays, and its covariance grows by what such
/// an error does: little on the ground, where new plots put it right within a turn; much in height, which only
/// the ranges of several radars tell and which a wrong range may have settled wrongly for good.
///
/// All tracks are looked over, once for each large change of a correction: a few times a fault.
final class Doubts {
    /// A correction that changes by more sigmas of one plot is a large one.
    private static final double LARGE = 1;

    /// A correction still unsure of itself must not keep tracks from settling, nanoseconds.
    private static final long REST_NS = 15_000_000_000L;

    /// Heights that nobody told, metres.
    private static final double AIR_HEIGHT_M = 1500;

    private static final double LOW_HEIGHT_M = 60;

    /// Between these aeroplanes are looked for anew, metres.
    private static final double LOWEST_M = 3000;

    private static final double HIGHEST_M = 11_000;

    /// Places on the ground, metres, and velocities, m/s.
    private static final double AIR_LEVEL_M = 200;

    private static final double LOW_LEVEL_M = 20;
    private static final double AIR_MPS = 15;
    private static final double LOW_MPS = 2;

    private final Working working;
    private final double[] up = new double[3];

    Doubts(Working working) {
        this.working = working;
    }

    /// Doubts what was taken from sensors of which more is known now than before.
    ///
    /// @param ns the time
    @SuppressWarnings("ReferenceEquality") // an equal bias that is another object is found to be no change
    void since(Knowledge before, long ns) {
        Knowledge now = working.knowledge();
        for (int s = 0; s < now.sensors().size(); s++) {
            if (before.of(s).bias() != now.of(s).bias()) {
                compare(s, before.of(s), now.of(s), ns);
            }
        }
    }

    // What lay beyond all gates, so that votes had to find it, fed no track of others.
    private void compare(int sensor, SensorKnowledge before, SensorKnowledge now, long ns) {
        boolean beyond = !before.coarse().equals(now.coarse());
        if (beyond || large(sensor, now, ns)) {
            working.knows(working.knowledge().doubted(sensor, ns));
        }
        if (!beyond && large(sensor, now, ns)) {
            doubt(sensor);
        }
    }

    private boolean large(int sensor, SensorKnowledge now, long ns) {
        Bias last = now.oddities().doubted().bias();
        PlotSigma sigma = working.sites().get(sensor).sigma();
        return ns - now.oddities().doubted().ns() > REST_NS
                && (Math.abs(now.bias().rangeM() - last.rangeM()) > LARGE * sigma.rangeM()
                        || Math.abs(now.bias().azimuthRad() - last.azimuthRad()) > LARGE * sigma.azimuthRad());
    }

    // A track that it missed at its last look may have been begun with its plots.
    private void doubt(int sensor) {
        working.files().forEachValue(file -> {
            boolean looked = file.lookedNs(sensor) != Long.MIN_VALUE;
            if (looked && file.seed().isEmpty() && file.realm() != Realm.SPACE) {
                boolean told = !(file.claims().altitude() instanceof Altitude.Unknown);
                working.put(file.doubted(widened(file, !told)));
            }
        });
    }

    private TrackFile.Estimate widened(TrackFile file, boolean heights) {
        TrackFile.Estimate estimate = file.estimate();
        boolean low = file.realm() == Realm.LOW;
        double heightM = !heights ? 0 : low ? LOW_HEIGHT_M : AIR_HEIGHT_M;
        double[] blocks = estimate.blocks().clone();
        for (int at = 0; at < blocks.length; at += Mixture.BLOCK) {
            Tangent.up(estimate.frame(), blocks, at + Mixture.MEAN, up);
            if (heights && !low) {
                lift(estimate.frame(), blocks, at + Mixture.MEAN);
            }
            spread(blocks, at + Mixture.COVARIANCE, heightM, low ? LOW_LEVEL_M : AIR_LEVEL_M, low ? LOW_MPS : AIR_MPS);
        }
        return new TrackFile.Estimate(estimate.ns(), estimate.frame(), blocks, Workshop.merged(blocks));
    }

    // Ranges do not tell above from below: a height under the ground would stay there, as wrong a range as put it
    // there.
    private void lift(double[] frame, double[] blocks, int at) {
        double height = Tangent.heightM(frame, blocks, at);
        double rise = Math.clamp(height, LOWEST_M, HIGHEST_M) - height;
        for (int i = 0; i < 3; i++) {
            blocks[at + i] += rise * up[i];
        }
    }

    private void spread(double[] blocks, int at, double heightM, double levelM, double speedMps) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                blocks[at + Mixture.at(i, j)] += heightM * heightM * up[i] * up[j] + (i == j ? levelM * levelM : 0);
            }
            blocks[at + Mixture.at(3 + i, 3 + i)] += speedMps * speedMps;
        }
    }
}
