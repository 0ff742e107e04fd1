/// From measurements to states: mixtures of filters, likelihoods, and which measurement belongs to which track.
///
/// In: states and rows of observations. Out: better states, and probabilities. It may use motion, sense, model and
/// math.
@NullMarked
package vedette.core.estimate;

import org.jspecify.annotations.NullMarked;
