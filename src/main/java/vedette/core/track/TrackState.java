package vedette.core.track;

import java.util.ArrayList;
import java.util.List;
import vedette.math.LongMap;
import vedette.model.SensorId;
import vedette.model.SensorSite;
import vedette.model.TrackId;

/// All that the tracker knows: values only, so that a reference is a snapshot and an old state is never disturbed.
///
/// Its parts are records, lists, numbers, arrays of numbers and [LongMap]s; the arrays are never changed.
///
/// @param sites the known sensors
/// @param sensors what is remembered of each, in the same order
/// @param files the tracks, by number
/// @param systems other systems that keep tracks, in the order they first spoke
/// @param reported their tracks, by system and number
/// @param byAddress which track bears a 24-bit address
/// @param nextId the next track's number
/// @param agedNs when silent tracks were last looked for
/// @param refusals how often each thing was refused
public record TrackState(
        List<SensorSite> sites,
        List<SensorMemory> sensors,
        LongMap<TrackFile> files,
        List<SensorId> systems,
        LongMap<ReportedTrack> reported,
        LongMap<TrackId> byAddress,
        long nextId,
        long agedNs,
        List<Refusal> refusals) {
    /// Nothing known, nobody looking.
    public static final TrackState EMPTY = new TrackState(
            List.of(),
            List.of(),
            LongMap.empty(),
            List.of(),
            LongMap.empty(),
            LongMap.empty(),
            1,
            Long.MIN_VALUE,
            List.of());

    /// How often something was refused.
    ///
    /// @param what the limit or rule
    /// @param count how often
    public record Refusal(String what, long count) {}

    /// Copies the lists.
    public TrackState {
        sites = List.copyOf(sites);
        sensors = List.copyOf(sensors);
        systems = List.copyOf(systems);
        refusals = List.copyOf(refusals);
    }

    /// How many tracks there are, tentative and reported ones too.
    public int size() {
        return files.size() + reported.size();
    }

    TrackState withFiles(LongMap<TrackFile> newFiles, LongMap<TrackId> addresses, long newNextId) {
        return new TrackState(sites, sensors, newFiles, systems, reported, addresses, newNextId, agedNs, refusals);
    }

    TrackState withSensor(int index, SensorMemory memory) {
        List<SensorMemory> changed = new ArrayList<>(sensors);
        changed.set(index, memory);
        return new TrackState(sites, changed, files, systems, reported, byAddress, nextId, agedNs, refusals);
    }

    TrackState withSites(List<SensorSite> newSites, List<SensorMemory> memories, LongMap<TrackFile> newFiles) {
        return new TrackState(newSites, memories, newFiles, systems, reported, byAddress, nextId, agedNs, refusals);
    }

    TrackState withSystems(List<SensorId> newSystems, LongMap<ReportedTrack> tracks) {
        return new TrackState(sites, sensors, files, newSystems, tracks, byAddress, nextId, agedNs, refusals);
    }

    TrackState agedAt(long ns) {
        return new TrackState(sites, sensors, files, systems, reported, byAddress, nextId, ns, refusals);
    }

    TrackState withRefusals(List<Refusal> counts) {
        return new TrackState(sites, sensors, files, systems, reported, byAddress, nextId, agedNs, counts);
    }

    int sensorIndex(SensorId sensor) {
        for (int i = 0; i < sites.size(); i++) {
            if (sites.get(i).sensor().equals(sensor)) {
                return i;
            }
        }
        return -1;
    }
}
