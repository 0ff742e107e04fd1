package vedette.core.assess;

import java.util.List;
import java.util.Optional;
import vedette.math.LongMap;
import vedette.math.TextKey;
import vedette.model.Identity;
import vedette.model.Measurement.UasReport;
import vedette.model.SensorSite;
import vedette.model.Tally;

/// What is remembered of what objects claim of themselves.
///
/// @param files by [vedette.math.TextKey] of the serial number: unmanned aircraft
/// @param newcomers by [vedette.math.TextKey] of the receiver's name: who came lately
/// @param witnesses by address: aircraft that tell how well they know their place
/// @param cells where satellite navigation is disturbed, by [Interference#key]
/// @param silents by track number: drones that are seen and tell nothing
/// @param sites the sensors whose places are known
/// @param refused unmanned aircraft beyond the limit
/// @param aircraft by address: aircraft that tell their place
/// @param receivers by [vedette.math.TextKey] of the receiver's name: aircraft that came lately
/// @param droneCells where unmanned aircraft say that they are, as [ClaimCells] has it
/// @param airCells the same of aircraft
/// @param refusedAircraft aircraft beyond the limit; none: nothing counted yet
public record ClaimState(
        LongMap<ClaimFile> files,
        LongMap<Newcomers> newcomers,
        LongMap<Interference.Witness> witnesses,
        LongMap<Interference.Cell> cells,
        LongMap<Silents.Silent> silents,
        List<SensorSite> sites,
        Tally refused,
        LongMap<AirFile> aircraft,
        LongMap<Newcomers> receivers,
        LongMap<ClaimCells.Cell> droneCells,
        LongMap<ClaimCells.Cell> airCells,
        Optional<Tally> refusedAircraft) {
    /// Copies the list.
    public ClaimState {
        sites = List.copyOf(sites);
    }

    Tally aircraftRefused() {
        return refusedAircraft.orElseGet(() -> Tally.of("aircraft whose places are weighed"));
    }

    /// Whose an unmanned aircraft is, as it tells by its Remote ID.
    Optional<String> operator(Identity identity) {
        return identity.serial()
                .flatMap(serial -> Optional.ofNullable(files.get(TextKey.of(serial)))
                        .filter(file -> file.serial().equals(serial)))
                .flatMap(ClaimFile::flight)
                .flatMap(UasReport::operatorId);
    }

    static ClaimState empty() {
        return new ClaimState(
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                List.of(),
                Tally.of("unmanned aircraft whose claims are weighed"),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                LongMap.empty(),
                Optional.empty());
    }

    ClaimState with(
            LongMap<AirFile> nowAircraft, ClaimCells nowCells, LongMap<Newcomers> nowReceivers, Tally nowRefused) {
        return new ClaimState(
                files,
                newcomers,
                witnesses,
                cells,
                silents,
                sites,
                refused,
                nowAircraft,
                nowReceivers,
                droneCells,
                nowCells.cells(),
                Optional.of(nowRefused));
    }
}
