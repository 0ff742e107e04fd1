/// The engine: one function from an event to outputs, and the picture between two events.
///
/// In: events in their one order. Out: outputs, the picture, its digests. It may use track,
/// missile, raid, assess, warn, catalogue, canon, model and math.
@NullMarked
package vedette.core.engine;

import org.jspecify.annotations.NullMarked;
