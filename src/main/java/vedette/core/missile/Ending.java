package vedette.core.missile;

/// When a glow went out: seen at `lastS`, not seen any more at `goneS`.
///
/// @param lastS the latest look that saw it
/// @param goneS the earliest look that should have seen it and did not; infinite while it is still seen
record Ending(double lastS, double goneS) {
    boolean known() {
        return goneS < Double.POSITIVE_INFINITY;
    }

    double middleS() {
        return (lastS + goneS) / 2;
    }

    // A uniform distribution between the two (and a little more: looks jitter).
    double sigmaS() {
        return Math.max(0.3, goneS - lastS) / Math.sqrt(12);
    }
}
