/// How sensors see: what a state would look like to each, whether it is in view, and where the beam stands.
///
/// In: states and sensor sites. Out: expected measurements and how they depend on the state. It may use model and
/// math.
@NullMarked
package vedette.core.sense;

import org.jspecify.annotations.NullMarked;
