package vedette.core.estimate.pmbm;

/// A global hypothesis: one hypothesis of each line, or none of it.
///
/// @param logWeight logarithm of its probability
/// @param choice for each line the number of its hypothesis; −1 where this line's target does not exist
record Global(double logWeight, int[] choice) {}
