package vedette.core.missile;

import java.util.List;
import vedette.model.InfraredSatellite;
import vedette.model.LaunchNotice;
import vedette.model.WarningRadar;

/// What the missile watch remembers between events. Immutable: a snapshot is a reference.
///
/// @param satellites the infrared satellites, in the order they were given
/// @param radars the warning radars, in the order they were given
/// @param notices launches told of beforehand
public record MissileState(List<InfraredSatellite> satellites, List<WarningRadar> radars, List<LaunchNotice> notices) {
    /// Copies the lists.
    public MissileState {
        satellites = List.copyOf(satellites);
        radars = List.copyOf(radars);
        notices = List.copyOf(notices);
    }

    /// Nothing known.
    public static MissileState empty() {
        return new MissileState(List.of(), List.of(), List.of());
    }
}
