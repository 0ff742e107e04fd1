/// Seeded worlds whose sensors say, in real wire formats, what they would see: exercises, demonstrations, tests.
///
/// In: a scenario (who flies where, which sensors look) and a seed. Out: the sensors' bytes over any stretch of time,
/// and
/// the truth behind them. A world is a function of its seed and the time: no state, no clock. It may use core.motion,
/// core.sense, format.*, model and math.
@NullMarked
package vedette.simulate;

import org.jspecify.annotations.NullMarked;
