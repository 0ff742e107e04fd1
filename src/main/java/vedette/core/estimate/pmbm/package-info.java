/// A Poisson multi-Bernoulli mixture filter in a plane: the research anchor that our association is measured by.
///
/// In: positions in a plane, step by step, and the model they come from. Out: estimated positions, now or a few
/// steps ago. It is part of core.estimate; it may use core.estimate.associate and math.
@NullMarked
package vedette.core.estimate.pmbm;

import org.jspecify.annotations.NullMarked;
