/// What flies there: drone, bird, helicopter, aeroplane, from how it moves, how it echoes and what it says
/// of itself.
///
/// In: events, what the tracker said of them, the tracks. Out: a new [vedette.core.nature.NatureState] and
/// outputs (`Assessed` with `Identified`). It may use model and math.
@NullMarked
package vedette.core.nature;

import org.jspecify.annotations.NullMarked;
