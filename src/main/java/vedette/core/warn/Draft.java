package vedette.core.warn;

import java.util.List;
import vedette.model.LatLon;
import vedette.model.Releasability;
import vedette.model.SensorId;
import vedette.model.TrackId;
import vedette.model.Warning;
import vedette.model.ZoneId;

/// What a warning says, before it has a name, a revision and a stage.
///
/// @param kind what is warned of
/// @param gravity how bad, how soon, how sure
/// @param tracks the objects it is about
/// @param zones the zones it is about
/// @param polygon the ground it is about
/// @param validity when it holds
/// @param sources the sensors it rests on
/// @param words what people read
/// @param releasability who may see it
record Draft(
        Warning.Kind kind,
        Warning.Gravity gravity,
        List<TrackId> tracks,
        List<ZoneId> zones,
        List<LatLon> polygon,
        Warning.Validity validity,
        List<SensorId> sources,
        Warning.Words words,
        Releasability releasability) {}
