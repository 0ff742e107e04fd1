package vedette.core.warn;

import java.util.ArrayList;
import java.util.List;
import vedette.math.LongMap;
import vedette.model.Tally;
import vedette.model.WarningId;
import vedette.model.Zone;

/// What warn remembers between events. Immutable: a snapshot is a reference.
///
/// @param zones the protected zones
/// @param tracks by track number: the warnings of each
/// @param sensors by [vedette.math.TextKey] of the name: what is known of each, and its warning
/// @param inhibitions warnings that people have stopped
/// @param open warnings that have not ended
/// @param openRefused warnings beyond the limit
/// @param inhibited warnings that were not given because a person had stopped them
/// @param ordersRefused orders that made no sense
/// @param flights what burns, flies and falls, and who is warned of it
/// @param raids which places were warned of raids
public record WarnState(
        List<Zone> zones,
        LongMap<TrackWarnings> tracks,
        LongMap<SensorFile> sensors,
        List<Inhibition> inhibitions,
        int open,
        Tally openRefused,
        Tally inhibited,
        Tally ordersRefused,
        FlightState flights,
        RaidBook raids) {
    /// Copies the lists.
    public WarnState {
        zones = List.copyOf(zones);
        inhibitions = List.copyOf(inhibitions);
    }

    /// The numbers of the objects that an open warning is about; none when it is about something else.
    public List<Long> subjects(WarningId warning) {
        List<Long> found = new ArrayList<>();
        flights.cases().forEachValue(each -> {
            if (each.warning().id().equals(warning)) {
                found.addAll(each.objects());
            }
        });
        return found;
    }

    /// Nothing known.
    public static WarnState empty() {
        return new WarnState(
                List.of(),
                LongMap.empty(),
                LongMap.empty(),
                List.of(),
                0,
                Tally.of("warnings"),
                Tally.of("warning inhibited"),
                Tally.of("order"),
                FlightState.empty(),
                RaidBook.EMPTY);
    }
}
