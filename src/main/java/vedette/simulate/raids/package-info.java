/// Seeded raids over nets of listening nodes, for tests, measurements and exercises.
///
/// In: a seed and sizes. Out: nodes, places, the paths flown, and what the nodes hear, in order of receipt. It may use
/// model and math.
@NullMarked
package vedette.simulate.raids;

import org.jspecify.annotations.NullMarked;
