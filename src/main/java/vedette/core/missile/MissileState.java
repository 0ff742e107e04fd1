package vedette.core.missile;

import java.util.List;
import vedette.model.InfraredSatellite;
import vedette.model.KnownObject;
import vedette.model.LaunchNotice;
import vedette.model.MeanElements;
import vedette.model.Moment;
import vedette.model.WarningRadar;

/// What the missile watch remembers between events. Immutable: a snapshot is a reference.
///
/// @param satellites the infrared satellites, in the order they were given
/// @param radars the warning radars, in the order they were given
/// @param notices launches told of beforehand
/// @param epoch second 0 of the watch: when it was told of its sensors
/// @param things what is watched, in the order it was first seen
/// @param made things made so far
/// @param upkeptS when upkeep was last done, watch seconds
/// @param limits how often each bound was met
/// @param mistrusted radars that do not fit the others
/// @param retired sensors that are not listened to any more
/// @param lives what satellites told, whatever of
/// @param known states of objects in space of a catalogue
/// @param elements mean elements of objects in space of a catalogue
/// @param askew satellites whose lines of sight do not fit those of others
public record MissileState(
        List<InfraredSatellite> satellites,
        List<WarningRadar> radars,
        List<LaunchNotice> notices,
        Moment epoch,
        List<Thing> things,
        long made,
        double upkeptS,
        Limits limits,
        List<Mistrusted> mistrusted,
        Retired retired,
        List<Life> lives,
        List<KnownObject> known,
        List<MeanElements> elements,
        List<Askew> askew) {
    /// Copies the lists.
    public MissileState {
        satellites = List.copyOf(satellites);
        radars = List.copyOf(radars);
        notices = List.copyOf(notices);
        things = List.copyOf(things);
        mistrusted = List.copyOf(mistrusted);
        lives = List.copyOf(lives);
        known = List.copyOf(known);
        elements = List.copyOf(elements);
        askew = List.copyOf(askew);
    }

    /// The same, satellites having told other things.
    MissileState living(List<Life> next) {
        return with(next, known, elements);
    }

    /// The same, with another catalogue.
    MissileState knowing(List<KnownObject> states, List<MeanElements> sets) {
        return with(lives, states, sets);
    }

    private MissileState with(List<Life> living, List<KnownObject> states, List<MeanElements> sets) {
        return new MissileState(
                satellites,
                radars,
                notices,
                epoch,
                things,
                made,
                upkeptS,
                limits,
                mistrusted,
                retired,
                living,
                states,
                sets,
                askew);
    }

    /// Nothing known.
    public static MissileState empty() {
        return new MissileState(
                List.of(),
                List.of(),
                List.of(),
                new Moment(0),
                List.of(),
                0,
                0,
                Limits.NONE,
                List.of(),
                Retired.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
