/// One picture from many measurements: tracks start, take their plots, coast, and end.
///
/// In: [vedette.core.track.TrackInput], one after the other. Out: a new [vedette.core.track.TrackState] and the
/// changes of tracks as outputs. It may use estimate, motion, sense, model and math.
///
/// ## How it works
///
/// **Looks.** A radar's plots wait until its beam has passed (told by sweeps, or worked out from the plots and the
/// time); each sector of at least a thirty-second of a turn is then one [vedette.core.track.Round]. Every track
/// whose whole gate the beam has passed should have been seen there, once in this turn; a look that saw nothing
/// is evidence too. Which tracks those are an agenda knows ([vedette.core.track.Agenda]): the turn is cut into
/// slices, and each track stands in the slice where the beam will meet its gate. A look costs what stands in its
/// sector, however much flies elsewhere. A frame is a turn without duration ([vedette.core.track.Front]).
///
/// **Steps.** No step waits for a whole scan. A sector or frame is cut where it has many plots or tracks, and its
/// pieces go on from event to event; the look over all tracks for the silent ones is shared out among
/// ticks ([vedette.core.track.Ageing]); late plots and reports look only at what is near
/// ([vedette.core.track.LatePlot], [vedette.core.track.Index]).
///
/// **Gates.** The track is taken ahead in a straight line, with the spread that its filters would give it at least
/// ([vedette.core.track.Gate]): a box in range and azimuth, an ellipsoid where elevations are measured, five
/// sigmas. The filters of a track without a plot in its gate are not moved at all.
///
/// **Whose plot it is** ([vedette.core.track.Settlement]). Each track is a Bernoulli component of a Poisson
/// multi-Bernoulli density (Williams, IEEE TAES 51(3), 2015): it exists with probability r, and the gain of a
/// pair is ln of r·Pd·l / (1 − r·Pd), l being the plot's likelihood under the filters over the density of false
/// plots, times what codes say. From the gains an associator makes the probabilities of all pairs
/// ([vedette.core.estimate.associate]), cluster by cluster; most clusters are one track and one plot. The track
/// becomes the blend of what it would be after each plot it may own and after none, and r the probability that
/// one is its own or that it is there unseen. Confirmed tracks share first, tentative ones what is left. A gate
/// with more than twelve plots is left open: a blend of so many would look for still more at the next turn.
///
/// **Births.** What nobody takes begins a track once the beam is well past, with an existence that follows from how
/// many new objects a look brings, how many false plots, and whether it lies where the realm's objects fly
/// ([vedette.core.track.Birth]). It stands on its plot alone, as one wide Gaussian; its filters begin with the
/// second plot.
///
/// False plots and detection are what the sensor was seen to do, not what it declares
/// ([vedette.core.track.ClutterMap], [vedette.core.track.DetectionRate]).
///
/// **Filters.** A track is a mixture in a tangent frame near it ([vedette.model.Tangent], decision 6): straight and
/// turning flight mixed (IMM), times several heights while only radars without elevation have seen it. Slow tracks
/// near sites may also stand in the air ([vedette.core.track.Hovering]); how lively each flies is learnt
/// ([vedette.core.track.Liveliness]); all of it is exchangeable ([vedette.core.track.Motions]). Free fall is reckoned
/// in Earth-fixed axes. Plots that come late are laid on the track that was missed there
/// ([vedette.core.track.LatePlot]); reports of position and other systems' tracks come singly.
///
/// ## What it costs
///
/// Linear in plots; some 2.4 to 3 µs a plot where little is
/// false, 1.2 kB of heap a track (docs/benchmarks.md has the figures and where they fall short).
@NullMarked
package vedette.core.track;

import org.jspecify.annotations.NullMarked;
