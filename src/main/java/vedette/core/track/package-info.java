/// One picture from many measurements: tracks start, take their plots, coast, and end.
///
/// In: [vedette.core.track.TrackInput], one after the other. Out: a new [vedette.core.track.TrackState] and the
/// changes of
/// tracks as outputs. It may use estimate, motion, sense, model and math.
@NullMarked
package vedette.core.track;

import org.jspecify.annotations.NullMarked;
