/// Which plot belongs to which track, and with what probability: one cluster of rivals after the other.
///
/// In: the gated pairs of one look and what each would gain. Out: marginal probabilities of every pair, of every
/// miss and of every plot that belongs to no track, and the best joint assignment. It is part of core.estimate;
/// it may use math.
@NullMarked
package vedette.core.estimate.associate;

import org.jspecify.annotations.NullMarked;
