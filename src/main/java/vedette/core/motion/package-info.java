/// How things move: constant velocity and coordinated turns over the curved Earth, ascents under thrust, falls
/// through the standard air, orbits.
///
/// In: a state and a time. Out: the state then, with how it depends on the state now and what chance may add.
/// It may use model and math.
@NullMarked
package vedette.core.motion;

import org.jspecify.annotations.NullMarked;
