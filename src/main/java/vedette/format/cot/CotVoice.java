package vedette.format.cot;

import static vedette.math.Require.require;

import vedette.model.Domain;
import vedette.model.LeapSeconds;

/// In whose name events are told.
///
/// @param node the node's name, letters, digits, '-' and '.'; part of every uid
/// @param domain whose objects these are; a simulation has no public form
/// @param exercise the exercise's name, may be empty
/// @param sensorPlaces whether the places of our sensors may leave the node: only where the settings say so
/// @param trackStaleS how long a track's place holds, seconds
/// @param leaps to tell UTC
public record CotVoice(
        String node, Domain domain, String exercise, boolean sensorPlaces, double trackStaleS, LeapSeconds leaps) {
    private static final double USUAL_STALE_S = 15;

    /// Checks that it may speak.
    public CotVoice {
        require(domain != Domain.SIMULATION, "a simulation has no public form%s", "");
        require(node.matches("[A-Za-z0-9.-]{1,40}"), "node name '%s'", node);
        require(exercise.matches("[A-Za-z0-9 ._-]{0,40}"), "exercise name '%s'", exercise);
        require(trackStaleS >= 1, "trackStaleS %s", trackStaleS);
    }

    /// The usual: sensors stay inside.
    public static CotVoice of(String node, Domain domain) {
        return new CotVoice(node, domain, "", false, USUAL_STALE_S, LeapSeconds.standard());
    }

    /// Before every callsign.
    String prefix() {
        return switch (domain) {
            case LIVE -> "";
            case EXERCISE -> "EXERCISE ";
            case TEST -> "TEST ";
            case SIMULATION -> throw new IllegalStateException("a simulation speaks");
        };
    }

    /// Before every remark.
    String remark() {
        return switch (domain) {
            case LIVE -> "";
            case EXERCISE -> "EXERCISE EXERCISE EXERCISE. ";
            case TEST -> "TEST - NOT REAL. ";
            case SIMULATION -> throw new IllegalStateException("a simulation speaks");
        };
    }

    /// The schema knows operation, exercise and simulation; a trial of equipment is an exercise to it.
    String opex() {
        return switch (domain) {
            case LIVE -> "o";
            case EXERCISE -> exercise.isEmpty() ? "e" : "e-" + exercise;
            case TEST -> "e-TEST";
            case SIMULATION -> throw new IllegalStateException("a simulation speaks");
        };
    }

    /// The name of an object: two domains never share one, so that no rehearsal overlays the real thing.
    String uid(String object) {
        return "VEDETTE." + domain + "." + node + "." + object;
    }
}
