package vedette.core.track;

import static java.util.Objects.requireNonNull;

import java.util.List;
import vedette.math.LongMap;
import vedette.model.SensorId;
import vedette.model.SensorSite;

/// All that the tracker knows: values only, so that a reference is a snapshot and an old state is never disturbed.
///
/// Its parts are records, lists, numbers, arrays of numbers and [LongMap]s; the arrays are never changed.
///
/// @param sites the known sensors
/// @param sensors what is remembered of each, by its place among the sites
/// @param pending sectors of all sensors that wait for work
/// @param files the tracks, by number
/// @param systems other systems that keep tracks, in the order they first spoke
/// @param reported their tracks, by system and number
/// @param index finds tracks by address and place
/// @param nextId the next track's number
/// @param walk how far the look over all tracks has come
/// @param refusals how often each thing was refused
/// @param groups the groups of tracks that cannot be told apart, and what may become one, by number
/// @param lastGroup the latest group's number
/// @param knowledge what is known of the sensors from what they measured
public record TrackState(
        List<SensorSite> sites,
        LongMap<SensorMemory> sensors,
        int pending,
        LongMap<TrackFile> files,
        List<SensorId> systems,
        LongMap<ReportedTrack> reported,
        Index index,
        long nextId,
        Walk walk,
        List<Refusal> refusals,
        List<GroupFile> groups,
        long lastGroup,
        Knowledge knowledge) {
    /// Nothing known, nobody looking.
    public static final TrackState EMPTY = new TrackState(
            List.of(),
            LongMap.empty(),
            0,
            LongMap.empty(),
            List.of(),
            LongMap.empty(),
            Index.NONE,
            1,
            Walk.NEVER,
            List.of(),
            List.of(),
            0,
            Knowledge.NONE);

    /// How often something was refused.
    ///
    /// @param what the limit or rule
    /// @param count how often
    public record Refusal(String what, long count) {}

    /// Copies the lists.
    public TrackState {
        sites = List.copyOf(sites);
        systems = List.copyOf(systems);
        refusals = List.copyOf(refusals);
        groups = List.copyOf(groups);
    }

    /// How many tracks there are, tentative and reported ones too.
    public int size() {
        return files.size() + reported.size();
    }

    TrackState withFiles(LongMap<TrackFile> newFiles, Index newIndex, long newNextId) {
        return new TrackState(
                sites, sensors, pending, newFiles, systems, reported, newIndex, newNextId, walk, refusals, groups,
                lastGroup, knowledge);
    }

    TrackState withSensor(int sensor, SensorMemory memory) {
        SensorMemory before = sensors.get(sensor);
        int waited = before == null ? 0 : before.pending().size();
        return new TrackState(
                sites,
                sensors.with(sensor, memory),
                pending - waited + memory.pending().size(),
                files,
                systems,
                reported,
                index,
                nextId,
                walk,
                refusals,
                groups,
                lastGroup,
                knowledge);
    }

    TrackState withSites(List<SensorSite> newSites, LongMap<TrackFile> newFiles) {
        LongMap.Draft<SensorMemory> memories = LongMap.<SensorMemory>empty().draft();
        for (int i = 0; i < newSites.size(); i++) {
            memories.put(i, SensorMemory.EMPTY);
        }
        return new TrackState(
                newSites,
                memories.map(),
                0,
                newFiles,
                systems,
                reported,
                index.withoutPlaces(),
                nextId,
                walk,
                refusals,
                groups,
                lastGroup,
                newSites.equals(sites) ? knowledge : Knowledge.of(newSites));
    }

    /// What is remembered of a sensor.
    ///
    /// @param index its place among the sites
    SensorMemory memory(int index) {
        return requireNonNull(sensors.get(index));
    }

    TrackState knowing(Knowledge known) {
        return new TrackState(
                sites, sensors, pending, files, systems, reported, index, nextId, walk, refusals, groups, lastGroup,
                known);
    }

    TrackState withSystems(List<SensorId> newSystems, LongMap<ReportedTrack> tracks) {
        return new TrackState(
                sites,
                sensors,
                pending,
                files,
                newSystems,
                tracks,
                index,
                nextId,
                walk,
                refusals,
                groups,
                lastGroup,
                knowledge);
    }

    TrackState walked(Walk walked) {
        return new TrackState(
                sites, sensors, pending, files, systems, reported, index, nextId, walked, refusals, groups, lastGroup,
                knowledge);
    }

    TrackState withRefusals(List<Refusal> counts) {
        return new TrackState(
                sites, sensors, pending, files, systems, reported, index, nextId, walk, counts, groups, lastGroup,
                knowledge);
    }

    TrackState withGroups(List<GroupFile> newGroups, long last) {
        return new TrackState(
                sites, sensors, pending, files, systems, reported, index, nextId, walk, refusals, newGroups, last,
                knowledge);
    }
}
