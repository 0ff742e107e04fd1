/// One picture from many measurements: tracks start, take their plots, coast, and end.
///
/// In: [vedette.core.track.TrackInput], one after the other. Out: a new [vedette.core.track.TrackState] and the
/// changes of tracks as outputs. It may use estimate, motion, sense, model and math.
///
/// How it works. A radar's plots wait until its beam has passed (told by sweeps, or worked out from the plots and the
/// time); each sector is then one [vedette.core.track.Round]. Every track whose whole gate the beam has passed should
/// have been seen there once in this turn. Plots and tracks are paired by one global assignment whose gains are
/// likelihood ratios: of the plot under the track's filters over that of a false plot, weighed with the track's
/// existence and the sensor's probability of detection, so that a look that saw nothing is evidence too. What nobody
/// takes begins a tentative track ([vedette.core.track.Birth]) with an existence of one in ten; another plot or two
/// confirm it, a miss or two end it.
///
/// Each track is a mixture of filters in Earth-fixed axes ([vedette.core.estimate.Imm]): straight, turning,
/// manoeuvring; and, while only radars without elevation have seen it, several heights side by side. Measurements enter
/// at their own time, also a little before the track's. Reports of position and other systems' tracks come singly.
///
/// Cost: linear in plots, plus a cheap look at every track for each sector; about 20 µs a plot (docs/benchmarks.md).
@NullMarked
package vedette.core.track;

import org.jspecify.annotations.NullMarked;
