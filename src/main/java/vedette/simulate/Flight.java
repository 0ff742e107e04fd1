package vedette.simulate;

import java.util.Optional;
import vedette.model.ObjectKind;

/// One object of one telling of a story.
///
/// @param number its number among all objects of all tellings; also the place of its draws
/// @param actor its script
/// @param craft what it can do
/// @param fromS when it appears, seconds since the telling began
/// @param path where it flies
/// @param address its 24-bit address, where it transmits one
/// @param modeA its first Mode A code
/// @param callsign its flight identification, or nothing
record Flight(
        long number, Actor actor, Craft craft, double fromS, FlightPath path, int address, int modeA, String callsign) {
    Optional<State> at(double storyS) {
        return path.at(storyS - fromS);
    }

    ObjectKind kind() {
        return actor.kind();
    }

    /// The Mode A code at a time of the telling.
    int modeA(double storyS) {
        int code = modeA;
        for (Actor.CodeChange change : actor.codes()) {
            code = storyS >= change.atS() ? change.modeA() : code;
        }
        return code;
    }
}
