/// Seeded worlds of launches, falls and what is mistaken for them, as infrared satellites and radars see them.
///
/// In: a kind of world and a seed. Out: what truly flies, the sensors, and the looks they take. Bodies are points with
/// textbook-order numbers that start from open ocean; where they come down follows from how they start, nothing is
/// aimed. It may
/// use core.motion, model and math.
@NullMarked
package vedette.simulate.launches;

import org.jspecify.annotations.NullMarked;
