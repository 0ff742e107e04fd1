/// What the picture means: who enters a protected zone and when, who declares distress, which sensors still
/// see.
///
/// In: events, what the tracker said of them, the tracks. Out: a new [vedette.core.assess.AssessState] and
/// outputs (`Assessed`, `SensorHealth`, `Refused`). It may use core.catalogue, core.estimate, core.motion,
/// core.sense, model and math.
@NullMarked
package vedette.core.assess;

import org.jspecify.annotations.NullMarked;
