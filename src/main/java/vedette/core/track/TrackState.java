package vedette.core.track;

import java.util.Collections;
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
        List<SensorMemory> sensors,
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
        Knowledge knowledge)
        implements Sensors {
    /// Nothing known, nobody looking.
    public static final TrackState EMPTY = new TrackState(
            List.of(),
            List.of(),
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
        sensors = List.copyOf(sensors);
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

    /// With what a step changed.
    TrackState stepped(Working.Changed changed) {
        return new TrackState(
                sites,
                changed.sensors(),
                changed.pending(),
                changed.files(),
                systems,
                reported,
                changed.index(),
                changed.nextId(),
                walk,
                refusals,
                groups,
                lastGroup,
                changed.knowledge());
    }

    TrackState withSites(List<SensorSite> newSites, LongMap<TrackFile> newFiles) {
        return new TrackState(
                newSites,
                Collections.nCopies(newSites.size(), SensorMemory.EMPTY),
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
        return sensors.get(index);
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
