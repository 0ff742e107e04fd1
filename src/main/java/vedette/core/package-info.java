/// The deterministic heart: what is known, what it means, who must be warned.
///
/// In: events. Out: outputs. No clock, thread, file, chance or log; each room below says what it may use.
@NullMarked
package vedette.core;

import org.jspecify.annotations.NullMarked;
