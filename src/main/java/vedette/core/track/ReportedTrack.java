package vedette.core.track;

import vedette.model.Measurement.SystemTrack;
import vedette.model.Moment;
import vedette.model.TrackId;

/// One life of a track that another system keeps.
///
/// @param id its number here; a reused number there is a new track here
/// @param startedAt its first report
/// @param latest its latest report
/// @param claims what is said of it
record ReportedTrack(TrackId id, Moment startedAt, SystemTrack latest, Claims claims) {}
