package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import vedette.math.LongMap;
import vedette.model.Tally;
import vedette.model.TrackId;

/// What assess remembers between events. Immutable: a snapshot is a reference.
///
/// @param zones the protected zones, in the order they were given
/// @param tree where they lie; absent when there are none, and in snapshots that are older than it
/// @param qnhHpa air pressure at sea level, where told
/// @param subjects by track number: objects near zones, or in distress
/// @param pending tracks still to be held against the zones, first come first served
/// @param sensors by [vedette.math.TextKey] of the name: who is heard
/// @param ticks ticks seen, to spread periodic work
/// @param zonesRefused zones beyond the limit
/// @param sensorsRefused sensors beyond the limit
/// @param pendingRefused tracks that could not wait
/// @param falls what may come down, and where
/// @param permits the flights that are authorised
/// @param claims what unmanned aircraft claim of themselves
public record AssessState(
        List<ZoneShape> zones,
        Optional<ZoneTree> tree,
        OptionalDouble qnhHpa,
        LongMap<Subject> subjects,
        List<TrackId> pending,
        LongMap<SensorWatch> sensors,
        long ticks,
        Tally zonesRefused,
        Tally sensorsRefused,
        Tally pendingRefused,
        FallState falls,
        PermitState permits,
        ClaimState claims) {
    /// Copies the lists.
    public AssessState {
        zones = List.copyOf(zones);
        pending = List.copyOf(pending);
    }

    /// Nothing known.
    public static AssessState empty() {
        return new AssessState(
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                LongMap.empty(),
                List.of(),
                LongMap.empty(),
                0,
                Tally.of("zones"),
                Tally.of("sensors watched"),
                Tally.of("tracks waiting for assessment"),
                FallState.empty(),
                PermitState.empty(),
                ClaimState.empty());
    }

    AssessState with(FallState now) {
        return new AssessState(
                zones,
                tree,
                qnhHpa,
                subjects,
                pending,
                sensors,
                ticks,
                zonesRefused,
                sensorsRefused,
                pendingRefused,
                now,
                permits,
                claims);
    }

    AssessState with(ClaimState now) {
        return new AssessState(
                zones,
                tree,
                qnhHpa,
                subjects,
                pending,
                sensors,
                ticks,
                zonesRefused,
                sensorsRefused,
                pendingRefused,
                falls,
                permits,
                now);
    }
}
