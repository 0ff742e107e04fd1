package vedette.core.missile;

/// What a satellite told, whatever of: as long as it tells anything, what it no longer sees is gone.
///
/// @param satellite its place in the list of satellites
/// @param lookS its latest look at anything, watch seconds; minus infinity if there was none
/// @param beatS when it last said that it works; minus infinity if never
/// @param periodS how often it says so, as far as it was heard; 0 until it has said so twice
/// @param failedS since when it says that it fails, or its line is down; infinite while it does not
record Life(int satellite, double lookS, double beatS, double periodS, double failedS) {
    /// A longer gap is an outage, and tells nothing of how often it speaks.
    private static final double OUTAGE = 3;
    private static final double LEARNT = 0.2;

    static Life of(int satellite) {
        return new Life(satellite, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
    }

    Life looked(double timeS) {
        return new Life(satellite, Math.max(lookS, timeS), beatS, periodS, Double.POSITIVE_INFINITY);
    }

    Life beaten(double timeS) {
        if (timeS <= beatS) {
            return this;
        }
        double gapS = timeS - beatS;
        double learntS = gapS < OUTAGE * periodS ? periodS + LEARNT * (gapS - periodS) : periodS;
        double nextS = periodS == 0 && gapS < Double.POSITIVE_INFINITY ? gapS : learntS;
        return new Life(satellite, lookS, timeS, nextS, Double.POSITIVE_INFINITY);
    }

    Life failing(double timeS) {
        return new Life(satellite, lookS, beatS, periodS, Math.min(failedS, timeS));
    }

    Life mended() {
        return new Life(satellite, lookS, beatS, periodS, Double.POSITIVE_INFINITY);
    }

    /// When it last told anything.
    double signS() {
        return Math.max(lookS, beatS);
    }
}
