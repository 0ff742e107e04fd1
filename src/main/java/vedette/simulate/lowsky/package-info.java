/// Seeded skies near the ground: drones, birds, helicopters, aeroplanes, as a small radar sees them.
///
/// In: a kind or a population, and a seed. Out: what truly flies, and the radar's plots. Each object has
/// numbers of its own, drawn around what is published for its kind. It may use model and math.
@NullMarked
package vedette.simulate.lowsky;

import org.jspecify.annotations.NullMarked;
