package vedette.core.estimate.pmbm;

import java.util.List;

/// One way the world may be.
///
/// @param weight its probability
/// @param targets the targets that may exist in it, each independently of the others
record Scene(double weight, List<Bernoulli> targets) {}
