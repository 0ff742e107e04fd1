/// From the first glow to the ground: what burns, flies or falls, where it began, what it is and where it comes down.
///
/// In: lines of sight of infrared satellites, plots of warning radars, notices of launches, time. Out: a revision of a
/// [vedette.model.Missile] whenever one is worth telling. It may use estimate, motion, sense, model and math.
@NullMarked
package vedette.core.missile;

import org.jspecify.annotations.NullMarked;
